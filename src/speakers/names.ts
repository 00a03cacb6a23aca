import { foldName } from '../language/names.ts';
import { type Attribution, attributionTo } from './attribution.ts';
import { fullBodyName } from './bodies.ts';
import { namedFrom } from './lately.ts';
import { bodyOf } from './layout.ts';
import { type Named, REPRESENTS } from './named.ts';
import { isSurname, type Person } from './people.ts';
import type { Scene } from './scene.ts';

/** Who somebody is found to be: as a speaker, and as one of the article's people, where they are. */
export type Found = { readonly attribution: Attribution | null; readonly person: Person | null };

/** Whom a name means: one of the article's people, or whoever the words say. */
export function resolveName(scene: Scene, { name: given, role }: Named, at: number): Found {
  const name = withoutSeat(scene, given);
  const parts = foldName(name);
  if (!isSurname(name.replace(/^The\s+/, ''))) {
    const person = bearersOf(scene, 'last', parts.at(-1) ?? '').find((one) => isSame(one, parts)) ?? null;
    const roles = person?.roles ?? [];
    return {
      person,
      attribution: { name: person?.name ?? name, role: role ?? roles[0] ?? null, how: 'named' },
    };
  }
  const word = parts.at(-1) ?? '';
  const person = meantAt(scene, name, word, at);
  if (person && person.first !== null) return { person, attribution: attributionTo(person, 'surname', role) };
  const full = person?.human ? name : bodyNamed(scene, name);
  return { person, attribution: { name: full, role: role ?? person?.roles[0] ?? null, how: 'named' } };
}

/** "Cole MP" by the last name, where the article has a Cole: "Quarrytown MP" looks the same. */
function withoutSeat(scene: Scene, name: string): string {
  const [first = '', letters = '', ...more] = name.split(/\s+/);
  const known = REPRESENTS.has(letters) && bearersOf(scene, 'last', foldName(first).at(-1) ?? '').length > 0;
  return known && more.length === 0 ? first : name;
}

const bodies = new WeakMap<Scene, Map<string, string>>();

/** A body's full name, looked for once in an article. */
function bodyNamed(scene: Scene, name: string): string {
  const known = bodies.get(scene) ?? new Map<string, string>();
  bodies.set(scene, known);
  const full = known.get(name) ?? fullBodyName(bodyOf(scene.copy), name);
  known.set(name, full);
  return full;
}

/** Whom a last or a first name at an offset means, as the article goes. */
function meantAt(scene: Scene, name: string, word: string, at: number): Person | null {
  const place = scene.copy.text.indexOf(name.split(' ').at(-1) ?? name, at);
  const named = namedFrom(scene, at, place + 1).find(({ span }) => span[0] <= place && place < span[1]);
  if (named) return named.person;
  const bearers = bearersOf(scene, 'last', word);
  const candidates = bearers.length > 0 ? bearers : bearersOf(scene, 'first', word);
  return candidates.length === 1 ? (candidates[0] ?? null) : null;
}

type Index = ReadonlyMap<string, readonly Person[]>;
const indices = new WeakMap<Scene, Readonly<Record<'first' | 'last', Index>>>();

/** The people of an article who have a word, folded, as the first or as the last of their names. */
function bearersOf(scene: Scene, which: 'first' | 'last', word: string): readonly Person[] {
  const index = indices.get(scene) ?? { first: indexed(scene, 'first'), last: indexed(scene, 'last') };
  indices.set(scene, index);
  return index[which].get(word) ?? [];
}

function indexed({ people }: Scene, which: 'first' | 'last'): Index {
  const index = new Map<string, Person[]>();
  for (const person of people) {
    const word = person[which];
    if (word === null) continue;
    const bearers = index.get(word) ?? [];
    if (bearers.length === 0) index.set(word, bearers);
    bearers.push(person);
  }
  return index;
}

function isSame({ name, first }: Person, parts: readonly string[]): boolean {
  if (first === parts[0]) return true;
  const whole = foldName(name);
  return parts.every((part) => whole.includes(part));
}

/** Several who speak as one: "Dana Cole and Marcus Bell". */
export function resolveNames(scene: Scene, mentions: readonly Named[], at: number): Attribution {
  const names = mentions.map((mention) => resolveName(scene, mention, at).attribution?.name ?? mention.name);
  return { name: names.join(' and '), role: null, how: 'described' };
}

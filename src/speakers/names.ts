import { foldName } from '../language/names.ts';
import { type Attribution, attributionTo } from './attribution.ts';
import type { Named } from './named.ts';
import { isSurname, type Person } from './people.ts';
import type { Scene } from './scene.ts';

/** Who somebody is found to be: as a speaker, and as one of the article's people, where they are. */
export type Found = { readonly attribution: Attribution | null; readonly person: Person | null };

/** Whom a name means: one of the article's people, or whoever the words say. */
export function resolveName(scene: Scene, { name, role, honorific }: Named, at: number): Found {
  const parts = foldName(name);
  if (!isSurname(name)) {
    const person = scene.people.find((one) => isSame(one, parts)) ?? null;
    const roles = person?.roles ?? [];
    return {
      person,
      attribution: { name: person?.name ?? name, role: role ?? roles[0] ?? null, how: 'named' },
    };
  }
  const word = parts.at(-1) ?? '';
  const person = meantAt(scene, word, at, honorific);
  if (person && person.first !== null) return { person, attribution: attributionTo(person, 'surname', role) };
  return { person, attribution: { name, role: role ?? person?.roles[0] ?? null, how: 'named' } };
}

/** Whom a last or a first name at an offset means, as the article goes. */
function meantAt(scene: Scene, word: string, at: number, honorific: string | null): Person | null {
  const near = scene.appearances.filter(
    ({ person, span }) =>
      span[1] > at && span[0] < at + 90 && (person.last === word || person.first === word),
  );
  const [next] = near;
  if (next) return next.person;
  const bearers = scene.people.filter(({ last }) => last === word);
  const candidates = bearers.length > 0 ? bearers : scene.people.filter(({ first }) => first === word);
  return candidates.length === 1 &&
    (honorific !== null || scene.appearances.every(({ span }) => span[1] <= at || span[0] >= at))
    ? (candidates[0] ?? null)
    : null;
}

function isSame({ name, first, last }: Person, parts: readonly string[]): boolean {
  const whole = foldName(name);
  return last === parts.at(-1) && (first === parts[0] || parts.every((part) => whole.includes(part)));
}

/** Several who speak as one: "Dana Cole and Marcus Bell". */
export function resolveNames(scene: Scene, mentions: readonly Named[], at: number): Attribution {
  const names = mentions.map((mention) => resolveName(scene, mention, at).attribution?.name ?? mention.name);
  return { name: names.join(' and '), role: null, how: 'described' };
}

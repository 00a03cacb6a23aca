import { genderOfFirstName } from '../language/first-names.ts';
import { foldName } from '../language/names.ts';
import { placeOf } from '../language/places.ts';
import { type Attribution, attributionTo } from './attribution.ts';
import { hasBodyWord } from './bodies.ts';
import { mainClause } from './clauses.ts';
import { namedBefore, namedFrom, turnsBefore } from './lately.ts';
import { blockAt, isWithin, sentenceAt } from './layout.ts';
import type { Pronoun } from './mentions.ts';
import { readNamed } from './named.ts';
import { type Found, resolveName } from './names.ts';
import { namesOf, pairBefore } from './pairs.ts';
import type { Person } from './people.ts';
import { leadOfChain } from './pronoun-chain.ts';
import { candidatesFor, choose, genderFits, type Turn } from './pronouns.ts';
import type { Scene } from './scene.ts';
import { describedBefore } from './subjects.ts';

const NOBODY: Found = { attribution: null, person: null };

/** Whom a pronoun at an offset means. */
export function resolvePronoun(scene: Scene, pronoun: Pronoun, at: number, turns: readonly Turn[]): Found {
  switch (pronoun) {
    case 'he':
    case 'she': {
      const gender = pronoun === 'he' ? 'm' : 'f';
      const described = describedBefore(scene, at, gender, turns);
      if (described) return described;
      const person =
        namedBehind(scene, at, gender) ??
        leadOfChain(scene, at, gender) ??
        choose(candidatesFor(scene, at, gender, turns));
      return person ? { person, attribution: attributionTo(person, 'pronoun') } : NOBODY;
    }
    case 'who':
      return whoever(scene, at) ?? NOBODY;
    case 'which':
      return whatever(scene, at);
    case 'it':
    case 'they':
      return resolveBody(scene, at, pronoun, turns);
    case 'i':
      return resolveAuthor(scene, at);
    default:
      return NOBODY;
  }
}

/** "As she closed the debate, Cole …": whoever leads the main clause behind the one that the pronoun opens. */
function namedBehind(scene: Scene, at: number, gender: 'm' | 'f'): Person | null {
  const { copy, layout } = scene;
  const sentence = sentenceAt(layout, at);
  const start = layout.sentences[sentence] ?? 0;
  const end = layout.sentences[sentence + 1] ?? copy.text.length;
  const main = mainClause(copy.text, [start, end]);
  if (main <= at || !/^\P{L}*\p{L}+\s+$/u.test(copy.text.slice(start, at))) return null;
  const lead = namedFrom(scene, main, end).find(({ leads }) => leads);
  if (!lead || lead.owns || !/^(?:\p{Lu}[\p{L}.’'-]*\s+){0,4}$/u.test(copy.text.slice(main, lead.span[0])))
    return null;
  return genderFits(scene, lead.person, gender) >= 0 ? lead.person : null;
}

/** "I" outside of quotation marks: the one author of the article, or of the letter. */
function resolveAuthor(scene: Scene, at: number): Found {
  const { copy, spoken } = scene;
  if (isWithin([at, at + 1], spoken)) return NOBODY;
  const author = copy.byline?.replace(/^by\s+/i, '') ?? signatureBehind(scene, at) ?? '';
  return FULL_NAME.test(author)
    ? { person: null, attribution: { name: author, role: null, how: 'pronoun' } }
    : NOBODY;
}

const FULL_NAME = /^(?:\p{Lu}[\p{L}.’'-]*\s+){1,3}\p{Lu}[\p{L}’'-]+$/u;

/** The name below a letter: a paragraph of its own. */
function signatureBehind({ copy, layout }: Scene, at: number): string | undefined {
  const block = blockAt(layout, at);
  return layout.blocks
    .slice(block + 1, block + 8)
    .map(([start, end]) => copy.text.slice(start, end).replace(/\.$/, ''))
    .find((line) => FULL_NAME.test(line) && genderOfFirstName(line.split(' ')[0] ?? '') !== null);
}

/** "Dana Cole, the mayor, who …": whoever is named right before, with an apposition at most between. */
function whoever(scene: Scene, at: number): Found | null {
  const start = scene.layout.sentences[sentenceAt(scene.layout, at)] ?? 0;
  const named = namedBefore(scene, at).findLast(
    ({ person, span, owns }) => person.human && span[0] >= start && !owns,
  );
  if (named && isApposed(scene.copy.text.slice(named.span[1], at)))
    return { person: named.person, attribution: attributionTo(named.person, 'pronoun') };
  const found = justBefore(scene, at);
  const name = found?.attribution?.name ?? '';
  // "O’Neill, who": who is never said of a thing
  const apart =
    /,\s*$/.test(scene.copy.text.slice(start, at)) &&
    /^\S+$/.test(name) &&
    !isBodyName(name) &&
    !/s$/.test(name);
  return apart || found?.person?.human || genderOfFirstName(name.split(' ')[0] ?? '') !== null ? found : null;
}

/** "the Ministry of Transport, which …": the body or thing that is named right before. */
function whatever(scene: Scene, at: number): Found {
  const found = justBefore(scene, at);
  return found && !found.person?.human ? found : NOBODY;
}

/** Whoever or whatever is named right before an offset. */
function justBefore(scene: Scene, at: number): Found | null {
  const start = scene.layout.sentences[sentenceAt(scene.layout, at)] ?? 0;
  const phrase = BEFORE_RELATIVE.exec(scene.copy.text.slice(Math.max(start, at - 120), at))?.[1];
  const mention = phrase === undefined ? null : readNamed(phrase, '');
  if (!mention) return null;
  const { person, attribution } = resolveName(scene, mention, at);
  return attribution && { person, attribution: { ...attribution, how: 'pronoun' } };
}

const BEFORE_RELATIVE =
  /(?:^|[\s(“"])((?:\p{Lu}[\p{L}.&’'-]*\s+(?:(?:of|for|the|and)\s+)*)*\p{Lu}[\p{L}.&’'-]*),?\s+$/u;

/** Whether words between a name and its "who" only say more of the one named. */
const isApposed = (between: string): boolean =>
  /^(?:,\s*)?$/.test(between.trim()) ||
  (/^(?:,|\s\()/.test(between) &&
    between.length < 100 &&
    !/(?<!\p{L})(?:said|says|and|but|told|whom|that)(?!\p{L})/u.test(between));

/** "it" and "they": the body that spoke last or leads this sentence or the one before; "they" may be two who did. */
function resolveBody(scene: Scene, at: number, pronoun: 'it' | 'they', turns: readonly Turn[]): Found {
  const away = (turn: Turn) => sentenceAt(scene.layout, at) - sentenceAt(scene.layout, turn.at);
  const near = turnsBefore(turns, at).filter((turn) => away(turn) <= (pronoun === 'it' ? 2 : 1));
  if (pronoun === 'they') {
    const last = near.at(-1);
    const two = last?.several ? last.attribution : namesOf(pairBefore(scene, at));
    if (two) return { person: null, attribution: { ...two, how: 'described' } };
    if (last?.person?.human || last?.attribution?.how === 'described') return NOBODY;
  }
  const body = near.findLast(({ person, attribution, several }) => attribution && !several && !person?.human);
  const spoke = body?.attribution && body.attribution.how !== 'described' ? body.attribution : null;
  const name = spoke?.name ?? (pronoun === 'it' && !body ? leadingBody(scene, at) : null);
  if (name === null || placeOf(name.toLowerCase()) !== undefined) return NOBODY;
  const attribution: Attribution = { name, role: spoke?.role ?? null, how: 'pronoun' };
  return { person: null, attribution };
}

/** The body with whose name this sentence or the one before begins. */
function leadingBody(scene: Scene, at: number): string | null {
  const { copy, layout } = scene;
  const number = sentenceAt(layout, at);
  for (const start of [layout.sentences[number] ?? 0, layout.sentences[number - 1] ?? 0]) {
    const phrase =
      /^(?:\p{Lu}\p{Ll}+\s(?:[^,]{3,40}),\s)?(?:[Tt]he\s+)?((?:\p{Lu}[\p{L}.&-]+\s+(?:(?:of|for)\s+)?)*\p{Lu}[\p{L}.&-]+(?:\s+(?:campaign|administration|camp|team|police|government))?)\s+\p{Ll}/u.exec(
        copy.text.slice(start, Math.min(at, start + 160)),
      )?.[1];
    const mention = phrase === undefined ? null : readNamed(phrase, '');
    if (
      mention &&
      mention.role === null &&
      !scene.people.some(
        ({ name, last, human }) => human && (name === mention.name || last === foldName(mention.name).at(-1)),
      )
    )
      return isBodyName(mention.name) ? mention.name : null;
  }
  return null;
}

/** Whether a name is surely a body's: one of its words is, or it is all capitals. */
const isBodyName = (name: string): boolean => hasBodyWord(name) || /^\p{Lu}{3,}$/u.test(name);

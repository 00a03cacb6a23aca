import { genderOfFirstName } from '../language/first-names.ts';
import { agedOnly } from './ages.ts';
import { attributionTo } from './attribution.ts';
import { mainClause } from './clauses.ts';
import { resolveDescription } from './descriptions.ts';
import { namedFrom, turnsBefore } from './lately.ts';
import { blockAt, isWithin, placeIn, sentenceAt } from './layout.ts';
import type { Found } from './names.ts';
import { genderFits, type Turn } from './pronouns.ts';
import type { Scene } from './scene.ts';
import { FEMALE_WORDS, MALE_WORDS, ROLE_NOUNS } from './titles.ts';

type Gender = 'm' | 'f';

/** Somebody whom a sentence is about and only describes: "The former mayor", "My father", "Their daughter, Liv,". */
type Subject = {
  readonly words: string;
  readonly gender: Gender | null;
  /** The name behind the description, between commas. */
  readonly name: string | null;
};

const list = (words: string): readonly string[] => words.split(/\s+/);
const MEN = new Set([
  ...MALE_WORDS,
  ...list('man boy boyfriend groom monk dad grandad fireman policeman waiter fiancé grandson stepson'),
]);
const WOMEN = new Set([
  ...FEMALE_WORDS,
  ...list('woman girl bride nun mum mom grandma policewoman waitress fiancée granddaughter stepdaughter'),
]);
const PEOPLE = new Set([
  ...MEN,
  ...WOMEN,
  ...ROLE_NOUNS,
  ...list(
    `person child baby teenager pensioner neighbour neighbor colleague patient victim suspect defendant plaintiff caller tenant
    shopper driver passenger tourist worker employee boss carer owner guard soldier firefighter parent pm mp mep parliamentarian
    winger skipper partner`,
  ),
]);
/** Those of them that mostly say which thing something is: "the general election". */
const LOOSE = new Set(
  list('general chief head major principal executive fellow student champion star legend'),
);

const OPENING =
  /^(?:(?:[Tt]he|[Aa]n?|[Mm]y|[Hh]is|[Hh]er|[Tt]heir|[Oo]ur|[Tt]his|[Tt]hat|[Oo]ne|[Aa]nother)|(?!(?:It|That|There|He|She|What|Let|Here|Who|Where)[’'])(?:\p{Lu}[\p{L}.-]*\s+){0,3}\p{Lu}[\p{L}.-]*[’']s?)\s+/u;

/** Whom a clause only describes as what it is about; null where it names somebody or begins otherwise. */
function readSubject(clause: string): Subject | null {
  const opening = OPENING.exec(clause)?.[0];
  if (opening === undefined) return null;
  const words = [...(/^[^.,;:!?()“”"]*/.exec(clause.slice(opening.length))?.[0] ?? '').matchAll(/\S+/g)];
  // "The woman’s joy" is hers
  const bare = words.slice(0, 8).map(([word]) => word.toLowerCase().replace(/[’']s$/, ''));
  const isSomebody = (word: string | undefined) =>
    word !== undefined && (PEOPLE.has(word) || /^\d+-year-old$/.test(word));
  let head = bare.findIndex(isSomebody);
  if (head < 0 || bare.slice(0, head).some((word) => CLOSED.test(word))) return null;
  while (isSomebody(bare[head + 1])) head++;
  const [noun = '', next = ''] = [bare[head], words[head + 1]?.[0]];
  if (/^\p{Lu}/u.test(next) || (LOOSE.has(noun) && !/^(?:$|who|of|was|is|had|has|\p{L}+ed$)/u.test(next)))
    return null;
  const end = opening.length + (words[head]?.index ?? 0) + noun.length;
  return {
    words: clause.slice(0, end) + (/^\s+(?:who|whose|that|to)\s[^,.;]*/.exec(clause.slice(end))?.[0] ?? ''),
    gender: MEN.has(noun) ? 'm' : WOMEN.has(noun) ? 'f' : null,
    name: APPOSED.exec(clause.slice(end))?.[1] ?? null,
  };
}

/** "(The minister) of trade, Mr. Cole, …", "(A lawyer), Dana Cole is …". */
const APPOSED =
  /^(?:\s+(?:of|for|at|in|from)\s[^,.;:]{2,50})?,\s+(?:(?:Mr|Mrs|Ms|Dr|Sir)\.?\s+)?(\p{Lu}[\p{L}’'-]+(?:\s+\p{Lu}[\p{L}’'.-]*){0,3})(?:,|\s+\p{Ll})/u;

/** A word that no description has before its noun. */
const CLOSED =
  /[’']|^(?:of|for|in|at|to|on|by|with|from|and|or|but|was|were|is|are|said|had|has|have|that|who|which|did|will|would)$/;

/** How far back somebody who is only described goes on as "he" or "she". */
const CHAIN = 6;

/**
 * Whom "he" or "she" means where the sentence before, or this one, is about somebody whom it only describes: the name beside the
 * description, or nobody of those named before. Undefined where it isn't about such a one.
 */
export function describedBefore(
  scene: Scene,
  at: number,
  pronoun: Gender,
  turns: readonly Turn[],
  chain = CHAIN,
): Found | undefined {
  const { copy, layout, spoken } = scene;
  for (const sentence of [sentenceAt(layout, at), toldBefore(scene, at)]) {
    const start = layout.sentences[sentence];
    if (start === undefined || blockAt(layout, at) - blockAt(layout, start) > 2) return undefined;
    const end = Math.min(at, layout.sentences[sentence + 1] ?? copy.text.length);
    const main = mainClause(copy.text, [start, end]);
    const told = !isWithin([main, main + 1], spoken);
    const subject = told ? readSubject(copy.text.slice(main, Math.min(end, main + 160))) : null;
    if (subject) return fitting(scene, subject, main, pronoun, turns);
    const turn = turnsBefore(turns, end).findLast((one) => one.at >= start && one.pronoun);
    if (turn?.person) return undefined;
    const again = turn?.at ?? (told && /^(?:he|she)\s/i.test(copy.text.slice(main, main + 4)) ? main : at);
    if (again < at) return chain > 0 ? describedBefore(scene, again, pronoun, turns, chain - 1) : undefined;
    if (namedFrom(scene, start, end).some(({ quoted }) => !quoted)) return undefined;
  }
  return undefined;
}

/** Whoever is described, by name where the article has it; undefined where it isn't of the pronoun's gender or is somebody known. */
function fitting(
  scene: Scene,
  { words, gender, name }: Subject,
  at: number,
  pronoun: Gender,
  turns: readonly Turn[],
): Found | undefined {
  if (gender !== null && gender !== pronoun) return undefined;
  if (name !== null) {
    const place = scene.copy.text.indexOf(name, at + words.length);
    const named = namedFrom(scene, place, place + name.length).at(-1);
    if (named && genderFits(scene, named.person, pronoun) >= 0)
      return { person: named.person, attribution: attributionTo(named.person, 'pronoun') };
    if (genderOfFirstName(name.split(' ')[0] ?? '') === pronoun)
      return { person: null, attribution: { name, role: null, how: 'pronoun' } };
  }
  const age = /(\d+)-year-old$/.exec(words)?.[1];
  const aged = age === undefined ? null : agedOnly(scene, at, age);
  if (aged && genderFits(scene, aged, pronoun) >= 0)
    return { person: aged, attribution: attributionTo(aged, 'pronoun') };
  // whom an age alone describes may be somebody new
  const known = age === undefined && resolveDescription(scene, words, at, turns).person;
  return known ? undefined : { person: null, attribution: null };
}

/** The last sentence before an offset's own that isn't all in quotation marks. */
function toldBefore({ layout, told }: Scene, at: number): number {
  const here = sentenceAt(layout, at);
  const count = (told[here] ?? 0) - 1;
  return count < 1 ? -1 : Math.min(here - 1, placeIn(told, (many) => many, count - 1) + 1);
}

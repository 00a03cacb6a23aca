import type { Statement } from '../archive/archive.ts';
import { foldName, foldPlain } from '../language/names.ts';
import { placeOf } from '../language/places.ts';
import { hasBodyWord } from '../speakers/bodies.ts';
import { nameKey } from '../speakers/people.ts';
import type { Speaker } from '../speakers/speaker.ts';
import { HONORIFICS, ROLE_NOUNS } from '../speakers/titles.ts';

/** Words that join a name or a role and tell nothing. */
const JOINING = new Set(['the', 'of', 'a', 'an', 'for', 'from', 'in', 'at', 'to']);
/** What tells a father from a son: a last name may stand without it, a whole name is somebody else's then. */
const GENERATION = /[\s,]+(?:jr|sr|ii|iii|iv)\.?$/i;
/** An office that somebody held, or held then. */
const PAST = /\b(?:former|ex|then|late|one-time|onetime)\b/i;

/**
 * Whether a statement is by whom a typed name or office stands for. It is read more strictly than a question's: a name must
 * be one of the speaker's in whole, their last name, or first and last; case, accents, scripts and common spellings of one
 * sound make no difference, but no letter may be wrong. An office must be the speaker's own in all its words; who held it
 * once doesn't count where the article says so.
 */
export function isBy(typed: string, { speaker, role }: Statement): boolean {
  return speaker !== null && (isCalled(typed, speaker) || holds(typed, speaker, role));
}

/** Whether a typed name or office is a speaker's, as far as the archive knows them. */
export const isMeant = (typed: string, speaker: Speaker): boolean =>
  isCalled(typed, speaker) || holds(typed, speaker, null);

/** Whether a name that was typed is the speaker's. */
export function isCalled(typed: string, speaker: Speaker): boolean {
  const asked = wordsOf(typed);
  if (asked.length === 0) return false;
  const bare = withoutTitles(typed, speaker);
  return [speaker.name, ...speaker.aliases].some((name) => {
    const words = wordsOf(name);
    if (areEqual(asked, words)) return true;
    if (!speaker.named || isBodys(name)) return false;
    return bare.some((rest) => isPersons(rest, name, words));
  });
}

/** Whether typed words name the person of a name: they are its last name, or some of its words with the last, or first and last. */
function isPersons(typed: string, name: string, words: readonly string[]): boolean {
  const asked = wordsOf(typed);
  if (asked.length === 1) return asked[0] === wordsOf(name.replace(GENERATION, '')).at(-1);
  if (asked.at(-1) === words.at(-1) && isWithin(asked, words)) return true;
  const key = nameKey(typed)?.key;
  return key !== undefined && key === nameKey(name)?.key;
}

/** Whether an office that was typed is the speaker's: each word of one stands in the other. */
function holds(typed: string, { roles }: Speaker, role: string | null): boolean {
  const asked = officeWords(typed);
  if (asked.size === 0) return false;
  const told = role !== null && PAST.test(role) ? [role] : role === null ? roles : [role, ...roles];
  return told.some((one) => {
    const words = officeWords(one);
    return words.size === asked.size && [...asked].every((word) => words.has(word));
  });
}

/** The words of a name, folded, without joining words and initials. */
const wordsOf = (name: string): readonly string[] => {
  const words = foldName(name).filter((word) => !JOINING.has(word));
  const long = words.filter((word) => word.length > 1);
  return long.length > 0 ? long : words;
};

const officeWords = (role: string): ReadonlySet<string> =>
  new Set(
    foldPlain(role)
      .filter((word) => !JOINING.has(word))
      // A country, its people and what is theirs are one: "president of Ukraine", "Ukrainian President".
      .map((word) => placeOf(word) ?? word),
  );

/** The typed name as it is, and without the titles and the words of the speaker's offices before it: "President Zelensky". */
function withoutTitles(typed: string, { roles }: Speaker): readonly string[] {
  const titles = new Set(roles.flatMap(foldPlain));
  const words = typed.trim().split(/\s+/);
  const isTitle = (word: string) =>
    foldPlain(word).every((part) => titles.has(part) || ROLE_NOUNS.has(part) || HONORIFICS.has(part));
  const first = words.findIndex((word) => !isTitle(word));
  return first <= 0 ? [typed] : [typed, words.slice(first).join(' ')];
}

/** Whether a name is a body's or a country's, whose last word many others have. */
const isBodys = (name: string): boolean =>
  /\s(?:of|for|and|&)\s/.test(name) || hasBodyWord(name) || placeOf(name.toLowerCase()) !== undefined;

const areEqual = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((word, i) => word === b[i]);

/** Whether words stand in a name in their order. */
function isWithin(words: readonly string[], name: readonly string[]): boolean {
  let at = 0;
  for (const word of name) if (word === words[at]) at++;
  return at === words.length;
}

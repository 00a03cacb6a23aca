import type { Archive } from '../../archive/archive.ts';
import type { LibraryId } from '../../articles/article.ts';
import { genderOfFirstName } from '../../language/first-names.ts';
import { foldName, foldPlain } from '../../language/names.ts';
import { wordRanks } from '../../language/word-list.ts';
import { HONORIFICS, ROLE_NOUNS } from '../../speakers/titles.ts';

/** Up to this rank of frequency a word that is no first name begins no person's name: "Maybe Trump", "Supreme Court". */
const COMMON = 12_000;
/** More words than these are no name. */
const MOST_WORDS = 6;
/** The least letters of a name with letters wrong. */
const LEAST_LETTERS = 4;

/** Whether a name looks like a person's, with a first name, rather than like a body's or words of a headline before one. */
export function looksLikeAPerson(name: string): boolean {
  const [first = '', ...others] = name.split(' ');
  // "Pres. Obama"
  if (others.length === 0 || /^\p{L}{2,}\.$/u.test(first)) return false;
  const rank = wordRanks().get(first.toLowerCase()) ?? COMMON;
  return rank >= COMMON || genderOfFirstName(first) !== null;
}

/**
 * Whether typed words name or describe somebody who is quoted, rather than a matter: by the whole of a name, a person's first or last
 * name, an office, or a name with letters wrong. "The wall" is nobody, though a man called Wall be quoted.
 */
export function isKnownName(typed: string, archive: Archive, libraries: readonly LibraryId[]): boolean {
  const plain = foldPlain(typed);
  const words = plain.filter((word) => word !== 'the' && !HONORIFICS.has(word));
  const [first = '', ...others] = words;
  if (first === '' || plain.length > MOST_WORDS || /^(?:his|her|their|its|my|our|your)$/.test(first))
    return false;
  const fitting = archive.findSpeakers(typed, libraries).filter(({ speaker }) => speaker.named);
  if (fitting.length === 0) return false;
  if (words.some((word) => ROLE_NOUNS.has(word))) return true;
  const asked = words.flatMap(foldName);
  const isThe = plain[0] === 'the';
  if (
    fitting.some(({ speaker }) =>
      [speaker.name, ...speaker.aliases].some((name) => isCalled(name, asked, isThe)),
    )
  )
    return true;
  return others.length === 0 && first.length >= LEAST_LETTERS && !wordRanks().has(first);
}

/** Whether folded words are the whole of a name, or the first or last word of a person's and part of it all. */
function isCalled(name: string, asked: readonly string[], isThe: boolean): boolean {
  const words = foldName(name).filter((word) => word !== 'the');
  if (!asked.every((word) => words.includes(word))) return false;
  if (words.every((word) => asked.includes(word))) return true;
  const hasEnd = asked.includes(words[0] ?? '') || asked.includes(words.at(-1) ?? '');
  return hasEnd && !isThe && looksLikeAPerson(name);
}

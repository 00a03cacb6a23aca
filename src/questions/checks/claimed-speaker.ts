import type { Archive, SpeakerEntry, Statement } from '../../archive/archive.ts';
import type { LibraryId } from '../../articles/article.ts';
import { foldName, foldPlain } from '../../language/names.ts';
import { placeOf } from '../../language/places.ts';
import { textAt } from '../../language/span.ts';
import { readTerms } from '../../language/terms.ts';
import { ROLE_NOUNS } from '../../speakers/titles.ts';
import type { Whose } from './check.ts';

/** Whom a claim names, as far as the archive knows them. */
export type ClaimedSpeaker = {
  readonly name: string;
  /** Everybody whom the name fits, best first; empty where nobody is quoted whom it does. */
  readonly entries: readonly SpeakerEntry[];
};

/**
 * Finds whom a claim names. Words before the name are passed over where they are offices, places or no words of meaning ("US
 * President Donald Trump"), but never another name: "Melania Trump" is not "Trump".
 */
export function findClaimedSpeaker(
  name: string,
  archive: Archive,
  libraries: readonly LibraryId[],
): ClaimedSpeaker {
  const words = name.split(/\s+/).filter(Boolean);
  for (let from = 0; from < words.length; from++) {
    if (from > 0 && !isNoName(words[from - 1] ?? '', words.slice(from))) break;
    const typed = words.slice(from).join(' ');
    const entries = archive.findSpeakers(typed, libraries);
    const fitting = from === 0 ? entries : entries.filter(({ speaker }) => hasWordOf(speaker.name, typed));
    if (fitting.length > 0) return { name, entries: fitting };
  }
  return { name, entries: wholeNameAtEnd(words, archive, libraries) };
}

/** Those whose whole name, of two words at least, stands at the end: "Minister in the Ministry of Finance Jane Roe". */
function wholeNameAtEnd(
  words: readonly string[],
  archive: Archive,
  libraries: readonly LibraryId[],
): readonly SpeakerEntry[] {
  const folded = foldName(words.join(' '));
  return archive.findSpeakers(words.slice(-2).join(' '), libraries).filter(({ speaker }) => {
    const own = foldName(speaker.name);
    return own.length > 1 && own.join(' ') === folded.slice(-own.length).join(' ');
  });
}

function isNoName(word: string, rest: readonly string[]): boolean {
  const [plain = ''] = foldPlain(word);
  if (plain === '' || readTerms(word).length === 0) return true;
  if (ROLE_NOUNS.has(plain) || placeOf(plain) !== undefined) return true;
  return /^\p{Ll}/u.test(word) && rest.every((other) => /^\p{Lu}/u.test(other));
}

const hasWordOf = (name: string, typed: string): boolean => {
  const words = foldName(name);
  return foldName(typed).some((word) => words.includes(word));
};

/** Whose a statement is, beside whom a claim names. Who speaks for a body says what the body is claimed to say. */
export function whoseIs(statement: Statement, claimed: ClaimedSpeaker | null): Whose {
  const { speaker, role, quote, article } = statement;
  if (claimed === null) return 'anybody';
  if (claimed.entries.some((entry) => entry.speaker.id === speaker?.id)) return 'claimed';
  if (speaker === null) return 'untold';
  if (role !== null && /\bspokes/i.test(role) && hasTerms(role, claimed.name)) return 'claimed';
  if (speaker.named) return mayBe(claimed.name, speaker.name) ? 'untold' : 'another';
  const source = `${speaker.name} ${textAt(article.text, quote.source)}`;
  return hasTerms(source, claimed.name) ? 'claimed' : 'untold';
}

/** Whether all words of meaning of a name stand in a text. */
function hasTerms(text: string, name: string): boolean {
  const held = new Set(readTerms(text).map(({ stem }) => stem));
  const typed = readTerms(name);
  return typed.length > 0 && typed.every(({ stem }) => held.has(stem));
}

/** Whether one name is the other with words left out: "Trump" may be any of that name. */
function mayBe(claimed: string, name: string): boolean {
  const [one, other] = [foldName(claimed), foldName(name)];
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short.length > 0 && short.every((word) => long.includes(word));
}

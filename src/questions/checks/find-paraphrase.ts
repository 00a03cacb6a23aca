import type { Archive, Statement } from '../../archive/archive.ts';
import type { LibraryId } from '../../articles/article.ts';
import { readTerms } from '../../language/terms.ts';
import type { Support } from '../answer.ts';
import { answerQuestion } from '../answer-question.ts';
import { readWords } from './wording.ts';

/** The least scores of statements that say in other words what is claimed: of the claimed speaker's, and of anybody's. */
export const PARAPHRASE = { claimed: 0.6, anybody: 0.72 } as const;

/** What the archive has in other words. */
export type Paraphrase =
  | { readonly kind: 'paraphrase' | 'opposite'; readonly support: Support }
  | { readonly kind: 'none'; readonly nearest: Support | null };

/** The most words that are asked for. */
const MOST_WORDS = 60;

/**
 * Looks for a statement that says what is claimed, or its opposite, in other words. None does that lacks one of the claim's
 * numbers or names.
 *
 * @param speaker - the id of the speaker whose statements are looked at; null for everybody's
 */
export function findParaphrase(
  words: string,
  speaker: string | null,
  archive: Archive,
  libraries: readonly LibraryId[],
): Paraphrase {
  const asked = words
    .replace(/[?!.\s]+$/, '')
    .split(/\s+/)
    .slice(0, MOST_WORDS)
    .join(' ');
  const question = `did anyone say ${asked}`;
  const answer =
    speaker === null
      ? answerQuestion(question, archive, libraries)
      : answerQuestion(question, archive, libraries, speaker);
  const [best] = answer.support;
  const least = speaker === null ? PARAPHRASE.anybody : PARAPHRASE.claimed;
  if (!best) return { kind: 'none', nearest: answer.nearest[0] ?? null };
  if (best.score < least || !holdsNames(words, best.statement)) return { kind: 'none', nearest: best };
  // which of many clauses a negation belongs to can't be told
  if (answer.verdict === 'contradicted')
    return readWords(best.statement.text).length > LONG[speaker === null ? 'anybody' : 'claimed']
      ? { kind: 'none', nearest: best }
      : { kind: 'opposite', support: best };
  return answer.verdict === 'supported'
    ? { kind: 'paraphrase', support: best }
    : { kind: 'none', nearest: best };
}

/** With more words than these a statement has several clauses. */
const LONG = { claimed: 40, anybody: 25 } as const;

/** Whether every number and every name of a claim stands in a statement, or is its speaker's. */
function holdsNames(words: string, { text, speaker, role }: Statement): boolean {
  const held = [text, speaker?.name ?? '', role ?? ''].join(' ');
  const keys = new Set(readWords(held).map(({ key }) => key));
  if (readWords(words).some(({ key }) => /\d/.test(key) && !keys.has(key))) return false;
  const stems = new Set(readTerms(held).map(({ stem }) => stem));
  return namesOf(words).every((stem) => stems.has(stem));
}

/** The stems of the names in a text: what has a capital within a sentence, and places; only those where all is in capitals. */
function namesOf(words: string): readonly string[] {
  const isShouted = !/\p{Ll}/u.test(words);
  return words.split(/(?<=[.!?]["”]?)\s+/).flatMap((sentence) => {
    // without a capital at the beginning of the sentence, which is no name
    const text = isShouted
      ? sentence.toLowerCase()
      : sentence.replace(/^\P{L}*\p{Lu}(?=\p{Ll}|\s)/u, (start) => start.toLowerCase());
    return readTerms(text).flatMap(({ stem, isName }) => (isName ? [stem] : []));
  });
}

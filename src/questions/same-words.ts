import type { Archive, Statement } from '../archive/archive.ts';
import type { LibraryId } from '../articles/article.ts';
import { foldPlain } from '../language/names.ts';
import type { Support } from './answer.ts';

/** Fewer words than these are the same by chance: "no comment" said twice is two answers. */
const LEAST_WORDS = 4;

const folded = new WeakMap<Statement, string>();

/** A statement's words without case, punctuation and quotation marks. */
function wordsOf(statement: Statement): string {
  const known = folded.get(statement);
  if (known !== undefined) return known;
  const words = foldPlain(statement.text);
  const key = words.length < LEAST_WORDS ? '' : words.join(' ');
  folded.set(statement, key);
  return key;
}

/** Whether a named speaker says the same words in both; case, punctuation and quotation marks make no difference. */
function areTheSame(one: Statement, other: Statement): boolean {
  if (one.id === other.id || one.speaker === null || one.speaker.id !== other.speaker?.id) return false;
  const words = wordsOf(one);
  return words !== '' && words === wordsOf(other);
}

/**
 * Makes one support of those that are the same words by the same speaker, as when several articles print one quote. The best
 * stays in its place and gets the others' statements, and those of `statements` that hold the same, in `also`.
 *
 * @param support - best first
 * @param statements - all that the asker may see
 */
export function groupSameWords<T extends Support>(
  support: readonly T[],
  statements: readonly Statement[],
): readonly T[] {
  const grouped: T[] = [];
  for (const one of support) {
    if (grouped.some(({ statement }) => areTheSame(statement, one.statement))) continue;
    grouped.push({ ...one, also: statements.filter((other) => areTheSame(one.statement, other)) });
  }
  return grouped;
}

/** The same for an answer's support, with all that the asker may see of the speakers in it. */
export function withSameWords(
  support: readonly Support[],
  archive: Archive,
  libraries: readonly LibraryId[],
): readonly Support[] {
  const speakers = new Set(support.flatMap(({ statement }) => statement.speaker?.id ?? []));
  return groupSameWords(
    support,
    [...speakers].flatMap((id) => archive.statementsBy(id, libraries)),
  );
}

import type { Archive, Statement } from '../archive/archive.ts';
import type { LibraryId } from '../articles/article.ts';
import type { Term } from '../language/terms.ts';
import type { Support } from './answer.ts';
import type { AskedAbout } from './asked-about.ts';
import type { Question } from './question.ts';
import { byDate, isWithin } from './time/period.ts';
import type { QuestionTime } from './time/read-time.ts';

/**
 * The least chances of being right for an answer to "who", for any other answer, and for somebody to have said a thing; below it
 * nobody said it.
 */
export type Least = { readonly who: number; readonly answer: number; readonly said: number };

/** A question with what is needed to answer it. */
export type Asking = {
  readonly question: Question;
  readonly askedAbout: AskedAbout;
  readonly time: QuestionTime;
  readonly archive: Archive;
  readonly libraries: readonly LibraryId[];
  readonly least: Least;
};

/** Whether a statement was made in the time that is asked for. */
export const isInTime = (statement: Statement, { period }: QuestionTime): boolean =>
  period === null || isWithin(statement, period);

/** The same with the newest or the oldest first, where that is asked for. */
export function inOrderOfTime(support: readonly Support[], { order }: QuestionTime): readonly Support[] {
  if (order === null) return support;
  const compare = byDate(order);
  return [...support].sort((a, b) => compare(a.statement, b.statement));
}

/** Whether a question asks about somebody whom the articles don't know. */
export const asksForUnknown = ({ subject, speakers, described }: AskedAbout): boolean =>
  subject !== null && speakers.length === 0 && !described;

/** Stems of words that ask for quotes and tell nothing about them: "everything rutte said", "quotes by rutte". */
const ASKING = new Set(['quot', 'statement', 'said', 'sai', 'everyth', 'word', 'comment', 'remark']);

/** Those of a topic's terms that tell what was said. */
export const tellingTerms = (terms: readonly Term[]): readonly Term[] =>
  terms.filter(({ stem }) => !ASKING.has(stem));

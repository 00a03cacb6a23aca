import type { Archive, Statement } from '../archive/archive.ts';
import type { LibraryId } from '../articles/article.ts';
import type { AskedAbout } from './asked-about.ts';
import type { Question } from './question.ts';
import { isWithin } from './time/period.ts';
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

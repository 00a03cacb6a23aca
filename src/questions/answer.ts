import type { Statement } from '../archive/archive.ts';
import type { Question } from './question.ts';

/**
 * - `answered`: the statements answer the question
 * - `supported`, `contradicted`: somebody said the thing asked about, or its opposite
 * - `not-found`: nobody in the articles said it; what is nearest may be shown as that
 */
export type Verdict = 'answered' | 'supported' | 'contradicted' | 'not-found';

/** A statement that supports an answer. */
export type Support = {
  readonly statement: Statement;
  /** How well it answers, from 0 to 1. */
  readonly score: number;
  /** The words of it that match the question, in lower case. */
  readonly matching: readonly string[];
};

/** What the archive has to say to a question. */
export type Answer = {
  readonly question: Question;
  readonly verdict: Verdict;
  /** The statements that support the verdict, best first, at most ten. */
  readonly support: readonly Support[];
  /** Where the verdict is `not-found`: the statement nearest to what was asked, which is no answer. */
  readonly nearest: Support | null;
};

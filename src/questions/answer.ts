import type { SpeakerEntry, Statement } from '../archive/archive.ts';
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
  /** Other statements of the same words by the same speaker, as when several articles print one quote; mostly empty. */
  readonly also: readonly Statement[];
};

/** What the archive has to say to a question. */
export type Answer = {
  readonly question: Question;
  readonly verdict: Verdict;
  /** The statements that support the verdict, best first, at most ten. */
  readonly support: readonly Support[];
  /** Where the verdict is `not-found`: the statements nearest to what was asked, which are no answers; at most three. */
  readonly nearest: readonly Support[];
  /**
   * The people between whom the question doesn't tell ("trump" where two are called so), most quoted first, at most 25; empty
   * where it tells.
   */
  readonly choices: readonly SpeakerEntry[];
};

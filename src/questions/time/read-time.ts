import type { Period } from '../../language/period.ts';
import { type Order, readOrder } from './order-words.ts';
import { findTime } from './time-phrase.ts';

/** A question and the time that it asks for, apart. */
export type QuestionTime = {
  /** Without the words of time; empty where there were no others: "in august". As it was typed where it asks for no time. */
  readonly question: string;
  /** When the thing was said; null where any time will do. */
  readonly period: Period | null;
  /** Which statements come first; null where the best do. */
  readonly order: Order | null;
  /** The words of the period as they were typed: "in august"; empty where there are none. */
  readonly time: string;
};

/**
 * Reads when the thing asked for was said ("in august", "since monday") and whether the newest or the oldest comes first ("latest from
 * zelensky"). A time that may belong to a claim stays in the question: "who said the war ends in 2026".
 *
 * @param typed - as a person types it
 * @param today - as YYYY-MM-DD, from which "yesterday" counts
 */
export function readTime(typed: string, today: string): QuestionTime {
  const plain = typed
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[?!.\s]+$/, '');
  const timed = findTime(plain, today);
  const ordered = readOrder(timed?.question ?? plain);
  // "latest quotes in august" is read from its end, "latest in august from rutte" once "latest" is gone
  const again = timed === null && ordered !== null ? findTime(ordered.question, today) : null;
  const found = timed ?? again;
  if (found === null && ordered === null) return { question: typed, period: null, order: null, time: '' };
  return {
    question: (again ?? ordered ?? timed)?.question ?? '',
    period: found?.period ?? null,
    order: ordered?.order ?? (found !== null && found.period === null ? 'newest' : null),
    time: found === null || found.period === null ? '' : found.time,
  };
}

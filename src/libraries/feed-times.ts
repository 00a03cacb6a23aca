import type { Feed } from '../storage/storage.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** When feeds are asked, in milliseconds. */
export const FEED_TIMES = {
  /** How long a feed is left alone at least, usually, and at most, where all goes well. */
  least: 10 * MINUTE,
  usual: 15 * MINUTE,
  most: 6 * HOUR,
  /** When a feed is asked again that had more to bring than is taken at once. */
  rest: 5 * MINUTE,
  /** The longest time after failures. */
  longestBackOff: DAY,
  /** When a feed is asked again that is gone for good. */
  gone: 365 * DAY,
  /** How long a feed is one process's. */
  claim: 10 * MINUTE,
  /** How long an item is remembered that the feed doesn't show any more. */
  remembered: 90 * DAY,
} as const;

/** How far chance moves a time, either way, so that feeds that were added together are not asked together for ever. */
const JITTER = 0.1;
/** Which part of the time since a feed brought something is waited until it is asked again. */
const PART = 1 / 4;

const jittered = (wait: number, random: () => number): number => wait * (1 + JITTER * (2 * random() - 1));

/**
 * How long to leave a feed alone after it could be had: a quarter of the time since it last brought something, from 10 minutes to 6
 * hours, and no less than it asks for, up to 6 hours too. So a feed that brings something every hour is asked every 10 to 15 minutes,
 * and one that brings something once a week some six times a day.
 *
 * @param feed - as it was before it was asked
 * @param asked - what has come of it: whether an article, and how long the feed wants to be left alone
 * @param random - from 0 up to 1
 */
export function waitAfterSuccess(
  { broughtAt, addedAt }: Pick<Feed, 'broughtAt' | 'addedAt'>,
  asked: { readonly hasBrought: boolean; readonly wish: number | null; readonly now: number },
  random: () => number,
): number {
  const { least, usual, most } = FEED_TIMES;
  const since = asked.now - (broughtAt ?? addedAt);
  const longest = asked.hasBrought ? usual : most;
  const wait = Math.min(longest, Math.max(least, since * PART));
  const wish = Math.min(most, asked.wish ?? 0);
  return Math.max(jittered(wait, random), later(wish, random));
}

/** A time that somebody asked to be left alone for: chance may only lengthen it. */
const later = (wait: number, random: () => number): number => wait * (1 + JITTER * random());

/**
 * How long to leave a feed alone after it could not be had: 15 minutes, twice that after each further failure, up to 24 hours; longer
 * where the server asks for it.
 *
 * @param failures - how many times in a row it could not be had, at least 1
 */
export function waitAfterFailure(
  { failures, retryAfter }: { readonly failures: number; readonly retryAfter: number | null },
  random: () => number,
): number {
  const wait = Math.min(FEED_TIMES.longestBackOff, FEED_TIMES.usual * 2 ** (failures - 1));
  return Math.max(jittered(wait, random), later(retryAfter ?? 0, random));
}

/** How long an answer holds, in milliseconds, as its Cache-Control and Age headers tell it (RFC 9111); null where they don't. */
export function freshness(headers: Readonly<Partial<Record<string, string>>>): number | null {
  const { 'cache-control': told = '', age = '' } = headers;
  const seconds = /(?:^|[\s,])max-age\s*=\s*"?(\d{1,9})/i.exec(told)?.[1];
  if (seconds === undefined) return null;
  const spent = /^\d{1,9}$/.test(age) ? Number(age) : 0;
  return Math.max(0, Number(seconds) - spent) * 1000;
}

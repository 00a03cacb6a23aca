import { isAmbiguous, readTypedDay } from '../../language/dates.ts';
import { inLatestYear, type Period, readPeriod } from '../../language/period.ts';

/** The values of options that say from when and up to when, as they are typed. */
export type TypedBounds = { readonly since?: string | undefined; readonly until?: string | undefined };

/** The period between two dates, or the sentence that says what is wrong with them. */
export type Bounds =
  | { readonly ok: true; readonly period: Period | null }
  | { readonly ok: false; readonly problem: string };

/**
 * Reads dates as people type them into options: "2016-08-01", "august 2016", "last monday", "1 Aug". Without a year it is the last such time
 * up to today. From a month or a year on means from its first day, up to one means up to its last. The period is null where neither is given.
 */
export function readBounds({ since: from, until: to }: TypedBounds, today: string): Bounds {
  const since = from === undefined ? null : readDays(from, today);
  const until = to === undefined ? null : readDays(to, today);
  for (const [typed, days] of [
    [from, since],
    [to, until],
  ] as const)
    if (typed !== undefined && days === null) return { ok: false, problem: unreadable(typed) };
  if (since === null && until === null) return { ok: true, period: null };
  const period: Period = { since: since?.since ?? null, until: until?.until ?? null, yearly: false };
  if (period.since !== null && period.until !== null && period.since > period.until)
    return { ok: false, problem: `“${to}” is before “${from}”: no time lies between them.` };
  return { ok: true, period };
}

/** The first and the last day that a date means; null where it can't be read. */
function readDays(typed: string, today: string): { readonly since: string; readonly until: string } | null {
  const bare = typed.trim().replace(/^(?:since|from|until|till|to|up to|in|on) /i, '');
  const period = readPeriod(bare, today);
  const { since, until } = period ? inLatestYear(period, today) : { since: null, until: null };
  if (since !== null && until !== null) return { since, until };
  const day = readTypedDay(bare, today);
  return day === null ? null : { since: day, until: day };
}

const unreadable = (typed: string): string =>
  isAmbiguous(typed)
    ? `“${typed}” may be either of two days: write it as YYYY-MM-DD.`
    : `“${typed}” is no date that I can read: try 2016-08-01, August 2016 or last Monday.`;

import { addDays, partsOf } from './calendar.ts';
import { anchored, normalTime, type Point, type PointKind, readPoint } from './time-points.ts';

/**
 * The days from `since` to `until`, both included; null where it is open. As YYYY-MM-DD, or, where no year is told (`yearly`), both as
 * MM-DD: those days of every year. A yearly period whose `until` comes before its `since` goes over the new year.
 */
export type Period =
  | { readonly since: string | null; readonly until: string | null; readonly yearly: false }
  | { readonly since: string; readonly until: string; readonly yearly: true };

/** Words that tell a time, with what they begin with and what kind of time it is. */
export type TimeWords = {
  readonly period: Period;
  /** The preposition before it, "between" and "from" of a range among them; empty where there is none. */
  readonly preposition: string;
  readonly kind: PointKind | 'range';
  /** The month or season, in lower case, where that word is all of the time: "may", "in fall"; otherwise null. */
  readonly name: string | null;
};

/** The kinds of time that a preposition stands before; those that aren't here stand before all. */
const STANDS_BEFORE: Readonly<Record<string, readonly PointKind[]>> = {
  in: ['month', 'season', 'year', 'rolling', 'part'],
  on: ['day', 'weekday'],
  at: ['part'],
  over: ['rolling', 'relative', 'season'],
  within: ['rolling', 'relative'],
  for: ['rolling'],
};
const PREPOSITION =
  /^(in|on|at|during|over|throughout|within|for|from|since|after|before|prior to|until|till|by|up to) (.+)$/;
const ONWARDS = /^(?:from |since )?(.+?) (?:on|onwards?|or later)$/;
const RANGE = /^(?:(from|between) )?(.+?) (?:(and)|to|until|till|through|thru|up to) (.+)$/;

/**
 * Reads words that tell a time and nothing else, with or without a preposition: "in august", "since monday", "before march", "last week",
 * "between 3 and 10 march", "from june to august 2016", "2016-08-01". Null where they say anything else.
 *
 * @param today - the day from which "monday" or "last week" counts, and which "since august" is the last August up to; null where it
 * isn't known, so that such words tell nothing
 */
export function readTimeWords(text: string, today: string | null): TimeWords | null {
  if (text.length > 60) return null;
  const words = normalTime(text);
  const range = readRange(words, today);
  if (range) return range;
  const onwards = ONWARDS.exec(words)?.[1];
  if (onwards !== undefined) return opened('since', readPoint(onwards, today), today);
  const [, preposition = '', named = words] = PREPOSITION.exec(words) ?? [];
  // "in the last month" is not the calendar's, as "last month" is
  const counted = /^(?:in|over|within)$/.test(preposition)
    ? named.replace(/^last (?=(?:week|month|year)$)/, 'past ')
    : named;
  const told = readPoint(counted, today);
  if (told === null || STANDS_BEFORE[preposition]?.includes(told.kind) === false) return null;
  const open = opened(preposition, told, today);
  if (open === null) return null;
  const isName = /^(?:month|season)$/.test(told.kind) && /^[a-z]+\.?$/.test(named);
  return isName ? { ...open, name: named.replace('.', '') } : open;
}

/** The period that words tell; see {@link readTimeWords}. */
export const readPeriod = (text: string, today: string | null): Period | null =>
  readTimeWords(text, today)?.period ?? null;

/** What a preposition makes of a time: "since august", "after the 5th"; any other leaves it as it is. */
function opened(preposition: string, told: Point | null, today: string | null): TimeWords | null {
  if (told === null) return null;
  const made = (since: string | null, until: string | null): TimeWords => ({
    period: { since, until, yearly: false },
    preposition,
    kind: told.kind,
    name: null,
  });
  if (!/^(?:since|after|before|prior to|until|till|by|up to)$/.test(preposition))
    return { period: periodOf(told), preposition, kind: told.kind, name: null };
  if (told.yearly && today === null) return null;
  const { since, until } = anchored(told, today ?? '');
  if (preposition === 'since') return made(since, null);
  if (preposition === 'after') return made(addDays(until, 1), null);
  if (preposition === 'before' || preposition === 'prior to') return made(null, addDays(since, -1));
  return made(null, until);
}

const periodOf = ({ since, until, yearly }: Point): Period => ({ since, until, yearly });

/** "between 3 and 10 march", "from june to august 2016", "2015-2017", "march 3-10". */
function readRange(words: string, today: string | null): TimeWords | null {
  const dashed = words
    .replace(/^(from |between )?(\d{4}) ?[–—-] ?(\d{4})$/, '$1$2 to $3')
    .replace(
      /^(from |between |in )?(\d{1,2}|[a-z]{3,9}(?: \d{4})?) ?[–—-] ?(?=\d{1,2} [a-z]|[a-z])/,
      '$1$2 to ',
    )
    .replace(/^(from |between |on )?([a-z]{3,9} \d{1,2}) ?[–—-] ?(?=\d{1,2}(?: |$))/, '$1$2 to ')
    .replace(/ [–—-] /, ' to ')
    .replace(/^(?:in|on) (?=.* to )/, '');
  const [, preposition = '', from = '', and, to = ''] = RANGE.exec(dashed) ?? [];
  if (from === '' || (and !== undefined && preposition !== 'between')) return null;
  const until = readPoint(completed(to, from), today);
  const since = readPoint(completed(from, to), today);
  if (since === null || until === null) return null;
  const period = joined(since, until, today);
  return period && { period, preposition, kind: 'range', name: null };
}

/** A bare day with the month of the other end of a range: "3" beside "10 march 2016" -> "3 march 2016". */
function completed(end: string, other: string): string {
  const [, day, year = ''] = /^(\d{1,2})( \d{4})?$/.exec(end) ?? [];
  if (day === undefined) return end;
  const month = /[a-z]{3,9}\.?/.exec(other)?.[0] ?? '';
  return `${day} ${month}${year || (/ \d{4}$/.exec(other)?.[0] ?? '')}`;
}

/** The period between two times; where one alone has a year, the other is the nearest that fits. */
function joined(from: Point, to: Point, today: string | null): Period | null {
  if (from.yearly && to.yearly) return { since: from.since, until: to.until, yearly: true };
  if (to.yearly) {
    const since = from.since;
    const sameYear = anchored(to, `${partsOf(since)[0]}-12-31`);
    const until = sameYear.until >= since ? sameYear : anchored(to, `${partsOf(since)[0] + 1}-12-31`);
    return { since, until: until.until, yearly: false };
  }
  const since = from.yearly ? anchored(from, to.until).since : from.since;
  if (since <= to.until) return { since, until: to.until, yearly: false };
  // "from friday to monday": the last monday, and the friday before it
  if (from.kind !== 'weekday' || to.kind !== 'weekday' || today === null) return null;
  return { since: addDays(since, -7), until: to.until, yearly: false };
}

/** A period without a year as the last one that began up to a day; any other stays as it is. */
export function inLatestYear(period: Period, today: string): Period {
  return period.yearly ? periodOf(anchored({ ...period, kind: 'month' }, today)) : period;
}

import type { Statement } from '../../archive/archive.ts';
import { daysBetween, daysOf, partsOf } from '../../language/calendar.ts';
import { inLatestYear, type Period, readPeriod } from '../../language/period.ts';
import type { Order } from './order-words.ts';

export { type Period, readPeriod };

/**
 * The days on one of which a statement was made, both included: as YYYY-MM-DD, or as MM-DD where nothing tells the year (`yearly`).
 */
export type StatementDate = { readonly from: string; readonly to: string; readonly yearly: boolean };

/** The most days of a statement's date that may lie partly outside of a period: "in August" for one from the 5th on. */
const LONGEST_PARTLY = 31;

const dates = new WeakMap<Statement, StatementDate | null>();

/**
 * When a statement was made, as far as anything tells: the day that its article tells for it ("on March 16" in an article of that year),
 * the longer time that it tells ("in August", "last week"), or else the day on which the article was published, on or before which it was
 * made. Where no year is known, the day or month alone. Null where nothing is told.
 */
export function dateOf(statement: Statement): StatementDate | null {
  const known = dates.get(statement);
  if (known !== undefined) return known;
  const date = told(statement);
  dates.set(statement, date);
  return date;
}

function told({ said, article: { published } }: Statement): StatementDate | null {
  if (said.date !== null) return { from: said.date, to: said.date, yearly: false };
  const worded = said.when === null ? null : readPeriod(said.when.replace(/^back /i, ''), published);
  const period = worded && published !== null ? inLatestYear(worded, published) : worded;
  if (period?.since && period.until && (period.yearly || published === null || period.since <= published)) {
    const isCut = !period.yearly && published !== null && period.until > published;
    return { from: period.since, to: isCut ? published : period.until, yearly: period.yearly };
  }
  return published === null ? null : { from: published, to: published, yearly: false };
}

/**
 * Whether a statement was made within a period, both its days included. A statement without a date is within none. One whose year isn't
 * known is within a period without a year alone. One of which only a longer time is known ("in August", "in 2014") is within a period
 * that holds all of it; if it is a month at most, also within one that holds a part of it.
 */
export function isWithin(statement: Statement, period: Period): boolean {
  const date = dateOf(statement);
  if (date === null || (date.yearly && !period.yearly)) return false;
  if (period.yearly) return isWithinYearly(date, period);
  const { since, until } = period;
  if (date.from >= (since ?? date.from) && date.to <= (until ?? date.to)) return true;
  const meets = date.to >= (since ?? date.to) && date.from <= (until ?? date.from);
  return meets && daysBetween(date.from, date.to) < LONGEST_PARTLY;
}

/** Whether a statement's days lie in, or are a month at most and touch, those of some year. */
function isWithinYearly(date: StatementDate, period: Period & { readonly yearly: true }): boolean {
  if (!date.yearly && daysBetween(date.from, date.to) >= LONGEST_PARTLY) {
    const years = [partsOf(date.from)[0] - 1, partsOf(date.from)[0]];
    return years.some(
      (year) => holds(inYear(period, year), date.from) && holds(inYear(period, year), date.to),
    );
  }
  const [from, to] = [date.from.slice(-5), date.to.slice(-5)];
  return (
    isIn(from, period.since, period.until) ||
    isIn(to, period.since, period.until) ||
    isIn(period.since, from, to)
  );
}

type Days = { readonly since: string; readonly until: string };

const inYear = ({ since, until }: Days, year: number): Days => ({
  since: `${year}-${since}`,
  until: `${until < since ? year + 1 : year}-${until}`,
});
const holds = ({ since, until }: Days, day: string): boolean => since <= day && day <= until;

/** Whether a day of the year lies between two, over the new year where the second comes before the first. */
const isIn = (day: string, since: string, until: string): boolean =>
  since <= until ? since <= day && day <= until : day >= since || day <= until;

/**
 * Compares statements for a sort, the newest or the oldest first. Behind those with a date come those of which no year is known, in the
 * same order by day, and then those without any date; what is equal stays as it is.
 */
export function byDate(order: Order): (one: Statement, other: Statement) => number {
  const sign = order === 'newest' ? -1 : 1;
  return (one, other) => {
    const [a, b] = [dateOf(one), dateOf(other)];
    const rank = rankOf(a) - rankOf(b);
    if (rank !== 0 || a === null || b === null) return rank;
    return sign * (compare(a.to, b.to) || compare(a.from, b.from));
  };
}

const rankOf = (date: StatementDate | null): number => (date === null ? 2 : Number(date.yearly));
const compare = (one: string, other: string): number => Number(one > other) - Number(one < other);

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** A day in words: "2016-08-05" -> "August 5, 2016"; "08-05" -> "August 5". */
function dayInWords(day: string): string {
  const [date = 1, month = 1, year] = day.split('-').map(Number).reverse();
  return `${MONTHS[month - 1]} ${date}${year === undefined ? '' : `, ${year}`}`;
}

/** A period in words that stand behind "said": "in August 2016", "since March 1, 2026", "from June 1 to July 31 of any year". */
export function periodInWords(period: Period): string {
  const { since, until, yearly } = period;
  const ofAnyYear = yearly ? ' of any year' : '';
  if (since !== null && since === until) return `on ${dayInWords(since)}${ofAnyYear}`;
  if (since !== null && until !== null)
    return `${wholeInWords(since, until) ?? `from ${dayInWords(since)} to ${dayInWords(until)}`}${ofAnyYear}`;
  if (since !== null) return `since ${dayInWords(since)}`;
  return until === null ? 'at any time' : `until ${dayInWords(until)}`;
}

/** The whole month or year between two days; null where they hold more or less than one. */
function wholeInWords(since: string, until: string): string | null {
  const [day, month = 1, year] = since.split('-').map(Number).reverse();
  if (year !== undefined && since === `${year}-01-01` && until === `${year}-12-31`) return `in ${year}`;
  const isWhole = day === 1 && until === `${since.slice(0, -2)}${daysOf(year ?? 2000, month)}`;
  return isWhole ? `in ${MONTHS[month - 1]}${year === undefined ? '' : ` ${year}`}` : null;
}

import { addDays, addMonths, dayOf, daysOf, hasDay, partsOf, weekdayOf } from './calendar.ts';

/** What kind of time words name, which tells the prepositions that they stand with: "on" a day, "in" a month. */
export type PointKind = 'day' | 'weekday' | 'month' | 'season' | 'year' | 'relative' | 'rolling' | 'part';

/**
 * A stretch of days that words name by themselves ("august 2016", "last week"), both ends included: as YYYY-MM-DD, or as MM-DD where
 * they tell no year (`yearly`), so that `until` may come before `since`: from November to February.
 */
export type Point = {
  readonly since: string;
  readonly until: string;
  readonly yearly: boolean;
  readonly kind: PointKind;
};

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const WEEKDAY = '(?:mon|tues|wednes|thurs|fri|satur|sun)day';
const SEASONS: Readonly<Record<string, number>> = { spring: 3, summer: 6, autumn: 9, fall: 9, winter: 12 };
const SEASON = '(?:spring|summer|autumn|fall|winter)';
const YEAR = '(?:1[89]\\d\\d|20\\d\\d)';
const TIME_OF_DAY = '(?:morning|afternoon|evening|night)';
const NUMBERS = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const SMALL: Readonly<Record<string, number>> = { a: 1, an: 1, 'a couple of': 2, 'a few': 3, several: 3 };

/** The month that a word names, from 1; 0 for none. */
const monthOf = (word: string): number => MONTHS.indexOf(word.slice(0, 3)) + 1;

/** Words of time in one manner: lower case, figures for numbers, no commas, "early" for "the beginning of". */
export function normalTime(text: string): string {
  return text
    .toLowerCase()
    .replace(/[,\s]+/g, ' ')
    .trim()
    .replace(/\bfirst of (?=[a-z])/g, '1 ')
    .replace(/\b(\d{1,2})(?:st|nd|rd|th)\b/g, '$1')
    .replace(/\b(?:the )?(?:very )?(?:end of|late in|end-)\s?/g, 'late ')
    .replace(/\b(?:the )?(?:very )?(?:beginning of|start of|early in|early-)\s?/g, 'early ')
    .replace(/\b(?:the )?(?:middle of|mid-)\s?/g, 'mid ')
    .replace(/\b(a couple of|a few|an?|several)(?= (?:days?|weeks?|months?|years?)\b)/g, (word) =>
      String(SMALL[word]),
    )
    .replace(new RegExp(`\\b(${NUMBERS.join('|')})(?= (?:days?|weeks?|months?|years?)\\b)`, 'g'), (word) =>
      String(NUMBERS.indexOf(word) + 1),
    )
    .replace(/['’](\d\d)\b(?!s)/g, (_, year: string) =>
      String(Number(year) > 69 ? 1900 + Number(year) : 2000 + Number(year)),
    )
    .replace(/ of (?=\S)/g, ' ')
    .replace(/\bthe (?!day before)/g, '');
}

type Groups = Readonly<Record<string, string | undefined>>;
/** Reads the groups of a match; null where there is no such day. */
type Reader = (groups: Groups) => Point | null;
type RelativeReader = (groups: Groups, today: string) => Point | null;

const point = (since: string, until: string, kind: PointKind, yearly = false): Point => ({
  since,
  until,
  yearly,
  kind,
});

const monthDay = (month: number, day: number): string => dayOf(2000, month, day).slice(5);

/** A day by what is told of it; a day without a year comes back every year. */
function readDay({ year, month = '', day = '' }: Groups): Point | null {
  const number = /^\d/.test(month) ? Number(month) : monthOf(month);
  if (!hasDay(year === undefined ? 2000 : Number(year), number, Number(day))) return null;
  if (year === undefined)
    return point(monthDay(number, Number(day)), monthDay(number, Number(day)), 'day', true);
  const told = dayOf(Number(year), number, Number(day));
  return point(told, told, 'day');
}

/** A day in figures; null where it is another one in America than in Europe: "06/01/2026". */
function readFigures({ first = '', second = '', year }: Groups): Point | null {
  if (Number(first) <= 12 && Number(second) <= 12 && first !== second) return null;
  const [month, day] = Number(first) > 12 ? [second, first] : [first, second];
  return readDay({ year, month, day });
}

/** The days of a month on which its early, middle or late part begins and ends. */
const PARTS: Readonly<Record<string, readonly [from: number, to: number]>> = {
  early: [1, 10],
  mid: [11, 20],
  late: [21, 31],
};

function readMonth({ part, month = '', year }: Groups): Point {
  const number = /^\d/.test(month) ? Number(month) : monthOf(month);
  const at = year === undefined ? 2000 : Number(year);
  const [from, to] = PARTS[part ?? ''] ?? [1, 31];
  const days = [from, Math.min(to, daysOf(at, number))].map((day) => dayOf(at, number, day));
  return inYear(days[0] ?? '', days[1] ?? '', part === undefined ? 'month' : 'part', year);
}

/** Three months; the winter of 2016 begins in its December. A part is one of them. */
function readSeason({ part, season = '', year }: Groups): Point {
  const at = year === undefined ? 2000 : Number(year);
  const first = SEASONS[season] ?? 1;
  const [from, to] =
    part === undefined
      ? [0, 2]
      : ([
          [0, 0],
          [1, 1],
          [2, 2],
        ][Object.keys(PARTS).indexOf(part)] ?? [0, 2]);
  const until =
    year === undefined && first + (to ?? 0) > 12
      ? dayOf(2000, first + (to ?? 0) - 11, 0)
      : dayOf(at, first + (to ?? 0) + 1, 0);
  return inYear(dayOf(at, first + (from ?? 0), 1), until, 'season', year);
}

const inYear = (since: string, until: string, kind: PointKind, year: string | undefined): Point =>
  year === undefined ? point(since.slice(5), until.slice(5), kind, true) : point(since, until, kind);

/** A year, or the third of it that is its early, middle or late part. */
function readYear({ part, year = '' }: Groups): Point {
  const at = Object.keys(PARTS).indexOf(part ?? '');
  if (at < 0) return point(`${year}-01-01`, `${year}-12-31`, 'year');
  return point(dayOf(Number(year), 1 + at * 4, 1), dayOf(Number(year), 5 + at * 4, 0), 'part');
}

function readDecade({ decade = '' }: Groups): Point {
  const from =
    decade.length > 1 ? Number(decade) * 10 : Number(decade) * 10 + (Number(decade) > 2 ? 1900 : 2000);
  return point(`${from}-01-01`, `${from + 9}-12-31`, 'year');
}

/** The last time up to a day that a stretch without a year began; one with a year stays as it is. */
export function anchored(told: Point, today: string): Point {
  if (!told.yearly) return told;
  const [year] = partsOf(today);
  const began = [year, year - 1].find((at) => inYearOf(told.since, at) <= today) ?? year - 1;
  const ends = told.until < told.since ? began + 1 : began;
  return point(inYearOf(told.since, began), inYearOf(told.until, ends), told.kind);
}

/** A day of a year, the 28th for February 29 where it has none. */
function inYearOf(monthAndDay: string, year: number): string {
  const [month = 1, day = 1] = monthAndDay.split('-').map(Number);
  return dayOf(year, month, Math.min(day, daysOf(year, month)));
}

/** "last august", "this week", "late last year", "earlier this month". */
function readNamed({ part, which = '', unit = '' }: Groups, today: string): Point | null {
  const last = which !== 'this';
  const found = namedUnit(unit, last, today, which === 'past');
  if (found === null || part === undefined) return found;
  if (/^earlier|later$/.test(part)) return { ...found, until: found.until < today ? found.until : today };
  const [year = 0, month = 0] = partsOf(found.since);
  if (unit === 'year') return { ...readYear({ part, year: String(year) }), kind: 'relative' };
  if (unit === 'month' || monthOf(unit) > 0)
    return { ...readMonth({ part, month: String(month), year: String(year) }), kind: 'relative' };
  return found;
}

function namedUnit(unit: string, last: boolean, today: string, past: boolean): Point | null {
  if (past && /^(?:week|month|year)$/.test(unit)) return readRolling({ count: '1', unit }, today);
  const [year, month] = partsOf(today);
  const back = last ? 1 : 0;
  const monday = addDays(today, -weekdayOf(today));
  if (unit === 'week') return point(addDays(monday, -7 * back), addDays(monday, 6 - 7 * back), 'relative');
  if (unit === 'weekend') return readWeekend({}, today);
  if (unit === 'month')
    return point(dayOf(year, month - back, 1), dayOf(year, month - back + 1, 0), 'relative');
  if (unit === 'year') return point(`${year - back}-01-01`, `${year - back}-12-31`, 'relative');
  if (unit === 'night') return point(addDays(today, -back), last ? addDays(today, -1) : today, 'relative');
  if (/^(?:morning|afternoon|evening)$/.test(unit)) return last ? null : point(today, today, 'relative');
  if (unit.endsWith('day')) {
    const weekday = lastWeekday(unit, last ? addDays(today, -1) : today);
    return { ...weekday, kind: 'weekday' };
  }
  const named = unit in SEASONS ? readSeason({ season: unit }) : readMonth({ month: unit });
  const told = { ...anchored(named, today), kind: 'relative' as const };
  if (!last || told.until < today) return told;
  return { ...anchored(named, addDays(told.since, -1)), kind: 'relative' };
}

/** The last such day of the week up to a day. */
function lastWeekday(name: string, upTo: string): Point {
  const back = (weekdayOf(upTo) - WEEKDAYS.indexOf(name.slice(0, 3)) + 7) % 7;
  const day = addDays(upTo, -back);
  return point(day, day, 'weekday');
}

/** The last Saturday up to today, and the day after it. */
function readWeekend(_: Groups, today: string): Point {
  const { since } = lastWeekday('saturday', today);
  return point(since, addDays(since, 1), 'relative');
}

/** A day so many days, weeks, months or years before another. */
function back(count: number, unit: string, from: string): string {
  if (unit === 'day') return addDays(from, -count);
  if (unit === 'week') return addDays(from, -7 * count);
  return addMonths(from, unit === 'month' ? -count : -12 * count);
}

function readRolling({ count = '1', unit = 'day' }: Groups, today: string): Point {
  return point(back(Number(count), unit, today), today, 'rolling');
}

/** "3 days ago" is that day, "2 weeks ago" the week around it, "a year ago" the year. */
function readAgo({ count = '1', unit = 'day' }: Groups, today: string): Point | null {
  const day = back(Number(count), unit, today);
  if (unit === 'day') return point(day, day, 'relative');
  const around = namedUnit(unit, false, day, false);
  return around && { ...around, until: around.until < today ? around.until : today };
}

const PART_OF = '(?:(?<part>early|mid|late) )?';
const ON_WEEKDAY = `(?:${WEEKDAY} )?`;

/** Times that are the same whenever they are read. */
const FIXED: readonly (readonly [string, Reader])[] = [
  ['(?<year>\\d{4})[-/.](?<month>\\d{1,2})[-/.](?<day>\\d{1,2})', readDay],
  ['(?<first>\\d{1,2})[-/.](?<second>\\d{1,2})[-/.](?<year>\\d{4})', readFigures],
  [`(?<year>${YEAR})[-/](?<month>0[1-9]|1[0-2])`, readMonth],
  [`(?<month>0?[1-9]|1[0-2])/(?<year>${YEAR})`, readMonth],
  [`${ON_WEEKDAY}(?<day>\\d{1,2}) (?<month>${MONTH})(?: (?<year>${YEAR}))?`, readDay],
  [`${ON_WEEKDAY}(?<month>${MONTH}) (?<day>\\d{1,2})(?: (?<year>${YEAR}))?`, readDay],
  [`${PART_OF}(?<month>${MONTH})(?: (?<year>${YEAR}))?`, readMonth],
  [`${PART_OF}(?<year>${YEAR})`, readYear],
  [`${PART_OF}(?<season>${SEASON})(?: (?<year>${YEAR}))?`, readSeason],
  [
    "(?<decade>1[89]\\d|20\\d)0s|['’]?(?<short>\\d)0s",
    ({ decade, short }) => readDecade({ decade: decade ?? short }),
  ],
];

/** Times that count from the day on which they are written. */
const COUNTED: readonly (readonly [string, RelativeReader])[] = [
  [
    `(?:(?<part>early|mid|late|earlier|later) )?(?<which>last|this|previous|past) (?<unit>week|weekend|month|year|${SEASON}|${MONTH}|${WEEKDAY}|${TIME_OF_DAY})(?: ${TIME_OF_DAY})?`,
    readNamed,
  ],
  ['(?:last|past|previous) (?<count>\\d{1,3}) (?<unit>day|week|month|year)s?', readRolling],
  ['(?<count>\\d{1,3}) (?<unit>day|week|month|year)s? ago', readAgo],
  [
    `(?:earlier |late |later )?(?:today|tonight)(?: ${TIME_OF_DAY})?`,
    (_, today) => point(today, today, 'relative'),
  ],
  [
    `(?:earlier |late )?yesterday(?: ${TIME_OF_DAY})?`,
    (_, today) => point(addDays(today, -1), addDays(today, -1), 'relative'),
  ],
  ['(?:the )?day before yesterday', (_, today) => point(addDays(today, -2), addDays(today, -2), 'relative')],
  [
    `(?:early |late )?(?<name>${WEEKDAY})(?: ${TIME_OF_DAY})?`,
    ({ name = '' }, today) => lastWeekday(name, today),
  ],
  ['weekend', readWeekend],
];

const whole = (pattern: string): RegExp => new RegExp(`^(?:${pattern})$`);
const fixed = FIXED.map(([pattern, read]) => [whole(pattern), read] as const);
const counted = COUNTED.map(([pattern, read]) => [whole(pattern), read] as const);

/**
 * The days that words name, without a preposition: "5 may", "august 2016", "the summer of 2016", "last week", "3 days ago".
 *
 * @param words - as {@link normalTime} gives them
 * @param today - the day from which "last week" counts; null where it isn't known, so that such words name nothing
 */
export function readPoint(words: string, today: string | null): Point | null {
  for (const [pattern, read] of fixed) {
    const match = pattern.exec(words);
    if (match) return read(match.groups ?? {});
  }
  if (today === null) return null;
  for (const [pattern, read] of counted) {
    const match = pattern.exec(words);
    if (match) return read(match.groups ?? {}, today);
  }
  return null;
}

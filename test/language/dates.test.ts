import { describe, expect, it } from 'vitest';
import { readTypedDay, resolveDay } from '../../src/language/dates.ts';
import { inLatestYear, readPeriod } from '../../src/language/period.ts';

/** A Wednesday. */
const TODAY = '2026-11-25';

/** The period that words tell, as "since..until"; "yearly" before it where it is one of every year. */
function told(text: string, today: string | null = TODAY): string | null {
  const period = readPeriod(text, today);
  return period && `${period.yearly ? 'yearly ' : ''}${period.since ?? ''}..${period.until ?? ''}`;
}

describe('a time with its year', () => {
  it.each([
    ['in 2016', '2016-01-01..2016-12-31'],
    ['in September 2016', '2016-09-01..2016-09-30'],
    ['in february of 2016', '2016-02-01..2016-02-29'],
    ["aug '16", '2016-08-01..2016-08-31'],
    ['2016-08', '2016-08-01..2016-08-31'],
    ['2016-08-01', '2016-08-01..2016-08-01'],
    ['13/08/2016', '2016-08-13..2016-08-13'],
    ['on the 5th of May, 2015', '2015-05-05..2015-05-05'],
    ['Saturday, Aug. 6, 2016', '2016-08-06..2016-08-06'],
    ['in the summer of 2016', '2016-06-01..2016-08-31'],
    ['in the winter of 2016', '2016-12-01..2017-02-28'],
    ['early in 2016', '2016-01-01..2016-04-30'],
    ['at the end of august 2016', '2016-08-21..2016-08-31'],
    ['mid-August 2016', '2016-08-11..2016-08-20'],
    ['in the 1990s', '1990-01-01..1999-12-31'],
  ])('is those days: %s', (text, period) => {
    expect(told(text)).toBe(period);
    expect(told(text, null)).toBe(period);
  });
});

describe('a time without its year', () => {
  it.each([
    ['in august', 'yearly 08-01..08-31'],
    ['on March 16', 'yearly 03-16..03-16'],
    ['1 Aug', 'yearly 08-01..08-01'],
    ['in february', 'yearly 02-01..02-29'],
    ['in winter', 'yearly 12-01..02-29'],
    ['late in august', 'yearly 08-21..08-31'],
    ['between 3 and 10 march', 'yearly 03-03..03-10'],
    ['from June to August', 'yearly 06-01..08-31'],
    ['from november to february', 'yearly 11-01..02-29'],
  ])('is that of every year: %s', (text, period) => {
    expect(told(text)).toBe(period);
  });

  it.each([
    ['08-01', '08-31', '2026-08-01..2026-08-31'],
    ['12-01', '12-24', '2025-12-01..2025-12-24'],
    ['12-01', '02-29', '2025-12-01..2026-02-28'],
  ])('becomes the last one that has begun: %s to %s', (since, until, period) => {
    const latest = inLatestYear({ since, until, yearly: true }, TODAY);
    expect(`${latest.since}..${latest.until}`).toBe(period);
  });
});

describe('a time that counts from today', () => {
  it.each([
    ['yesterday', '2026-11-24..2026-11-24'],
    ['last night', '2026-11-24..2026-11-24'],
    ['the day before yesterday', '2026-11-23..2026-11-23'],
    ['this week', '2026-11-23..2026-11-29'],
    ['last week', '2026-11-16..2026-11-22'],
    ['over the weekend', '2026-11-21..2026-11-22'],
    ['this month', '2026-11-01..2026-11-30'],
    ['last year', '2025-01-01..2025-12-31'],
    ['last august', '2026-08-01..2026-08-31'],
    ['last November', '2025-11-01..2025-11-30'],
    ['last summer', '2026-06-01..2026-08-31'],
    ['last Wednesday', '2026-11-18..2026-11-18'],
    ['on Wednesday', '2026-11-25..2026-11-25'],
    ['on friday', '2026-11-20..2026-11-20'],
    ['early this year', '2026-01-01..2026-04-30'],
    ['late last year', '2025-09-01..2025-12-31'],
    ['earlier this month', '2026-11-01..2026-11-25'],
    ['in the last three days', '2026-11-22..2026-11-25'],
    ['the past week', '2026-11-18..2026-11-25'],
    ['3 days ago', '2026-11-22..2026-11-22'],
    ['two weeks ago', '2026-11-09..2026-11-15'],
    ['a year ago', '2025-01-01..2025-12-31'],
  ])('is told from it, and tells nothing where it is not known: %s', (text, period) => {
    expect(told(text)).toBe(period);
    expect(told(text, null)).toBeNull();
  });
});

describe('a time with one end, or two', () => {
  it.each([
    ['since monday', '2026-11-23..'],
    ['until friday', '..2026-11-20'],
    ['since august', '2026-08-01..'],
    ['before march', '..2026-02-28'],
    ['after the 5th of may', '2026-05-06..'],
    ['since 2016', '2016-01-01..'],
    ['after 2016', '2017-01-01..'],
    ['from 2015 on', '2015-01-01..'],
    ['up to june 2016', '..2016-06-30'],
    ['2015-2017', '2015-01-01..2017-12-31'],
    ['from june to august 2016', '2016-06-01..2016-08-31'],
    ['from november to february 2017', '2016-11-01..2017-02-28'],
    ['march 3-10, 2016', '2016-03-03..2016-03-10'],
    ['from june 2015 until march 2016', '2015-06-01..2016-03-31'],
    ['between monday and friday', '2026-11-16..2026-11-20'],
  ])('is the days from the one to the other: %s', (text, period) => {
    expect(told(text)).toBe(period);
  });
});

describe('words that tell no time', () => {
  it.each(['', 'nato', 'march madness', 'in monday', 'on may', '30 february', '06/01/2026', 'black friday'])(
    'are none: %j',
    (text) => {
      expect(told(text)).toBeNull();
    },
  );
});

describe('a day that is typed', () => {
  it.each([
    ['Saturday, 6 August 2016 at 5pm', '2016-08-06'],
    ['tomorrow', '2026-11-26'],
    ['Dec 24', '2025-12-24'],
    ['nato', null],
    ['6 August 2016 and later', null],
    ['06/01/2026', null],
  ])('is read in any way of writing dates: %s', (text, day) => {
    expect(readTypedDay(text, TODAY)).toBe(day);
  });
});

describe('a day in an article', () => {
  it('is the last such day up to its publication', () => {
    expect(resolveDay('on March 16', '2016-03-20')).toBe('2016-03-16');
    expect(resolveDay('on March 16', '2016-03-10')).toBe('2015-03-16');
    expect(resolveDay('on March 16', null)).toBeNull();
  });
});

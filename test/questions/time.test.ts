import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTime } from '../../src/questions/time/read-time.ts';
import { isTimePhrase, withTimeWords } from '../../src/questions/time/time-phrase.ts';

/** A Wednesday. */
const TODAY = '2026-11-25';
const read = (typed: string) => {
  const { question, period, order, time } = readTime(typed, TODAY);
  return { question, order, time, days: period && `${period.since ?? ''}..${period.until ?? ''}` };
};

describe('when a thing was said', () => {
  it.each([
    ['what did trump say in august', 'what did trump say', '08-01..08-31'],
    ['what did trump say about nato in august?', 'what did trump say about nato', '08-01..08-31'],
    [
      'what did trump say to reporters on aug 5, 2016?',
      'what did trump say to reporters',
      '2016-08-05..2016-08-05',
    ],
    ['what did trump call clinton in 2016', 'what did trump call clinton', '2016-01-01..2016-12-31'],
    ['what did theresa may say in may', 'what did theresa may say', '05-01..05-31'],
    [
      "what was rutte's position on nato in 2024",
      "what was rutte's position on nato",
      '2024-01-01..2024-12-31',
    ],
    ['what has been said about nato since monday', 'what has been said about nato', '2026-11-23..'],
    ['quotes by rutte in august', 'quotes by rutte', '08-01..08-31'],
    ['anything zelensky said since monday', 'anything zelensky said', '2026-11-23..'],
    ['list quotes by rutte from last year', 'list quotes by rutte', '2025-01-01..2025-12-31'],
    ['who criticized trump in the last month', 'who criticized trump', '2026-10-25..2026-11-25'],
    ['who talked about nato last week', 'who talked about nato', '2026-11-16..2026-11-22'],
    [
      'did trump say anything about nato last week',
      'did trump say anything about nato',
      '2026-11-16..2026-11-22',
    ],
    ['tell me what trump said between 3 and 10 march', 'tell me what trump said', '03-03..03-10'],
  ])('is told at the end of what asks for words: %s', (typed, question, days) => {
    expect(read(typed)).toMatchObject({ question, days });
  });

  it.each([
    ['what did trump say in august about taxes', 'what did trump say about taxes', '08-01..08-31'],
    ['who said in august that nato is weak', 'who said that nato is weak', '08-01..08-31'],
    ['who said last week nato is weak', 'who said nato is weak', '2026-11-16..2026-11-22'],
    ['who said on tuesday that it is over', 'who said that it is over', '2026-11-24..2026-11-24'],
    [
      'what did he say to reporters on monday about it',
      'what did he say to reporters about it',
      '2026-11-23..2026-11-23',
    ],
  ])('is told right behind the verb of saying: %s', (typed, question, days) => {
    expect(read(typed)).toMatchObject({ question, days });
  });

  it.each([
    ['in august, what did trump say', 'what did trump say', '08-01..08-31'],
    ['In 2016 who said nato is weak?', 'who said nato is weak', '2016-01-01..2016-12-31'],
    ['yesterday did trump say nato is weak', 'did trump say nato is weak', '2026-11-24..2026-11-24'],
    ['August 2016: what did trump say', 'what did trump say', '2016-08-01..2016-08-31'],
  ])('is told before it all: %s', (typed, question, days) => {
    expect(read(typed)).toMatchObject({ question, days });
  });

  it.each([
    ['zelensky august 2024', 'zelensky', '2024-08-01..2024-08-31'],
    ['zelensky august', 'zelensky', '08-01..08-31'],
    ['trump nato since monday', 'trump nato', '2026-11-23..'],
    ['rutte, last week', 'rutte', '2026-11-16..2026-11-22'],
    ['theresa may 2016', 'theresa may', '2016-01-01..2016-12-31'],
    ['clinton in september 2016 on taxes', 'clinton on taxes', '2016-09-01..2016-09-30'],
    ['in august', '', '08-01..08-31'],
  ])('is told beside a name or a matter, or alone: %s', (typed, question, days) => {
    expect(read(typed)).toMatchObject({ question, days });
  });
});

describe('a time that may belong to what was said', () => {
  it.each([
    'who said the war ends in 2026',
    'who said in 2016 the war ends',
    'did trump say he will win in november',
    'who said the vote is on tuesday',
    'why did trump say nato is weak in august',
    'what did putin say will happen in 2016',
    'what did trump promise to do in november',
    'what did trump say about the summit in 2027',
    'what did trump say about the summer of 2016',
    'what did obama say about the events of last week',
    'who said yesterday was a bad day',
    'how many shootings did the police count by september',
    'which article says the war ends in 2026',
    'who won the cup this year',
    'nato is weak in august',
  ])('stays in the question, as it is typed: %s', (typed) => {
    expect(read(typed)).toEqual({ question: typed, order: null, time: '', days: null });
  });
});

describe('words that only look like a time or an order', () => {
  it.each([
    'theresa may',
    'what did theresa may say',
    'quotes by theresa may',
    'who said nato may fall',
    'nato may fall',
    'may',
    'what did trump say in march madness',
    'who said women march on washington',
    "women's march 2017",
    'trump black friday',
    'what did trump say on fox news sunday',
    'what did trump tell usa today',
    'election 2016',
    'first lady quotes',
    'what did the first lady say',
    'what did obama say about the last debate',
    'who said this is the last chance',
    'who said the first 100 days matter',
    'what did trump say about america first',
    'recent polls',
  ])('are left alone: %s', (typed) => {
    expect(read(typed)).toEqual({ question: typed, order: null, time: '', days: null });
  });
});

describe('what comes first', () => {
  it.each([
    ['latest from zelensky', 'what did zelensky say', 'newest'],
    ['latest from zelensky on nato', 'what did zelensky say about nato', 'newest'],
    ['what did trump last say about nato', 'what did trump say about nato', 'newest'],
    ['what did trump say about nato recently', 'what did trump say about nato', 'newest'],
    ['newest quotes by rutte', 'what did rutte say', 'newest'],
    ['zelensky latest', 'zelensky', 'newest'],
    ["what's the latest on nato?", 'who talked about nato', 'newest'],
    ['the latest on brexit from johnson', 'what did johnson say about brexit', 'newest'],
    ["rutte's most recent statement on ukraine", 'what did rutte say about ukraine', 'newest'],
    ['rutte on ukraine, newest first', 'rutte on ukraine', 'newest'],
    ['latest quotes', '', 'newest'],
    ['first thing trump said on taxes', 'what did trump say about taxes', 'oldest'],
    ['who first said nato is weak', 'who said nato is weak', 'oldest'],
    ['who was the first to say nato is weak', 'who said nato is weak', 'oldest'],
    ['oldest quotes from trump', 'what did trump say', 'oldest'],
  ])('is read from it: %s', (typed, question, order) => {
    expect(read(typed)).toMatchObject({ question, order, days: null });
  });

  it('is read beside a time', () => {
    expect(read('latest from rutte about peace in august')).toEqual({
      question: 'what did rutte say about peace',
      order: 'newest',
      time: 'in august',
      days: '08-01..08-31',
    });
    expect(read('the last 3 quotes by rutte since monday')).toMatchObject({
      order: 'newest',
      days: '2026-11-23..',
    });
    expect(read('what did rutte say in the last 3 days')).toMatchObject({
      order: null,
      days: '2026-11-22..2026-11-25',
    });
  });
});

describe('a question that is asked again for a time', () => {
  it.each([
    ['what did rutte say about nato', 'in august', 'what did rutte say about nato in august'],
    ['who said nato is weak', 'in august', 'in august, who said nato is weak'],
    ['did rutte say nato is weak', 'last week', 'last week, did rutte say nato is weak'],
  ])('has it where it is found again: %s', (question, time, again) => {
    expect(withTimeWords(question, time)).toBe(again);
    expect(readTime(again, TODAY)).toMatchObject({ question, time });
  });

  it('may be asked for by a time alone, but not by what may be a name', () => {
    expect(['in august', 'since monday', 'last week', 'august 2016', 'recently'].every(isTimePhrase)).toBe(
      true,
    );
    expect(['may', 'august', 'nato', 'on nato'].some(isTimePhrase)).toBe(false);
  });
});

describe('whatever is typed', () => {
  const words = fc.constantFrom(
    ...'what who did trump said say in on since last latest first may march august 2016 5 monday , to and between from nato ago the'.split(
      ' ',
    ),
  );
  it('is read without failing, and a question without a time stays as it was typed', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(words, { maxLength: 12 }).map((all) => all.join(' ')),
        ),
        (typed) => {
          const { question, period, order } = readTime(typed, TODAY);
          if (period === null && order === null) expect(question).toBe(typed);
          if (period?.since && period.until && !period.yearly)
            expect(period.since <= period.until).toBe(true);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

import { describe, expect, it } from 'vitest';
import { createMemoryArchive } from '../../src/archive/memory-archive.ts';
import { BUILT_IN } from '../../src/articles/article.ts';
import { byDate, dateOf, isWithin, periodInWords, readPeriod } from '../../src/questions/time/period.ts';
import { news } from '../articles/news.ts';

const statements = createMemoryArchive([
  news(
    [
      'Lena Ortiz said on March 16 that the bridge was safe.',
      'Lena Ortiz said in February that the ferry was late.',
      'Lena Ortiz said in 2014 that the tunnel was dark.',
      'Lena Ortiz said that the road was long.',
    ].join('\n'),
    { file: 'a.txt', published: '2016-03-20' },
  ),
  news('Lena Ortiz said on March 16 that the harbour was full.\nLena Ortiz said that the pier was old.', {
    file: 'b.txt',
    published: null,
  }),
  news('Lena Ortiz said on August 5, 2015 that the tower was high.', { file: 'c.txt', published: null }),
]).statements([BUILT_IN]);

const about = (word: string) => {
  const found = statements.find(({ text }) => text.includes(word));
  if (!found) throw new Error(`Nothing is said about ${word}.`);
  return found;
};
const subjects = ['bridge', 'ferry', 'tunnel', 'road', 'harbour', 'pier', 'tower'];
/** What is said within the time that words tell, by the word that it is about. */
const within = (words: string) => {
  const period = readPeriod(words, '2026-11-25');
  if (!period) throw new Error(`No time: ${words}.`);
  return subjects.filter((word) => isWithin(about(word), period));
};

describe('the date of a statement', () => {
  it.each([
    ['bridge', '2016-03-16', '2016-03-16', false, 'the day that the article tells'],
    ['ferry', '2016-02-01', '2016-02-29', false, 'the month that it tells'],
    ['tunnel', '2014-01-01', '2014-12-31', false, 'the year that it tells'],
    ['road', '2016-03-20', '2016-03-20', false, 'the day of the article, which tells none'],
    ['tower', '2015-08-05', '2015-08-05', false, 'the day that an article without a date tells'],
    ['harbour', '03-16', '03-16', true, 'a day without a year where nothing tells the year'],
  ])('of the %s is from %s to %s (%s): %s', (word, from, to, yearly) => {
    expect(dateOf(about(word))).toEqual({ from, to, yearly });
  });

  it('is unknown where neither the words nor the article tell any', () => {
    expect(dateOf(about('pier'))).toBeNull();
  });
});

describe('a statement within a period', () => {
  it.each([
    ['in march 2016', ['bridge', 'road']],
    ['on march 16', ['bridge', 'harbour']],
    ['in march', ['bridge', 'road', 'harbour']],
    ['in 2016', ['bridge', 'ferry', 'road']],
    ['since february 10, 2016', ['bridge', 'ferry', 'road']],
    ['before 2016', ['tunnel', 'tower']],
    ['in june 2014', []],
    ['in 2014', ['tunnel']],
    ['from december to february', ['ferry']],
    ['in august', ['tower']],
    ['last week', []],
  ])('is found %s', (words, found) => {
    expect(within(words)).toEqual(found);
  });
});

describe('statements in order of time', () => {
  const sorted = (order: 'newest' | 'oldest') =>
    subjects
      .map(about)
      .sort(byDate(order))
      .map(({ text }) => subjects.find((word) => text.includes(word)));

  it('have the newest or the oldest first, those of an unknown year behind them, and those without a date last', () => {
    expect(sorted('newest')).toEqual(['road', 'bridge', 'ferry', 'tower', 'tunnel', 'harbour', 'pier']);
    expect(sorted('oldest')).toEqual(['tunnel', 'tower', 'ferry', 'bridge', 'road', 'harbour', 'pier']);
  });
});

describe('a period in words', () => {
  it.each([
    ['in august', 'in August of any year'],
    ['in august 2016', 'in August 2016'],
    ['in 2016', 'in 2016'],
    ['on march 16', 'on March 16 of any year'],
    ['since monday', 'since November 23, 2026'],
    ['until 2015', 'until December 31, 2015'],
    ['last week', 'from November 16, 2026 to November 22, 2026'],
  ])('says which days it means: %s', (words, said) => {
    const period = readPeriod(words, '2026-11-25');
    expect(period && periodInWords(period)).toBe(said);
  });
});

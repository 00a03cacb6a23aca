import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/articles/article.ts';
import { extractQuotes } from '../../src/quotes/extract-quotes.ts';
import { readSaid } from '../../src/quotes/said.ts';
import { news, SEED } from '../articles/news.ts';
import { wordsOf } from './reading.ts';

/** When, where and on which day each quote of an article was said, beside the first words of it. */
const saidIn = (article: Article) => {
  const quotes = extractQuotes(article);
  return readSaid(article, quotes).map(({ when, where, date }, i) => {
    const words = wordsOf(article, quotes[i]?.content ?? [])
      .split(' ')
      .slice(0, 3)
      .join(' ');
    return [words, when, where, date];
  });
};

describe('when and where something was said', () => {
  it('is told in the first article of the three statements that have it, and of no other', () => {
    const told = saidIn(SEED).filter(([, when, where]) => when !== null || where !== null);
    expect(told).toEqual([
      ['Ukraine will not', null, 'In a recent speech at the Warsaw School of Economics', null],
      ['Western countries, including', 'recently', null, null],
      ['Kyiv very much', 'On March 20', null, null],
      ["the West's stance", 'On March 20', null, null],
      ['Ukraine’s NATO membership', 'on March 16', null, null],
      ['this view is', 'on March 16', null, null],
    ]);
  });

  it('is in the article’s words', () => {
    expect(saidIn(news('“It is over,” Ortiz said in a speech at the Quarry Hall on March 4, 2011.'))).toEqual(
      [['It is over', 'on March 4, 2011', 'in a speech at the Quarry Hall', '2011-03-04']],
    );
    expect(saidIn(news('At a rally in Ohio on Monday, Marcus Bell said the tax was fair.'))).toEqual([
      ['the tax was', 'on Monday', 'At a rally in Ohio', null],
    ]);
    expect(saidIn(news('Marcus Bell said on Twitter that the tax was fair.'))).toEqual([
      ['the tax was', null, 'on Twitter', null],
    ]);
  });

  it('is not what the statement itself is about', () => {
    expect(saidIn(news('Marcus Bell said the bridge had been closed on Monday.'))).toEqual([
      ['the bridge had', null, null, null],
    ]);
    expect(saidIn(news('“We close in May at the latest,” Marcus Bell said.'))).toEqual([
      ['We close in', null, null, null],
    ]);
  });

  it('belongs to the speaker who is nearest', () => {
    expect(
      saidIn(
        news('Lena Ortiz said she would resign, but Marcus Bell insisted on Friday that she must stay.'),
      ),
    ).toEqual([
      ['she would resign', null, null, null],
      ['she must stay', 'on Friday', null, null],
    ]);
  });

  it('is not taken from another sentence', () => {
    expect(saidIn(news('The bridge closed on Monday. Lena Ortiz said it was a pity.'))).toEqual([
      ['it was a', null, null, null],
    ]);
  });
});

describe('the day', () => {
  const dayOf = (when: string, published: string | null) =>
    saidIn(news(`“It is over,” Lena Ortiz said ${when}.`, { published }))[0]?.[3];

  it.each([
    ['on March 16', '2016-03-20', '2016-03-16'],
    ['on March 20', '2016-03-20', '2016-03-20'],
    ['on December 30', '2016-01-02', '2015-12-30'],
    ['on March 25', '2016-03-20', '2015-03-25'],
    ['on Friday', '2016-03-20', '2016-03-18'],
    ['on Monday', '2016-01-02', '2015-12-28'],
    ['yesterday', '2016-01-01', '2015-12-31'],
    ['on 4 March 2011', '2016-03-20', '2011-03-04'],
    ['on March 4, 2011', null, '2011-03-04'],
  ])('%s in an article of %s is %s', (when, published, date) => {
    expect(dayOf(when, published)).toBe(date);
  });

  it.each(['on March 16', 'on Friday', 'yesterday', 'last week'])(
    '%s is none where no year is told',
    (when) => {
      expect(dayOf(when, null)).toBeNull();
    },
  );

  it.each(['in March', 'in 2011', 'last year', 'recently'])(
    '%s is none, as it is more than a day',
    (when) => {
      expect(dayOf(when, '2016-03-20')).toBeNull();
    },
  );
});

import { describe, expect, it } from 'vitest';
import { readAttributions } from '../../src/archive/read-attributions.ts';
import type { Article, Span } from '../../src/articles/article.ts';
import { extractQuotes } from '../../src/quotes/extract-quotes.ts';
import type { Quote } from '../../src/quotes/quote.ts';
import { readSaid } from '../../src/quotes/said.ts';
import { news, SEED } from '../articles/news.ts';
import { wordsOf } from './reading.ts';

/** When, where and on which day each quote of an article was said, beside its first words without their marks. */
const saidIn = (article: Article) => {
  const quotes = extractQuotes(article);
  return readSaid(article, quotes).map(({ when, where, date }, i) => {
    const words = wordsOf(article, quotes[i]?.content ?? [])
      .replace(/^(?:that |[“"])+|[,.”"]+$/g, '')
      .split(' ')
      .slice(0, 3)
      .join(' ');
    return [words, when, where, date];
  });
};

/** When and where "Lena Ortiz" said "the bridge is safe", in those words of a paragraph. */
function toldBy(paragraph: string, published: string | null = null) {
  const article = news(paragraph, { published });
  const spanOf = (words: RegExp): Span[] => {
    const found = words.exec(article.text);
    return found ? [[found.index, found.index + found[0].length]] : [];
  };
  const quote: Quote = {
    content: spanOf(/the bridge is safe/),
    cue: spanOf(/said|wrote/),
    source: spanOf(/Lena Ortiz/),
    kind: 'indirect',
  };
  const [said] = readSaid(article, [quote]);
  return [said?.when, said?.where, said?.date];
}

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

  it.each([
    ['Lena Ortiz said %s on Tuesday that', 'in Brussels'],
    ['Lena Ortiz said %s that', 'in an interview with CNN'],
    ['Lena Ortiz said %s that', 'in a Sunday interview with CNN’s “State of the Union”'],
    ['Lena Ortiz said %s on Monday night that', 'at a rally in Ohio'],
    ['Lena Ortiz wrote %s early Monday that', 'on Twitter'],
    ['Lena Ortiz said %s that', 'in a Facebook post'],
    ['Lena Ortiz said %s Thursday that', 'on the Senate floor'],
    ['Lena Ortiz said %s on Friday that', 'aboard Air Force One'],
    ['Lena Ortiz said %s that', 'by telephone from Kyiv'],
    ['Lena Ortiz said %s that', 'during Tuesday’s debate'],
    ['Lena Ortiz said on Tuesday %s that', 'after a meeting of the NATO Council'],
    ['Lena Ortiz said %s on Tuesday that', 'at a rally in Toledo, Ohio'],
    ['Lena Ortiz said %s Tuesday that', 'at a diner in Everett, Wash.'],
    ['Lena Ortiz said Sunday %s that', 'on NBC’s “Meet the Press”'],
    ['Lena Ortiz said Sunday %s that', 'on NBC’s Meet the Press'],
    ['Lena Ortiz said %s that', 'on the cable channel CNBC'],
    ['Lena Ortiz said %s that', 'in a conference call with reporters'],
    ['Lena Ortiz said %s that', 'on the steps of the Quarry Courthouse'],
    ['Lena Ortiz said %s on Tuesday that', 'during a session at the Quarry Hall'],
    ['Lena Ortiz said just after midnight %s that', 'on CNN'],
    ['Lena Ortiz said to applause %s that', 'at a town hall sponsored by CNN in Iowa'],
    ['%s, Lena Ortiz, without naming him, said', 'In Harlem'],
    ['Lena Ortiz, speaking %s, said', 'at a rally in Wilmington, N.C.'],
    ['Speaking to voters %s on Monday, Lena Ortiz said', 'in South Carolina'],
    ['On Monday’s “Quarry Tonight,” Lena Ortiz said', 'On Monday’s “Quarry Tonight”'],
  ])('may be a place, an event or a channel: %s', (beginning, where) => {
    const [, told] = toldBy(`${beginning.replace('%s', where)} the bridge is safe.`);
    expect(told).toBe(where);
  });

  it.each([
    ['told The Quarry Post'],
    ['told Quarry Sports'],
    ['told Interfax'],
    ['told “Fox & Friends”'],
    ['told Fox News host Ada Moss'],
    ['told the Shangri-La Dialogue, a security forum in Singapore'],
    ['told a rally in Portland, Ore.'],
    ['told reporters in Brussels'],
    ['told AFP in an interview in Mexico City'],
  ])('may be whom it was told: %s', (where) => {
    const article = news(`Lena Ortiz ${where} on Tuesday that the bridge is safe.`);
    const at = (words: string): Span[] => {
      const start = article.text.indexOf(words);
      return [[start, start + words.length]];
    };
    const quote: Quote = {
      content: at('that the bridge is safe'),
      cue: at('told'),
      source: at('Lena Ortiz'),
      kind: 'indirect',
    };
    expect(readSaid(article, [quote])[0]).toEqual({ when: 'on Tuesday', where, date: null });
  });

  it.each([
    ['Lena Ortiz said at length of its builders in Ohio that', null],
    ['Lena Ortiz told Marcus Bell that she wrote that', null],
    ['Even with the latest obstacle in Bell’s march, Lena Ortiz said', null],
    ['Seven in 10 agree, and Lena Ortiz said', null],
    ['Lena Ortiz, who lost in Ohio on Tuesday, said', null],
    ['Lena Ortiz said, as she has since her defeat in Ohio, that', null],
  ])('is no place that is told of something else: %s', (beginning, where) => {
    expect(toldBy(`${beginning} the bridge is safe.`)[1]).toBe(where);
  });

  it('is told in words that read well where the file has entities or Markdown in it', () => {
    const text =
      'Lena Ortiz said on&nbsp;March&#160;4, 2011 in an interview with **Radio Quarry** the bridge is safe.';
    expect(toldBy(text)).toEqual(['on March 4, 2011', 'in an interview with Radio Quarry', '2011-03-04']);
  });

  it('is found where a line is wrapped within it', () => {
    const lines = [
      'Lena Ortiz said on March',
      '4, 2011 in',
      'Brussels the bridge is safe.',
      '',
      'It is not.',
    ];
    expect(toldBy(['', ...lines, '', 'One more', 'short', 'line.'].join('\n'))).toEqual([
      'on March 4, 2011',
      'in Brussels',
      '2011-03-04',
    ]);
  });

  it('belongs to a sentence that goes on behind "Sen." and "U.S."', () => {
    expect(toldBy('On March 4, 2011, U.S. Sen. Lena Ortiz said the bridge is safe.')[0]).toBe(
      'On March 4, 2011',
    );
  });

  it.each(['since Monday', 'until Friday', 'by May 5'])('is not how long something lasts: %s', (time) => {
    expect(toldBy(`Lena Ortiz said the bridge is safe ${time}.`, '2016-03-16')).toEqual([null, null, null]);
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

describe('when and where a speaker goes on', () => {
  /** When and where each quote of an article was said, beside its speaker, in the order of the text. */
  const told = (...paragraphs: string[]) =>
    readAttributions(news(paragraphs.join('\n\n'))).map(({ attribution, said: { when, where } }) => [
      attribution?.name,
      when,
      where,
    ]);

  it('is told of the sentences behind by the same speaker', () => {
    expect(
      told(
        'Speaking at a rally in Tampa on Monday, Lena Ortiz said the bridge was safe. “It will stand,” she said.',
        '“We built it well,” Ortiz added.',
      ),
    ).toEqual([
      ['Lena Ortiz', 'on Monday', 'at a rally in Tampa'],
      ['Lena Ortiz', 'on Monday', 'at a rally in Tampa'],
      ['Lena Ortiz', 'on Monday', 'at a rally in Tampa'],
    ]);
  });

  it('may be told in a sentence in which nobody is quoted', () => {
    expect(
      told(
        'Lena Ortiz has built bridges for 20 years. Ortiz opened one during a Saturday rally in Watertown, N.Y.',
        '“I am not afraid of rivers,” Ortiz said.',
      ).at(-1),
    ).toEqual(['Lena Ortiz', 'Saturday', 'during a Saturday rally in Watertown, N.Y.']);
  });

  it('is not told of another speaker, nor of words of another time', () => {
    const [first, ...others] = told(
      'At a rally in Tampa on Monday, Lena Ortiz said the bridge was safe.',
      '“It is not,” said Marcus Bell, the mayor.',
      'Ortiz has repeatedly said that “bridges are forever.”',
    );
    expect(first).toEqual(['Lena Ortiz', 'on Monday', 'At a rally in Tampa']);
    expect(others.map(([, ...circumstances]) => circumstances)).toEqual([
      [null, null],
      [null, null],
    ]);
  });

  it('is not told of what was written elsewhere', () => {
    expect(
      told(
        'At a rally in Tampa on Monday, Lena Ortiz said the bridge was safe.',
        '“Come and see,” Ortiz tweeted.',
      ).at(-1),
    ).toEqual(['Lena Ortiz', null, null]);
  });

  it('is not told before it happens', () => {
    expect(
      told(
        'Lena Ortiz will hold a rally in Tampa on Monday. Ortiz is an engineer.',
        '“The bridge is safe,” Ortiz said.',
      ).at(-1),
    ).toEqual(['Lena Ortiz', null, null]);
  });
});

describe('the day', () => {
  const dayOf = (when: string, published: string | null) =>
    toldBy(`Lena Ortiz said ${when} the bridge is safe.`, published)[2];

  it.each([
    ['on March 16', '2016-03-20', '2016-03-16'],
    ['on March 20', '2016-03-20', '2016-03-20'],
    ['on December 30', '2016-01-02', '2015-12-30'],
    ['on March 25', '2016-03-20', '2015-03-25'],
    ['on Friday', '2016-03-20', '2016-03-18'],
    ['on Tuesday', '2016-03-16', '2016-03-15'],
    ['on Wednesday', '2016-03-16', '2016-03-16'],
    ['late Monday', '2016-03-16', '2016-03-14'],
    ['on Monday night', '2016-03-16', '2016-03-14'],
    ['Tuesday morning', '2016-03-16', '2016-03-15'],
    ['on Tuesday, March 15', '2016-03-16', '2016-03-15'],
    ['this morning', '2016-03-16', '2016-03-16'],
    ['two days ago', '2016-03-16', '2016-03-14'],
    ['on Feb. 29', '2016-03-16', '2016-02-29'],
    ['on Monday', '2016-01-02', '2015-12-28'],
    ['yesterday', '2016-01-01', '2015-12-31'],
    ['on 4 March 2011', '2016-03-20', '2011-03-04'],
    ['on March 4, 2011', null, '2011-03-04'],
  ])('%s in an article of %s is %s', (when, published, date) => {
    expect(dayOf(when, published)).toBe(date);
  });

  it.each(['on March 16', 'on Friday', 'yesterday', 'last week', 'this morning', 'two days ago'])(
    '%s is none where no year is told',
    (when) => {
      expect(dayOf(when, null)).toBeNull();
    },
  );

  it.each([
    'in March',
    'in 2011',
    'last year',
    'last week',
    'earlier this month',
    'three weeks ago',
    'over the weekend',
    'recently',
  ])('%s is none, as it is more than a day', (when) => {
    expect(dayOf(when, '2016-03-20')).toBeNull();
  });

  it('is none where the month has no such day', () => {
    expect(dayOf('on Feb. 29', '2015-03-16')).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../src/articles/read-article.ts';
import { BRIDGE, SEED } from './news.ts';

const read = (lines: readonly string[], file = 'ferry.txt') =>
  parseArticle(lines.join('\n'), file, 'built-in').article;
const bodyOf = (article: ReturnType<typeof read>) =>
  article.paragraphs.map(({ span }) => article.text.slice(...span));

const BODY = 'The ferry runs again from Monday, the mayor said at the pier.';

describe('what an article tells of itself', () => {
  it('is a byline at the top or at the bottom', () => {
    expect(read(['A headline', 'By Ada Moss', BODY, BODY]).byline).toBe('Ada Moss');
    expect(read(['A headline', BODY, BODY, 'By Ada Moss and Tom de Vries']).byline).toBe(
      'Ada Moss and Tom de Vries',
    );
  });

  it('is a date with its year, on a line of its own', () => {
    expect(read(['A headline', '20 February 2024', BODY]).published).toBe('2024-02-20');
    expect(read(['A headline', 'Published: March 3, 2011', BODY]).published).toBe('2011-03-03');
  });

  it('is a byline and a date on one line', () => {
    expect(read(['A headline', 'By Ada Moss | March 3, 2011', BODY])).toMatchObject({
      byline: 'Ada Moss',
      published: '2011-03-03',
    });
  });

  it.each(['06/01/2026', 'March 3', 'Monday', 'March 2011'])(
    'is no date where the day or year is open: %s',
    (line) => {
      expect(read(['A headline', line, BODY]).published).toBeNull();
    },
  );

  it.each([
    ['Westford Herald, 3 October 2025', 'Westford Herald', '2025-10-03'],
    ['Bay Courier, August 4, 2025', 'Bay Courier', '2025-08-04'],
    ['The New York Times | Monday, August 4, 2025', 'The New York Times', '2025-08-04'],
    ['Reuters — 2025-08-04', 'Reuters', '2025-08-04'],
    ['First published in The Star of the Bay, 4th Aug 2025', 'The Star of the Bay', '2025-08-04'],
    ['gazette.example was down', null, null],
    ['Brussels, 3 October 2025', null, '2025-10-03'],
    ['Capitol Hill, 3 October 2025', null, '2025-10-03'],
    ['Ada Moss, 3 October 2025', null, '2025-10-03'],
    ['Press Release, 3 October 2025', null, '2025-10-03'],
    ['The Herald reported it, 3 October 2025', null, null],
    ['Sven Oak joined the Harbour Times on 5 May 2025', null, null],
    ['She left the Westford Herald, October 2025', null, null],
    ['In the Westford Herald, 3 October 2025 was a dark day.', null, null],
  ])('is where and when it was printed, on a line of its own at the top: %s', (line, outlet, published) => {
    expect(read(['A headline', line, BODY, BODY, BODY, BODY, BODY])).toMatchObject({ outlet, published });
  });

  it('is a byline with an outlet and a date, on one line or on two', () => {
    const told = { byline: 'Sven Oak', outlet: 'Harbour Times', published: '2025-05-05' };
    for (const between of [' / ', ' | ', ' · ', ' — ', '\n', '\n\n']) {
      const article = read([
        'A headline',
        `By Sven Oak${between}Harbour Times, 5 May 2025`,
        '',
        BODY,
        '',
        BODY,
      ]);
      expect(article).toMatchObject({ title: 'A headline', ...told });
      expect(bodyOf(article)).toEqual([BODY, BODY]);
    }
  });

  it('is told above the headline as well', () => {
    expect(read(['Bay Courier, August 4, 2025', 'A headline', BODY])).toMatchObject({
      title: 'A headline',
      outlet: 'Bay Courier',
      published: '2025-08-04',
    });
  });

  it('is not told by what stands at the bottom, or names another outlet than is known', () => {
    const line = 'Westford Herald, 3 October 2025';
    const bottom = read(['A headline', BODY, BODY, BODY, BODY, BODY, line]);
    expect([bottom.outlet, bottom.published]).toEqual([null, null]);
    const known = read(['---', 'outlet: Bay Courier', '---', 'A headline', line, BODY]);
    expect([known.outlet, known.published, bodyOf(known)]).toEqual(['Bay Courier', null, [line, BODY]]);
  });

  it('is its address, on a line of its own', () => {
    expect(read(['A headline', BODY, 'Source: https://gazette.example/ferry']).url).toBe(
      'https://gazette.example/ferry',
    );
    expect(read(['A headline', `${BODY} See https://gazette.example/other.`]).url).toBeNull();
  });

  it('is the agency of a dateline', () => {
    expect(read(['A headline', `QUARRYTOWN (Reuters) - ${BODY}`]).outlet).toBe('Reuters');
  });

  it.each([
    ['LONDON, 12 May 2023 (Reuters) - ', 'Reuters', '2023-05-12'],
    ['LONDON, May 12 (Reuters) - ', 'Reuters', null],
    ['MOSCOW, March 5, 2022. /TASS/. ', 'TASS', '2022-03-05'],
    ['BRUSSELS, Belgium (AP) — ', 'AP', null],
    ['QUARRYTOWN, May 12, 2023 — ', null, '2023-05-12'],
    ['(Reuters) - ', 'Reuters', null],
  ])('is what a dateline tells: %s', (dateline, outlet, published) => {
    expect(read(['A headline', dateline + BODY])).toMatchObject({ outlet, published });
  });

  it('is not taken from a dateline where the article tells it elsewhere', () => {
    const article = read([
      'A headline',
      '20 February 2024',
      'Source: Quarrytown Gazette',
      `LONDON, 12 May 2023 (Reuters) - ${BODY}`,
    ]);
    expect(article).toMatchObject({ outlet: 'Quarrytown Gazette', published: '2024-02-20' });
  });

  it.each(['She told the station (CNN) that it was late. ', 'A poll by CNN, said Bell (Reuters) - '])(
    'is no dateline in the middle of a sentence: %s',
    (beginning) => {
      expect(read(['A headline', beginning + BODY]).outlet).toBeNull();
    },
  );

  it('reads as a person would where the file has HTML entities or Markdown in it', () => {
    const article = read([
      'Ortiz &amp; Bell: &#8220;No ferry&#8221;',
      '**By Jos&eacute; N&uacute;&ntilde;ez**',
      BODY,
    ]);
    expect(article).toMatchObject({ title: 'Ortiz & Bell: “No ferry”', byline: 'José Núñez' });
  });

  it('may be in capitals', () => {
    expect(read(['FERRY RUNS AGAIN, MAYOR SAYS', BODY]).title).toBe('FERRY RUNS AGAIN, MAYOR SAYS');
  });

  it('is nothing where it tells nothing', () => {
    expect(read(['A headline', BODY])).toMatchObject({
      byline: null,
      outlet: null,
      published: null,
      url: null,
    });
  });

  it('is no title where the first line is a sentence of the story', () => {
    expect(read([`${BODY} It had stood still since the autumn.`, BODY]).title).toBeNull();
  });

  it('leaves byline, date and address out of the body', () => {
    const article = read([
      'A headline',
      'By Ada Moss',
      '20 February 2024',
      BODY,
      'https://gazette.example/ferry',
    ]);
    expect(bodyOf(article)).toEqual([BODY]);
  });
});

describe('paragraphs', () => {
  it('are the lines of a text', () => {
    expect(bodyOf(read(['A headline', 'One stands here.', '', 'Two stands here.']))).toEqual([
      'One stands here.',
      'Two stands here.',
    ]);
  });

  it('are the stretches between empty lines where lines are wrapped', () => {
    const article = read([
      'A headline',
      '',
      'The ferry runs again from Monday,',
      'the mayor said at the',
      'pier.',
      '',
      'Nobody had thought that it',
      'would.',
    ]);
    expect(article.title).toBe('A headline');
    expect(bodyOf(article)).toEqual([
      'The ferry runs again from Monday,\nthe mayor said at the\npier.',
      'Nobody had thought that it\nwould.',
    ]);
  });

  it('of wrapped lines stay whole where an address is longer than a line', () => {
    const address = `https://gazette.example/${'ferry-'.repeat(30)}`;
    const lines = [
      'A headline',
      '',
      'The ferry runs',
      'again from',
      'Monday.',
      '',
      'See',
      address,
      'for more.',
    ];
    expect(bodyOf(read(lines))).toEqual([
      'The ferry runs\nagain from\nMonday.',
      `See\n${address}\nfor more.`,
    ]);
  });

  it('of Markdown lose the marks before their words, and the title its own', () => {
    const article = read(
      [
        '# The ferry runs',
        '',
        '**By Ada Moss**',
        '',
        '> The mayor said',
        '> it runs.',
        '',
        '- One item.',
        '',
        '## A heading',
      ],
      'ferry.md',
    );
    expect(article).toMatchObject({ title: 'The ferry runs', byline: 'Ada Moss' });
    expect(bodyOf(article)).toEqual(['The mayor said\n> it runs.', 'One item.', 'A heading']);
  });

  it('of Markdown end at headings and list items, also without an empty line', () => {
    const article = read(
      [
        'The ferry runs',
        '==============',
        'One.',
        '',
        'A part',
        '------',
        'Two',
        'goes on.',
        '## Another',
        'Three.',
      ].concat(['- Four.', '- Five.', '***', '', '1. Six.', '2. Seven.']),
      'ferry.md',
    );
    expect(article.title).toBe('The ferry runs');
    expect(bodyOf(article)).toEqual([
      'One.',
      'A part',
      'Two\ngoes on.',
      'Another',
      'Three.',
      'Four.',
      'Five.',
      'Six.',
      'Seven.',
    ]);
  });

  it('are a question and its answer, also on lines that follow each other', () => {
    const article = read(
      [
        '# Five questions',
        '',
        '**Gazette:** Why now?',
        '**Ortiz:** It is safe.',
        '',
        'Q: And then?',
        'A: We wait.',
      ],
      'ferry.md',
    );
    expect(bodyOf(article)).toEqual([
      '**Gazette:** Why now?',
      '**Ortiz:** It is safe.',
      'Q: And then?',
      'A: We wait.',
    ]);
  });

  it('are cut at the end of a sentence where they are as long as a book', () => {
    const pieces = bodyOf(read(['A headline', 'The ferry runs again. '.repeat(5000)]));
    expect(pieces.length).toBeGreaterThan(1);
    expect(pieces.filter((piece) => !/^The .*again\.$/s.test(piece))).toEqual([]);
    expect(pieces.join(' ')).toBe('The ferry runs again. '.repeat(5000).trim());
  });

  it.each([
    ['Windows', '\r\n'],
    ['old Macintosh', '\r'],
  ])('end at %s line ends, which count in the offsets', (_, end) => {
    const article = parseArticle(
      ['A headline', 'One here.', 'Two here.', ''].join(end),
      'a.txt',
      'built-in',
    ).article;
    expect(bodyOf(article)).toEqual(['One here.', 'Two here.']);
    expect(article.paragraphs[0]?.span[0]).toBe('A headline'.length + end.length);
  });

  it.each([
    ['the first article', SEED],
    ['an invented one', BRIDGE],
    ['Markdown', read(['# A', '', '> ', '', '- ', '', 'Text.'], 'a.md')],
    ['blank lines', read(['', '  ', 'A headline', '\t', ' Text. ', ''])],
    ['one line', read(['Only this.'])],
    ['front matter alone', read(['---', 'title: A', '---', ''])],
  ])('lie in the text, in order, and are not empty: %s', (_, { text, paragraphs }) => {
    let before = 0;
    for (const { span, number } of paragraphs) {
      expect(span[0]).toBeGreaterThanOrEqual(before);
      expect(span[1]).toBeLessThanOrEqual(text.length);
      const words = text.slice(...span);
      expect(words).not.toBe('');
      expect(words).toBe(words.trim());
      expect(paragraphs[number - 1]?.span).toBe(span);
      before = span[1];
    }
  });

  it('give an article the same id for the same text in the same library, and another one in another', () => {
    const idIn = (library: 'built-in' | `guild:${string}`) => parseArticle(BODY, 'a.txt', library).article.id;
    expect(idIn('built-in')).toBe(idIn('built-in'));
    expect(idIn('built-in')).not.toBe(idIn('guild:1'));
  });
});

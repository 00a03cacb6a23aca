import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { type Article, BUILT_IN, type Span } from '../../src/articles/article.ts';
import { parseArticle, readArticle } from '../../src/articles/read-article.ts';
import { extractQuotes } from '../../src/quotes/extract-quotes.ts';
import { readPassage } from '../../src/quotes/passage.ts';
import { readSaid } from '../../src/quotes/said.ts';

const folder = mkdtempSync(join(tmpdir(), 'hostile-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What a machine, a careless writer or somebody with bad intentions may put into a text. */
const PIECES = [
  ...'“”„«»‹›‘’‚\'"`´<>&;()[]{}*_\\/#|~=-–—…:.,!? \t',
  ...[
    '\n',
    '\r',
    '\r\n',
    '\0',
    '\ud800',
    '\udc00',
    '\ufeff',
    '\u00a0',
    '\u2028',
    '\u200b',
    '\u202e',
    '\u2066',
    '\u200f',
  ],
  ...[
    '&quot;',
    '&#8220;',
    '&amp;amp;',
    '&#0;',
    '&#xD800;',
    '**',
    '__',
    '[a](https://b.example)',
    '](',
    '<p>',
    '<b',
    "''",
  ],
  ...[
    '---\n',
    'title: a\n',
    '# ',
    '> ',
    '- ',
    '===\n',
    'Q: ',
    '**A:** ',
    'LONDON (Reuters) - ',
    'By Ada Moss\n',
  ],
  ...[
    'Ortiz',
    ' said',
    ' that',
    ' according to',
    ' on Monday',
    ' in Brussels',
    ' U.S.',
    ' Sen.',
    ' the',
    ' isn’t',
    ' Bell’s',
  ],
  ...[
    '🦆',
    '👩‍👩‍👧',
    'é',
    'e\u0301',
    '桥',
    'جسر',
    '٣',
    '1',
    '٪',
    'http://a.b/',
    'a@b.c',
    '#a',
    '@b',
    'constructor',
    '__proto__',
  ],
];

const hostile = fc
  .array(
    fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom(...PIECES) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
      { weight: 1, arbitrary: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)) },
    ),
    { maxLength: 200, size: 'max' },
  )
  .map((pieces) => pieces.join(''));

/** What is wrong with some spans of an article: outside the text, empty, or not in order. */
function wrongIn(spans: readonly Span[], { text }: Article): readonly Span[] {
  return spans.filter(
    ([start, end], i) => start < (spans[i - 1]?.[1] ?? 0) || start >= end || end > text.length,
  );
}

/** Reads everything that can be told of an article's text, and gives the spans that are wrong in it. */
function wrongSpans(article: Article): readonly Span[] {
  const quotes = extractQuotes(article);
  readSaid(article, quotes);
  return [
    ...wrongIn(
      article.paragraphs.map(({ span }) => span),
      article,
    ),
    ...article.paragraphs.flatMap((paragraph) => {
      const { tokens, quotations, sentences } = readPassage(article.text, paragraph);
      const words = tokens.map(({ start, end }): Span => [start, end]);
      const inside = [...words, ...quotations.flatMap(({ outer, inner }) => [outer, inner])];
      return [
        ...wrongIn(words, article),
        ...wrongIn(
          quotations.map(({ outer }) => outer),
          article,
        ),
        ...inside.filter(([start, end]) => start < paragraph.span[0] || end > paragraph.span[1]),
        ...sentences.filter(([from, to], i) => from !== (sentences[i - 1]?.[1] ?? 0) || from >= to),
      ];
    }),
    ...quotes.flatMap(({ content, cue, source }) =>
      [content, cue, source].flatMap((spans) => wrongIn(spans, article)),
    ),
  ];
}

describe('any text at all', () => {
  it.each(['a.txt', 'a.md'])('gives spans that lie inside it, in order and not empty: %s', (file) => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(wrongSpans(parseArticle(text, file, BUILT_IN).article)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('gives the same quotes whatever was read before it', () => {
    fc.assert(
      fc.property(hostile, hostile, (text, other) => {
        const read = (words: string) => extractQuotes(parseArticle(words, 'a.txt', BUILT_IN).article);
        const before = read(text);
        read(other);
        expect(read(text)).toEqual(before);
      }),
      { numRuns: 100 },
    );
  });

  it('in any bytes is an article or one sentence that names the file', () => {
    const file = join(folder, 'any.txt');
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      fc.uint8Array({ min: 1, maxLength: 400 }),
      hostile.map((text) => Buffer.from(text, 'utf8')),
      hostile.map((text) => Buffer.from(`\ufeff${text}`, 'utf16le')),
    );
    fc.assert(
      fc.property(bytes, (content) => {
        writeFileSync(file, content);
        let article: Article;
        try {
          article = readArticle(file, BUILT_IN).article;
        } catch (error) {
          expect((error as Error).message).toMatch(/any\.txt (?:holds no text|is no text file)/);
          return;
        }
        expect(wrongSpans(article)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a text of a size that nobody writes', () => {
  const of = (pattern: string, length: number) =>
    pattern.repeat(Math.ceil(length / pattern.length)).slice(0, length);

  it.each([
    ['one word of 10 MB', of('a', 10_000_000)],
    ['100,000 quotation marks', of('"', 100_000)],
    ['100,000 quotation marks that open', of('“', 100_000)],
    ['20,000 apostrophes', of("s' a ", 100_000)],
    ['quotation marks 20,000 deep', of('“‘', 20_000) + of('’”', 20_000)],
    ['brackets 20,000 deep', of('([', 20_000) + of('])', 20_000)],
    ['a line of 1 MB', of('Lena Ortiz and the engineers of the bridge ', 1_000_000)],
    ['a sentence of 2,000 cues', of('Ortiz said that ', 32_000)],
    ['dates and places without end', of('In A at on Monday in-', 50_000)],
    ['figures without end', of('1', 200_000)],
    ['letters of another script without a space', of('桥梁很安全', 200_000)],
    ['halves of characters', of('\ud800', 50_000)],
    ['marks without width', of('\u202ea\u200b', 50_000)],
    ['zero bytes', of('\0a', 50_000)],
    ['HTML entities', of('&amp;quot;', 100_000)],
    ['marks of Markdown', of('**a _b_ [c](http://d', 50_000)],
    ['an address without end', `http://${of('a-.', 100_000)}`],
    ['an e-mail address without end', of('a.b@', 50_000)],
    ['empty lines', of('\n \n', 200_000)],
    ['rules', of('---\n', 200_000)],
    ['lines of one letter', of('a\n', 20_000)],
  ])('is read like any other: %s', { timeout: 120_000 }, (_, body) => {
    expect(wrongSpans(parseArticle(`A headline\n\n${body}`, 'a.md', BUILT_IN).article)).toEqual([]);
  });
});

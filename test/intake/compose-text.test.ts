import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../src/articles/read-article.ts';
import { composeText, type TextParts } from '../../src/intake/compose-text.ts';

function reread(parts: TextParts) {
  const text = composeText(parts);
  const { article, problems } = parseArticle(text, 'page.txt', 'guild:1');
  const { title, outlet, byline, published, url } = article;
  const paragraphs = article.paragraphs.map(({ span }) => text.slice(...span));
  return { parts: { title, outlet, byline, published, url, paragraphs }, problems, text };
}

const NOTHING = { title: null, outlet: null, byline: null, published: null, url: null };
const BODY = 'The ferry runs again from Monday, the mayor said at the pier.';

/** Words with everything in them that means something to YAML, Markdown, HTML or to whoever reads an article. */
const odd = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...[
          'By Ada Moss',
          'March 3, 2011',
          '---',
          '***',
          '#',
          '# ',
          '- ',
          '“',
          '”',
          '’',
          "'",
          '"',
          ': ',
          '\\',
        ],
        ...[
          'Reuters',
          'LONDON (Reuters) - ',
          'Source: Gazette',
          'https://a.example/b',
          '{',
          '[',
          '%',
          '@',
          '!',
        ],
        ...[
          'The mayor',
          ' ',
          '.',
          '?',
          '1. ',
          '> ',
          '|',
          '…',
          '—',
          'é',
          '日本',
          '🙂',
          '\ud800',
          '\0',
          '\u2028',
        ],
      ),
      fc.string({ unit: 'binary' }),
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((pieces) => pieces.join(''));
/** What a line is once it is kept; the marks of HTML and Markdown are read as such, so none is in it. */
const kept = (text: string) =>
  text
    .replace(/[&*_<[\\\xad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g, '')
    .replace(/[\s\p{Cc}\ue000]+/gu, ' ')
    .trim()
    .replace(/\p{Cs}/gu, '\ufffd');
const words = odd.map(kept).filter((text) => /[\p{L}\p{N}]/u.test(text));
const known = fc.option(words);

describe('a text that is put together', () => {
  it('gives back exactly what it was put together from, whatever that looks like', () => {
    const parts = fc.record({
      title: known,
      outlet: known,
      byline: known.filter((name) => name === null || !/^by\s/i.test(name)),
      published: fc.option(
        fc
          .date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
          .map((date) => date.toISOString().slice(0, 10)),
      ),
      url: fc.option(fc.webUrl({ withQueryParameters: true, withFragments: true })),
      paragraphs: fc.array(words, { minLength: 1, maxLength: 12 }),
    });
    fc.assert(
      fc.property(parts, (given) => {
        const { parts: read, problems } = reread(given);
        expect(problems).toEqual([]);
        // a line that only repeats what is known is no paragraph
        const repeats = (line: string) =>
          /^By Ada Moss|March 3, 2011|^Source|https:/.test(line) && !read.paragraphs.includes(line);
        expect(read).toEqual({ ...given, paragraphs: given.paragraphs.filter((line) => !repeats(line)) });
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['a title with a full stop', { title: 'The mayor resigns. The ferry does not.' }, [BODY]],
    ['a title with a colon and marks', { title: 'Ortiz: “No” – it’s #1 & *over*, "they" say' }, [BODY]],
    ['no title, and a first paragraph like a headline', {}, ['Ferry runs again', BODY]],
    ['a title, and a first paragraph like a headline', { title: 'Pier opens' }, ['Ferry runs again', BODY]],
    ['paragraphs like a byline and a date', {}, ['By Ada Moss', 'March 3, 2011', BODY, 'Source: Gazette']],
    ['another byline than is known', { byline: 'Tom Bell' }, ['By Ada Moss', BODY]],
    ['a dateline', {}, [`LONDON, 12 May 2023 (Reuters) - ${BODY}`]],
    ['a paragraph with a rule in it', { title: 'Pier opens' }, ['--- It opens --- on Monday.', BODY]],
    ['list items and headings', {}, ['# One', '- Two', '1. Three', '> Four', BODY]],
    ['one short paragraph', { title: 'Pier opens' }, ['It opens.']],
    ['questions and answers', {}, ['Q: Why?', 'A: Because.', 'Q: When?']],
  ] as [string, Partial<TextParts>, string[]][])('keeps %s', (_, over, paragraphs) => {
    const { parts, problems } = reread({ ...NOTHING, ...over, paragraphs });
    const title = over.title?.replace('*over*', 'over'); // emphasis is no word
    expect(problems).toEqual([]);
    expect(parts).toEqual({ ...NOTHING, ...over, ...(title && { title }), paragraphs });
  });

  it('lets the text tell what is left open', () => {
    const { parts } = reread({ title: 'Pier opens', paragraphs: ['By Ada Moss', 'March 3, 2011', BODY] });
    expect(parts).toMatchObject({ title: 'Pier opens', byline: 'Ada Moss', published: '2011-03-03' });
    expect(parts.paragraphs).toEqual([BODY]);
  });

  it('is a file as a person would write it', () => {
    expect(
      composeText({
        ...NOTHING,
        title: 'Pier opens',
        published: '2011-03-03',
        paragraphs: [`${BODY}\n  It\u00a0will\0 stay. `, '* * *', BODY],
      }),
    ).toBe(
      `---\ntitle: "Pier opens"\noutlet:\nbyline:\npublished: "2011-03-03"\nurl:\n---\n\nPier opens\n\n${BODY} It will stay.\n\n${BODY}\n`,
    );
  });

  it('cuts a paragraph only where it is longer than any in the news', () => {
    const long = 'The ferry runs. '.repeat(600).trim();
    const { parts } = reread({ ...NOTHING, paragraphs: [long] });
    expect(parts.paragraphs.length).toBeGreaterThan(1);
    expect(parts.paragraphs.join(' ')).toBe(long);
  });
});

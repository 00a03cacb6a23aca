import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../src/articles/read-article.ts';

const read = (...lines: string[]) => parseArticle(lines.join('\n'), 'ferry.txt', 'built-in');

describe('front matter', () => {
  it('tells title, outlet, byline, published and url, whatever the text below says', () => {
    const { article, problems } = read(
      '---',
      'title: The ferry runs again',
      'outlet: Quarrytown Gazette',
      'byline: By Ada Moss',
      'published: 2024-02-20',
      'url: https://gazette.example/ferry?id=7',
      '---',
      'Another headline',
      'The ferry runs again, the mayor said.',
      'By Somebody Else',
    );
    expect(problems).toEqual([]);
    expect(article).toMatchObject({
      title: 'The ferry runs again',
      outlet: 'Quarrytown Gazette',
      byline: 'Ada Moss',
      published: '2024-02-20',
      url: 'https://gazette.example/ferry?id=7',
    });
  });

  it('is no part of the body, but counts in the offsets', () => {
    const { article } = read('---', 'outlet: Gazette', '---', 'A headline', 'The ferry runs.');
    expect(article.paragraphs.map(({ span }) => article.text.slice(...span))).toEqual(['The ferry runs.']);
    expect(article.paragraphs[0]?.span).toEqual([35, 50]);
    expect(article.title).toBe('A headline');
  });

  it.each([
    ['20 February 2024', '2024-02-20'],
    ['February 20, 2024', '2024-02-20'],
    ['2024-02-20T23:30:00Z', '2024-02-20'],
  ])('takes %s for a date', (written, published) => {
    expect(read('---', `published: ${written}`, '---', 'A headline', 'Text.').article.published).toBe(
      published,
    );
  });

  it.each(['06/01/2026', 'February 20', '2024', '2024-13-45'])(
    'leaves out a date that is not one day of one year: %s',
    (written) => {
      const { article, problems } = read('---', `published: ${written}`, '---', 'A headline', 'Text.');
      expect(article.published).toBeNull();
      expect(problems).toEqual([expect.stringContaining('published is no date with a year')]);
    },
  );

  it('leaves out an address that is none, and keeps the other fields', () => {
    const { article, problems } = read(
      '---',
      'url: javascript:alert(1)',
      'outlet: Gazette',
      '---',
      'A',
      'B.',
    );
    expect(article).toMatchObject({ url: null, outlet: 'Gazette' });
    expect(problems).toEqual([expect.stringContaining('url is no http or https address')]);
  });

  it('that is no YAML costs a problem, not the article', () => {
    const { article, problems } = read('---', 'title: [unclosed', '---', 'A headline', 'The ferry runs.');
    expect(problems).toEqual([expect.stringContaining('front matter is not YAML')]);
    expect(article.title).toBe('A headline');
    expect(article.paragraphs).toHaveLength(1);
  });

  it('may have fields that mean nothing here, and empty ones', () => {
    const { article, problems } = read('---', 'tags: [a, b]', 'byline:', 'draft: true', '---', 'A', 'B c.');
    expect(problems).toEqual([]);
    expect(article).toMatchObject({ title: 'A', byline: null });
  });

  it('may have a headline with a colon in it', () => {
    const { article, problems } = read('---', 'title: Ortiz: no ferry in May', '---', 'The ferry runs.');
    expect(problems).toEqual([]);
    expect(article.title).toBe('Ortiz: no ferry in May');
  });

  it.each([
    [
      'before an empty line',
      ['---', 'title: The ferry runs again', 'outlet: Gazette', '', 'The ferry runs.'],
    ],
    ['before the text', ['---', 'title: The ferry runs again', 'outlet: Gazette', 'The ferry runs.']],
    [
      'before another rule',
      ['---', 'title: The ferry runs again', 'outlet: Gazette', '', 'The ferry runs.', '---', ''],
    ],
  ])('that is never closed ends %s, and says so', (_, lines) => {
    const { article, problems } = read(...lines);
    expect(article).toMatchObject({ title: 'The ferry runs again', outlet: 'Gazette' });
    expect(article.paragraphs.map(({ span }) => article.text.slice(...span))).toEqual(['The ferry runs.']);
    expect(problems).toEqual([expect.stringContaining('no second line of ---')]);
  });

  it('may have any character in it', () => {
    const { article } = read('---', 'title: The ferry\u2028runs', 'outlet: \u2029', '---', 'Text.');
    expect(article.title).toBe('The ferry runs');
    expect(article.paragraphs).toHaveLength(1);
  });

  it('is not what stands between two rules of a text', () => {
    const { article, problems } = read('---', 'A headline', 'The ferry runs.', '---', 'It runs again.');
    expect(problems).toEqual([]);
    expect(article.title).toBe('A headline');
    expect(article.paragraphs.map(({ span }) => article.text.slice(...span))).toEqual([
      'The ferry runs.',
      'It runs again.',
    ]);
  });

  it('is read with Windows line ends too', () => {
    const { article } = parseArticle(
      '---\r\noutlet: Gazette\r\n---\r\nA headline\r\nText here.\r\n',
      'a.txt',
      'built-in',
    );
    expect(article).toMatchObject({ outlet: 'Gazette', title: 'A headline' });
  });

  it('is only what stands at the very top', () => {
    const { article } = read('A headline', 'The ferry runs.', '---', 'outlet: Gazette', '---');
    expect(article.outlet).toBeNull();
    expect(article.title).toBe('A headline');
  });
});

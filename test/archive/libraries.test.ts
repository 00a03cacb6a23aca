import { describe, expect, it } from 'vitest';
import { createMemoryArchive } from '../../src/archive/memory-archive.ts';
import { BUILT_IN, type LibraryId } from '../../src/articles/article.ts';
import { readTerms } from '../../src/language/terms.ts';
import { news } from '../articles/news.ts';

/** The words of a query, each counting alike. */
const termsOf = (query: string) => readTerms(query).map(({ stem }) => ({ stem, weight: 1 }));

const SERVER: LibraryId = 'guild:1';
const PERSON: LibraryId = 'user:1';

const archive = createMemoryArchive([
  news('Mayor Lena Ortiz said the bridge was closed.', { title: 'The bridge' }),
  news(
    'Marcus Bell said the ferry had sunk. Lena Ortiz denied that the ferry had sunk.',
    { title: 'The ferry' },
    SERVER,
  ),
  news('Dana Cole said the tunnel was flooded.', { title: 'The tunnel' }, PERSON),
]);
const everything = archive.statements([BUILT_IN, SERVER, PERSON]);
const [bridge, ferry, , tunnel] = everything;

describe('an archive', () => {
  it('keeps every statement, in the order of the articles and their texts', () => {
    expect(everything.map(({ text }) => text)).toEqual([
      'the bridge was closed',
      'the ferry had sunk',
      'denied that the ferry had sunk',
      'the tunnel was flooded',
    ]);
  });

  it('gives ids that no two statements share and that its buttons can hold', () => {
    const ids = everything.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[0-9a-z]{16}$/);
  });
});

describe('a library is closed to those who may not see it', () => {
  it('in its statements', () => {
    expect(archive.statements([BUILT_IN])).toEqual([bridge]);
    expect(archive.statements([BUILT_IN, PERSON])).toEqual([bridge, tunnel]);
    expect(archive.statements([])).toEqual([]);
  });

  it('in one of its statements, by id', () => {
    const id = ferry?.id ?? '';
    expect(archive.statement(id, [BUILT_IN, SERVER])).toBe(ferry);
    expect(archive.statement(id, [BUILT_IN, PERSON])).toBeUndefined();
    expect(archive.statement(id, [BUILT_IN, 'guild:2'])).toBeUndefined();
    expect(archive.statement('0123456789abcdef', [BUILT_IN, SERVER])).toBeUndefined();
  });

  it('in its speakers, and in how much they say', () => {
    const countsFor = (libraries: readonly LibraryId[]) =>
      archive.speakers(libraries).map(({ speaker, statements }) => `${speaker.name} ${statements}`);
    expect(countsFor([BUILT_IN])).toEqual(['Lena Ortiz 1']);
    expect(countsFor([BUILT_IN, SERVER])).toEqual(['Lena Ortiz 2', 'Marcus Bell 1']);
    expect(countsFor([PERSON])).toEqual(['Dana Cole 1']);
  });

  it('in its articles', () => {
    const titlesFor = (libraries: readonly LibraryId[]) =>
      archive.articles(libraries).map(({ article, statements }) => `${article.title} ${statements}`);
    expect(titlesFor([BUILT_IN])).toEqual(['The bridge 1']);
    expect(titlesFor([SERVER, PERSON])).toEqual(['The ferry 2', 'The tunnel 1']);
  });

  it('in looking for a speaker', () => {
    expect(archive.findSpeakers('Marcus Bell', [BUILT_IN, PERSON])).toEqual([]);
    expect(archive.findSpeakers('Marcus Bell', [SERVER]).map(({ speaker }) => speaker.name)).toEqual([
      'Marcus Bell',
    ]);
    expect(archive.findSpeakers('ortiz', [BUILT_IN])[0]?.statements).toBe(1);
  });

  it('in a search, however few results are wanted', () => {
    const found = (libraries: readonly LibraryId[]) =>
      archive
        .search(termsOf('the ferry had sunk and the bridge was closed'), libraries, 1)
        .map(({ statement }) => statement);
    expect(found([BUILT_IN])).toEqual([bridge]);
    expect(found([PERSON])).not.toContain(ferry);
  });
});

describe('a search', () => {
  const found = (query: string, limit = 10) =>
    archive.search(termsOf(query), [BUILT_IN, SERVER, PERSON], limit);

  it('finds words in other forms, best first', () => {
    const hits = found('flooding of tunnels');
    expect(hits[0]?.statement).toBe(tunnel);
    expect(hits.map(({ score }) => score)).toEqual(hits.map(({ score }) => score).sort((a, b) => b - a));
  });

  it('finds nothing for words that are nowhere, and for none', () => {
    expect(found('pineapple')).toEqual([]);
    expect(found('')).toEqual([]);
    expect(found('the of and')).toEqual([]);
  });

  it('gives no more than are wanted', () => {
    expect(found('ferry', 1)).toHaveLength(1);
  });
});

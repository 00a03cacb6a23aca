import { describe, expect, it } from 'vitest';
import { createMemoryArchive } from '../../src/archive/memory-archive.ts';
import { BUILT_IN, type LibraryId } from '../../src/articles/article.ts';
import { stemOf } from '../../src/language/terms.ts';
import { news } from '../articles/news.ts';

const SERVER: LibraryId = 'guild:1';
const archive = createMemoryArchive([
  news('Lena Ortiz said the harbour tax was fair.', { title: 'The tax' }),
  news('Marcus Bell said the harbour was closed. He would not say more of the tax.'),
  news('Dana Cole said the tunnel was flooded and the harbour, the harbour, was full.'),
  news('Peter Holm said the recognition of the port was late.', {}, SERVER),
]);

/** The words of the statements that are found for words that count as they say, all alike where they don't. */
const found = (
  query: Readonly<Record<string, number>>,
  libraries: readonly LibraryId[] = [BUILT_IN],
  limit = 10,
) =>
  archive
    .search(
      Object.entries(query).map(([word, weight]) => ({ stem: stemOf(word), weight })),
      libraries,
      limit,
    )
    .map(({ statement }) => statement.text);

describe('a search for statements', () => {
  it('puts what has more of the words first, and its own words before those around it', () => {
    expect(found({ harbour: 1, tax: 1 })[0]).toBe('the harbour tax was fair');
    expect(found({ tax: 1 })).toEqual(['the harbour tax was fair', 'the harbour was closed']);
  });

  it('goes by how much each word counts', () => {
    expect(found({ tunnel: 1, tax: 0.1 })[0]).toMatch(/tunnel/);
    expect(found({ tunnel: 0.1, tax: 1 })[0]).toMatch(/tax/);
  });

  it('goes by the speaker and the title as well', () => {
    expect(found({ cole: 1 })).toEqual([expect.stringMatching(/tunnel/)]);
  });

  it('takes a word that is nowhere for those that are spelt nearly so', () => {
    expect(found({ recogniton: 1 }, [SERVER])).toEqual(['the recognition of the port was late']);
    expect(found({ recogniton: 1 }, [BUILT_IN])).toEqual([]);
  });

  it('gives the first in order where several fit alike', () => {
    const alike = createMemoryArchive(
      ['Ann Holm', 'Ben Holt', 'Cy Hood'].map((name) => news(`${name} said the road was open.`)),
    );
    const names = alike
      .search([{ stem: 'road', weight: 1 }], [BUILT_IN], 2)
      .map(({ statement }) => statement.speaker?.name);
    expect(names).toEqual(['Ann Holm', 'Ben Holt']);
  });

  it('takes more words than anybody types', () => {
    const many = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`word${i}`, 1]));
    expect(found({ tunnel: 1, ...many })).toEqual([expect.stringMatching(/tunnel/)]);
    expect(found({})).toEqual([]);
    expect(found({ tunnel: 1 }, [BUILT_IN], 0)).toEqual([]);
  });
});

import type { LibraryId } from '../../src/articles/article.ts';
import type { Feed, Follow, KeptArticle, KeptBody } from '../../src/storage/storage.ts';

/** A server's library that the tests keep things in, and another's. */
export const SERVER: LibraryId = 'guild:100';
export const OTHER: LibraryId = 'guild:200';
/** A person's own. */
export const PERSON: LibraryId = 'user:7';

/** An article as it is kept: the tenth, say. What matters to a test is given. */
export function keptArticle(number: number, given: Partial<KeptArticle> = {}): KeptArticle {
  const library = given.library ?? SERVER;
  return {
    id: `${library}/${number}`,
    library,
    file: `bridge-${number}.txt`,
    text: `The bridge, part ${number}\n\nMayor Lena Ortiz said the bridge was closed – “for good”. 🌉`,
    addressKey: `https://example.com/bridge/${number}`,
    sketch: `sketch ${number}`,
    addedBy: 'ana',
    feed: null,
    addedAt: 1_700_000_000_000 + number,
    ...given,
  };
}

/** What was read of it by a version. */
export const reading = (version = 'v1', ...bytes: readonly number[]): KeptBody => ({
  version,
  body: Uint8Array.from(bytes.length > 0 ? bytes : [0, 255, 10, 13, 128]),
});

export function feedOf(id: string, given: Partial<Feed> = {}): Feed {
  return {
    id,
    library: SERVER,
    url: `https://example.com/${id}.xml`,
    title: null,
    addedBy: 'ana',
    addedAt: 1_700_000_000_000,
    etag: null,
    lastModified: null,
    nextAt: 1000,
    polledAt: null,
    failures: 0,
    problem: null,
    brought: 0,
    failed: 0,
    retrying: 0,
    itemProblem: null,
    broughtAt: null,
    ...given,
  };
}

export function followOf(id: string, given: Partial<Follow> = {}): Follow {
  return {
    id,
    library: SERVER,
    channel: 'news',
    kind: 'speaker',
    words: `Speaker ${id}`,
    addedBy: 'ana',
    addedAt: 1_700_000_000_000,
    ...given,
  };
}

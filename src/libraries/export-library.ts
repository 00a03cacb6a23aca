import { promisify } from 'node:util';
import { type AsyncZippable, strToU8, zip } from 'fflate';
import type { Archive } from '../archive/archive.ts';
import type { LibraryId } from '../articles/article.ts';
import { answerRecord } from '../replies/records.ts';
import type { Storage } from '../storage/storage.ts';

/** Packs in threads, so that a large library holds nobody up. */
const pack = promisify<AsyncZippable, Uint8Array>(zip);

/** About how many bytes of texts go into one file: packed it has some third of that, well below what Discord takes. */
const MOST_BYTES = 12_000_000;
/** How many articles are read from the database at a time. */
const BATCH = 100;

const isoTime = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());
const isoFeedTimes = ['addedAt', 'nextAt', 'polledAt', 'broughtAt'] as const;

/**
 * All that is kept of a library: its articles as files that a folder of articles could hold, who added them and when, their quotes
 * as they were read, feeds and follows; and where it is a person's library, in how many servers' entries the person stands.
 *
 * @returns zip files, mostly one
 */
export async function exportLibrary(
  library: LibraryId,
  storage: Storage,
  archive: Archive,
): Promise<readonly { readonly name: string; readonly bytes: Uint8Array }[]> {
  const ids = await storage.articles.ids(library);
  const [feeds, follows] = await Promise.all([storage.feeds.list(library), storage.follows.list(library)]);
  const list: object[] = [];
  const parts: AsyncZippable[] = [{}];
  let size = 0;
  const put = (name: string, text: string) => {
    const bytes = strToU8(text);
    if (size + bytes.length > MOST_BYTES && size > 0) {
      parts.push({});
      size = 0;
    }
    size += bytes.length;
    (parts.at(-1) as AsyncZippable)[name] = [bytes, { level: 9 }];
  };
  for (let from = 0; from < ids.length; from += BATCH) {
    for (const { article } of await storage.articles.load(ids.slice(from, from + BATCH), '')) {
      const { text, sketch: _, ...about } = article;
      const file = `articles/${String(list.length + 1).padStart(4, '0')}-${article.file}`;
      list.push({ ...about, addedAt: isoTime(article.addedAt), file });
      put(file, text);
    }
  }
  const quotes = archive.statements([library]).map((statement) => JSON.stringify(answerRecord(statement, 1)));
  put('quotes.jsonl', quotes.map((line) => `${line}\n`).join(''));
  const about = {
    library,
    articles: list,
    feeds: feeds.map((feed) => ({
      ...feed,
      ...Object.fromEntries(isoFeedTimes.map((name) => [name, isoTime(feed[name])])),
    })),
    follows: follows.map((follow) => ({ ...follow, addedAt: isoTime(follow.addedAt) })),
    ...(library.startsWith('user:')
      ? { inServers: await storage.libraries.mentions(library.slice('user:'.length)) }
      : {}),
  };
  put('library.json', `${JSON.stringify(about, null, 2)}\n`);
  const name = `on-record-${library.replace(':', '-')}`;
  return Promise.all(
    parts.map(async (files, i) => ({
      name: parts.length === 1 ? `${name}.zip` : `${name}-${i + 1}-of-${parts.length}.zip`,
      bytes: await pack(files),
    })),
  );
}

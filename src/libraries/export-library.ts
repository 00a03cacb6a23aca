import { promisify } from 'node:util';
import { type AsyncZippable, strToU8, zip } from 'fflate';
import type { Archive, Statement } from '../archive/archive.ts';
import type { LibraryId } from '../articles/article.ts';
import { answerRecord } from '../replies/records.ts';
import type { Storage } from '../storage/storage.ts';

/** Packs in threads, so that a large library holds nobody up. */
const pack = promisify<AsyncZippable, Uint8Array>(zip);

/** About how many bytes of texts go into one file: packed it has some third of that, well below what Discord takes. */
const MOST_BYTES = 12_000_000;
/** How many articles are read from the database at a time. */
const BATCH = 100;

const isoTime = (at: number): string => new Date(at).toISOString();
/** A row whose times, milliseconds since 1970 by their names, can be read by a person. */
const readable = (row: object): object =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      /(?:At|^at)$/.test(name) && typeof value === 'number' ? isoTime(value) : value,
    ]),
  );

/**
 * All that is kept of a library: its articles as files that a folder of articles could hold, who added them and when, their quotes
 * as they were read, feeds, follows and alerts; and where it is a person's library, in how many servers' entries the person stands.
 *
 * @returns zip files, mostly one
 */
export async function exportLibrary(
  library: LibraryId,
  storage: Storage,
  archive: Archive,
): Promise<readonly { readonly name: string; readonly bytes: Uint8Array }[]> {
  const ids = await storage.articles.ids(library);
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
  // A file for each article: those of all together may be more than one text can hold.
  for (const [article, quotes] of byArticle(archive.statements([library]))) {
    const place = String(ids.indexOf(article) + 1).padStart(4, '0');
    put(
      `quotes/${place}.jsonl`,
      quotes.map((statement) => `${JSON.stringify(answerRecord(statement, 1))}\n`).join(''),
    );
  }
  const rows = await storage.libraries.rows(library);
  const about = {
    library,
    articles: list,
    ...Object.fromEntries(Object.entries(rows).map(([name, all]) => [name, all.map(readable)])),
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

/** Statements in groups, by their articles' ids. */
function byArticle(statements: readonly Statement[]): ReadonlyMap<string, readonly Statement[]> {
  const groups = new Map<string, Statement[]>();
  for (const statement of statements) {
    const group = groups.get(statement.article.id);
    if (group) group.push(statement);
    else groups.set(statement.article.id, [statement]);
  }
  return groups;
}

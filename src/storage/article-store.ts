import type { Transaction } from 'kysely';
import type { LibraryId } from '../articles/article.ts';
import { chunks } from './chunks.ts';
import { type Engine, write, writeTo } from './engine.ts';
import { hashOf, isKeepable } from './keepable.ts';
import type { ArticleStore, KeptArticle, KeptBody } from './storage.ts';
import type { Tables } from './tables.ts';

const COLUMNS = [
  'articles.id',
  'library',
  'file',
  'text',
  'addressKey',
  'sketch',
  'addedBy',
  'feed',
  'addedAt',
] as const;

/** The articles of a database, see {@link ArticleStore}. */
export const articleStore = (engine: Engine): ArticleStore => ({
  add: (article, reading, most) => add(engine, article, reading, most),
  remove: (ids, library) => remove(engine, ids, library),
  ids: async (library) => (await origins(engine, library)).map(({ id }) => id),
  origins: (library) => origins(engine, library),
  load: (ids, version) => load(engine, ids, version),
  keepReading: (id, { version, body }) =>
    writeTo(engine, 'articles', id, async (transaction) => {
      await transaction
        .insertInto('readings')
        .values({ article: id, version, body })
        .onConflict((conflict) => conflict.column('article').doUpdateSet({ version, body }))
        .execute();
    }),
});

async function add(
  engine: Engine,
  article: KeptArticle,
  reading: KeptBody,
  most: number,
): ReturnType<ArticleStore['add']> {
  // Its id and the places in its reading hold for these very characters.
  if (![article.text, article.file, article.addressKey ?? ''].every(isKeepable)) {
    throw new Error('An article with a NUL character, or with half a character, cannot be kept.');
  }
  const { id, library, addressKey } = article;
  const addressHash = addressKey === null ? null : hashOf(addressKey);
  return write(engine, [library], async (transaction) => {
    const same = await transaction
      .selectFrom('articles')
      .select('id')
      .where('library', '=', library)
      .where(({ eb, or }) => or([eb('id', '=', id), eb('addressHash', '=', addressHash)]))
      .orderBy(({ eb }) => eb.case().when('id', '=', id).then(0).else(1).end())
      .executeTakeFirst();
    if (same) return { kind: 'there', id: same.id } as const;
    const { count, place } = await roomOf(transaction, library);
    if (count >= most) return { kind: 'full' } as const;
    const feed = await feedThere(transaction, article);
    await transaction
      .insertInto('articles')
      .values({ ...article, feed, addressHash, place })
      .execute();
    await transaction
      .insertInto('readings')
      .values({ article: id, ...reading })
      .execute();
    await engine.announce(transaction, library);
    return { kind: 'added' } as const;
  });
}

/** How many articles a library has, and the place of the next one. */
async function roomOf(
  transaction: Transaction<Tables>,
  library: LibraryId,
): Promise<{ readonly count: number; readonly place: number }> {
  const { count, last } = await transaction
    .selectFrom('articles')
    .select(({ fn }) => [fn.countAll<number>().as('count'), fn.max('place').as('last')])
    .where('library', '=', library)
    .executeTakeFirstOrThrow();
  return { count, place: (last ?? 0) + 1 };
}

/** An article's feed, null where it has been removed since the article was asked for. */
async function feedThere(
  transaction: Transaction<Tables>,
  { feed, library }: KeptArticle,
): Promise<string | null> {
  if (feed === null) return null;
  const row = await transaction
    .selectFrom('feeds')
    .select('id')
    .where('id', '=', feed)
    .where('library', '=', library)
    .executeTakeFirst();
  return row?.id ?? null;
}

async function remove(
  engine: Engine,
  ids: readonly string[],
  library: LibraryId,
): Promise<readonly string[]> {
  const removed = await write(engine, [library], async (transaction) => {
    const gone: string[] = [];
    for (const part of chunks(ids)) {
      const rows = await transaction
        .deleteFrom('articles')
        .where('library', '=', library)
        .where('id', 'in', part)
        .returning('id')
        .execute();
      gone.push(...rows.map(({ id }) => id));
    }
    if (gone.length > 0) await engine.announce(transaction, library);
    return new Set(gone);
  });
  if (removed.size > 0) await engine.scrub();
  return [...new Set(ids)].filter((id) => removed.has(id));
}

async function origins(
  engine: Engine,
  library: LibraryId | undefined,
): Promise<readonly Pick<KeptArticle, 'id' | 'addedBy' | 'feed'>[]> {
  return engine.db
    .selectFrom('articles')
    .select(['id', 'addedBy', 'feed'])
    .$if(library !== undefined, (query) => query.where('library', '=', library as LibraryId))
    .orderBy('addedAt')
    .orderBy('place')
    .orderBy('id')
    .execute();
}

async function load(
  engine: Engine,
  ids: readonly string[],
  version: string,
): ReturnType<ArticleStore['load']> {
  const found = new Map<string, Awaited<ReturnType<ArticleStore['load']>>[number]>();
  for (const part of chunks(ids)) {
    const rows = await engine.db
      .selectFrom('articles')
      .leftJoin('readings', (join) =>
        join.onRef('readings.article', '=', 'articles.id').on('readings.version', '=', version),
      )
      .select([...COLUMNS, 'readings.body as reading'])
      .where('articles.id', 'in', part)
      .execute();
    for (const { reading, ...article } of rows) found.set(article.id, { article, reading });
  }
  return ids.flatMap((id) => found.get(id) ?? []);
}

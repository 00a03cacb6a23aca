import type { Kysely } from 'kysely';
import { chunks } from './chunks.ts';
import { type Engine, write, writeTo } from './engine.ts';
import { hashOf, keepable } from './keepable.ts';
import { removeOwn } from './remove-own.ts';
import type { Feed, FeedChange, FeedStore } from './storage.ts';
import type { Tables } from './tables.ts';

const COLUMNS = [
  'id',
  'library',
  'url',
  'title',
  'addedBy',
  'addedAt',
  'etag',
  'lastModified',
  'nextAt',
  'polledAt',
  'failures',
  'problem',
  'brought',
  'failed',
  'retrying',
  'itemProblem',
  'broughtAt',
] as const;

/** The lock of whoever gives out feeds. */
const CLAIMS = 'feeds';

/** The feeds of a database, see {@link FeedStore}. */
export const feedStore = (engine: Engine): FeedStore => ({
  add: (feed, most) => add(engine, feed, most),
  list: (library) =>
    engine.db
      .selectFrom('feeds')
      .select(COLUMNS)
      .where('library', '=', library)
      .orderBy('addedAt')
      .orderBy('id')
      .execute(),
  // Its articles are no longer known as the feed's.
  remove: (id, library) =>
    removeOwn(engine, 'feeds', { id, library }, (transaction) => engine.announce(transaction, library)),
  change: (id, change) => changeFeed(engine, id, change),
  claimDue: (now, until, limit) => claimDue(engine, now, until, limit),
  unseen: (id, keys) => unseen(engine.db, id, keys),
  markSeen: (id, keys, now, before) => markSeen(engine, id, keys, now, before),
});

async function add(engine: Engine, feed: Feed, most: number): ReturnType<FeedStore['add']> {
  const { library } = feed;
  const urlHash = hashOf(feed.url);
  return write(engine, [library], async (transaction) => {
    const rows = await transaction
      .selectFrom('feeds')
      .select(['id', 'urlHash'])
      .where('library', '=', library)
      .execute();
    const same = rows.find((row) => row.urlHash === urlHash);
    if (same) return { kind: 'there', id: same.id } as const;
    if (rows.length >= most) return { kind: 'full' } as const;
    await transaction
      .insertInto('feeds')
      .values({ ...keepable(feed), urlHash, claimedUntil: 0 })
      .execute();
    return { kind: 'added' } as const;
  });
}

async function changeFeed(engine: Engine, id: string, change: FeedChange): Promise<void> {
  if (Object.keys(change).length === 0) return;
  // Whoever says when to ask next has asked, and lets go of the feed.
  const claim = change.nextAt === undefined ? {} : { claimedUntil: 0 };
  await write(engine, [], async (transaction) => {
    await transaction
      .updateTable('feeds')
      .set({ ...keepable(change), ...claim })
      .where('id', '=', id)
      .execute();
  });
}

async function claimDue(engine: Engine, now: number, until: number, limit: number): Promise<readonly Feed[]> {
  return write(engine, [CLAIMS], async (transaction) => {
    const due = await transaction
      .selectFrom('feeds')
      .select(COLUMNS)
      .where('nextAt', '<=', now)
      .where('claimedUntil', '<=', now)
      .orderBy('nextAt')
      .orderBy('id')
      .limit(limit)
      .execute();
    for (const part of chunks(due.map(({ id }) => id))) {
      await transaction.updateTable('feeds').set({ claimedUntil: until }).where('id', 'in', part).execute();
    }
    return due;
  });
}

async function unseen(db: Kysely<Tables>, id: string, keys: readonly string[]): Promise<readonly string[]> {
  const seen = new Set<string>();
  for (const part of chunks(keys.map(hashOf))) {
    const rows = await db
      .selectFrom('feedItems')
      .select('item')
      .where('feed', '=', id)
      .where('item', 'in', part)
      .execute();
    for (const { item } of rows) seen.add(item);
  }
  return [...new Set(keys)].filter((key) => !seen.has(hashOf(key)));
}

async function markSeen(
  engine: Engine,
  id: string,
  keys: readonly string[],
  now: number,
  before: number,
): Promise<void> {
  const items = [...new Set(keys.map(hashOf))];
  await writeTo(engine, 'feeds', id, async (transaction) => {
    for (const part of chunks(items)) {
      await transaction
        .insertInto('feedItems')
        .values(part.map((item) => ({ feed: id, item, shownAt: now })))
        .onConflict((conflict) => conflict.columns(['feed', 'item']).doUpdateSet({ shownAt: now }))
        .execute();
    }
    await transaction.deleteFrom('feedItems').where('feed', '=', id).where('shownAt', '<', before).execute();
  });
}

import type { Kysely, Transaction } from 'kysely';
import type { LibraryId } from '../articles/article.ts';
import { chunks } from './chunks.ts';
import { type Engine, write } from './engine.ts';
import type { Alert, FollowStore } from './storage.ts';
import type { Tables } from './tables.ts';

type AlertStore = Pick<
  FollowStore,
  | 'keepAlerts'
  | 'kept'
  | 'dropAlerts'
  | 'claimChannels'
  | 'waiting'
  | 'postedSince'
  | 'markPosted'
  | 'markRefused'
  | 'release'
>;

/** The lock of whoever gives out channels. */
const CLAIMS = 'channels';
/** For how long it is known when something was posted, in milliseconds: limits are by the hour. */
const POSTS_KEPT = 7 * 24 * 3600 * 1000;

/** What waits in channels, and who posts there; a part of {@link FollowStore}. */
export const alertStore = (engine: Engine): AlertStore => ({
  keepAlerts: (alerts) => keepAlerts(engine, alerts),
  kept: (channel, library, statements) => kept(engine.db, channel, library, statements),
  dropAlerts: (channel, library, statements) => dropAlerts(engine, channel, library, statements),
  claimChannels: (now, until) => claimChannels(engine, now, until),
  waiting: (channel, library) => waiting(engine, channel, library),
  async postedSince(channel, since) {
    const rows = await engine.db
      .selectFrom('posts')
      .select('at')
      .where('channel', '=', channel)
      .where('at', '>=', since)
      .orderBy('at')
      .execute();
    return rows.map(({ at }) => at);
  },
  markPosted: (channel, library, statements, now) => markPosted(engine, channel, library, statements, now),
  markRefused: (channel, library, nextAt) =>
    write(engine, [library], async (transaction) => {
      const row = await transaction
        .updateTable('channels')
        .set(({ eb }) => ({ refusals: eb('refusals', '+', 1), nextAt, claimedUntil: 0 }))
        .where('library', '=', library)
        .where('channel', '=', channel)
        .returning('refusals')
        .executeTakeFirst();
      return row?.refusals ?? 0;
    }),
  release: (channel, library, nextAt) =>
    write(engine, [library], async (transaction) => {
      await transaction
        .updateTable('channels')
        .set({ nextAt, claimedUntil: 0 })
        .where('library', '=', library)
        .where('channel', '=', channel)
        .execute();
    }),
});

async function keepAlerts(engine: Engine, alerts: readonly Alert[]): Promise<void> {
  for (const library of [...new Set(alerts.map((alert) => alert.library))].sort()) {
    const own = alerts.filter((alert) => alert.library === library);
    await write(engine, [library], (transaction) => keepOwn(transaction, library, own));
  }
}

/** Keeps the alerts of one library, without those whose follow or article is gone by now. */
async function keepOwn(
  transaction: Transaction<Tables>,
  library: LibraryId,
  alerts: readonly Alert[],
): Promise<void> {
  const follows = await there(
    transaction,
    'follows',
    library,
    alerts.map(({ follow }) => follow),
  );
  const articles = await there(
    transaction,
    'articles',
    library,
    alerts.map(({ article }) => article),
  );
  const kept = alerts.filter(({ follow, article }) => follows.has(follow) && articles.has(article));
  const place = await nextPlace(transaction, library);
  const rows = kept.map(({ follow: _, ...alert }, n) => ({ ...alert, place: place + n, postedAt: null }));
  const reasons = kept.map(({ channel, statement, follow }) => ({ library, channel, statement, follow }));
  const channels = [...new Set(kept.map(({ channel }) => channel))];
  for (const part of chunks(rows)) {
    await transaction
      .insertInto('alerts')
      .values(part)
      .onConflict((same) => same.doNothing())
      .execute();
  }
  for (const part of chunks(reasons)) {
    await transaction
      .insertInto('alertFollows')
      .values(part)
      .onConflict((same) => same.doNothing())
      .execute();
  }
  for (const part of chunks(channels)) {
    await transaction
      .insertInto('channels')
      .values(part.map((channel) => ({ library, channel, refusals: 0, nextAt: 0, claimedUntil: 0 })))
      .onConflict((same) => same.doNothing())
      .execute();
  }
}

/** The place of the next alert of a library. */
async function nextPlace(transaction: Transaction<Tables>, library: LibraryId): Promise<number> {
  const { last } = await transaction
    .selectFrom('alerts')
    .select(({ fn }) => fn.max('place').as('last'))
    .where('library', '=', library)
    .executeTakeFirstOrThrow();
  return (last ?? 0) + 1;
}

/** Which of the ids a library has. */
async function there(
  transaction: Transaction<Tables>,
  table: 'follows' | 'articles',
  library: LibraryId,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (const part of chunks([...new Set(ids)])) {
    const rows = await transaction
      .selectFrom(table)
      .select('id')
      .where('library', '=', library)
      .where('id', 'in', part)
      .execute();
    for (const { id } of rows) found.add(id);
  }
  return found;
}

async function kept(
  db: Kysely<Tables>,
  channel: string,
  library: LibraryId,
  statements: readonly string[],
): Promise<readonly string[]> {
  const found = new Set<string>();
  for (const part of chunks(statements)) {
    const rows = await db
      .selectFrom('alerts')
      .select('statement')
      .where('library', '=', library)
      .where('channel', '=', channel)
      .where('statement', 'in', part)
      .execute();
    for (const { statement } of rows) found.add(statement);
  }
  return [...new Set(statements)].filter((statement) => found.has(statement));
}

async function dropAlerts(
  engine: Engine,
  channel: string,
  library: LibraryId,
  statements: readonly string[],
): Promise<void> {
  await write(engine, [library], async (transaction) => {
    for (const part of chunks(statements)) {
      await transaction
        .deleteFrom('alerts')
        .where('library', '=', library)
        .where('channel', '=', channel)
        .where('statement', 'in', part)
        .where('postedAt', 'is', null)
        .execute();
    }
  });
}

async function claimChannels(
  engine: Engine,
  now: number,
  until: number,
): ReturnType<FollowStore['claimChannels']> {
  return write(engine, [CLAIMS], async (transaction) =>
    transaction
      .updateTable('channels')
      .set({ claimedUntil: until })
      .where('nextAt', '<=', now)
      .where('claimedUntil', '<=', now)
      .where(({ exists, selectFrom }) =>
        exists(
          selectFrom('alerts')
            .select('statement')
            .whereRef('alerts.library', '=', 'channels.library')
            .whereRef('alerts.channel', '=', 'channels.channel')
            .where('postedAt', 'is', null),
        ),
      )
      .returning(['channel', 'library'])
      .execute(),
  );
}

async function waiting(engine: Engine, channel: string, library: LibraryId): Promise<readonly Alert[]> {
  const rows = await engine.db
    .selectFrom('alerts')
    .innerJoin('alertFollows', (join) =>
      join
        .onRef('alertFollows.library', '=', 'alerts.library')
        .onRef('alertFollows.channel', '=', 'alerts.channel')
        .onRef('alertFollows.statement', '=', 'alerts.statement'),
    )
    .innerJoin('follows', 'follows.id', 'alertFollows.follow')
    .select(['follow', 'alerts.library', 'alerts.channel', 'article', 'alerts.statement', 'at'])
    .where('alerts.library', '=', library)
    .where('alerts.channel', '=', channel)
    .where('postedAt', 'is', null)
    .orderBy('at')
    .orderBy('place')
    .orderBy('follows.addedAt')
    .orderBy('follows.id')
    .execute();
  // Of several follows that want a statement, the oldest is named.
  const first = new Map<string, Alert>();
  for (const row of rows) if (!first.has(row.statement)) first.set(row.statement, row);
  return [...first.values()];
}

async function markPosted(
  engine: Engine,
  channel: string,
  library: LibraryId,
  statements: readonly string[],
  now: number,
): Promise<void> {
  await write(engine, [library], async (transaction) => {
    const known = await transaction
      .updateTable('channels')
      .set({ refusals: 0 })
      .where('library', '=', library)
      .where('channel', '=', channel)
      .returning('channel')
      .executeTakeFirst();
    // What has been erased while the message was under way leaves no trace.
    if (known) await transaction.insertInto('posts').values({ library, channel, at: now }).execute();
    for (const part of chunks(statements)) {
      await transaction
        .updateTable('alerts')
        .set({ postedAt: now })
        .where('library', '=', library)
        .where('channel', '=', channel)
        .where('statement', 'in', part)
        .execute();
    }
    await transaction
      .deleteFrom('posts')
      .where('channel', '=', channel)
      .where('at', '<', now - POSTS_KEPT)
      .execute();
  });
}

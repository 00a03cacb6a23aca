import type { Kysely, Migration } from 'kysely';

/**
 * The first tables. Columns are text, bigint (milliseconds), integer and bytes alone, which both databases have. A long text that
 * must be there once has its hash beside it: PostgreSQL keeps no more than 2,700 bytes in an index.
 */
export const libraries = (bytes: 'blob' | 'bytea'): Migration => ({
  async up(db) {
    await createFeeds(db);
    await createArticles(db, bytes);
    await createFollows(db);
    await createAlerts(db);
  },
});

async function createFeeds({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('feeds')
    .addColumn('id', 'text', (id) => id.primaryKey())
    .addColumn('library', 'text', (library) => library.notNull())
    .addColumn('url', 'text', (url) => url.notNull())
    .addColumn('url_hash', 'text', (hash) => hash.notNull())
    .addColumn('title', 'text')
    .addColumn('added_by', 'text')
    .addColumn('added_at', 'bigint', (at) => at.notNull())
    .addColumn('etag', 'text')
    .addColumn('last_modified', 'text')
    .addColumn('next_at', 'bigint', (at) => at.notNull())
    .addColumn('claimed_until', 'bigint', (at) => at.notNull())
    .addColumn('polled_at', 'bigint')
    .addColumn('failures', 'integer', (count) => count.notNull())
    .addColumn('problem', 'text')
    .addColumn('brought', 'integer', (count) => count.notNull())
    .addColumn('failed', 'integer', (count) => count.notNull())
    .addColumn('retrying', 'integer', (count) => count.notNull())
    .addColumn('item_problem', 'text')
    .addColumn('brought_at', 'bigint')
    .addUniqueConstraint('feeds_once', ['library', 'url_hash'])
    .execute();
  await schema.createIndex('feeds_due').on('feeds').column('next_at').execute();
  await schema
    .createTable('feed_items')
    .addColumn('feed', 'text', (feed) => feed.notNull().references('feeds.id').onDelete('cascade'))
    .addColumn('item', 'text', (item) => item.notNull())
    .addColumn('shown_at', 'bigint', (at) => at.notNull())
    .addPrimaryKeyConstraint('feed_items_once', ['feed', 'item'])
    .execute();
}

/** The text is the last column: SQLite reads a row from its beginning, and a long one lies on many pages. */
async function createArticles({ schema }: Kysely<unknown>, bytes: 'blob' | 'bytea'): Promise<void> {
  await schema
    .createTable('articles')
    .addColumn('id', 'text', (id) => id.primaryKey())
    .addColumn('library', 'text', (library) => library.notNull())
    .addColumn('file', 'text', (file) => file.notNull())
    .addColumn('address_key', 'text')
    .addColumn('address_hash', 'text')
    .addColumn('sketch', 'text', (sketch) => sketch.notNull())
    .addColumn('added_by', 'text')
    .addColumn('feed', 'text', (feed) => feed.references('feeds.id').onDelete('set null'))
    .addColumn('added_at', 'bigint', (at) => at.notNull())
    .addColumn('place', 'bigint', (place) => place.notNull())
    .addColumn('text', 'text', (text) => text.notNull())
    .addUniqueConstraint('articles_once', ['library', 'address_hash'])
    .execute();
  await schema.createIndex('articles_of').on('articles').columns(['library', 'place']).unique().execute();
  await schema.createIndex('articles_in_order').on('articles').columns(['added_at', 'place', 'id']).execute();
  await schema.createIndex('articles_by').on('articles').columns(['added_by', 'library']).execute();
  await schema.createIndex('articles_from').on('articles').column('feed').execute();
  await schema
    .createTable('readings')
    .addColumn('article', 'text', (id) => id.primaryKey().references('articles.id').onDelete('cascade'))
    .addColumn('version', 'text', (version) => version.notNull())
    .addColumn('body', bytes, (body) => body.notNull())
    .execute();
}

async function createFollows({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('follows')
    .addColumn('id', 'text', (id) => id.primaryKey())
    .addColumn('library', 'text', (library) => library.notNull())
    .addColumn('channel', 'text', (channel) => channel.notNull())
    .addColumn('kind', 'text', (kind) => kind.notNull())
    .addColumn('words', 'text', (words) => words.notNull())
    .addColumn('words_hash', 'text', (hash) => hash.notNull())
    .addColumn('added_by', 'text')
    .addColumn('added_at', 'bigint', (at) => at.notNull())
    .addUniqueConstraint('follows_once', ['library', 'channel', 'kind', 'words_hash'])
    .execute();
  await schema
    .createTable('channels')
    .addColumn('library', 'text', (library) => library.notNull())
    .addColumn('channel', 'text', (channel) => channel.notNull())
    .addColumn('refusals', 'integer', (count) => count.notNull())
    .addColumn('next_at', 'bigint', (at) => at.notNull())
    .addColumn('claimed_until', 'bigint', (at) => at.notNull())
    .addPrimaryKeyConstraint('channels_once', ['library', 'channel'])
    .execute();
  await schema
    .createTable('posts')
    .addColumn('library', 'text', (library) => library.notNull())
    .addColumn('channel', 'text', (channel) => channel.notNull())
    .addColumn('at', 'bigint', (at) => at.notNull())
    .execute();
  await schema.createIndex('posts_in').on('posts').columns(['channel', 'at']).execute();
  await schema.createIndex('posts_of').on('posts').column('library').execute();
  await schema
    .createTable('departures')
    .addColumn('library', 'text', (library) => library.primaryKey())
    .addColumn('left_at', 'bigint', (at) => at.notNull())
    .execute();
}

async function createAlerts({ schema }: Kysely<unknown>): Promise<void> {
  const statement = ['library', 'channel', 'statement'] as const;
  await schema
    .createTable('alerts')
    .addColumn('library', 'text', (library) => library.notNull())
    .addColumn('channel', 'text', (channel) => channel.notNull())
    .addColumn('statement', 'text', (id) => id.notNull())
    .addColumn('article', 'text', (id) => id.notNull().references('articles.id').onDelete('cascade'))
    .addColumn('at', 'bigint', (at) => at.notNull())
    .addColumn('place', 'bigint', (place) => place.notNull())
    .addColumn('posted_at', 'bigint')
    .addPrimaryKeyConstraint('alerts_once', [...statement])
    .execute();
  await schema.createIndex('alerts_of').on('alerts').column('article').execute();
  await schema
    .createIndex('alerts_waiting')
    .on('alerts')
    .columns(['library', 'posted_at', 'channel'])
    .execute();
  await schema
    .createTable('alert_follows')
    .addColumn('library', 'text', (library) => library.notNull())
    .addColumn('channel', 'text', (channel) => channel.notNull())
    .addColumn('statement', 'text', (id) => id.notNull())
    .addColumn('follow', 'text', (id) => id.notNull().references('follows.id').onDelete('cascade'))
    .addPrimaryKeyConstraint('alert_follows_once', [...statement, 'follow'])
    .addForeignKeyConstraint('alert_follows_alert', [...statement], 'alerts', [...statement], (alert) =>
      alert.onDelete('cascade'),
    )
    .execute();
  await schema.createIndex('alert_follows_of').on('alert_follows').column('follow').execute();
}

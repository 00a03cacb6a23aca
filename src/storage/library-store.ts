import type { Kysely } from 'kysely';
import type { LibraryId } from '../articles/article.ts';
import { type Engine, write } from './engine.ts';
import type { LibraryStore } from './storage.ts';
import { LIBRARY_TABLES, type Tables } from './tables.ts';

/** The tables that hold ids of people. */
const ADDED = ['articles', 'feeds', 'follows'] as const;
const SERVERS = 'guild:%';

/** The libraries of a database, see {@link LibraryStore}. */
export const libraryStore = (engine: Engine): LibraryStore => ({
  list: () => list(engine.db),
  async erase(library) {
    await write(engine, [library], async (transaction) => {
      for (const table of LIBRARY_TABLES) {
        await transaction.deleteFrom(table).where('library', '=', library).execute();
      }
      await engine.announce(transaction, library);
    });
    await engine.scrub();
  },
  markLeft: (library, at) =>
    write(engine, [library], async (transaction) => {
      if (at === null) {
        await transaction.deleteFrom('departures').where('library', '=', library).execute();
        return;
      }
      await transaction
        .insertInto('departures')
        .values({ library, leftAt: at })
        .onConflict((conflict) => conflict.column('library').doNothing())
        .execute();
    }),
  async leftBefore(at) {
    const rows = await engine.db
      .selectFrom('departures')
      .select('library')
      .where('leftAt', '<', at)
      .orderBy('leftAt')
      .orderBy('library')
      .execute();
    return rows.map(({ library }) => library);
  },
  async rows(library) {
    const tables = LIBRARY_TABLES.filter((table) => table !== 'articles');
    const rows = await Promise.all(
      tables.map((table) => engine.db.selectFrom(table).selectAll().where('library', '=', library).execute()),
    );
    return Object.fromEntries(tables.map((table, i) => [table, rows[i] ?? []]));
  },
  async mentions(person) {
    const [articles = 0, feeds = 0, follows = 0] = await Promise.all(
      ADDED.map((table) => countBy(engine.db, table, person)),
    );
    return { articles, feeds, follows };
  },
  forgetPerson: (person) => forgetPerson(engine, person),
});

async function list(db: Kysely<Tables>): Promise<readonly LibraryId[]> {
  const found = new Set<LibraryId>();
  for (const table of LIBRARY_TABLES) {
    const rows = await db.selectFrom(table).select('library').distinct().execute();
    for (const { library } of rows) found.add(library);
  }
  return [...found].sort();
}

async function countBy(db: Kysely<Tables>, table: (typeof ADDED)[number], person: string): Promise<number> {
  const { count } = await db
    .selectFrom(table)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('addedBy', '=', person)
    .where('library', 'like', SERVERS)
    .executeTakeFirstOrThrow();
  return count;
}

async function forgetPerson(engine: Engine, person: string): Promise<void> {
  await write(engine, [], async (transaction) => {
    const changed = new Set<LibraryId>();
    for (const table of ADDED) {
      const rows = await transaction
        .updateTable(table)
        .set({ addedBy: null })
        .where('addedBy', '=', person)
        .where('library', 'like', SERVERS)
        .returning('library')
        .execute();
      if (table === 'articles') for (const { library } of rows) changed.add(library);
    }
    for (const library of changed) await engine.announce(transaction, library);
  });
  await engine.scrub();
}

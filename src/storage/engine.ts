import type { Kysely, Transaction } from 'kysely';
import type { LibraryId } from '../articles/article.ts';
import type { Migrations } from './migrations/migrations.ts';
import type { Storage } from './storage.ts';
import type { Tables } from './tables.ts';

/** What differs between the databases; all queries are the same. */
export type Engine = {
  readonly kind: Storage['engine'];
  readonly db: Kysely<Tables>;
  /** Takes the steps that the database has not had yet, see `migrate.ts`. */
  migrate(steps: Migrations): Promise<void>;
  /** Within a transaction: waits until no other one, of whatever process, holds the lock of this name, and holds it to the end. */
  lock(transaction: Transaction<Tables>, name: string): Promise<void>;
  /** Within a transaction: tells other processes, once it holds, that a library's articles have changed. */
  announce(transaction: Transaction<Tables>, library: LibraryId): Promise<void>;
  /** Whether a transaction failed only because it met another one, so that it may be tried again. */
  isConflict(err: unknown): boolean;
  /** Makes what has been deleted unreadable on disk, as far as that is for the program to do. */
  scrub(): Promise<void>;
  readonly onChange: Storage['onChange'];
  close(): Promise<void>;
};

const MOST_TRIES = 4;

/**
 * Does all of `work` or none of it, once nobody else holds one of the locks. What is written to a library is written under the lock
 * that has the library's id as its name. Locks must be named in the same order everywhere.
 */
export async function write<Result>(
  engine: Engine,
  locks: readonly string[],
  work: (transaction: Transaction<Tables>) => Promise<Result>,
): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await engine.db.transaction().execute(async (transaction) => {
        for (const name of locks) await engine.lock(transaction, name);
        return work(transaction);
      });
    } catch (err) {
      if (tries === MOST_TRIES || !engine.isConflict(err)) throw err;
    }
  }
}

/**
 * Writes to the library that an article or a feed belongs to, under its lock. Nothing happens where there is no such row.
 */
export async function writeTo(
  engine: Engine,
  table: 'articles' | 'feeds',
  id: string,
  work: (transaction: Transaction<Tables>) => Promise<void>,
): Promise<void> {
  const find = (db: Kysely<Tables>) =>
    db.selectFrom(table).select('library').where('id', '=', id).executeTakeFirst();
  const row = await find(engine.db);
  if (!row) return;
  await write(engine, [row.library], async (transaction) => {
    // It may have been deleted while the lock was waited for.
    if (await find(transaction)) await work(transaction);
  });
}

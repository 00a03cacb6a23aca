import { setTimeout as sleep } from 'node:timers/promises';
import {
  CompiledQuery,
  type Dialect,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type SqliteStatement,
} from 'kysely';
import type Libsql from 'libsql';

/** For how long a transaction waits for those of other processes, and how often it looks; in milliseconds. */
const WAIT = { most: 20_000, look: 5 };

/**
 * Kysely's own dialect for SQLite but for three things. A transaction is immediate: one that reads first and writes later would be
 * refused where another process has written meanwhile; and it waits for its turn without holding up the rest of this process. Steps of a
 * migration are one transaction. And bytes come out as they go in.
 */
export function sqliteDialect(database: Libsql.Database): Dialect {
  return {
    createDriver: () => immediateDriver(database),
    createAdapter: () =>
      Object.defineProperty(new SqliteAdapter(), 'supportsTransactionalDdl', { value: true }),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createIntrospector: (db) => new SqliteIntrospector(db),
  };
}

function immediateDriver(database: Libsql.Database): SqliteDriver {
  const driver = new SqliteDriver({ database: bytesAsArrays(database) });
  driver.beginTransaction = async (connection) => {
    const deadline = Date.now() + WAIT.most;
    for (;;) {
      try {
        await connection.executeQuery(CompiledQuery.raw('begin immediate'));
        return;
      } catch (err) {
        if (!isBusy(err) || Date.now() > deadline) throw err;
        await sleep(WAIT.look);
      }
    }
  };
  return driver;
}

/** Whether another connection is in the way. */
const isBusy = (err: unknown): boolean =>
  String((err as { readonly code?: string }).code).startsWith('SQLITE_BUSY');

/** libsql gives bytes back as an ArrayBuffer. */
function bytesAsArrays(database: Libsql.Database): SqliteDatabase {
  return {
    close: () => void database.close(),
    prepare(text) {
      const statement = database.prepare(text) as unknown as SqliteStatement;
      return {
        reader: statement.reader,
        run: (values) => statement.run(values),
        iterate: (values) => statement.iterate(values),
        all: (values) => statement.all(values).map((row) => withArrays(row as Record<string, unknown>)),
      };
    },
  };
}

function withArrays(row: Record<string, unknown>): Record<string, unknown> {
  for (const name in row) {
    const value = row[name];
    if (value instanceof ArrayBuffer) row[name] = new Uint8Array(value);
  }
  return row;
}

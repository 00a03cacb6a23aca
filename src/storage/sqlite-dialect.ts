import { setTimeout as sleep } from 'node:timers/promises';
import { type Dialect, type SqliteDatabase, SqliteDialect, SqliteDriver, type SqliteStatement } from 'kysely';
import type Libsql from 'libsql';

/** For how long a transaction waits for those of other connections, and how often it looks; in milliseconds. */
const WAIT = { most: 30_000, look: 5 };
/**
 * For how long anything else does, in milliseconds; this whole process waits with it. In the journal mode that is used, reads have to
 * wait for instants only.
 */
const BUSY_TIMEOUT = 2000;

/** Kysely's own dialect for SQLite, but for transactions, which are those of {@link begin}, and for bytes, which come out as they go in. */
export function sqliteDialect(database: Libsql.Database): Dialect {
  const config = { database: bytesAsArrays(database) };
  const dialect = new SqliteDialect(config);
  dialect.createDriver = () => {
    const driver = new SqliteDriver(config);
    driver.beginTransaction = () => begin(database);
    return driver;
  };
  return dialect;
}

/**
 * Begins a transaction that has the database for itself from its first instant: one that reads first and writes later would be refused where
 * another process has written meanwhile. It waits for its turn without holding up the rest of this process.
 *
 * @throws SqliteError where the turn doesn't come.
 */
export const begin = (database: Libsql.Database): Promise<void> =>
  untilFree(() => {
    database.exec('pragma busy_timeout = 0');
    try {
      // Not a prepared statement: one that is refused stays in the way of those that follow.
      database.exec('begin immediate');
    } finally {
      database.exec(`pragma busy_timeout = ${BUSY_TIMEOUT}`);
    }
  });

/** Does something as soon as no other connection is in the way. */
export async function untilFree<Result>(work: () => Result): Promise<Result> {
  for (const deadline = Date.now() + WAIT.most; ; await sleep(WAIT.look)) {
    try {
      return work();
    } catch (err) {
      if (!isBusy(err) || Date.now() > deadline) throw err;
    }
  }
}

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

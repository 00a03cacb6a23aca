import { closeSync, mkdirSync, openSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CamelCasePlugin, Kysely, type Migration, SqliteDialect, sql } from 'kysely';
import Libsql from 'libsql';
import type { Logger } from 'pino';
import { changeListeners } from './change-listeners.ts';
import type { Engine } from './engine.ts';
import { migrate } from './migrate.ts';
import { begin, sqliteDialect, untilFree } from './sqlite-dialect.ts';
import type { Tables } from './tables.ts';

/** The database's file in its folder; SQLite keeps two more beside it while it is open. */
export const FILE = 'on-record.sqlite';

/** How often it is looked whether another process has written, in milliseconds. */
const LOOK = 1000;
/** How often it is tried to empty the log while another process reads it, and how long in between, in milliseconds. */
const SCRUB = { most: 20, pause: 50 };

/**
 * The database in a folder, which is made where it isn't there. What is written is on disk (`synchronous=FULL`), what is deleted is
 * overwritten (`secure_delete`).
 *
 * @throws Error as the file system or SQLite does.
 */
export async function openSqlite(folder: string, logger: Logger): Promise<Engine> {
  const database = await openFile(folder);
  const db = new Kysely<Tables>({ dialect: sqliteDialect(database), plugins: [new CamelCasePlugin()] });
  const { onChange, tell } = changeListeners(logger);
  const watch = watchFile(database, logger, () => tell(null));
  return {
    kind: 'sqlite',
    db,
    migrate: (steps) => migrateWhole(database, steps('blob')),
    // A transaction has the whole database for itself from its first instant.
    lock: async () => {},
    announce: async () => {},
    isConflict: () => false,
    scrub: () => emptyLog(db, logger),
    onChange,
    async close() {
      clearInterval(watch);
      await db.destroy();
    },
  };
}

/** Makes a folder and those that it is in, where they aren't there. Node's own way tries for ever where the system has no room for any. */
function makeFolder(path: string): void {
  const isThere = () => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
  if (isThere()) return;
  if (dirname(path) !== path) makeFolder(dirname(path));
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (err) {
    // Another process may have been faster.
    if (!isThere()) throw err;
  }
}

async function openFile(folder: string): Promise<Libsql.Database> {
  makeFolder(resolve(folder));
  const path = join(folder, FILE);
  // For this user alone, also where the folder was there before and is open to others.
  closeSync(openSync(path, 'a', 0o600));
  const database = new Libsql(path);
  try {
    // Of several that open a new database at once, one changes its mode.
    await untilFree(() => database.exec('pragma journal_mode = wal'));
    database.exec('pragma synchronous = full; pragma foreign_keys = on; pragma secure_delete = on');
    return database;
  } catch (err) {
    database.close();
    throw err;
  }
}

/**
 * Brings the database up to date in one transaction, so that several that open it at once don't meet. Kysely's migrator begins none of its own
 * on SQLite.
 */
async function migrateWhole(
  database: Libsql.Database,
  steps: Readonly<Record<string, Migration>>,
): Promise<void> {
  await begin(database);
  try {
    await migrate(new Kysely({ dialect: new SqliteDialect({ database }) }), steps);
    database.exec('commit');
  } catch (err) {
    database.exec('rollback');
    throw err;
  }
}

/** Calls back when another connection has written: SQLite counts that in `data_version`, which takes microseconds to read. */
function watchFile(database: Libsql.Database, logger: Logger, tell: () => void): NodeJS.Timeout {
  const read = () => JSON.stringify(database.pragma('data_version'));
  let last = read();
  const timer = setInterval(() => {
    try {
      const now = read();
      if (now === last) return;
      last = now;
    } catch (err) {
      logger.warn({ err }, 'It cannot be told whether another process has changed the database.');
      return;
    }
    tell();
  }, LOOK);
  return timer.unref();
}

/** Writes the log of changes, in which deleted rows may still stand, into the database and cuts it down to nothing. */
async function emptyLog(db: Kysely<Tables>, logger: Logger): Promise<void> {
  for (let tries = 1; tries <= SCRUB.most; tries += 1) {
    const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(db);
    if (rows[0]?.busy === 0) return;
    await sleep(SCRUB.pause);
  }
  logger.warn(
    `Other processes keep ${FILE}-wal busy: what was deleted stands in it until the next deletion.`,
  );
}

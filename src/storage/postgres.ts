import { randomUUID } from 'node:crypto';
import { CamelCasePlugin, Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import type { Logger } from 'pino';
import type { Engine } from './engine.ts';
import { migrate } from './migrate.ts';
import { CHANNEL, listenForChanges } from './postgres-changes.ts';
import { reasonOf } from './reason.ts';
import type { Tables } from './tables.ts';

/** In milliseconds. */
const CONNECT_TIMEOUT = 10_000;
/** For how long a transaction waits for another one's lock, and how long one may do nothing at all; in milliseconds. */
const LOCK_TIMEOUT = 30_000;
const IDLE_TIMEOUT = 60_000;
/** The codes of a deadlock and of a serialization failure. */
const CONFLICTS = ['40P01', '40001'];

/** Those that are queried, of one process: many processes may share a server. */
const MOST_CONNECTIONS = 5;

/** What PostgreSQL calls the type, see its `pg_type.dat`. */
const BIGINT = 20;

/**
 * The database on a PostgreSQL server. One connection more than those that are queried listens for changes.
 *
 * @throws Error as `pg` does where the server can't be reached or doesn't let the program in.
 */
export async function openPostgres(databaseUrl: string, logger: Logger): Promise<Engine> {
  const config = configOf(databaseUrl);
  const origin = randomUUID();
  const changes = await listenForChanges(config, origin, logger);
  const pool = new pg.Pool(config);
  // A connection that is lost between two queries is replaced when it is needed; unheard, either event would end the process.
  pool.on('connect', (client) => client.on('error', () => {}));
  pool.on('error', (err) => logger.warn({ reason: reasonOf(err) }, 'A connection to PostgreSQL was lost.'));
  const db = new Kysely<Tables>({ dialect: dialectOf(pool), plugins: [new CamelCasePlugin()] });
  return {
    kind: 'postgres',
    db,
    migrate: (steps) => migrate(db, steps('bytea')),
    async lock(transaction, name) {
      await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(transaction);
    },
    async announce(transaction, library) {
      const change = JSON.stringify({ origin, library });
      await sql`select pg_notify(${CHANNEL}, ${change})`.execute(transaction);
    },
    isConflict: (err) => CONFLICTS.includes(String((err as { readonly code?: string }).code)),
    // The server takes the space for something else as it sees fit; no query finds what was in it.
    scrub: async () => {},
    onChange: changes.onChange,
    async close() {
      await Promise.all([changes.close(), db.destroy()]);
    },
  };
}

function configOf(databaseUrl: string): pg.PoolConfig {
  return {
    connectionString: databaseUrl,
    application_name: 'on-record',
    connectionTimeoutMillis: CONNECT_TIMEOUT,
    lock_timeout: LOCK_TIMEOUT,
    idle_in_transaction_session_timeout: IDLE_TIMEOUT,
    max: MOST_CONNECTIONS,
    keepAlive: true,
    keepAliveInitialDelayMillis: CONNECT_TIMEOUT,
    types: {
      // What is kept as bigint are times and counts, which a number holds.
      getTypeParser: (type: number, format?: 'text' | 'binary') =>
        type === BIGINT ? Number : pg.types.getTypeParser(type, format as 'text'),
    },
  };
}

function dialectOf(pool: pg.Pool): PostgresDialect {
  return new PostgresDialect({
    pool: {
      async connect() {
        try {
          return await pool.connect();
        } catch (cause) {
          throw new Error(`PostgreSQL can't be reached: ${reasonOf(cause)}.`, { cause });
        }
      },
      end: () => pool.end(),
    },
  });
}

import type { Logger } from 'pino';
import { articleStore } from './article-store.ts';
import { botStore } from './bot-store.ts';
import type { Engine } from './engine.ts';
import { feedStore } from './feed-store.ts';
import { followStore } from './follow-store.ts';
import { libraryStore } from './library-store.ts';
import { NewerDatabase } from './migrate.ts';
import { MIGRATIONS, type Migrations } from './migrations/migrations.ts';
import { openPostgres } from './postgres.ts';
import { reasonOf } from './reason.ts';
import { openSqlite } from './sqlite.ts';
import type { Storage } from './storage.ts';

/** Where libraries are kept: in a folder of this machine, or on a PostgreSQL server. */
export type StoragePlace = { readonly folder: string } | { readonly databaseUrl: string };

/** A place in words for messages: the setting that names it, what it is, and what the setting takes. */
type Wording = { readonly setting: string; readonly what: string; readonly takes: string };

/**
 * Opens the place where libraries are kept, makes it where it is a folder that isn't there, and brings it up to date by the steps that it
 * hasn't had.
 *
 * @throws Error with one sentence for the person who runs the program, which begins with the setting (DATA or DATABASE_URL) and never
 * shows a password; its cause says more.
 */
export async function openStorage(
  place: StoragePlace,
  logger: Logger,
  steps: Migrations = MIGRATIONS,
): Promise<Storage> {
  const wording = wordingOf(place);
  const engine = await openEngine(place, wording, logger);
  try {
    await engine.migrate(steps);
  } catch (cause) {
    await engine.close().catch(() => {});
    throw migrationError(wording, cause);
  }
  return storageOf(engine);
}

/** All that can be done with a database that is up to date. */
function storageOf(engine: Engine): Storage {
  const running = new Set<Promise<unknown>>();
  let closed: Promise<void> | null = null;
  /** Keeps account of what is under way. */
  const tracked = <Store extends object>(store: Store): Store => {
    const methods = Object.entries(store).map(([name, method]) => [
      name,
      async (...given: readonly unknown[]) => {
        if (closed) throw new Error('The storage has been closed.');
        const work: Promise<unknown> = method(...given);
        running.add(work);
        return work.finally(() => running.delete(work));
      },
    ]);
    return Object.fromEntries(methods);
  };
  return {
    engine: engine.kind,
    articles: tracked(articleStore(engine)),
    feeds: tracked(feedStore(engine)),
    follows: tracked(followStore(engine)),
    libraries: tracked(libraryStore(engine)),
    bot: tracked(botStore(engine)),
    onChange: engine.onChange,
    close() {
      // Whoever waits for something that is under way must be told what came of it.
      closed ??= Promise.allSettled(running).then(engine.close);
      return closed;
    },
  };
}

async function openEngine(place: StoragePlace, wording: Wording, logger: Logger): Promise<Engine> {
  try {
    return 'folder' in place
      ? await openSqlite(place.folder, logger)
      : await openPostgres(place.databaseUrl, logger);
  } catch (cause) {
    const { setting, what, takes } = wording;
    throw new Error(`${setting}: ${what} can't be opened (${reasonOf(cause)}); it takes ${takes}`, { cause });
  }
}

function migrationError({ setting, what, takes }: Wording, cause: unknown): Error {
  return cause instanceof NewerDatabase
    ? new Error(
        `${setting}: ${what} belongs to a newer version of On Record; start that version, or name another place`,
        { cause },
      )
    : new Error(`${setting}: ${what} can't be brought up to date (${reasonOf(cause)}); it takes ${takes}`, {
        cause,
      });
}

function wordingOf(place: StoragePlace): Wording {
  if ('folder' in place) {
    return {
      setting: 'DATA',
      what: `the database in "${place.folder}"`,
      takes: 'a folder that this user may write to',
    };
  }
  const takes = 'the address of a PostgreSQL database, such as postgres://user:password@host:5432/database';
  const address = addressOf(place.databaseUrl);
  if (!address) throw new Error(`DATABASE_URL: it is not an address of a database; it takes ${takes}`);
  return { setting: 'DATABASE_URL', what: `the database at ${address}`, takes };
}

/** Server and database of an address, without user and password; null where it is no such address. */
function addressOf(databaseUrl: string): string | null {
  // What the parser throws holds the whole address, the password too.
  const url = URL.canParse(databaseUrl) ? new URL(databaseUrl) : null;
  if (!url || !/^postgres(ql)?:$/.test(url.protocol)) return null;
  return `${url.searchParams.get('host') ?? url.host.replaceAll('%2F', '/')}${url.pathname}`;
}

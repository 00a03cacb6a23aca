import type { Logger } from 'pino';
import type { LibraryId } from '../articles/article.ts';
import type { LibraryStore } from '../storage/storage.ts';

/** What is needed to erase the libraries of servers that the bot has left. */
export type DeparturesParts = {
  readonly store: Pick<LibraryStore, 'list' | 'markLeft' | 'leftBefore'>;
  /** Erases a library from the archive and the database. */
  readonly erase: (library: LibraryId) => Promise<void>;
  readonly logger: Logger;
  /** The clock, in milliseconds since 1970. */
  readonly now?: () => number;
};

/** Which servers the bot has left, and what becomes of their libraries. None of it ever rejects. */
export type Departures = {
  /** These are all the servers that the bot is in: whose library is another's has been left meanwhile. */
  all(servers: readonly string[]): Promise<void>;
  joined(server: string): Promise<void>;
  left(server: string): Promise<void>;
  /** Erases what is due. */
  sweep(): Promise<void>;
  /** Ends it, after what is under way. */
  stop(): Promise<void>;
};

/** For how long the library of a server that was left is kept: somebody may have removed the bot by mistake. */
export const KEPT_AFTER_LEAVING = 30 * 24 * 3600 * 1000;
/** How often to look for libraries to erase. */
const EVERY = 3600 * 1000;

/** Keeps an eye on the servers that were left, and erases their libraries after {@link KEPT_AFTER_LEAVING}. */
export function createDepartures({ store, erase, logger, now = Date.now }: DeparturesParts): Departures {
  const underWay = new Set<Promise<void>>();
  const attempt = (work: () => Promise<void>): Promise<void> => {
    const done = work()
      .catch((err: unknown) =>
        logger.error({ err }, 'What becomes of the libraries of left servers is unsettled.'),
      )
      .finally(() => underWay.delete(done));
    underWay.add(done);
    return done;
  };
  const sweep = () =>
    attempt(async () => {
      for (const library of await store.leftBefore(now() - KEPT_AFTER_LEAVING)) {
        await erase(library);
        logger.info({ library }, 'The library of a server that was left 30 days ago has been erased.');
      }
    });
  const timer = setInterval(sweep, EVERY).unref();
  return {
    all: (servers) =>
      attempt(async () => {
        const there = new Set(servers.map((server): LibraryId => `guild:${server}`));
        for (const library of await store.list()) {
          if (!library.startsWith('guild:')) continue;
          await store.markLeft(library, there.has(library) ? null : now());
        }
        await sweep();
      }),
    joined: (server) => attempt(() => store.markLeft(`guild:${server}`, null)),
    left: (server) => attempt(() => store.markLeft(`guild:${server}`, now())),
    sweep,
    async stop() {
      clearInterval(timer);
      await Promise.all(underWay);
    },
  };
}

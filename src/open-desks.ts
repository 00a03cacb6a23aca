import type { Logger } from 'pino';
import type { OpenedArchive } from './archive/archive.ts';
import { readingVersion } from './archive/reading-version.ts';
import type { LibraryId } from './articles/article.ts';
import type { Config } from './config.ts';
import type { Fetch } from './intake/fetch.ts';
import { createFetch } from './intake/fetch-safely.ts';
import type { Post } from './libraries/alert-posting.ts';
import type { Tell } from './libraries/alert-refusals.ts';
import { createAlerts } from './libraries/alerts.ts';
import { createDepartures } from './libraries/departures.ts';
import type { Desk } from './libraries/desk.ts';
import { createFeeds } from './libraries/feeds.ts';
import { createFollows } from './libraries/follows.ts';
import { createDesk, openLibraries } from './libraries/open-libraries.ts';
import { createOwner } from './libraries/owner.ts';
import { openStorage } from './storage/open-storage.ts';

/** Who posts alerts, and writes to the people who follow. */
export type Messenger = {
  readonly post: Post;
  readonly tell: Tell;
};

/** The libraries of servers and persons, with all that goes on in them by itself. */
export type Desks = {
  readonly desk: (library: LibraryId) => Desk;
  /** Told of the servers that the bot is in, all of them first. */
  readonly servers: {
    readonly all: (ids: readonly string[], application: string) => void;
    readonly joined: (id: string) => void;
    readonly left: (id: string) => void;
  };
  /**
   * Begins to ask feeds and to post alerts.
   *
   * @throws Error with a sentence for the person who runs the program, where another bot uses the database
   */
  readonly begin: (messenger: Messenger) => Promise<void>;
  /** Ends all of it, after what is under way; then the database is closed. */
  readonly stop: () => Promise<void>;
};

/** What desks are opened with, from the configuration. */
export type DeskSettings = Pick<Config, 'storage' | 'limits' | 'fetchPorts' | 'fetchInside'>;

/**
 * Opens the place where libraries are kept, and loads them into the archive behind the built-in articles while the program goes on.
 *
 * @param fetch - what pages and feeds are fetched with, where it isn't the safe one as configured
 * @throws Error with a sentence for the person who runs the program, where the place can't be opened
 */
export async function openDesks(
  settings: DeskSettings,
  { archive, whole }: OpenedArchive,
  logger: Logger,
  fetch: Fetch = createFetch({ ports: settings.fetchPorts, inside: settings.fetchInside }),
): Promise<Desks> {
  const { limits } = settings;
  const storage = await openStorage(settings.storage, logger);
  const libraries = openLibraries({ archive, storage, fetch, limits, logger, version: readingVersion() });
  const { arrived, messenger } = waitForMessenger();
  const feeds = createFeeds({
    store: storage.feeds,
    fetch,
    limits,
    logger,
    addArticle: (library, submission, feed) => libraries.add(submission, { library, by: null, feed }),
    isFull: (library) => libraries.articles(library).length >= limits.articles,
    forgetFeed: libraries.forgetFeed,
  });
  const alerts = createAlerts({
    archive,
    storage,
    alertsAnHour: limits.alertsAnHour,
    logger,
    loaded: Promise.all([libraries.loaded, messenger]).then(() => {}),
    post: async (...words) => (await messenger).post(...words),
    tell: async (...words) => (await messenger).tell(...words),
  });
  libraries.onArticle(({ id, library }, statements, addedAt) => {
    void alerts.noteArticle(library, id, statements, addedAt);
  });
  const owner = createOwner(storage.bot, 'folder' in settings.storage ? 'DATA' : 'DATABASE_URL', logger);
  const departures = createDepartures({ store: storage.libraries, erase: libraries.erase, logger });
  return {
    desk: (library) =>
      createDesk(library, libraries, storage, {
        feeds: feeds.desk(library),
        follows: createFollows({ library, store: storage.follows, limits }),
      }),
    servers: {
      all: (ids, application) => owner.claim(application, () => departures.all(ids)),
      joined: (id) => owner.whenOurs(() => departures.joined(id)),
      left: (id) => owner.whenOurs(() => departures.left(id)),
    },
    async begin(one) {
      await owner.claimed();
      arrived(one);
      // Feeds bring articles, and what is there already is recognised only when all of it is.
      Promise.all([whole, libraries.loaded]).then(feeds.start, () => {});
    },
    async stop() {
      arrived(NOBODY);
      owner.stop();
      await Promise.all([feeds.stop(), alerts.stop(), departures.stop()]);
      await libraries.close();
      await storage.close();
    },
  };
}

/** Where the program ends before there was a bot. */
const NOBODY: Messenger = {
  post: () => Promise.reject(new Error('There is no bot to post.')),
  tell: () => Promise.reject(new Error('There is no bot to write to anybody.')),
};

function waitForMessenger() {
  let arrived: (messenger: Messenger) => void = () => {};
  const messenger = new Promise<Messenger>((resolve) => {
    arrived = resolve;
  });
  return { arrived: (one: Messenger) => arrived(one), messenger };
}

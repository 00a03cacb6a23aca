import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import type { ArticleEntry } from '../../src/archive/archive.ts';
import type { LibraryId } from '../../src/articles/article.ts';
import { Refusal } from '../../src/intake/refusal.ts';
import type { Added, Submission } from '../../src/libraries/desk.ts';
import type { FeedsParts } from '../../src/libraries/feed-parts.ts';
import { createFeeds, type Feeds } from '../../src/libraries/feeds.ts';
import { USUAL_LIMITS } from '../../src/libraries/limits.ts';
import type { StoragePlace } from '../../src/storage/open-storage.ts';
import type { Feed, Storage } from '../../src/storage/storage.ts';
import { type RssItem, rssOf } from '../intake/feeds.ts';
import { fetchFor, openWebServer, type Page, type WebServer } from '../intake/web-server.ts';
import { OTHER, SERVER } from '../storage/articles.ts';
import { newPlace, openTestStorage, type TestEngine } from '../storage/engines.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

/** A site with a feed, a database, and what asks the one and keeps what it tells in the other; new for each test. */
export type FeedSite = {
  readonly server: WebServer;
  readonly storage: Storage;
  /** The clock of all that asks. */
  readonly clock: { now: number };
  /** What was added, in order: the paths of articles, or texts. */
  readonly added: string[];
  /** What goes to the log as a fault. */
  readonly faults: unknown[];
  /** Another process's way into the same database; whoever opens it closes it. */
  another(): Promise<Storage>;
  /** What asks feeds, one more each time. */
  open(over?: Partial<FeedsParts>): Feeds;
  /** Serves a feed of articles by their numbers, in this order, with those articles. */
  publish(numbers: readonly number[], over?: Page): string;
  /** The paths that were asked for since this was last read. */
  asked(): readonly string[];
  /** The feed of a library that has one. */
  feed(library?: LibraryId): Promise<Feed>;
};

export const FEED = '/feed.xml';

/** The number of an article as an item of a feed. */
export const itemOf = (number: number): RssItem => ({
  title: `Article ${number}`,
  guid: `id-${number}`,
  link: `/articles/${number}`,
});

/** Opens a site before each of a file's tests. */
export function feedSite(engine: TestEngine = 'SQLite'): FeedSite {
  let server: WebServer;
  let storage: Storage;
  let place: StoragePlace;
  let opened: Feeds[] = [];
  let read = 0;
  const clock = { now: 0 };
  const added: string[] = [];
  const faults: unknown[] = [];
  beforeAll(async () => {
    place = await newPlace(engine);
    storage = await openTestStorage(engine, place);
  }, 60_000);
  beforeEach(async () => {
    server = await openWebServer();
    for (const library of [SERVER, OTHER]) await storage.libraries.erase(library);
    opened = [];
    read = 0;
    clock.now = 1_700_000_000_000;
    added.length = 0;
    faults.length = 0;
  });
  afterEach(async () => {
    await Promise.all(opened.map((feeds) => feeds.stop()));
    await server.close();
  });
  afterAll(() => storage.close());

  return {
    get server() {
      return server;
    },
    get storage() {
      return storage;
    },
    another: () => openTestStorage(engine, place),
    clock,
    added,
    faults,
    open(over = {}) {
      const fetch = fetchFor(server, { hosts: ['gazette.example', 'herald.example'] });
      const feeds = createFeeds({
        store: storage.feeds,
        fetch,
        limits: USUAL_LIMITS,
        addArticle: (library, submission) => add(library, submission, fetch, added),
        isFull: () => false,
        logger: { info() {}, warn() {}, error: (fault: unknown) => void faults.push(fault) },
        now: () => clock.now,
        random: () => 0.5,
        pause: 0,
        ...over,
      });
      opened.push(feeds);
      return feeds;
    },
    publish(numbers, over = {}) {
      for (const number of numbers) server.serve(`/articles/${number}`, { body: `<p>Article ${number}.` });
      return server.serve(FEED, { body: rssOf(numbers.map(itemOf)), ...over });
    },
    asked() {
      const paths = server.requests.slice(read).map(({ path }) => path);
      read = server.requests.length;
      return paths;
    },
    async feed(library = SERVER) {
      const [feed] = await storage.feeds.list(library);
      if (!feed) throw new Error('The library has no feed.');
      return feed;
    },
  };
}

/** What asks a feed of articles by their numbers, its first articles brought, for the library that has no other feed. */
export async function withFeed(
  site: FeedSite,
  numbers: readonly number[] = [2, 1],
  over: Partial<FeedsParts> = {},
): Promise<Feeds> {
  site.publish(numbers);
  const feeds = site.open(over);
  await feeds.desk(SERVER).add(site.server.url(FEED), 'ana');
  await feeds.settled();
  site.asked();
  return feeds;
}

/** Asks what is due when the library's feed is due next. */
export async function pollNext(site: FeedSite, feeds: Feeds): Promise<void> {
  site.clock.now = Math.max(site.clock.now, (await site.feed()).nextAt);
  await feeds.poll();
}

/** Adds as a library does: what was added before is there, and what can't be had is refused. */
async function add(
  library: LibraryId,
  submission: Submission,
  fetch: FeedsParts['fetch'],
  added: string[],
): Promise<Added> {
  try {
    const what = submission.kind === 'text' ? submission.pasted.text : new URL(submission.url).pathname;
    const name = library === SERVER ? what : `${library} ${what}`;
    const entry = { statements: 0 } as ArticleEntry;
    if (added.includes(name)) return { kind: 'there', entry };
    if (submission.kind !== 'text') await fetch(submission.url);
    // Another may have added it meanwhile.
    if (added.includes(name)) return { kind: 'there', entry };
    added.push(name);
    return { kind: 'added', entry };
  } catch (cause) {
    if (cause instanceof Refusal) return { kind: 'refused', why: cause.message };
    throw cause;
  }
}

import { randomBytes } from 'node:crypto';
import type { LibraryId } from '../articles/article.ts';
import { addressKey } from '../intake/address-key.ts';
import { Refusal } from '../intake/refusal.ts';
import type { Feed } from '../storage/storage.ts';
import { createSlots, type Slots } from '../threads/slots.ts';
import type { FeedDesk } from './desk.ts';
import { type FoundFeed, feedAddress, feedAt } from './feed-finding.ts';
import { feedInLog } from './feed-in-log.ts';
import { FEED_ITEMS, newestFirst } from './feed-items.ts';
import type { FeedsParts, PollingParts } from './feed-parts.ts';
import { pollFeed, takeDocument } from './feed-polling.ts';
import { FEED_TIMES } from './feed-times.ts';
import { createHostTurns } from './feed-turns.ts';
import type { Limits } from './limits.ts';

/** The feeds of all libraries. */
export type Feeds = {
  /** What can be done with those of one library, and of no other. */
  desk(library: LibraryId): FeedDesk;
  /** Asks the feeds that are due and that no other process is asking; fulfilled when there are none left. Never rejected. */
  poll(): Promise<void>;
  /** Looks for feeds that are due from now on. */
  start(): void;
  /** Fulfilled when the first articles of the feeds that were added are in. */
  settled(): Promise<void>;
  /** Begins nothing more, and waits for what is under way. */
  stop(): Promise<void>;
};

const EVERY = 20_000;
const PAUSE = 1000;
/** How many feeds are asked at once. */
const AT_ONCE = 2;

/** What is shared by the poller and the desks. */
type Work = {
  readonly parts: PollingParts;
  readonly slots: Slots;
  readonly track: (work: Promise<void>) => void;
};

/** Feeds that are asked politely: few at once, one request at a time to each host, no more often than they change. */
export function createFeeds(options: FeedsParts): Feeds {
  const ending = new AbortController();
  const parts: PollingParts = {
    now: Date.now,
    random: Math.random,
    ...options,
    turns: createHostTurns(options.pause ?? PAUSE, ending.signal),
    signal: ending.signal,
    failedOnce: new Map(),
  };
  const slots = createSlots(AT_ONCE);
  const underWay = new Set<Promise<void>>();
  const track = (work: Promise<void>) => {
    underWay.add(work);
    void work.finally(() => underWay.delete(work));
  };
  const settled = async () => void (await Promise.all(underWay));
  let timer: NodeJS.Timeout | undefined;
  let polling: Promise<void> | null = null;
  const poll = () => {
    polling ??= pollAll(parts, slots).finally(() => {
      polling = null;
    });
    return polling;
  };
  return {
    desk: (library) => createDesk(library, { parts, slots, track }, options.forgetFeed),
    poll,
    start() {
      timer ??= setInterval(poll, options.every ?? EVERY).unref();
      void poll();
    },
    settled,
    async stop() {
      clearInterval(timer);
      ending.abort();
      await polling;
      await settled();
    },
  };
}

async function pollAll(parts: PollingParts, slots: Slots): Promise<void> {
  const next = async () => {
    while (!parts.signal.aborted && (await slots(() => pollOne(parts))));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, next));
}

/** Asks one feed that is due; whether there was one, and no fault. */
async function pollOne(parts: PollingParts): Promise<boolean> {
  const { store, now, logger, signal } = parts;
  if (signal.aborted) return false;
  try {
    const [feed] = await store.claimDue(now(), now() + FEED_TIMES.claim, 1);
    if (feed === undefined) return false;
    await pollFeed(feed, parts);
    return true;
  } catch (err) {
    logger.error({ err }, 'Feeds could not be asked because of a fault.');
    return false;
  }
}

function createDesk(library: LibraryId, work: Work, forgetFeed: FeedsParts['forgetFeed']): FeedDesk {
  const { store, failedOnce } = work.parts;
  return {
    async add(typed, by) {
      try {
        return await addFeed(typed, { library, by }, work);
      } catch (cause) {
        if (cause instanceof Refusal) return { kind: 'refused', why: cause.message };
        throw cause;
      }
    },
    list: () => store.list(library),
    async remove(id) {
      const feed = (await store.list(library)).find((one) => one.id === id);
      if (feed === undefined || !(await store.remove(id, library))) return null;
      failedOnce.delete(id);
      forgetFeed?.(id, library);
      return feed;
    },
  };
}

type Adding = { readonly library: LibraryId; readonly by: string };

async function addFeed(typed: string, adding: Adding, work: Work): ReturnType<FeedDesk['add']> {
  const { store, fetch, limits } = work.parts;
  const address = feedAddress(typed);
  const feeds = await store.list(adding.library);
  const known = sameFeed(feeds, [address]);
  if (known) return { kind: 'there', feed: known };
  if (feeds.length >= limits.feeds) throw new Refusal(tooMany(limits));
  const found = await feedAt(address, fetch);
  const same = sameFeed(feeds, [found.url, found.fetched.url]);
  if (same) return { kind: 'there', feed: same };
  return keepFeed(found, adding, work);
}

async function keepFeed(
  { url, fetched, document }: FoundFeed,
  { library, by }: Adding,
  { parts, slots, track }: Work,
): ReturnType<FeedDesk['add']> {
  const { store, now, limits, logger } = parts;
  const feed = newFeed(url, document.title, { library, by }, now());
  const outcome = await store.add(feed, limits.feeds);
  if (outcome.kind === 'full') throw new Refusal(tooMany(limits));
  if (outcome.kind === 'there') return { kind: 'there', feed: { ...feed, id: outcome.id } };
  const older = newestFirst(document.items).slice(FEED_ITEMS.atOnce);
  const keys = older.map(({ key }) => key);
  await store.markSeen(feed.id, keys, now(), 0);
  const first = slots(() => takeDocument(feed, fetched, document, parts));
  track(
    first.catch((err: unknown) =>
      logger.error({ ...feedInLog(feed), err }, 'A feed could not be read because of a fault.'),
    ),
  );
  const items = document.items.length;
  return { kind: 'added', feed, items, coming: items - older.length };
}

/** A feed whose newest articles are being added, for which nobody else asks it meanwhile. */
function newFeed(url: string, title: string | null, { library, by }: Adding, now: number): Feed {
  return {
    id: randomBytes(8).toString('hex'),
    library,
    url,
    title,
    addedBy: by,
    addedAt: now,
    etag: null,
    lastModified: null,
    nextAt: now + FEED_TIMES.claim,
    polledAt: now,
    failures: 0,
    problem: null,
    brought: 0,
    failed: 0,
    retrying: 0,
    itemProblem: null,
    broughtAt: null,
  };
}

function sameFeed(feeds: readonly Feed[], addresses: readonly string[]): Feed | undefined {
  const keys = new Set(addresses.map(addressKey));
  return feeds.find(({ url }) => keys.has(addressKey(url)));
}

const tooMany = ({ feeds }: Limits): string =>
  feeds === 0
    ? 'No feeds can be added here.'
    : `This library has ${feeds === 1 ? '1 feed' : `${feeds} feeds`} already, which is as many as it may: take one away with /feed remove first.`;

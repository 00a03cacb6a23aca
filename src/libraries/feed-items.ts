import type { FeedDocument, FeedItem } from '../intake/read-feed.ts';
import { readItemText } from '../intake/read-feed-text.ts';
import { Refusal } from '../intake/refusal.ts';
import type { Feed, FeedChange } from '../storage/storage.ts';
import type { Submission } from './desk.ts';
import { feedInLog } from './feed-in-log.ts';
import { hostOf } from './feed-lines.ts';
import type { PollingParts } from './feed-parts.ts';
import { FEED_TIMES } from './feed-times.ts';

/** How many new articles are added at once, and how many may wait to be; a feed that has more new ones has been filled anew. */
export const FEED_ITEMS = { atOnce: 10, waiting: 50 } as const;
/** After so many articles in a row that could not be had, their site is left alone till the feed is asked again. */
const MOST_FAILURES = 3;

/** What has come of a feed's items. */
export type Taken = {
  readonly hasBrought: boolean;
  /** Whether all have been dealt with, so that the feed needn't be had again before it changes. */
  readonly isDone: boolean;
  /** Whether some are left only because there were too many for once. */
  readonly hasRest: boolean;
  /** Whether the library has no room for more. */
  readonly isFull: boolean;
  /** What is to be noted with the feed of what could not be read. */
  readonly noted: Pick<FeedChange, 'retrying' | 'itemProblem'>;
};

/** What came of an item; `why` is a sentence. */
type Outcome = { readonly kind: 'added' | 'there' } | { readonly kind: 'failed'; readonly why: string };

/** What is said where something fails that must not. */
export const FAULT = 'It could not be read because of a fault of mine.';
const NOTHING = 'The feed tells no address of it that leads anywhere, and no text.';

/** A feed's items by day, the latest first, where all tell one; feeds that don't are nearly always in that order. */
export function newestFirst(items: readonly FeedItem[]): readonly FeedItem[] {
  if (items.some(({ published }) => published === null)) return items;
  return items.toSorted((a, b) => (b.published ?? '').localeCompare(a.published ?? ''));
}

/**
 * Adds what is new in a feed to its library: the ten newest, the latest of them last, as they came out. What has been dealt with is
 * noted item by item, so that an end at any instant brings nothing twice. What can't be read is left for one more try.
 */
export async function takeItems(feed: Feed, document: FeedDocument, parts: PollingParts): Promise<Taken> {
  const { store, now, failedOnce } = parts;
  const items = newestFirst(document.items);
  const unseen = new Set(
    await store.unseen(
      feed.id,
      items.map(({ key }) => key),
    ),
  );
  const fresh = items.filter(({ key }) => unseen.has(key)).slice(0, FEED_ITEMS.waiting);
  const left = new Set(fresh.map(({ key }) => key));
  const again = failedOnce.get(feed.id) ?? new Set();
  const tally = createTally(feed, again, parts);
  let inARow = 0;
  for (const item of fresh.slice(0, FEED_ITEMS.atOnce).reverse()) {
    if (inARow === MOST_FAILURES || !(await mayGoOn(feed, parts))) break;
    const outcome = await takeItem(item, feed, document, parts);
    inARow = outcome.kind === 'failed' ? inARow + 1 : 0;
    if (outcome.kind === 'failed' && parts.isFull(feed.library)) break;
    if (await tally.note(item, outcome)) left.delete(item.key);
  }
  const { failedNow } = tally;
  if (failedNow.size > 0) failedOnce.set(feed.id, failedNow);
  else failedOnce.delete(feed.id);
  const shown = items.map(({ key }) => key).filter((key) => !left.has(key));
  await store.markSeen(feed.id, shown, now(), now() - FEED_TIMES.remembered);
  const isFull = left.size > 0 && parts.isFull(feed.library);
  return {
    hasBrought: tally.brought() > 0,
    isDone: left.size === 0,
    hasRest: left.size > failedNow.size && !isFull && inARow < MOST_FAILURES,
    isFull,
    noted: tally.left(fresh.length > 0 && left.size === 0),
  };
}

/** Counts what a feed has brought and what could not be read, in the store too. */
function createTally(feed: Feed, again: ReadonlySet<string>, { store, now }: PollingParts) {
  const failedNow = new Set<string>();
  let brought = 0;
  let failed = 0;
  let hasFailed = false;
  const noteFailure = async (item: FeedItem, why: string): Promise<void> => {
    hasFailed = true;
    await store.change(feed.id, {
      failed: feed.failed + failed,
      retrying: failedNow.size,
      itemProblem: `${nameOf(item)}: ${why}`,
    });
  };
  return {
    brought: () => brought,
    /** The keys of what is to be tried once more. */
    failedNow: failedNow as ReadonlySet<string>,
    /** Whether the item is dealt with. */
    async note(item: FeedItem, outcome: Outcome): Promise<boolean> {
      if (outcome.kind === 'failed' && !again.has(item.key)) {
        failedNow.add(item.key);
        await noteFailure(item, outcome.why);
        return false;
      }
      await store.markSeen(feed.id, [item.key], now(), 0);
      if (outcome.kind === 'added') {
        brought += 1;
        await store.change(feed.id, { brought: feed.brought + brought, broughtAt: now() });
      }
      if (outcome.kind === 'failed') {
        failed += 1;
        await noteFailure(item, outcome.why);
      }
      return true;
    },
    /** What is left to be noted, by whether all that was new has been dealt with. */
    left: (isAllDone: boolean): Taken['noted'] => ({
      retrying: failedNow.size,
      ...(isAllDone && !hasFailed && { itemProblem: null }),
    }),
  };
}

const LONGEST_NAME = 80;

/** What an item is called where it is told what is wrong with it: its title, or where it stands. */
function nameOf({ title, url }: FeedItem): string {
  const name = title ?? (url === null ? 'an item without a title' : hostOf(url));
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1).trimEnd()}…` : name;
}

/** Whether there is any sense in trying the next item: the feed may have been removed meanwhile, by whichever process. */
async function mayGoOn({ id, library }: Feed, { signal, store, isFull }: PollingParts): Promise<boolean> {
  if (signal.aborted || isFull(library)) return false;
  return (await store.list(library)).some((feed) => feed.id === id);
}

/** Adds what stands at an item's address; where that can't be had, or is no article, the text that the feed itself carries. */
async function takeItem(
  item: FeedItem,
  feed: Feed,
  { title }: FeedDocument,
  parts: PollingParts,
): Promise<Outcome> {
  if (item.url !== null) {
    const { url, published } = item;
    const told = { published, outlet: title };
    const outcome = await parts.turns(url, () => submit({ kind: 'link', url, told }, feed, parts));
    if (outcome.kind !== 'failed') return outcome;
    const own = await takeText(item, feed, title, parts);
    // What is wrong with the page tells more than what is wrong with the text in its stead.
    return own.kind === 'failed' ? outcome : own;
  }
  return takeText(item, feed, title, parts);
}

async function takeText(
  item: FeedItem,
  feed: Feed,
  outlet: string | null,
  parts: PollingParts,
): Promise<Outcome> {
  const text = ownText(item);
  if (text === '') return { kind: 'failed', why: NOTHING };
  const { url, title, published } = item;
  return submit({ kind: 'text', pasted: { text, title, outlet, url, published } }, feed, parts);
}

/** The text that a feed carries of an item; empty where it carries none that can be read. */
function ownText({ html }: FeedItem): string {
  if (html === null) return '';
  try {
    return readItemText(html);
  } catch (cause) {
    if (cause instanceof Refusal) return '';
    throw cause;
  }
}

async function submit(
  submission: Submission,
  feed: Feed,
  { addArticle, logger }: PollingParts,
): Promise<Outcome> {
  try {
    const added = await addArticle(feed.library, submission, feed.id);
    if (added.kind !== 'refused') return { kind: added.kind };
    logger.info({ ...feedInLog(feed), why: added.why }, 'An article of a feed could not be added.');
    return { kind: 'failed', why: added.why };
  } catch (err) {
    logger.error({ ...feedInLog(feed), err }, 'An article of a feed could not be added because of a fault.');
    return { kind: 'failed', why: FAULT };
  }
}

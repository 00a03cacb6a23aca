import type { Fetched } from '../intake/fetch.ts';
import { HttpRefusal } from '../intake/fetch.ts';
import type { FeedDocument } from '../intake/read-feed.ts';
import { readFeedApart } from '../intake/read-feed-apart.ts';
import { Refusal } from '../intake/refusal.ts';
import type { Feed } from '../storage/storage.ts';
import { feedInLog } from './feed-in-log.ts';
import { FAULT, takeItems } from './feed-items.ts';
import type { PollingParts } from './feed-parts.ts';
import { FEED_TIMES, freshness, waitAfterFailure, waitAfterSuccess } from './feed-times.ts';

/** What is asked for, feeds before pages that may tell of one. */
export const FEED_TYPES =
  'application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, text/html;q=0.5, */*;q=0.1';

const GONE = 'The site says that this feed is gone for good (410), so it is no longer asked.';
const NO_FEED = 'What stands there now is not a feed.';

/** The library's fullness as a sentence about its feed. */
const fullSentence = (most: number): string =>
  `The library has ${most === 1 ? '1 article' : `${most.toLocaleString('en-US')} articles`}, as many as it may; what is new waits until some are removed.`;

/**
 * Asks a feed that is due, adds what is new in it, and notes what has come of it and when to ask next.
 * What goes wrong with the feed is noted with it; only a fault of the store's throws.
 */
export async function pollFeed(feed: Feed, parts: PollingParts): Promise<void> {
  let asked: Asked;
  try {
    asked = await ask(feed, parts);
  } catch (err) {
    // Let go of, it is asked by whoever looks next.
    if (parts.signal.aborted) await parts.store.change(feed.id, { nextAt: feed.nextAt });
    else await noteFailure(feed, err, parts);
    return;
  }
  if (asked.document === null) await noteSame(feed, asked.fetched, parts);
  else await takeDocument(feed, asked.fetched, asked.document, parts);
}

/** What a feed gave; no document where it is as it was. */
type Asked = { readonly fetched: Fetched; readonly document: FeedDocument | null };

async function ask({ url, etag, lastModified }: Feed, parts: PollingParts): Promise<Asked> {
  const { fetch, turns, signal } = parts;
  const fetched = await turns(url, () => fetch(url, { accept: FEED_TYPES, etag, lastModified, signal }));
  if (fetched.status === 304) return { fetched, document: null };
  const document = await readFeedApart(fetched);
  if (document === null) throw new Refusal(NO_FEED);
  return { fetched, document };
}

/** Adds what is new in a feed that has just been had, and notes when to ask next. */
export async function takeDocument(
  feed: Feed,
  fetched: Fetched,
  document: FeedDocument,
  parts: PollingParts,
): Promise<void> {
  const { store, now, random, limits } = parts;
  const polledAt = now();
  const { etag = null, 'last-modified': lastModified = null } = fetched.headers;
  const { isDone, hasRest, isFull, hasBrought, noted } = await takeItems(feed, document, parts);
  const wish = Math.max(document.ttl ?? 0, freshness(fetched.headers) ?? 0);
  const wait = hasRest
    ? FEED_TIMES.rest
    : waitAfterSuccess(feed, { hasBrought, wish, now: polledAt }, random);
  await store.change(feed.id, {
    title: document.title ?? feed.title,
    // Without them the next answer is whole again, with what is still to be dealt with.
    etag: isDone ? etag : null,
    lastModified: isDone ? lastModified : null,
    polledAt,
    failures: 0,
    ...noted,
    problem: isFull ? fullSentence(limits.articles) : null,
    nextAt: now() + wait,
  });
}

async function noteSame(
  feed: Feed,
  { headers }: Fetched,
  { store, now, random }: PollingParts,
): Promise<void> {
  const asked = { hasBrought: false, wish: freshness(headers), now: now() };
  const nextAt = asked.now + waitAfterSuccess(feed, asked, random);
  await store.change(feed.id, { polledAt: asked.now, failures: 0, problem: null, nextAt });
}

async function noteFailure(feed: Feed, err: unknown, parts: PollingParts): Promise<void> {
  const { store, now, random, logger } = parts;
  const failures = feed.failures + 1;
  const { status = null, retryAfter = null } = err instanceof HttpRefusal ? err : {};
  const isGone = status === 410;
  if (!(err instanceof Refusal))
    logger.error({ ...feedInLog(feed), err }, 'A feed could not be asked because of a fault.');
  const problem = isGone ? GONE : err instanceof Refusal ? err.message : FAULT;
  const wait = isGone ? FEED_TIMES.gone : waitAfterFailure({ failures, retryAfter }, random);
  await store.change(feed.id, { polledAt: now(), failures, problem, nextAt: now() + wait });
}

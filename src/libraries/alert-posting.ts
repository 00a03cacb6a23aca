import type { Logger } from 'pino';
import type { Archive } from '../archive/archive.ts';
import { BUILT_IN, type LibraryId } from '../articles/article.ts';
import { alertReply } from '../replies/alert-reply.ts';
import type { Reply } from '../replies/reply.ts';
import type { Alert, Storage } from '../storage/storage.ts';
import { type Batch, lookUp, nonceOf, withinLimit } from './alert-batches.ts';
import { dropRefused, type Tell } from './alert-refusals.ts';

/**
 * Posts a message in a channel. What is posted twice with one nonce within minutes is there once. `refused` where the bot may not
 * post there or there is no such channel; rejected where it may be tried again.
 */
export type Post = (channel: string, reply: Reply, nonce: string) => Promise<'posted' | 'refused'>;

/** What alerts are posted with. */
export type PostingParts = {
  readonly archive: Archive;
  readonly storage: Pick<Storage, 'follows' | 'articles'>;
  /** Messages in one channel in an hour. */
  readonly alertsAnHour: number;
  readonly post: Post;
  readonly tell: Tell;
  readonly logger: Logger;
  /** The clock, in milliseconds since 1970. */
  readonly now: () => number;
  /** Whether to leave the rest for another time. */
  readonly isStopping: () => boolean;
};

/** A channel with the library that something is posted from. */
export type Place = { readonly channel: string; readonly library: LibraryId };

const SECOND = 1000;
const HOUR = 3600 * SECOND;
/** When to try again where another process has added an article that isn't here yet, and where posting failed. */
const NOT_HERE = 5 * SECOND;
const FAILED = 60 * SECOND;
/** When to try again after a refusal; one more, and the channel is dropped. */
const AFTER_REFUSAL = [60 * SECOND, 600 * SECOND, HOUR, 6 * HOUR] as const;

/**
 * Posts what waits in a channel, which must have been claimed, as far as the hour's limit allows, and lets go of the channel. Never
 * rejects.
 */
export async function postWaiting(place: Place, parts: PostingParts): Promise<void> {
  const { logger, now, storage } = parts;
  let nextAt = now() + FAILED;
  try {
    nextAt = await postWithinLimit(place, parts);
  } catch (err) {
    logger.warn({ err, ...place }, 'What waits in a channel could not be posted; it is tried again.');
  }
  await storage.follows
    .release(place.channel, place.library, nextAt)
    .catch((err: unknown) => logger.warn({ err, ...place }, 'A channel could not be let go of.'));
}

/** Gives back when there may be something to post again. */
async function postWithinLimit(place: Place, parts: PostingParts): Promise<number> {
  const { alertsAnHour, now, storage } = parts;
  const { follows } = storage;
  const { batches, isComplete } = await batchesOf(place, parts);
  const before = await postedWithinHour(place, parts);
  const left = alertsAnHour - before.length;
  if (left > 0) {
    for (const batch of withinLimit(batches, left)) {
      if (parts.isStopping()) return now();
      const reply = alertReply(batch.follows, batch.articles);
      const outcome = await parts.post(place.channel, reply, nonceOf(place.channel, batch));
      if (outcome === 'refused') return afterRefusal(place, parts);
      await follows.markPosted(place.channel, place.library, batch.statements, now());
    }
  }
  return Math.max(await freeAt(place, parts), isComplete ? 0 : now() + NOT_HERE);
}

/** What waits and can be shown; what never can is let go. */
async function batchesOf(
  { channel, library }: Place,
  { archive, storage }: PostingParts,
): Promise<{ readonly batches: readonly Batch[]; readonly isComplete: boolean }> {
  const { follows } = storage;
  const [alerts, all] = await Promise.all([follows.waiting(channel, library), follows.list(library)]);
  const sight = { archive, libraries: [BUILT_IN, library] };
  const own = all.filter((follow) => follow.channel === channel);
  const { batches, missing } = lookUp(alerts, own, sight);
  if (missing.length === 0) return { batches, isComplete: true };
  const gone = await goneFrom(missing, library, { archive, storage });
  if (gone.length > 0) await follows.dropAlerts(channel, library, gone);
  return { batches, isComplete: gone.length === missing.length };
}

/** Of statements that the archive doesn't have, those that won't come: their article has been removed, or is here without them. */
async function goneFrom(
  missing: readonly Alert[],
  library: LibraryId,
  { archive, storage }: Pick<PostingParts, 'archive' | 'storage'>,
): Promise<readonly string[]> {
  const here = new Set(archive.articles([library]).map(({ article }) => article.id));
  const kept = new Set(await storage.articles.ids(library));
  return missing
    .filter(({ article }) => here.has(article) || !kept.has(article))
    .map(({ statement }) => statement);
}

const postedWithinHour = ({ channel }: Place, { storage, now }: PostingParts): Promise<readonly number[]> =>
  storage.follows.postedSince(channel, now() - HOUR + 1);

/** When the limit lets another message through: now, or when the oldest message that fills it is an hour old. */
async function freeAt(place: Place, parts: PostingParts): Promise<number> {
  const posted = await postedWithinHour(place, parts);
  if (posted.length < parts.alertsAnHour) return parts.now();
  return (posted[posted.length - parts.alertsAnHour] ?? parts.now()) + HOUR;
}

/** Notes a refusal, and gives back when to try next. */
async function afterRefusal(place: Place, parts: PostingParts): Promise<number> {
  const { storage, now } = parts;
  const refusals = await storage.follows.markRefused(place.channel, place.library, now() + AFTER_REFUSAL[0]);
  const wait = AFTER_REFUSAL[refusals - 1];
  if (wait !== undefined) return now() + wait;
  await dropRefused(place, parts);
  return now();
}

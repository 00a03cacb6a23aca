import { runApart } from '../threads/kept-threads.ts';
import { ThreadFault } from '../threads/thread.ts';
import type { Fetched } from './fetch.ts';
import { type FeedDocument, readFeed } from './read-feed.ts';
import { Refusal } from './refusal.ts';

/** Nearly all feeds have fewer bytes; those are read in a moment, however they are built, and a thread would take longer to start. */
const SMALL = 200_000;
/** What a thread may take: milliseconds, its start included, and megabytes of objects. */
const MOST = { time: 20_000, heap: 512 };
const READING = { module: new URL('./read-feed.ts', import.meta.url).href, name: 'readFeed' };

/**
 * Reads a feed as {@link readFeed} does, a large one in another thread, so that one that is built to take forever holds up nobody.
 *
 * @returns null where it is no feed
 * @throws Refusal where it takes too long or too much memory
 */
export async function readFeedApart(fetched: Fetched, most = MOST): Promise<FeedDocument | null> {
  if (fetched.bytes.length <= SMALL) return readFeed(fetched);
  const { time, heap } = most;
  return runApart<typeof readFeed>({ ...READING, heap }, fetched, { time }).catch((err: unknown) => {
    if (err instanceof ThreadFault) throw new Refusal(TOO_MUCH, { cause: err });
    throw err;
  });
}

const TOO_MUCH = 'It is so large, or built so intricately, that it can’t be read.';

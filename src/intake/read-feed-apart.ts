import { Worker } from 'node:worker_threads';
import type { Fetched } from './fetch.ts';
import { type FeedDocument, readFeed } from './read-feed.ts';
import { Refusal } from './refusal.ts';

/** Nearly all feeds have fewer bytes; those are read in a moment, however they are built, and a thread would take longer to start. */
const SMALL = 200_000;
/** What a thread may take: milliseconds, its start included, and megabytes of objects. */
const MOST = { time: 20_000, heap: 512 };

/**
 * Reads a feed as {@link readFeed} does, a large one in a thread of its own, so that one that is built to take forever holds up nobody.
 *
 * @returns null where it is no feed
 * @throws Refusal where it takes too long or too much memory
 */
export async function readFeedApart(fetched: Fetched, most = MOST): Promise<FeedDocument | null> {
  if (fetched.bytes.length <= SMALL) return readFeed(fetched);
  // Nothing that the program was started with, a loader or an inspector, is for the thread.
  const worker = new Worker(new URL('./read-feed-thread.js', import.meta.url), {
    execArgv: [],
    workerData: fetched,
    resourceLimits: { maxOldGenerationSizeMb: most.heap },
  });
  let clock: NodeJS.Timeout | undefined;
  try {
    return await new Promise<FeedDocument | null>((resolve, reject) => {
      const refuse = (cause: unknown) => reject(new Refusal(TOO_MUCH, { cause }));
      worker.on('message', resolve).on('error', refuse).on('exit', refuse);
      clock = setTimeout(refuse, most.time, 'time');
    });
  } finally {
    clearTimeout(clock);
    await worker.terminate();
  }
}

const TOO_MUCH = 'It is so large, or built so intricately, that it can’t be read.';

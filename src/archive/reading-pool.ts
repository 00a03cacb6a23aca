import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Logger } from 'pino';
import { type FullReading, readFully, type Source } from './full-reading.ts';
import type { ThreadAnswer } from './reading-loop.ts';

/** Up to so many texts are read without threads: one takes as long to start as it takes to read a dozen articles. */
const FEW = 16;
/** The most threads; each has the models in memory, about 100 MB. */
const MOST_THREADS = 4;

/** Megabytes for a thread's new objects: with a sixth of the usual, threads are as fast and each takes some 30 MB less. */
const YOUNG = 8;
/** Megabytes for what a thread keeps: with a bound near what it needs it is cleared up sooner, so that two take some 60 MB less. */
const OLD = 200;

/** What came of a text: its reading, or why there is none. */
export type Outcome = ThreadAnswer;

/**
 * Reads texts in threads, one for each core, or in this one where there are few; between two texts others may go on. Calls
 * `done` for each text with its place, mostly but not always in their order. A thread that breaks down is replaced by this one.
 */
export async function readTexts(
  sources: readonly Source[],
  done: (place: number, outcome: Outcome) => void,
  logger: Logger,
): Promise<void> {
  let next = 0;
  const take = () => (next < sources.length ? next++ : null);
  const readHere = async () => {
    for (let place = take(); place !== null; place = take()) {
      await new Promise(setImmediate);
      done(place, outcomeOf(sources[place] as Source));
    }
  };
  if (sources.length <= FEW) return readHere();
  const threads = Math.max(1, Math.min(availableParallelism(), MOST_THREADS));
  const readThere = async () => {
    try {
      await readInThread(sources, take, done);
    } catch (err) {
      logger.warn({ err }, 'A thread that reads articles broke down; the rest takes longer.');
      await readHere();
    }
  };
  await Promise.all(Array.from({ length: threads }, readThere));
}

/** Reads one text in a thread of its own, so that a long one holds nobody up. */
export async function readApart(source: Source): Promise<Outcome> {
  let [given, outcome]: [boolean, Outcome | null] = [false, null];
  const take = () => {
    const place = given ? null : 0;
    given = true;
    return place;
  };
  // Where the thread breaks down, the text is read here all the same.
  await readInThread([source], take, (_, read) => {
    outcome = read;
  }).catch(() => {});
  return outcome ?? outcomeOf(source);
}

function outcomeOf(source: Source): Outcome {
  try {
    return { reading: readFully(source) };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

/** Reads in a thread of its own what `take` gives out. Rejected where the thread breaks down, after what it was at is done here. */
async function readInThread(
  sources: readonly Source[],
  take: () => number | null,
  done: (place: number, outcome: Outcome) => void,
): Promise<void> {
  // Nothing that the program was started with, a loader or an inspector, is for the thread.
  const worker = new Worker(new URL('./reading-thread.js', import.meta.url), {
    execArgv: [],
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG, maxOldGenerationSizeMb: OLD },
  });
  let place = take();
  try {
    await new Promise<void>((resolve, reject) => {
      const send = () => {
        if (place === null) resolve();
        else worker.postMessage(sources[place]);
      };
      worker.on('error', reject).on('exit', (code) => reject(new Error(`it ended with ${code}`)));
      worker.on('message', (answer: ThreadAnswer) => {
        if (place === null) return;
        done(place, withOwnText(answer, sources[place] as Source));
        place = take();
        send();
      });
      send();
    });
  } catch (err) {
    if (place !== null) done(place, outcomeOf(sources[place] as Source));
    throw err;
  } finally {
    await worker.terminate();
  }
}

/** What a thread sends is a copy; the text that is here already stands for its copy. */
function withOwnText(answer: ThreadAnswer, { text }: Source): Outcome {
  if (!('reading' in answer)) return answer;
  const { stated, problems } = answer.reading;
  const reading: FullReading = { stated: { ...stated, article: { ...stated.article, text } }, problems };
  return { reading };
}

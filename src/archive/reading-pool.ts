import { availableParallelism } from 'node:os';
import type { Logger } from 'pino';
import { runApart } from '../threads/kept-threads.ts';
import { startThread, type Work } from '../threads/thread.ts';
import type { FullReading, Source } from './full-reading.ts';
import { type Outcome, readOutcome } from './reading-outcome.ts';

/** Up to so many texts are read without threads: one takes as long to start as it takes to read a dozen articles. */
const FEW = 16;
/** The most threads; each has the models in memory, about 100 MB. */
const MOST_THREADS = 4;

const READING: Work = {
  module: new URL('./reading-outcome.ts', import.meta.url).href,
  name: 'readOutcome',
  // With a bound near what a thread needs it is cleared up sooner, so that two take some 60 MB less.
  heap: 200,
  // With a sixth of the usual, threads are as fast and each takes some 30 MB less.
  young: 8,
};

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
      done(place, readOutcome(sources[place] as Source));
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

/** Reads one text in another thread, so that a long one holds nobody up. */
export async function readApart(source: Source): Promise<Outcome> {
  try {
    return withOwnText(await runApart<typeof readOutcome>(READING, source), source);
  } catch {
    // Where the thread breaks down, the text is read here all the same.
    return readOutcome(source);
  }
}

/** Reads in a thread of its own what `take` gives out. Rejected where the thread breaks down, after what it was at is done here. */
async function readInThread(
  sources: readonly Source[],
  take: () => number | null,
  done: (place: number, outcome: Outcome) => void,
): Promise<void> {
  const thread = startThread<typeof readOutcome>(READING);
  try {
    for (let place = take(); place !== null; place = take()) {
      const source = sources[place] as Source;
      const [outcome, fault] = await thread.run(source).then(
        (answer) => [withOwnText(answer, source), null] as const,
        (err: unknown) => [readOutcome(source), err] as const,
      );
      done(place, outcome);
      if (fault !== null) throw fault;
    }
  } finally {
    await thread.end();
  }
}

/** What a thread sends is a copy; the text that is here already stands for its copy. */
function withOwnText(answer: Outcome, { text }: Source): Outcome {
  if (!('reading' in answer)) return answer;
  const { stated, problems } = answer.reading;
  const reading: FullReading = { stated: { ...stated, article: { ...stated.article, text } }, problems };
  return { reading };
}

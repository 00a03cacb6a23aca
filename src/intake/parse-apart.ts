import { Worker } from 'node:worker_threads';
import type { Draft } from './draft.ts';
import type { ParsingOutcome, ParsingTask } from './parsing.ts';
import { Refusal } from './refusal.ts';

/** What a thread may take. */
export const PARSING_LIMITS = {
  /** Milliseconds, its start included. */
  time: 20_000,
  /** Megabytes of objects. */
  heap: 512,
  /** Megabytes by which the whole program may grow meanwhile: buffers don't count as objects. */
  growth: 1200,
} as const;

/** So many threads work at the same time; whoever comes later waits. */
const MOST_THREADS = 2;
const LOOK_EVERY = 50;

let working = 0;
const waiting: (() => void)[] = [];

/**
 * Parses a page or a file in a thread of its own, so that one that is built to take forever, or all memory, holds up nobody and ends
 * nothing but its thread.
 *
 * @throws Refusal with a sentence for whoever gave it, where it holds no article, is damaged, or takes too long or too much
 */
export async function parseApart(task: ParsingTask): Promise<Draft> {
  if (working >= MOST_THREADS) await new Promise<void>((resolve) => waiting.push(resolve));
  working++;
  try {
    const outcome = await inThread(task);
    if ('draft' in outcome) return outcome.draft;
    throw new Refusal(outcome.refused, 'fault' in outcome ? { cause: outcome.fault } : undefined);
  } finally {
    working--;
    waiting.shift()?.();
  }
}

async function inThread(task: ParsingTask): Promise<ParsingOutcome> {
  // Nothing that the program was started with, a loader or an inspector, is for the thread.
  const worker = new Worker(new URL('./parsing-thread.js', import.meta.url), {
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: PARSING_LIMITS.heap, maxYoungGenerationSizeMb: 32 },
    // what a library has to say about a damaged file is for nobody
    stdout: true,
    stderr: true,
  });
  const before = process.memoryUsage.rss();
  const started = performance.now();
  let look: NodeJS.Timeout | undefined;
  try {
    return await new Promise<ParsingOutcome>((resolve) => {
      const refuse = (refused: string, fault: unknown) => resolve({ refused, fault: String(fault) });
      worker.on('message', resolve);
      worker.on('error', (error) => refuse(isOutOfMemory(error) ? TOO_MUCH : BROKEN, error));
      worker.on('exit', (code) => refuse(BROKEN, `the thread ended with ${code}`));
      look = setInterval(() => {
        if (performance.now() - started > PARSING_LIMITS.time) refuse(TOO_LONG, 'time');
        if (process.memoryUsage.rss() - before > PARSING_LIMITS.growth * 1024 ** 2)
          refuse(TOO_MUCH, 'memory');
      }, LOOK_EVERY);
      worker.postMessage(task);
    });
  } finally {
    clearInterval(look);
    await worker.terminate();
  }
}

const TOO_LONG = `It can’t be read: it is built so intricately that it takes more than ${PARSING_LIMITS.time / 1000} seconds.`;
const TOO_MUCH = 'It can’t be read: it takes too much memory.';
const BROKEN = 'It can’t be read: it is damaged.';

const isOutOfMemory = (error: unknown): boolean =>
  (error as { readonly code?: unknown }).code === 'ERR_WORKER_OUT_OF_MEMORY';

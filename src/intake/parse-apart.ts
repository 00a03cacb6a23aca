import { Worker } from 'node:worker_threads';
import type { Draft } from './draft.ts';
import type { ParsingOutcome, ParsingTask } from './parsing.ts';
import { Refusal } from './refusal.ts';

/** What the parsing of one page or file may take. */
export type ParsingLimits = {
  /** Milliseconds, the start of a thread included. */
  readonly time: number;
  /** Megabytes by which the whole program may grow meanwhile. */
  readonly growth: number;
};

export const PARSING_LIMITS: ParsingLimits = { time: 20_000, growth: 1000 };
/** Megabytes of objects that a thread may have; buffers don't count as objects, hence the bound on growth. */
const HEAP = 512;

/** So many are parsed at the same time, each in a thread; whoever comes later waits. */
const MOST_THREADS = 2;
/** How long a thread waits for another task, in milliseconds: to start one takes longer than most pages do. */
const IDLE = 60_000;
const LOOK_EVERY = 50;

type Idle = { readonly worker: Worker; readonly end: NodeJS.Timeout };

const idle: Idle[] = [];
const waiting: (() => void)[] = [];
let working = 0;

/**
 * Parses a page or a file in another thread, so that one that is built to take forever, or all memory, holds up nobody and ends nothing
 * but that thread.
 *
 * @throws Refusal with a sentence for whoever gave it, where it holds no article, is damaged, or takes too long or too much; its cause
 *   says what went wrong, for the log
 */
export async function parseApart(task: ParsingTask, limits: ParsingLimits = PARSING_LIMITS): Promise<Draft> {
  if (working < MOST_THREADS) working++;
  else await new Promise<void>((resolve) => waiting.push(resolve));
  try {
    const outcome = await inThread(task, limits);
    if ('draft' in outcome) return outcome.draft;
    throw new Refusal(outcome.refused, 'fault' in outcome ? { cause: outcome.fault } : undefined);
  } finally {
    // whoever waits goes on in this one's place
    const next = waiting.shift();
    if (next) next();
    else working--;
  }
}

async function inThread(task: ParsingTask, limits: ParsingLimits): Promise<ParsingOutcome> {
  const worker = idleWorker() ?? startWorker();
  const before = process.memoryUsage.rss();
  const started = performance.now();
  let isBroken = true;
  let look: NodeJS.Timeout | undefined;
  try {
    return await new Promise<ParsingOutcome>((resolve) => {
      const refuse = (refused: string, fault: unknown) => resolve({ refused, fault: String(fault) });
      worker.once('message', (outcome: ParsingOutcome) => {
        isBroken = false;
        resolve(outcome);
      });
      worker.once('error', (error) => refuse(isOutOfMemory(error) ? TOO_MUCH : BROKEN, error));
      worker.once('exit', (code) => refuse(BROKEN, `the thread ended with ${code}`));
      look = setInterval(() => {
        if (performance.now() - started > limits.time) refuse(TOO_LONG, 'it took too long');
        const growth = process.memoryUsage.rss() - before;
        if (growth > limits.growth * 1024 ** 2) refuse(TOO_MUCH, 'it took too much memory');
      }, LOOK_EVERY);
      worker.postMessage(task);
    });
  } finally {
    clearInterval(look);
    if (isBroken) await worker.terminate();
    else keepIdle(worker);
  }
}

function startWorker(): Worker {
  // Nothing that the program was started with, a loader or an inspector, is for the thread.
  const worker = new Worker(new URL('./parsing-thread.js', import.meta.url), {
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: HEAP, maxYoungGenerationSizeMb: 32 },
    stdout: true,
    stderr: true,
  });
  // What a library has to say about a damaged file is for nobody.
  worker.stdout.resume();
  worker.stderr.resume();
  return worker;
}

function idleWorker(): Worker | null {
  const last = idle.pop();
  if (!last) return null;
  clearTimeout(last.end);
  stopListening(last.worker);
  last.worker.ref();
  return last.worker;
}

// A worker has listeners of its own, without which nothing comes from its thread any more.
function stopListening(worker: Worker): void {
  for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event);
}

/** Keeps a thread for the next task; it doesn't keep the program from ending. */
function keepIdle(worker: Worker): void {
  const forget = () => {
    const at = idle.findIndex((one) => one.worker === worker);
    if (at >= 0) idle.splice(at, 1);
    void worker.terminate();
  };
  stopListening(worker);
  worker.once('error', forget).once('exit', forget).unref();
  idle.push({ worker, end: setTimeout(forget, IDLE).unref() });
}

const TOO_LONG = 'It can’t be read: it is built so intricately that it takes too long.';
const TOO_MUCH = 'It can’t be read: it takes too much memory.';
const BROKEN = 'It can’t be read: it is damaged.';

const isOutOfMemory = (error: unknown): boolean =>
  (error as { readonly code?: unknown }).code === 'ERR_WORKER_OUT_OF_MEMORY';

import { Worker } from 'node:worker_threads';

/** What a thread is for, and what objects it may have. */
export type Work = {
  /** The address of a module: `new URL('./parsing.ts', import.meta.url).href`. */
  readonly module: string;
  /** The function that the module exports: a task in, an answer or a promise of one out. Both are copied between threads. */
  readonly name: string;
  /** Megabytes of objects that a thread may keep; buffers don't count as objects. */
  readonly heap: number;
  /** Megabytes for its new objects. */
  readonly young?: number;
};

/** The function that a thread runs. */
export type Run = (task: never) => unknown;
export type Task<R extends Run> = Parameters<R>[0];
export type Answer<R extends Run> = Awaited<ReturnType<R>>;

/** What one task may take. */
export type Bounds = {
  /** Milliseconds, the start of a thread included. */
  readonly time?: number;
  /** Megabytes by which the whole program may grow meanwhile. */
  readonly growth?: number;
};

/** Why a thread has ended without an answer. */
export class ThreadFault extends Error {
  override readonly name = 'ThreadFault';

  constructor(
    readonly reason: 'time' | 'memory' | 'breakdown',
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** A thread that does one task after the other. Only while it is at one it keeps the program from ending. */
export type Thread<R extends Run> = {
  /**
   * Does a task; not before the one before it is done.
   *
   * @throws ThreadFault where it breaks a bound or breaks down; the thread has ended then
   */
  readonly run: (task: Task<R>, bounds?: Bounds) => Promise<Answer<R>>;
  readonly hasEnded: () => boolean;
  readonly end: () => Promise<void>;
};

const LOOK_EVERY = 50;

/** Starts a thread, which takes about a second; a task may be given at once. */
export function startThread<R extends Run>(work: Work): Thread<R> {
  const worker = startWorker(work);
  let fault: ThreadFault | null = null;
  let waiting: {
    readonly resolve: (answer: Answer<R>) => void;
    readonly reject: (err: Error) => void;
  } | null;
  const fail = (reason: ThreadFault['reason'], message: string, cause?: unknown) => {
    fault ??= new ThreadFault(reason, message, { cause });
    waiting?.reject(fault);
  };
  const breakDown = (err: Error) => fail(isOutOfMemory(err) ? 'memory' : 'breakdown', String(err), err);
  worker.on('message', (answer: Answer<R>) => waiting?.resolve(answer));
  worker.on('error', breakDown).on('messageerror', breakDown);
  worker.on('exit', (code) => fail('breakdown', `the thread ended with ${code}`));

  const run = async (task: Task<R>, bounds?: Bounds): Promise<Answer<R>> => {
    if (fault) throw fault;
    worker.ref();
    const look = bounds && watch(bounds, fail);
    try {
      return await new Promise<Answer<R>>((resolve, reject) => {
        waiting = { resolve, reject };
        worker.postMessage(task);
      });
    } finally {
      clearInterval(look);
      waiting = null;
      worker.unref();
      if (fault) await worker.terminate();
    }
  };
  const end = async () => void (await worker.terminate());
  return { run, end, hasEnded: () => fault !== null };
}

function startWorker({ module, name, heap, young }: Work): Worker {
  return new Worker(new URL('./thread-beginning.js', import.meta.url), {
    // Nothing that the program was started with, a loader or an inspector, is for the thread.
    execArgv: [],
    workerData: { module, name },
    resourceLimits: {
      maxOldGenerationSizeMb: heap,
      ...(young === undefined ? {} : { maxYoungGenerationSizeMb: young }),
    },
  });
}

function watch({ time = Infinity, growth = Infinity }: Bounds, fail: Fail): NodeJS.Timeout {
  const before = process.memoryUsage.rss();
  const started = performance.now();
  return setInterval(() => {
    if (performance.now() - started > time) fail('time', 'it took too long');
    const grown = process.memoryUsage.rss() - before;
    if (grown > growth * 1024 ** 2) fail('memory', 'it took too much memory');
  }, LOOK_EVERY);
}

type Fail = (reason: ThreadFault['reason'], message: string) => void;

const isOutOfMemory = (err: Error): boolean =>
  (err as { readonly code?: unknown }).code === 'ERR_WORKER_OUT_OF_MEMORY';

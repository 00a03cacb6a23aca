import { isDeepStrictEqual } from 'node:util';
import {
  type Answer,
  type Bounds,
  type Run,
  startThread,
  type Task,
  type Thread,
  type Work,
} from './thread.ts';

/** How long a thread waits for another task, in milliseconds: to start one takes longer than most tasks do. */
const IDLE = 60_000;
/** So many threads wait for work of one kind. */
const MOST_IDLE = 2;

type Idle = { readonly work: Work; readonly thread: Thread<Run>; readonly end: NodeJS.Timeout };

const idle: Idle[] = [];

/**
 * Does a task in another thread, so that one that takes forever, or all memory, holds up nobody and ends nothing but that thread. The
 * thread is kept for a while for the next task of its kind. However many tasks come, each has its thread at once.
 *
 * @throws ThreadFault where the task breaks a bound or the thread breaks down
 */
export async function runApart<R extends Run>(
  work: Work,
  task: Task<R>,
  bounds?: Bounds,
): Promise<Answer<R>> {
  const thread = takeIdle<R>(work) ?? startThread<R>(work);
  try {
    return await thread.run(task, bounds);
  } finally {
    if (!thread.hasEnded()) await keepIdle(work, thread);
  }
}

const isFor = (work: Work) => (one: Idle) => isDeepStrictEqual(one.work, work);

function takeIdle<R extends Run>(work: Work): Thread<R> | null {
  for (let at = idle.findLastIndex(isFor(work)); at >= 0; at = idle.findLastIndex(isFor(work))) {
    const [one] = idle.splice(at, 1);
    clearTimeout(one?.end);
    if (one && !one.thread.hasEnded()) return one.thread;
  }
  return null;
}

/** Keeps a thread for the next task; neither it nor its clock keeps the program from ending. */
async function keepIdle(work: Work, thread: Thread<Run>): Promise<void> {
  if (idle.filter(isFor(work)).length >= MOST_IDLE) return thread.end();
  const forget = () => {
    const at = idle.findIndex((one) => one.thread === thread);
    if (at >= 0) idle.splice(at, 1);
    void thread.end();
  };
  idle.push({ work, thread, end: setTimeout(forget, IDLE).unref() });
}

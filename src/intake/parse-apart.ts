import { runApart } from '../threads/kept-threads.ts';
import { createSlots } from '../threads/slots.ts';
import { ThreadFault, type Work } from '../threads/thread.ts';
import type { Draft } from './draft.ts';
import type { ParsingOutcome, ParsingTask, parse } from './parsing.ts';
import { Refusal } from './refusal.ts';

/** What the parsing of one page or file may take. */
export type ParsingLimits = {
  /** Milliseconds, the start of a thread included. */
  readonly time: number;
  /** Megabytes by which the whole program may grow meanwhile. */
  readonly growth: number;
};

export const PARSING_LIMITS: ParsingLimits = { time: 20_000, growth: 1000 };
/** Megabytes of objects; buffers don't count as objects, hence the bound on growth. */
const PARSING: Work = {
  module: new URL('./parsing.ts', import.meta.url).href,
  name: 'parse',
  heap: 512,
  young: 32,
};

/** So many are parsed at the same time, each in a thread; whoever comes later waits. */
const slots = createSlots(2);

/**
 * Parses a page or a file in another thread, so that one that is built to take forever, or all memory, holds up nobody and ends nothing
 * but that thread.
 *
 * @throws Refusal with a sentence for whoever gave it, where it holds no article, is damaged, or takes too long or too much; its cause
 *   says what went wrong, for the log
 */
export async function parseApart(task: ParsingTask, limits: ParsingLimits = PARSING_LIMITS): Promise<Draft> {
  const outcome = await slots(() => inThread(task, limits));
  if ('draft' in outcome) return outcome.draft;
  throw new Refusal(outcome.refused, 'fault' in outcome ? { cause: outcome.fault } : undefined);
}

const inThread = (task: ParsingTask, limits: ParsingLimits): Promise<ParsingOutcome> =>
  runApart<typeof parse>(PARSING, task, limits).catch((err: unknown) => {
    if (err instanceof ThreadFault) return { refused: REFUSALS[err.reason], fault: err.message };
    throw err;
  });

const REFUSALS: Readonly<Record<ThreadFault['reason'], string>> = {
  time: 'It can’t be read: it is built so intricately that it takes too long.',
  memory: 'It can’t be read: it takes too much memory.',
  breakdown: 'It can’t be read: it is damaged.',
};

import { parentPort } from 'node:worker_threads';
import { type FullReading, readFully, type Source } from './full-reading.ts';

/** What a thread answers for each text that it is sent: the reading, or why there is none. */
export type ThreadAnswer = { readonly reading: FullReading } | { readonly problem: string };

function read(source: Source): ThreadAnswer {
  try {
    return { reading: readFully(source) };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

parentPort?.on('message', (source: Source) => parentPort?.postMessage(read(source)));

import { type FullReading, readFully, type Source } from './full-reading.ts';

/** What came of a text: its reading, or why there is none. */
export type Outcome = { readonly reading: FullReading } | { readonly problem: string };

/** Reads a text in this very thread. */
export function readOutcome(source: Source): Outcome {
  try {
    return { reading: readFully(source) };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

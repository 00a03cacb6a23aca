import { deflateRawSync, inflateRawSync } from 'node:zlib';
import {
  type FullReading,
  type KeptReading,
  kept,
  readFully,
  restored,
  type Source,
} from '../archive/full-reading.ts';
import { readApart } from '../archive/reading-pool.ts';

/** From so many characters on, a text is read in a thread of its own: about a fifth of a second's work. */
const LONG = 20_000;

/** Reads a text as an article, without holding others up. */
export async function readSource(source: Source): Promise<FullReading> {
  await new Promise(setImmediate);
  if (source.text.length < LONG) return readFully(source);
  const outcome = await readApart(source);
  if ('problem' in outcome) throw new Error(`A text can't be read as an article: ${outcome.problem}`);
  return outcome.reading;
}

/** A reading as it is kept in the database. */
export const packReading = (reading: FullReading): Uint8Array =>
  deflateRawSync(JSON.stringify(kept(reading)));

/** A reading that was kept, for the text it was read from; null where it is damaged. */
export function unpackReading(body: Uint8Array, source: Source): FullReading | null {
  try {
    // It was written by this very version, which its key in the database says.
    return restored(JSON.parse(inflateRawSync(body).toString('utf8')) as KeptReading, source);
  } catch {
    return null;
  }
}

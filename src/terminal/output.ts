import { once } from 'node:events';
import type { Writable } from 'node:stream';

/** Writes text to an output, and waits where its reader is slower. */
export type Write = (text: string) => Promise<void>;

/**
 * A function that writes to `output`. When nobody reads the output any more (`| head -1`) the program ends, quietly and
 * without a failure.
 */
export function writerTo(output: Writable): Write {
  output.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  return async (text) => {
    if (!output.write(text)) await once(output, 'drain');
  };
}

/**
 * An object as one line of JSON. Characters that drive a terminal, or that some readers take for the end of a line, are
 * written as escapes; the value stays the same.
 */
export function jsonLine(record: object): string {
  const escaped = JSON.stringify(record).replace(
    /[\u007f-\u009f\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `${escaped}\n`;
}

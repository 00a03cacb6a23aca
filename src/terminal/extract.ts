import pc from 'picocolors';
import type { Extraction } from '../extract-file.ts';
import type { Look } from './look.ts';
import { jsonLine, type Write } from './output.ts';
import { oneLine } from './plain-text.ts';

/** What extracting works with. */
export type ExtractParts = {
  readonly json: boolean;
  readonly look: Look;
  readonly write: Write;
  readonly complain: (sentence: string) => void;
  /** Reads one file. Throws an Error with a sentence where it can't be read. */
  readonly extract: (file: string) => Extraction;
};

/**
 * Writes the quotes of each file as soon as it is read. A file that can't be read costs one line of complaint; the
 * others still come out.
 *
 * @returns whether all of them could be read
 */
export async function runExtract(files: readonly string[], parts: ExtractParts): Promise<boolean> {
  let worked = true;
  for (const file of files) {
    try {
      const found = parts.extract(file);
      const { quotes } = found;
      await parts.write(parts.json ? jsonLine({ file, quotes }) : readable(found, parts.look));
    } catch (error) {
      worked = false;
      parts.complain(error instanceof Error ? error.message : String(error));
    }
  }
  return worked;
}

function readable({ file, text, quotes }: Extraction, look: Look): string {
  const colours = pc.createColors(look.colour);
  const lines = quotes.map(({ content, speaker, kind }) => {
    const words = content.map(([start, end]) => oneLine(text.slice(start, end))).join(' … ');
    const who = colours.bold(oneLine(speaker ?? 'somebody unnamed'));
    return `  ${who}: ${words} ${colours.dim(`(${kind})`)}\n`;
  });
  return `${oneLine(file)}\n${lines.join('') || '  no quotes\n'}`;
}

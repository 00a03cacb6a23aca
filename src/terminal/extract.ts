import pc from 'picocolors';
import type { Span } from '../articles/article.ts';
import type { Kind } from '../quotes/quote.ts';
import type { Look } from './look.ts';
import { jsonLine, type Write } from './output.ts';
import { oneLine } from './plain-text.ts';

/** A file with the quotes that are in it. */
export type FileQuotes = {
  /** As it was named. */
  readonly file: string;
  readonly quotes: readonly {
    readonly content: readonly Span[];
    readonly cue: readonly Span[];
    readonly source: readonly Span[];
    readonly speaker: string | null;
    readonly kind: Kind;
  }[];
};

/** What extracting works with. */
export type ExtractParts = {
  readonly json: boolean;
  readonly look: Look;
  readonly write: Write;
  readonly complain: (sentence: string) => void;
  /** Reads one file. Throws an Error with a sentence where it can't be read. */
  readonly extract: (file: string) => FileQuotes;
  /** The text of a file that `extract` has read. */
  readonly textOf: (file: string) => string;
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
      await parts.write(parts.json ? jsonLine(found) : readable(found, parts.textOf(file), parts.look));
    } catch (error) {
      worked = false;
      parts.complain(error instanceof Error ? error.message : String(error));
    }
  }
  return worked;
}

function readable({ file, quotes }: FileQuotes, text: string, look: Look): string {
  const colours = pc.createColors(look.colour);
  const lines = quotes.map(({ content, speaker, kind }) => {
    const words = content.map(([start, end]) => oneLine(text.slice(start, end))).join(' … ');
    const who = colours.bold(oneLine(speaker ?? 'somebody unnamed'));
    return `  ${who}: ${words} ${colours.dim(`(${kind})`)}\n`;
  });
  return `${oneLine(file)}\n${lines.join('') || '  no quotes\n'}`;
}

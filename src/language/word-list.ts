import { readFileSync } from 'node:fs';

/** The folder of what the program has learned; models/README.md says how each file came to be. */
export const MODELS = new URL('../../models/', import.meta.url);
let loaded: ReadonlyMap<string, number> | undefined;

/** The 30,000 words of the tables, in lower case, each with its rank by frequency, from 0. */
export function wordRanks(): ReadonlyMap<string, number> {
  loaded ??= new Map(
    readFileSync(new URL('words.txt', MODELS), 'utf8')
      .trimEnd()
      .split('\n')
      .map((word, rank) => [word, rank]),
  );
  return loaded;
}

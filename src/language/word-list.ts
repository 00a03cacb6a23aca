import { readFileSync } from 'node:fs';

/** The folder of what the program has learned; models/README.md says how each file came to be. */
export const MODELS = new URL('../../models/', import.meta.url);
/** How many of the words of the table of meanings have a rank here: those that the classes of words were made for. */
const RANKED = 30_000;
let loaded: ReadonlyMap<string, number> | undefined;

/** The 30,000 most frequent words of English news, in lower case, each with its rank by frequency, from 0. */
export function wordRanks(): ReadonlyMap<string, number> {
  loaded ??= new Map(
    readFileSync(new URL('meaning-words.txt', MODELS), 'utf8')
      .split('\n', RANKED)
      .map((word, rank) => [word, rank]),
  );
  return loaded;
}

/**
 * How rare a word is in English news, from 0 (the most frequent) to 1 (not among the 30,000 most frequent), growing with the
 * logarithm of its rank, as word frequencies do (Zipf). Takes words in lower case.
 */
export function rarity(word: string): number {
  const rank = wordRanks().get(word);
  return rank === undefined ? 1 : Math.log(rank + 1) / Math.log(RANKED + 1);
}

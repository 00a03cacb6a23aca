import { readFileSync } from 'node:fs';
import { MODELS, wordRanks } from './word-list.ts';

/** Classes of words that are used alike; models/README.md says how they came to be. */
export type WordCluster = { readonly coarse: number; readonly fine: number };
let loaded: Buffer | undefined;

/** The classes of a word in lower case, each from 1; undefined for a word that isn't among the 30,000 of the table. */
export function wordCluster(word: string): WordCluster | undefined {
  loaded ??= readFileSync(new URL('word-clusters.u16', MODELS));
  const rank = wordRanks().get(word);
  if (rank === undefined) return undefined;
  return { coarse: loaded.readUInt16LE(4 * rank), fine: loaded.readUInt16LE(4 * rank + 2) };
}

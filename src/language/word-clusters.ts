import { readFileSync } from 'node:fs';

/** Classes of words that are used alike; models/README.md says how they came to be. */
const MODELS = new URL('../../models/', import.meta.url);

export type WordCluster = { readonly coarse: number; readonly fine: number };
let loaded: ReadonlyMap<string, WordCluster> | undefined;

/** The classes of a word in lower case, each from 1; undefined for a word that isn't among the 30,000 of the table. */
export function wordCluster(word: string): WordCluster | undefined {
  if (!loaded) {
    const words = readFileSync(new URL('words.txt', MODELS), 'utf8').trimEnd().split('\n');
    const bytes = readFileSync(new URL('word-clusters.u16', MODELS));
    loaded = new Map(
      words.map((entry, i) => [
        entry,
        { coarse: bytes.readUInt16LE(4 * i), fine: bytes.readUInt16LE(4 * i + 2) },
      ]),
    );
  }
  return loaded.get(word);
}

import { readFileSync } from 'node:fs';
import { MODELS, wordRanks } from './word-list.ts';

/**
 * How near words are in meaning, by GloVe vectors (Pennington, Socher and Manning: GloVe, EMNLP 2014;
 * https://nlp.stanford.edu/projects/glove/). models/README.md says how the table came to be.
 */
const DIMENSIONS = 100;
/** Bytes a word: its vector, then the mean cosine of its ten nearest words. */
const WIDTH = DIMENSIONS + 1;
/** A vector's length in the table, squared. */
const UNIT = 127 * 127;

type Table = { readonly ranks: ReadonlyMap<string, number>; readonly rows: Int8Array };
let loaded: Table | undefined;

function table(): Table {
  if (loaded) return loaded;
  const ranks = wordRanks();
  const bytes = readFileSync(new URL('word-vectors.i8', MODELS));
  const rows = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (rows.length !== ranks.size * WIDTH)
    throw new Error(
      'models/meaning-words.txt and models/word-vectors.i8 do not belong together: build both anew (models/README.md)',
    );
  loaded = { ranks, rows };
  return loaded;
}

/**
 * How near two words are in meaning: the cosine of their vectors over how near each one's ten nearest words are on average,
 * so that 1 is as near as those. (Rare words have no word as near as frequent ones have: the correction for hubs of
 * Conneau et al., Word translation without parallel data, ICLR 2018, as a quotient.) From 0 to about 2; 0 where the table
 * lacks one of the words. Takes words in lower case.
 */
export function nearness(a: string, b: string): number {
  const { ranks, rows } = table();
  const [i, j] = [ranks.get(a), ranks.get(b)];
  if (i === undefined || j === undefined) return 0;
  let sum = 0;
  for (let d = 0; d < DIMENSIONS; d++) sum += (rows[i * WIDTH + d] ?? 0) * (rows[j * WIDTH + d] ?? 0);
  const usual = ((rows[i * WIDTH + DIMENSIONS] ?? 127) + (rows[j * WIDTH + DIMENSIONS] ?? 127)) / 2 / 127;
  return Math.max(0, sum / UNIT / usual);
}

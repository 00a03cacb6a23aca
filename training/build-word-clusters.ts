// Groups the words of models/words.txt by how they are used: k-means over their vectors (models/word-vectors.i8).
//   npx tsx training/build-word-clusters.ts
// It writes models/word-clusters.u16: for each word the number of its coarse and of its fine cluster, from 1.
// The same table always gives the same file.
import { readFileSync, writeFileSync } from 'node:fs';

const DIMENSIONS = 100;
const WIDTH = DIMENSIONS + 1;
const MODELS = new URL('../models/', import.meta.url);
const bytes = readFileSync(new URL('word-vectors.i8', MODELS));
const rows = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const count = rows.length / WIDTH;

/** Spherical k-means, started from words spread evenly over the list. */
function cluster(k: number): Uint16Array {
  const centres = new Float32Array(k * DIMENSIONS);
  for (let c = 0; c < k; c++) {
    const row = Math.floor(((c + 0.5) * Math.min(count, 10_000)) / k);
    for (let d = 0; d < DIMENSIONS; d++)
      centres[c * DIMENSIONS + d] = (rows[row * WIDTH + d] as number) / 127;
  }
  const of = new Uint16Array(count);
  for (let round = 0; round < 12; round++) {
    const sums = new Float32Array(k * DIMENSIONS);
    for (let i = 0; i < count; i++) {
      let best = -Infinity;
      for (let c = 0; c < k; c++) {
        let dot = 0;
        for (let d = 0; d < DIMENSIONS; d++)
          dot += (rows[i * WIDTH + d] as number) * (centres[c * DIMENSIONS + d] as number);
        if (dot > best) {
          best = dot;
          of[i] = c;
        }
      }
      const at = (of[i] as number) * DIMENSIONS;
      for (let d = 0; d < DIMENSIONS; d++)
        sums[at + d] = (sums[at + d] as number) + (rows[i * WIDTH + d] as number);
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

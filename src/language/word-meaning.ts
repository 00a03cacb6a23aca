import { readFileSync } from 'node:fs';
import { MODELS } from './word-list.ts';

/** The length of a word's vector. */
export const DIMENSIONS = 128;

type Table = {
  readonly rows: ReadonlyMap<string, number>;
  readonly vectors: Int8Array;
  readonly lengths: Float32Array;
};
let loaded: Table | undefined;

function table(): Table {
  if (loaded) return loaded;
  const words = readFileSync(new URL('meaning-words.txt', MODELS), 'utf8').trimEnd().split('\n');
  const bytes = readFileSync(new URL('meaning-vectors.i8', MODELS));
  const vectors = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (vectors.length !== words.length * DIMENSIONS)
    throw new Error(
      'models/meaning-words.txt and models/meaning-vectors.i8 do not belong together: build both anew (models/README.md)',
    );
  const lengths = new Float32Array(words.length);
  for (let row = 0; row < words.length; row++) {
    let sum = 0;
    for (let d = row * DIMENSIONS; d < (row + 1) * DIMENSIONS; d++) sum += (vectors[d] as number) ** 2;
    lengths[row] = Math.sqrt(sum) || 1;
  }
  loaded = { rows: new Map(words.map((word, row) => [word, row])), vectors, lengths };
  return loaded;
}

/** A word's row in the table of meanings, which is its rank by frequency in English news; -1 where the table lacks it. */
export const rowOf = (word: string): number => table().rows.get(word) ?? -1;

/** The table's words, the most frequent first. */
export const frequentWords = (): Iterable<string> => table().rows.keys();

/** How rare the word of a row is in English news, from 0 (the most frequent) to 1, growing with the logarithm of its rank (Zipf). */
export const rarityOf = (row: number): number =>
  row < 0 ? 1 : Math.log(row + 1) / Math.log(table().lengths.length + 1);

/** How near the words of two rows are in meaning: the cosine of their vectors, from -1 to 1; 0 where one is -1. */
export function likenessOfRows(a: number, b: number): number {
  if (a < 0 || b < 0) return 0;
  const { vectors, lengths } = table();
  let sum = 0;
  for (let d = 0, i = a * DIMENSIONS, j = b * DIMENSIONS; d < DIMENSIONS; d++, i++, j++)
    sum += (vectors[i] as number) * (vectors[j] as number);
  return sum / ((lengths[a] as number) * (lengths[b] as number));
}

/** The vector of a row's word at unit length; null for -1. */
export function vectorOf(row: number): Float32Array | null {
  if (row < 0) return null;
  const vector = new Float32Array(DIMENSIONS);
  addRow(vector, row, 1);
  return vector;
}

/** The product of a vector with that of a row's word at unit length; 0 for -1. */
export function productWithRow(vector: Float32Array, row: number): number {
  if (row < 0) return 0;
  const { vectors, lengths } = table();
  // four sums side by side, since one waits for itself at each step
  let [a, b, c, e] = [0, 0, 0, 0];
  for (let d = 0, j = row * DIMENSIONS; d < DIMENSIONS; d += 4, j += 4) {
    a += (vector[d] as number) * (vectors[j] as number);
    b += (vector[d + 1] as number) * (vectors[j + 1] as number);
    c += (vector[d + 2] as number) * (vectors[j + 2] as number);
    e += (vector[d + 3] as number) * (vectors[j + 3] as number);
  }
  return (a + b + c + e) / (lengths[row] as number);
}

/** Adds a row's vector at unit length, times a weight, to a sum. */
export function addRow(sum: Float32Array, row: number, weight: number): void {
  if (row < 0) return;
  const { vectors, lengths } = table();
  const scale = weight / (lengths[row] as number);
  for (let d = 0, i = row * DIMENSIONS; d < DIMENSIONS; d++, i++)
    sum[d] = (sum[d] as number) + scale * (vectors[i] as number);
}

/** How many neighbours the table has for each word. */
const NEIGHBOURS = 12;

/** A word near another in meaning, with how near, from 0 to 1. */
export type Neighbour = { readonly word: string; readonly likeness: number };

/** The words nearest in meaning to a row's, the nearest first, at most twelve; none for -1. */
export function neighboursOf(row: number): readonly Neighbour[] {
  if (row < 0) return [];
  const { words, near, likenesses } = neighbours();
  return Array.from({ length: NEIGHBOURS }, (_, n) => ({
    word: words[near[row * NEIGHBOURS + n] as number] as string,
    likeness: (likenesses[row * NEIGHBOURS + n] as number) / 255,
  }));
}

type Neighbours = {
  readonly words: readonly string[];
  readonly near: Uint16Array;
  readonly likenesses: Uint8Array;
};
let loadedNeighbours: Neighbours | undefined;

function neighbours(): Neighbours {
  if (loadedNeighbours) return loadedNeighbours;
  const words = [...table().rows.keys()];
  const bytes = readFileSync(new URL('meaning-neighbours.bin', MODELS));
  const count = words.length * NEIGHBOURS;
  const near = new Uint16Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + 2 * count));
  loadedNeighbours = { words, near, likenesses: bytes.subarray(2 * count) };
  return loadedNeighbours;
}

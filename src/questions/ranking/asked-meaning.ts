import { readFileSync } from 'node:fs';
import { MODELS } from '../../language/word-list.ts';
import { DIMENSIONS, vectorOf } from '../../language/word-meaning.ts';

let matrix: Float32Array | undefined;

/** The matrix of models/question-meaning.f32, a row behind the other; models/README.md says how it is learned. */
function learned(): Float32Array {
  if (matrix) return matrix;
  const bytes = readFileSync(new URL('question-meaning.f32', MODELS));
  matrix = new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
  if (matrix.length !== DIMENSIONS ** 2)
    throw new Error('models/question-meaning.f32 is not whole: run npm run train:meaning');
  return matrix;
}

const known = new Map<number, Float32Array | null>();
const MOST_KEPT = 5000;

/**
 * What the word of a row means in a question: its vector, turned towards the words that those who are asked about use for it.
 * Its product with the unit vector of an answer's word is about their cosine. Null for -1.
 */
export function askedMeaning(row: number): Float32Array | null {
  const found = known.get(row);
  if (found !== undefined) return found;
  if (known.size >= MOST_KEPT) known.clear();
  const vector = vectorOf(row);
  const turned = vector && turn(vector, learned());
  known.set(row, turned);
  return turned;
}

/** A row vector times a square matrix. */
export function turn(vector: Float32Array, by: Float32Array): Float32Array {
  const turned = new Float32Array(vector.length);
  for (let i = 0, at = 0; i < vector.length; i++)
    for (let j = 0; j < vector.length; j++, at++)
      turned[j] = (turned[j] as number) + (vector[i] as number) * (by[at] as number);
  return turned;
}

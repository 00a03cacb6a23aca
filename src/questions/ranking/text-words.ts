import { foldPlain } from '../../language/names.ts';
import { readTerms, stemOf } from '../../language/terms.ts';
import { addRow, DIMENSIONS, rarityOf, rowOf } from '../../language/word-meaning.ts';

/**
 * The words of meaning of a stretch of text, each once: the numbers of their stems, and beside each the word's row in the
 * table of meanings (-1 where it lacks the word). Kept small, since there is one for every paragraph.
 */
export type TextWords = { readonly stems: Int32Array; readonly rows: Int32Array };

const numbers = new Map<string, number>();

/** The number that stands for a stem, from 0 on, the same as long as the program runs. */
export function stemNumber(stem: string): number {
  const known = numbers.get(stem);
  if (known !== undefined) return known;
  numbers.set(stem, numbers.size);
  return numbers.size - 1;
}

/**
 * Reads the words of a text.
 *
 * @param as gives other words that a word stands for as well ("congressman" for "representative")
 */
export function readTextWords(text: string, as?: (word: string) => string): TextWords {
  const found = new Map<number, number>();
  for (const { stem, word } of readTerms(text)) {
    const number = stemNumber(stem);
    if (!found.has(number)) found.set(number, rowOf(word));
    const other = as?.(word);
    if (other === undefined || other === word) continue;
    const also = stemNumber(stemOf(other));
    if (!found.has(also)) found.set(also, rowOf(other));
  }
  return { stems: Int32Array.from(found.keys()), rows: Int32Array.from(found.values()) };
}

export const NO_WORDS: TextWords = { stems: new Int32Array(0), rows: new Int32Array(0) };

const vectors = new WeakMap<TextWords, Float32Array>();

/** What a text is about: the mean of its words' vectors, rare words counting more, at unit length (or 0 without words). */
export function meaningOf(words: TextWords): Float32Array {
  const known = vectors.get(words);
  if (known) return known;
  const sum = new Float32Array(DIMENSIONS);
  for (const row of words.rows) addRow(sum, row, rarityOf(row) ** 2);
  let length = 0;
  for (const value of sum) length += value * value;
  length = Math.sqrt(length) || 1;
  for (let d = 0; d < DIMENSIONS; d++) sum[d] = (sum[d] as number) / length;
  vectors.set(words, sum);
  return sum;
}

/** The cosine of two vectors at unit length. */
export function cosine(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let d = 0; d < DIMENSIONS; d++) sum += (a[d] as number) * (b[d] as number);
  return sum;
}

/** Every word of a text, folded, stop words and all, as the numbers of their spellings. */
export const readSequence = (text: string): Int32Array => Int32Array.from(foldPlain(text), stemNumber);

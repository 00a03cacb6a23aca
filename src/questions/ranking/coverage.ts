import type { QuestionWord } from './wanted.ts';

/** How well a text holds words, each number from 0 to 1 but the count. */
export type Coverage = { exact: number; soft: number; near: number; weakest: number; count: number };

/** 0 up to `from`, 1 from `to` on, and evenly between. */
export const ramp = (value: number, from: number, to: number): number =>
  value <= from ? 0 : value >= to ? 1 : (value - from) / (to - from);

/** How near words in meaning count for nothing and for all. */
export const [NOTHING, ALL] = [0.3, 0.9];

/** How well each word is held, from 0 to 1, in the texts given, the better of them for each. */
export function summarise(words: readonly QuestionWord[], held: Float32Array): Coverage {
  const sum: Coverage = { exact: 0, soft: 0, near: 0, weakest: words.length === 0 ? 0 : 1, count: 0 };
  let total = 0;
  for (let i = 0; i < words.length; i++) {
    const { weight } = words[i] as QuestionWord;
    const value = held[i] as number;
    total += weight;
    if (value >= 1) {
      sum.exact += weight;
      sum.count++;
    }
    sum.soft += weight * ramp(value, NOTHING, ALL);
    sum.near += weight * ramp(value, 0.55, 0.85);
    if (value < sum.weakest) sum.weakest = value;
  }
  if (total > 0) {
    sum.exact /= total;
    sum.soft /= total;
    sum.near /= total;
  }
  return sum;
}

/** The part of the words' weight that `has` says is held. */
export function part(
  words: readonly QuestionWord[],
  has: (number: number) => boolean,
  only?: (word: QuestionWord) => boolean,
): number {
  let [total, found] = [0, 0];
  for (const word of words) {
    if (only && !only(word)) continue;
    total += word.weight;
    if (has(word.number)) found += word.weight;
    else if (word.surnameNumber >= 0 && has(word.surnameNumber)) found += 0.8 * word.weight;
  }
  return total === 0 ? 0 : found / total;
}

/** The part of the words' weight that is held, a word that is held in part counting in part. */
export function softOf(
  words: readonly QuestionWord[],
  held: Float32Array,
  only?: (word: QuestionWord) => boolean,
): number {
  let [total, found] = [0, 0];
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as QuestionWord;
    if (only && !only(word)) continue;
    total += word.weight;
    found += word.weight * ramp(held[i] as number, NOTHING, ALL);
  }
  return total === 0 ? 0 : found / total;
}

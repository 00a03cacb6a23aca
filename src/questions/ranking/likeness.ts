import { stemOf } from '../../language/terms.ts';
import { neighboursOf, productWithRow, rarityOf } from '../../language/word-meaning.ts';
import { askedMeaning } from './asked-meaning.ts';
import { ALL, NOTHING, ramp } from './coverage.ts';
import { stemNumber, type TextWords } from './text-words.ts';
import type { QuestionWord } from './wanted.ts';

/** Measures how well texts hold a question's words; it remembers what it has measured for one question. */
export type Likeness = {
  /** For each word how well a text holds it: 1 for its stem, otherwise the cosine to the nearest of the text's words. */
  readonly of: (words: readonly QuestionWord[], text: TextWords) => Float32Array;
  /** About which part of the words' weight a text holds, by the words themselves and their nearest neighbours alone. */
  readonly roughly: (words: readonly QuestionWord[], text: TextWords) => number;
  /** The better of two, word by word. */
  readonly best: (one: Float32Array, other: Float32Array) => Float32Array;
  /** The part of a text's weight that words hold, from 0 to 1. */
  readonly reverse: (words: readonly QuestionWord[], text: TextWords) => number;
};

/** How well a first name is held by the surname that it stands for, and the most that a word is held by another. */
const BY_SURNAME = 0.97;
const BY_ANOTHER = 0.98;
/** A name rarer than this is held by nothing like it: names near each other in meaning are other people. */
const RARE_NAME = 5000;
/** The rows of the table of meanings. */
const ROWS = 60_000;

/** Some of a question's words, and how near they are to the words that were met. */
type Group = {
  readonly size: number;
  readonly byStem: ReadonlyMap<number, readonly number[]>;
  readonly bySurname: ReadonlyMap<number, readonly number[]>;
  /** By a stem's number: which of the words it holds, and how well. */
  readonly neighbours: ReadonlyMap<number, readonly { readonly place: number; readonly held: number }[]>;
  readonly weight: number;
  readonly meanings: readonly (Float32Array | null)[];
  /** Where in `near` the likenesses of each word that was met begin. */
  readonly met: Met;
  /** What stands in `met.by` for the words that this group has met. */
  readonly turn: number;
  near: Float32Array;
  used: number;
  readonly held: Map<TextWords, Float32Array>;
};

/** The row by which a word is measured; -1 for one that only itself is like. */
export const rowToMeasure = ({ row, isName }: QuestionWord): number =>
  isName && row >= RARE_NAME ? -1 : row;

/** By a word's row: which group has met it last, and where its likenesses begin there. */
type Met = { readonly by: Int32Array; readonly places: Int32Array };

/** Shared by all questions, since to make such long lists anew for each is slow; each group knows its own by its turn. */
const MET: readonly Met[] = [0, 1].map(() => ({ by: new Int32Array(ROWS), places: new Int32Array(ROWS) }));
let turns = 0;

const groupOf = (words: readonly QuestionWord[], place: number): Group => ({
  size: words.length,
  byStem: placesBy(words, ({ number }) => number),
  bySurname: placesBy(words, ({ surnameNumber }) => surnameNumber),
  neighbours: neighboursOfAll(words),
  weight: words.reduce((sum, { weight }) => sum + weight, 0),
  meanings: words.map((word) => askedMeaning(rowToMeasure(word))),
  met: MET[place % MET.length] as Met,
  turn: ++turns,
  near: new Float32Array(1024 * words.length),
  used: 0,
  held: new Map(),
});

/** For one question. */
export function createLikeness(): Likeness {
  const groups = new Map<readonly QuestionWord[], Group>();
  const groupFor = (words: readonly QuestionWord[]): Group => {
    const group = groups.get(words) ?? groupOf(words, groups.size);
    groups.set(words, group);
    return group;
  };
  return {
    of: (words, text) => heldIn(groupFor(words), text),
    roughly: (words, text) => roughlyIn(groupFor(words), words, text),
    best: (one, other) => one.map((value, i) => Math.max(value, other[i] as number)),
    reverse: (words, text) => reverseIn(groupFor(words), text),
  };
}

function heldIn(group: Group, text: TextWords): Float32Array {
  const known = group.held.get(text);
  if (known) return known;
  const { size, byStem, bySurname } = group;
  const found = new Float32Array(size);
  for (let t = 0; t < text.stems.length; t++) {
    const stem = text.stems[t] as number;
    const same = byStem.get(stem);
    if (same) for (const i of same) found[i] = 1;
    const named = bySurname.size > 0 && bySurname.get(stem);
    if (named) for (const i of named) found[i] = Math.max(found[i] as number, BY_SURNAME);
    const row = text.rows[t] as number;
    if (row < 0) continue;
    const from = nearAt(group, row);
    const { near } = group;
    for (let i = 0; i < size; i++)
      if ((near[from + i] as number) > (found[i] as number)) found[i] = near[from + i] as number;
  }
  group.held.set(text, found);
  return found;
}

function reverseIn(group: Group, text: TextWords): number {
  let [total, found] = [0, 0];
  for (let t = 0; t < text.stems.length; t++) {
    const row = text.rows[t] as number;
    const weight = 0.2 + rarityOf(row);
    total += weight;
    let most = group.byStem.has(text.stems[t] as number) ? 1 : 0;
    if (most === 0 && row >= 0) {
      const from = nearAt(group, row);
      for (let i = 0; i < group.size; i++) most = Math.max(most, group.near[from + i] as number);
    }
    found += weight * Math.max(0, Math.min(1, (most - 0.3) / 0.6));
  }
  return total === 0 ? 0 : found / total;
}

/** Which of the words a stem holds: those that it is, and those that it is near to in meaning. */
function neighboursOfAll(words: readonly QuestionWord[]): Group['neighbours'] {
  const held = new Map<number, { place: number; held: number }[]>();
  const add = (stem: number, place: number, how: number) => {
    const list = held.get(stem) ?? [];
    held.set(stem, [...list, { place, held: how }]);
  };
  for (const [place, word] of words.entries()) {
    add(word.number, place, 1);
    if (word.surnameNumber >= 0) add(word.surnameNumber, place, BY_SURNAME);
    for (const { word: other, likeness } of neighboursOf(rowToMeasure(word)))
      if (likeness > NOTHING) add(stemNumber(stemOf(other)), place, ramp(likeness, NOTHING, ALL));
  }
  return held;
}

function roughlyIn(
  { neighbours, weight, size }: Group,
  words: readonly QuestionWord[],
  text: TextWords,
): number {
  if (weight === 0) return 0;
  const found = new Float32Array(size);
  for (const stem of text.stems)
    for (const { place, held } of neighbours.get(stem) ?? [])
      if (held > (found[place] as number)) found[place] = held;
  let sum = 0;
  for (let i = 0; i < size; i++) sum += (found[i] as number) * (words[i] as QuestionWord).weight;
  return sum / weight;
}

function placesBy(
  words: readonly QuestionWord[],
  key: (word: QuestionWord) => number,
): ReadonlyMap<number, readonly number[]> {
  const places = new Map<number, number[]>();
  words.forEach((word, i) => {
    const number = key(word);
    if (number >= 0) places.set(number, [...(places.get(number) ?? []), i]);
  });
  return places;
}

/** Where in a group's likenesses those of the word of a row begin, measured where it hasn't been met. */
function nearAt(group: Group, row: number): number {
  const { met, turn } = group;
  if (met.by[row] === turn) return met.places[row] as number;
  const at = group.used;
  group.used += group.size;
  if (group.used > group.near.length) {
    const more = new Float32Array(2 * group.used);
    more.set(group.near);
    group.near = more;
  }
  for (let i = 0; i < group.size; i++) {
    const meaning = group.meanings[i];
    group.near[at + i] = meaning ? Math.min(BY_ANOTHER, productWithRow(meaning, row)) : 0;
  }
  met.by[row] = turn;
  met.places[row] = at;
  return at;
}

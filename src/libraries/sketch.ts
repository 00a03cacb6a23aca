import type { Article } from '../articles/article.ts';

/**
 * A sketch of a text: the smallest hashes of its runs of {@link RUN} words, in rising order. Two sketches tell how much of their texts
 * is the same. Broder, "On the resemblance and containment of documents", SEQUENCES 1997.
 */
export type Sketch = Uint32Array;

/** How many words make a run. */
const RUN = 4;
/** How many hashes a sketch has at most: a resemblance of 0.7 is told to about 0.04. */
const SIZE = 128;
/** From which resemblance on two texts are nearly the same: one may have a paragraph more in five. */
const NEARLY_THE_SAME = 0.7;

/** The sketch of an article's body. */
export function sketchOf({ text, paragraphs }: Article): Sketch {
  const words = paragraphs
    .map(({ span: [start, end] }) => text.slice(start, end))
    .join(' ')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu);
  if (words === null) return new Uint32Array(0);
  const hashes = new Set<number>();
  for (let at = 0; at <= Math.max(0, words.length - RUN); at++)
    hashes.add(hashOf(words.slice(at, at + RUN).join(' ')));
  return Uint32Array.from(hashes).sort().slice(0, SIZE);
}

/** FNV-1a with a last mixing of the bits, so that the smallest hashes are a fair choice. Gives 32 bits. */
function hashOf(run: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < run.length; at++) hash = Math.imul(hash ^ run.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Whether two sketches are of nearly the same text; texts without words are like no other. */
export const isNearlyTheSame = (one: Sketch, other: Sketch): boolean =>
  resemblance(one, other) >= NEARLY_THE_SAME;

/** What part of the runs of both texts together they share, from 0 to 1, as told by the smallest of them. */
function resemblance(one: Sketch, other: Sketch): number {
  let [i, j, shared, all] = [0, 0, 0, 0];
  while (all < SIZE && (i < one.length || j < other.length)) {
    const [a, b] = [one[i] ?? Number.POSITIVE_INFINITY, other[j] ?? Number.POSITIVE_INFINITY];
    if (a === b) shared++;
    if (a <= b) i++;
    if (b <= a) j++;
    all++;
  }
  return all === 0 ? 0 : shared / all;
}

/** A sketch as text, for the database. */
export const writeSketch = (sketch: Sketch): string =>
  Buffer.from(sketch.buffer, sketch.byteOffset, sketch.byteLength).toString('base64');

/** A sketch that was written as text; one that is damaged is that of no text. */
export function readSketch(text: string): Sketch {
  const bytes = Buffer.from(text, 'base64');
  return new Uint32Array(Uint8Array.from(bytes).buffer.slice(0, bytes.length - (bytes.length % 4)));
}

import { readFileSync } from 'node:fs';
import { stemmer } from 'stemmer';
import { MODELS } from './word-list.ts';

let loaded: ReadonlyMap<string, readonly string[]> | undefined;

/** The pairs of models/opposites.txt (WordNet's antonyms), by the stem of either. */
function table(): ReadonlyMap<string, readonly string[]> {
  if (loaded) return loaded;
  const opposites = new Map<string, string[]>();
  const add = (one: string, other: string) => opposites.set(one, [...(opposites.get(one) ?? []), other]);
  for (const line of readFileSync(new URL('opposites.txt', MODELS), 'utf8').trimEnd().split('\n')) {
    const [one = '', other = ''] = line.split(' ').map((word) => stemmer(word));
    if (one === other) continue;
    add(one, other);
    add(other, one);
  }
  loaded = opposites;
  return loaded;
}

const NONE: readonly string[] = [];

/** The stems of the words that mean the opposite of one with this stem: "weak" for "strong". */
export const oppositesOf = (stem: string): readonly string[] => table().get(stem) ?? NONE;

import { distance } from 'fastest-levenshtein';
import { frequentWords } from '../../language/word-meaning.ts';

/** Words shorter than this aren't corrected; from how many letters on two may be wrong. */
const SHORTEST = 5;
const TWO_WRONG = 8;

let byLetter: ReadonlyMap<string, readonly string[]> | undefined;

/** The most frequent English words by their first letters, the most frequent first. */
function wordsFrom(letter: string): readonly string[] {
  if (!byLetter) {
    const groups = new Map<string, string[]>();
    for (const word of frequentWords()) {
      const group = groups.get(word[0] ?? '');
      if (group) group.push(word);
      else groups.set(word[0] ?? '', [word]);
    }
    byLetter = groups;
  }
  return byLetter.get(letter) ?? [];
}

/**
 * The word that a misspelt one stands for: a name, or a frequent word, with the same first letter and a letter wrong (two in
 * words of eight or more), the one with the fewest wrong; itself where there is none.
 */
export function respelled(word: string, names: Iterable<string>): string {
  if (word.length < SHORTEST || /[^a-z]/.test(word)) return word;
  let best = word;
  let least = word.length < TWO_WRONG ? 1 : 2;
  for (const others of [names, wordsFrom(word[0] ?? '')])
    for (const other of others) {
      if (other[0] !== word[0] || Math.abs(other.length - word.length) > least || other.length < SHORTEST - 1)
        continue;
      const wrong = distance(word, other);
      if (wrong < least || (wrong === least && best === word)) [best, least] = [other, wrong];
    }
  return best;
}

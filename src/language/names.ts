import anyAscii from 'any-ascii';
import { distance } from 'fastest-levenshtein';

/**
 * The words of a name, folded: case, accents and scripts don't matter ("Зеленський" and "Zelensky" fold to the same
 * word), nor do the common ways to spell the same sound in Latin letters (y, i and j; ck and k; a doubled letter).
 */
export function foldName(name: string): readonly string[] {
  return foldPlain(name).map(foldSpelling);
}

/** The words of a text in plain lower-case Latin letters and figures: "Sybiha’s" -> "sybiha". */
export function foldPlain(text: string): readonly string[] {
  // a plain word is what is read most
  if (/^[A-Za-z0-9]+$/.test(text)) return [text.toLowerCase()];
  return anyAscii(text.normalize('NFKC'))
    .toLowerCase()
    .replace(/'s\b|s'(?=\s|$)/g, (end) => (end === "'s" ? '' : 's'))
    .replace(/(?<=[a-z])'(?=[a-z])|(?<=\b[a-z])\.(?=[a-z]\b)/g, '')
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
}

function foldSpelling(word: string): string {
  return word
    .replace(/ck/g, 'k')
    .replace(/ph/g, 'f')
    .replace(/[yj]/g, 'i')
    .replace(/w/g, 'v')
    .replace(/([a-z])\1+/g, '$1');
}

/**
 * How well a typed word stands for a word of a name, both folded: 1 where they are the same, less where it is its beginning
 * or where letters are wrong (one in four at most), 0 where it is another word.
 */
export function likeness(typed: string, word: string): number {
  if (typed === word) return 1;
  if (typed.length >= 3 && word.startsWith(typed)) return 0.8;
  // a short word with another letter, or one that begins otherwise, is another name: "Cole" is not "Dole"
  const short = typed.length < 5 && word.length !== typed.length + 1;
  const begins = typed[0] === word[0] || typed.length >= 7;
  if (typed.length < 4 || short || !begins || Math.abs(typed.length - word.length) > 2) return 0;
  const wrong = distance(typed, word);
  const allowed = Math.floor(Math.min(typed.length, word.length) / 4);
  return wrong <= Math.min(2, allowed) ? 0.75 - 0.15 * (wrong - 1) : 0;
}

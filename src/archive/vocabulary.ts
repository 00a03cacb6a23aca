/** Different words, each with a number; those that are like a typed one are found without looking at all of them. */
export type Vocabulary = {
  /** The number of a word, which is taken in where it is new. */
  add(word: string): number;
  /** The number of a word that is there. */
  numberOf(word: string): number | undefined;
  /** The words for which `like` gives more than 0, with what it gives; no word is tried that can't be near `typed`. */
  near(typed: string, like: (typed: string, word: string) => number): ReadonlyMap<number, number>;
};

/** How many letters two words may differ by in length, and how many may be wrong, to be near. */
const WRONG = 2;

/**
 * A vocabulary for a measure of likeness that is 0 for words more than two edits from each other, unless the typed word is
 * the other's beginning.
 */
export function createVocabulary(): Vocabulary {
  const numbers = new Map<string, number>();
  /** By length: the words' numbers, and for each which letters it has, a bit a letter. */
  const byLength: { readonly words: string[]; readonly numbers: number[]; readonly letters: number[] }[] = [];
  const byBeginning = new Map<string, string[]>();
  return {
    add(word) {
      const known = numbers.get(word);
      if (known !== undefined) return known;
      const number = numbers.size;
      numbers.set(word, number);
      byLength[word.length] ??= { words: [], numbers: [], letters: [] };
      const bucket = byLength[word.length];
      bucket?.words.push(word);
      bucket?.numbers.push(number);
      bucket?.letters.push(lettersOf(word));
      const beginning = word.slice(0, BEGINNING);
      const begun = byBeginning.get(beginning);
      if (begun) begun.push(word);
      else byBeginning.set(beginning, [word]);
      return number;
    },
    numberOf: (word) => numbers.get(word),
    near(typed, like) {
      const found = new Map<number, number>();
      const letters = lettersOf(typed);
      const weigh = (word: string, number: number) => {
        const likeness = like(typed, word);
        if (likeness > 0) found.set(number, likeness);
      };
      for (let length = Math.max(0, typed.length - WRONG); length <= typed.length + WRONG; length++) {
        const bucket = byLength[length];
        if (!bucket) continue;
        for (let i = 0; i < bucket.words.length; i++)
          if (bitsOf((bucket.letters[i] as number) ^ letters) <= 2 * WRONG)
            weigh(bucket.words[i] as string, bucket.numbers[i] as number);
      }
      for (const word of byBeginning.get(typed.slice(0, BEGINNING)) ?? [])
        if (word.length > typed.length + WRONG) weigh(word, numbers.get(word) as number);
      return found;
    },
  };
}

/** The letters by which words with the same beginning are gathered. */
const BEGINNING = 3;

/** Which letters and figures a word has, a bit each: words that are two edits apart differ in at most four of them. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i);
    letters |= 1 << (code >= 97 ? code - 97 : 26 + (code % 6));
  }
  return letters;
}

function bitsOf(value: number): number {
  let bits = value - ((value >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

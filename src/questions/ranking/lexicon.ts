import type { Archive, SpeakerEntry } from '../../archive/archive.ts';
import type { LibraryId } from '../../articles/article.ts';
import { foldPlain } from '../../language/names.ts';
import { stemOf } from '../../language/terms.ts';
import { rowOf } from '../../language/word-meaning.ts';
import { respelled } from './spelling.ts';

/** What an archive tells about words, as far as an asker may see it. */
export type Lexicon = {
  /** How much a word tells, from 0.1 for one in nearly every statement to 1 for the rarest. */
  readonly weigh: (stem: string, word: string) => number;
  /** How many articles there are: 0 for one, 1 for a hundred or more, growing with the logarithm. */
  readonly breadth: number;
  /** How much a speaker has said, from 0 to 1, growing with the logarithm of the number of statements. */
  readonly prominence: (id: string) => number;
  /** Whether a word in small letters is a part of a speaker's name. */
  readonly isName: (word: string) => boolean;
  /** The stem of the surname that a first name stands for ("hillary" -> "clinton"); undefined where it stands for none. */
  readonly surnameOf: (word: string) => string | undefined;
  /** A word as it should have been spelt: itself where the articles or English news have it, otherwise the likeliest other. */
  readonly spelled: (word: string) => string;
};

/** Words as frequent as this are more than a name, though somebody is called so: "will", "may", "long". */
const FREQUENT = 400;
/** The part of the statements by people with a first name that one of them must have said for it to stand for him. */
const MOSTLY = 0.6;

/**
 * English news counts as so many statements beside those of the archive, so that a word in few of a few statements isn't taken
 * for a rare one; and a word in one statement of so many tells most.
 */
const AS_MANY = 300;
const RAREST = 3000;
/** About how many words of meaning a statement has, and the sum of 1/n over the ranks of the table. */
const LENGTH = 15;
const HARMONIC = 11.6;

/** The share of statements in which a word of a rank stands in English news, by Zipf's law. */
function usualShare(row: number): number {
  const rank = row < 0 ? RARE_RANK : row + 1;
  return 1 - (1 - 1 / (HARMONIC * rank)) ** LENGTH;
}
/** The rank of words that the table lacks. */
const RARE_RANK = 100_000;

type Names = {
  readonly words: ReadonlySet<string>;
  readonly surnames: ReadonlyMap<string, string>;
  readonly counts: ReadonlyMap<string, number>;
};
const read = new WeakMap<readonly SpeakerEntry[], Names>();

function namesOf(speakers: readonly SpeakerEntry[]): Names {
  const known = read.get(speakers);
  if (known) return known;
  const words = new Set<string>();
  const byFirst = new Map<string, Map<string, number>>();
  for (const { speaker, statements } of speakers) {
    if (!speaker.named) continue;
    const name = foldPlain(speaker.name);
    for (const word of name) {
      const rank = rowOf(word);
      if (word.length > 2 && (rank < 0 || rank >= FREQUENT)) words.add(word);
    }
    const [first = '', last = ''] = [name[0], name.at(-1)];
    if (name.length < 2 || name.length > 3 || first.length < 3) continue;
    const counts = byFirst.get(first) ?? new Map<string, number>();
    byFirst.set(first, counts.set(last, (counts.get(last) ?? 0) + statements));
  }
  const counts = new Map(speakers.map(({ speaker, statements }) => [speaker.id, statements]));
  const names = { words, surnames: surnamesOf(byFirst), counts };
  read.set(speakers, names);
  return names;
}

function surnamesOf(byFirst: ReadonlyMap<string, ReadonlyMap<string, number>>): ReadonlyMap<string, string> {
  const surnames = new Map<string, string>();
  for (const [first, counts] of byFirst) {
    const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
    const [most] = [...counts].sort((a, b) => b[1] - a[1]);
    if (most && most[1] > 1 && most[1] >= MOSTLY * all) surnames.set(first, stemOf(most[0]));
  }
  return surnames;
}

/** What the statements and speakers that an asker may see tell about words. */
export function lexiconOf(archive: Archive, libraries: readonly LibraryId[]): Lexicon {
  const count = archive.statements(libraries).length;
  const names = namesOf(archive.speakers(libraries));
  const articles = archive.articles(libraries).length;
  return {
    breadth: Math.min(1, Math.log10(Math.max(1, articles)) / 2),
    weigh: (stem, word) => {
      const found = archive.frequency(stem, libraries) + AS_MANY * usualShare(rowOf(word));
      return Math.max(0.1, Math.min(1, Math.log((count + AS_MANY) / found) / Math.log(RAREST)));
    },
    prominence: (id) => Math.min(1, Math.log(1 + (names.counts.get(id) ?? 0)) / 6),
    isName: (word) => names.words.has(word) || names.words.has(word.replace(/s$/, '')),
    spelled: (word) => {
      const isKnown =
        rowOf(word) >= 0 || names.words.has(word) || archive.frequency(stemOf(word), libraries) > 0;
      return isKnown ? word : respelled(word, names.words);
    },
    surnameOf: (word) => names.surnames.get(word) ?? names.surnames.get(word.replace(/s$/, '')),
  };
}

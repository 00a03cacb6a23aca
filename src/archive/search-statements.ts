import type { SearchTerm } from './archive.ts';
import { createSpelling } from './spelling.ts';
import { BOOST, FIELDS, type Field, type StatementIndex } from './statement-index.ts';

/** A statement that a search found, by the place of its library among those searched and its own place in there. */
export type Found = { readonly library: number; readonly place: number; readonly score: number };

/** The most terms of a query that are told apart; each is a bit. */
const MOST_TERMS = 31;
/** How much a word counts that is spelt nearly like one that is nowhere, beside that one. */
const NEARLY = 0.4;

/** A stem to be counted for a term of the query. */
type Wanted = { readonly stem: string; readonly weight: number; readonly term: number };

/**
 * The statements of some libraries that have terms of a query, best first, at most `limit`; of equals the first in order. They
 * are ranked by BM25+ over their fields, times the weights of the terms that they have, as MiniSearch does; how telling a term
 * is, is told by the searched libraries alone. A term that none of them has stands for those that are spelt nearly so.
 */
export function searchStatements(
  terms: readonly SearchTerm[],
  indexes: readonly StatementIndex[],
  limit: number,
): readonly Found[] {
  const known = [...new Map(terms.map((term) => [term.stem, term])).values()].slice(0, MOST_TERMS);
  const wanted = known.flatMap((term, i) => wantedFor(term, i, indexes));
  if (wanted.length === 0 || limit <= 0) return [];
  for (const index of indexes) index.clear();
  for (const { stem, weight, term } of wanted)
    for (const field of FIELDS) {
      const { rarity, meanLength } = overall(field, stem, indexes);
      if (rarity === 0) continue;
      const counting = { weight: weight * BOOST[field] * rarity, meanLength };
      for (const index of indexes) index.count(field, stem, counting, term);
    }
  const weights = known.map(({ weight }) => weight);
  const best = createBest(limit);
  for (const [library, index] of indexes.entries())
    index.eachCounted((place, sum, has) => best.offer(library, place, sum * weightOf(has, weights)));
  return best.found();
}

/** In how many statements' own words a stem stands. */
export const frequencyOf = (stem: string, indexes: readonly StatementIndex[]): number =>
  indexes.reduce((sum, index) => sum + index.statistics('content', stem).having, 0);

function wantedFor(
  { stem, weight }: SearchTerm,
  term: number,
  indexes: readonly StatementIndex[],
): readonly Wanted[] {
  const isThere = indexes.some((index) => FIELDS.some((field) => index.statistics(field, stem).having > 0));
  if (isThere) return [{ stem, weight, term }];
  const near = new Set(indexes.flatMap((index) => spellingOf(index).near(stem)));
  return [...near].map((other) => ({ stem: other, weight: weight * NEARLY, term }));
}

const spellings = new WeakMap<StatementIndex, ReturnType<typeof createSpelling>>();

function spellingOf(index: StatementIndex): ReturnType<typeof createSpelling> {
  const spelling = spellings.get(index) ?? createSpelling(index);
  spellings.set(index, spelling);
  return spelling;
}

/** How telling a stem is in a field of all searched libraries, and how long the texts are there. */
function overall(
  field: Field,
  stem: string,
  indexes: readonly StatementIndex[],
): { readonly rarity: number; readonly meanLength: number } {
  let [texts, having, length] = [0, 0, 0];
  for (const index of indexes) {
    const statistics = index.statistics(field, stem);
    texts += statistics.texts;
    having += statistics.having;
    length += statistics.length;
  }
  if (having === 0) return { rarity: 0, meanLength: 1 };
  return { rarity: Math.log(1 + (texts - having + 0.5) / (having + 0.5)), meanLength: length / texts };
}

function weightOf(has: number, weights: readonly number[]): number {
  let sum = 0;
  for (let term = 0; term < weights.length; term++) if ((has >>> term) & 1) sum += weights[term] as number;
  return sum;
}

/** Keeps the best of what is offered to it. */
function createBest(limit: number): {
  readonly offer: (library: number, place: number, score: number) => void;
  readonly found: () => readonly Found[];
} {
  let kept: Found[] = [];
  let least = 0;
  const cut = () => {
    kept.sort((a, b) => b.score - a.score || a.library - b.library || a.place - b.place);
    kept = kept.slice(0, limit);
    if (kept.length === limit) least = kept.at(-1)?.score ?? 0;
  };
  return {
    offer(library, place, score) {
      if (score <= least) return;
      kept.push({ library, place, score });
      if (kept.length >= 2 * limit + 64) cut();
    },
    found() {
      cut();
      return kept;
    },
  };
}

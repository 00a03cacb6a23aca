import type { Kind } from '../src/quotes/quote.ts';
import { type ComparedQuote, comparedQuotes, type MarkedQuote, type Part } from './score-quotes-marks.ts';

export type { MarkedQuote } from './score-quotes-marks.ts';

/** An article's text with the quotes that a person marked and those that the program found. */
export type ScoredArticle = {
  readonly text: string;
  readonly marked: readonly MarkedQuote[];
  readonly found: readonly MarkedQuote[];
};

/** How many the program found, how many are marked, and how many of either are right. */
export type Tally = { readonly right: number; readonly found: number; readonly marked: number };

/**
 * What is counted:
 * - exact: quotes whose part has the same characters, white space at the edges aside
 * - overlap: pairs of a marked and a found quote, each in one pair at most, whose contents share a word
 * - who said what: such pairs whose sources share a word, or neither of which has a source
 */
export const MEASURES = [
  'who said what',
  'content exact',
  'content overlap',
  'cue exact',
  'source exact',
  'direct: content exact',
  'mixed: content exact',
  'indirect: content exact',
] as const;
export type QuoteScores = Readonly<Record<(typeof MEASURES)[number], Tally>>;

type Sides = { readonly marked: readonly ComparedQuote[]; readonly found: readonly ComparedQuote[] };

/** How well the program finds quotes: of all cues, and of those of speech alone. */
export function scoreQuotes(articles: readonly ScoredArticle[]): {
  readonly all: QuoteScores;
  readonly speech: QuoteScores;
} {
  const sides = articles.map(
    ({ text, marked, found }): Sides => ({
      marked: comparedQuotes(text, marked),
      found: comparedQuotes(text, found),
    }),
  );
  return { all: total(sides.map(scoresOf)), speech: total(sides.map(ofSpeech).map(scoresOf)) };
}

/** Which part of what is found is right, which part of what is marked is found, and the harmonic mean of both; 0 where there is none. */
export function figuresOf({ right, found, marked }: Tally): {
  readonly f1: number;
  readonly precision: number;
  readonly recall: number;
} {
  return {
    f1: found + marked > 0 ? (2 * right) / (found + marked) : 0,
    precision: found > 0 ? right / found : 0,
    recall: marked > 0 ? right / marked : 0,
  };
}

function total(scores: readonly QuoteScores[]): QuoteScores {
  const sum = (measure: (typeof MEASURES)[number], of: keyof Tally) =>
    scores.reduce((before, score) => before + score[measure][of], 0);
  const tallies = MEASURES.map((measure): [string, Tally] => [
    measure,
    { right: sum(measure, 'right'), found: sum(measure, 'found'), marked: sum(measure, 'marked') },
  ]);
  return Object.fromEntries(tallies) as QuoteScores;
}

function scoresOf(sides: Sides): QuoteScores {
  const { marked, found } = sides;
  const pairs = pairUp(sides);
  const quotes = { found: found.length, marked: marked.length };
  const same = (partsOf: (quote: ComparedQuote) => readonly Part[]) =>
    countSame(marked.flatMap(partsOf), found.flatMap(partsOf));
  const sameOfKind = (wanted: Kind) => same(({ kind, content }) => (kind === wanted ? [content] : []));
  return {
    'who said what': { right: pairs.filter(([a, b]) => haveSameSource(a, b)).length, ...quotes },
    'content exact': same(({ content }) => [content]),
    'content overlap': { right: pairs.length, ...quotes },
    'cue exact': same(({ cue }) => (cue ? [cue] : [])),
    'source exact': same(({ source }) => (source ? [source] : [])),
    'direct: content exact': sameOfKind('direct'),
    'mixed: content exact': sameOfKind('mixed'),
    'indirect: content exact': sameOfKind('indirect'),
  };
}

function countSame(marked: readonly Part[], found: readonly Part[]): Tally {
  const left = new Map<string, number>();
  for (const { characters } of marked) left.set(characters, (left.get(characters) ?? 0) + 1);
  let right = 0;
  for (const { characters } of found) {
    const count = left.get(characters) ?? 0;
    if (count > 0) right++;
    left.set(characters, count - 1);
  }
  return { right, found: found.length, marked: marked.length };
}

const countShared = (a: Part, b: Part): number => [...a.words].filter((word) => b.words.has(word)).length;

const haveSameSource = ({ source: a }: ComparedQuote, { source: b }: ComparedQuote): boolean =>
  a && b ? countShared(a, b) > 0 : a === b;

/** A marked and a found quote whose contents share words. */
type Pair = readonly [marked: ComparedQuote, found: ComparedQuote];

/** Every such pair, the most alike first: by how large a part of their words they share. */
function likePairs({ marked, found }: Sides): readonly Pair[] {
  return marked
    .flatMap((a) =>
      found.flatMap((b) => {
        const shared = countShared(a.content, b.content);
        const likeness = shared / (a.content.words.size + b.content.words.size - shared);
        return shared > 0 ? [{ pair: [a, b] as const, likeness }] : [];
      }),
    )
    .sort((a, b) => b.likeness - a.likeness)
    .map(({ pair }) => pair);
}

/** Pairs that have no quote in common, the most alike first. */
function pairUp(sides: Sides): readonly Pair[] {
  const taken = new Set<ComparedQuote>();
  return likePairs(sides).filter(([a, b]) => {
    if (taken.has(a) || taken.has(b)) return false;
    taken.add(a).add(b);
    return true;
  });
}

/**
 * The marked quotes with a cue of speech. Of the found ones those are left out that are most like another marked quote, and
 * those that are like none and have another cue.
 */
function ofSpeech({ marked, found }: Sides): Sides {
  const nearest = new Map<ComparedQuote, ComparedQuote>();
  for (const [a, b] of likePairs({ marked, found })) if (!nearest.has(b)) nearest.set(b, a);
  return {
    marked: marked.filter(({ isSpeech }) => isSpeech),
    found: found.filter((quote) => nearest.get(quote)?.isSpeech ?? (quote.cue === null || quote.isSpeech)),
  };
}

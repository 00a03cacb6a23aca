import type { Article } from '../src/articles/article.ts';
import type { Span } from '../src/language/span.ts';
import {
  type AttributionCandidate,
  closedByCue,
  readingsOf,
  scoreWindow,
} from '../src/quotes/attribution-candidates.ts';
import { addChoiceFeatures } from '../src/quotes/choice-features.ts';
import type { CueCandidate, CueReading } from '../src/quotes/cue-candidates.ts';
import { addCueFeatures } from '../src/quotes/cue-features.ts';
import { windowAround } from '../src/quotes/cue-frame.ts';
import { type EncodedPassage, encodePassage } from '../src/quotes/encoded-passage.ts';
import { clearFeatures, createFeatureList, type FeatureList } from '../src/quotes/feature-hash.ts';
import { type Passage, type Range, readPassage } from '../src/quotes/passage.ts';
import { lengthOf, touches } from '../src/quotes/range.ts';
import { addReadingFeatures } from '../src/quotes/reading-features.ts';
import { type Part, statesFor } from '../src/quotes/span-chain.ts';
import { addSpanFeatures } from '../src/quotes/span-features.ts';
import { readStretches } from '../src/quotes/stretches.ts';
import type { Weights } from '../src/quotes/weights.ts';
import type { GoldArticle } from './corpus.ts';
import type { Example } from './train-chain.ts';
import type { ChoiceExample } from './train-choice.ts';
import type { ReadingExample } from './train-readings.ts';

/** An attribution in tokens of its passage. */
type GoldAttribution = {
  readonly cue: Range;
  readonly content: readonly Range[];
  readonly source: readonly Range[];
};

/** A passage to learn from. */
export type Lesson = {
  readonly article: Article;
  readonly encoded: EncodedPassage;
  readonly gold: readonly GoldAttribution[];
};

const features = createFeatureList();

/** Every passage of the articles, with the attributions whose cue stands in it. */
export function readLessons(corpus: readonly GoldArticle[]): readonly Lesson[] {
  return corpus.flatMap(({ article, quotes }) =>
    readStretches(article).map((paragraph): Lesson => {
      const passage = readPassage(article.text, paragraph);
      const ranges = (spans: readonly Span[]) =>
        spans.map((span) => rangeOf(passage, span)).filter((range) => range !== null);
      const gold = quotes.flatMap((quote) => {
        const [cue, ...more] = ranges(quote.cue);
        if (!cue || more.length > 0) return [];
        return [{ cue, content: ranges(quote.content), source: ranges(quote.source) }];
      });
      return { article, encoded: encodePassage(passage), gold };
    }),
  );
}

/** The tokens that share a character with a span; null where none does. */
function rangeOf({ tokens }: Passage, [start, end]: Span): Range | null {
  const from = tokens.findIndex((token) => token.end > start);
  if (from < 0 || (tokens[from]?.start ?? end) >= end) return null;
  const to = tokens.findIndex((token) => token.start >= end);
  return [from, to < 0 ? tokens.length : to];
}

const rowsOf = (list: FeatureList, rows: number): Int32Array =>
  list.hashes.slice(0, list.length).map((hash) => hash & (rows - 1));

/** A passage as an example for the cues; null where it is empty. */
export function cueExample({ encoded, gold }: Lesson, rows: number): Example | null {
  if (encoded.length === 0) return null;
  clearFeatures(features);
  addCueFeatures(encoded, features);
  const states = new Uint8Array(encoded.length);
  for (const { cue } of gold) states.fill(1, ...cue);
  const ends = Int32Array.from(features.ends);
  return { rows: rowsOf(features, rows), ends, states, closed: new Uint8Array(encoded.length) };
}

/** The least probability at which a cue as found stands in for the one that a person marked. */
const FOUND = 0.2;

const foundCue = (reading: CueReading, { cue }: GoldAttribution): CueCandidate | undefined =>
  reading.candidates
    .filter(({ at, any }) => any > FOUND && touches([at], [cue]))
    .sort((a, b) => b.any - a.any)[0];

/** A passage's attributions as examples for the spans, each seen from its cue as it was found, where it was. */
export function spanExamples(
  { encoded, gold }: Lesson,
  reading: CueReading,
  rows: number,
): readonly Example[] {
  return gold.flatMap((attribution) => {
    const found = foundCue(reading, attribution);
    const window = windowAround(encoded, found?.at ?? attribution.cue);
    const closed = closedByCue(window);
    const parts = partsIn(window, attribution, closed);
    if (!parts.includes('content')) return [];
    clearFeatures(features);
    addSpanFeatures(encoded, window, reading.posterior, features);
    const ends = Int32Array.from(features.ends);
    return [{ rows: rowsOf(features, rows), ends, states: statesFor(parts), closed }];
  });
}

/** For each token of a window what part of the attribution it is. */
function partsIn(
  { from, to }: ReturnType<typeof windowAround>,
  { content, source }: GoldAttribution,
  closed: Uint8Array,
): readonly Part[] {
  const parts = new Array<Part>(to - from).fill('none');
  const mark = (ranges: readonly Range[], part: Part) => {
    for (const [start, end] of ranges)
      for (let i = Math.max(start, from); i < Math.min(end, to); i++)
        if (closed[i - from] === 0) parts[i - from] = part;
  };
  mark(content, 'content');
  mark(source, 'source');
  return parts;
}

/**
 * The readings of a passage's attributions whose cues were found, as examples for the choice among readings; those without
 * the right content among them are left out.
 */
export function readingExamples(
  { encoded, gold }: Lesson,
  reading: CueReading,
  spans: Weights,
  rows: number,
): readonly ReadingExample[] {
  return gold.flatMap((attribution) => {
    const found = foundCue(reading, attribution);
    if (!found) return [];
    const scored = scoreWindow(encoded, found.at, reading.posterior, spans);
    const all = readingsOf(scored, scored.scores);
    const same = (a: readonly Range[], b: readonly Range[]) => JSON.stringify(a) === JSON.stringify(b);
    const rights = all.map(({ content, source }) =>
      same(content, attribution.content) ? (same(source, attribution.source) ? 2 : 1) : 0,
    );
    const right = rights.indexOf(2) >= 0 ? rights.indexOf(2) : rights.indexOf(1);
    if (right < 0 || all.length < 2) return [];
    const readings = all.map((one) => {
      clearFeatures(features);
      addReadingFeatures(encoded, found.at, one, reading.posterior, features);
      return { rows: rowsOf(features, rows), log: one.log };
    });
    return [{ readings, right }];
  });
}

/** The candidates of a passage as examples for the choice. */
export function choiceExamples(
  { encoded, gold }: Lesson,
  candidates: readonly AttributionCandidate[],
  rows: number,
): readonly ChoiceExample[] {
  return candidates.map((candidate) => {
    clearFeatures(features);
    addChoiceFeatures(encoded, candidate, candidates, features);
    return { rows: rowsOf(features, rows), right: isRight(candidate, gold) };
  });
}

/** Whether its content is that of an attribution, about, and its source overlaps that one's, or neither has one. */
function isRight(candidate: AttributionCandidate, gold: readonly GoldAttribution[]): boolean {
  const fits = gold.map((attribution) => {
    const same = touches([candidate.cue.at], [attribution.cue]) ? 1 : 0;
    return (
      same +
      (touches(attribution.content, candidate.content)
        ? likeness(attribution.content, candidate.content)
        : -9)
    );
  });
  const best = Math.max(...fits);
  const attribution = best >= 0.5 ? gold[fits.indexOf(best)] : undefined;
  if (!attribution) return false;
  return attribution.source.length === 0
    ? candidate.source.length === 0
    : touches(attribution.source, candidate.source);
}

/** Jaccard's: what two lists of ranges share, of what they have together. */
function likeness(a: readonly Range[], b: readonly Range[]): number {
  let shared = 0;
  for (const [from, to] of a)
    for (const [start, end] of b) shared += Math.max(0, Math.min(to, end) - Math.max(from, start));
  return shared / (lengthOf(a) + lengthOf(b) - shared);
}

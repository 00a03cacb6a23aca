import type { CueCandidate } from './cue-candidates.ts';
import { type SpanWindow, windowAround } from './cue-frame.ts';
import type { EncodedPassage } from './encoded-passage.ts';
import { clearFeatures, createFeatureList } from './feature-hash.ts';
import type { Range } from './passage.ts';
import { addReadingFeatures, type Reading } from './reading-features.ts';
import { bestPaths, type Path, type Scores, type Sums, sumPaths } from './segment-chain.ts';
import { type Part, partOf, piecesOf, SPAN_CHAIN, STATES_OF } from './span-chain.ts';
import { addSpanFeatures } from './span-features.ts';
import { addWeights, type QuoteModels, scoreTokens, type Weights } from './weights.ts';

/** What a cue may attribute to whom. */
export type AttributionCandidate = {
  readonly cue: CueCandidate;
  readonly content: readonly Range[];
  readonly source: readonly Range[];
  /** The log of the probability of this content and source, given the cue. */
  readonly log: number;
  /** The mean probability that its content's tokens are content; the same for its source, -1 where there is none. */
  readonly contentCertainty: number;
  readonly sourceCertainty: number;
  /** How it was read, to read it again. */
  readonly scored: ScoredWindow;
};

/** A cue's window as it was scored. */
export type ScoredWindow = {
  readonly passage: EncodedPassage;
  readonly posterior: ArrayLike<number>;
  readonly window: SpanWindow;
  readonly scores: Scores;
  readonly sums: Sums;
};

/** How many readings of a cue are weighed against each other. */
const READINGS = 5;

const features = createFeatureList();

/** For each token of a window 1 where it is neither content nor source: the cue's own, and a time right beside them. */
export const closedByCue = ({ from, to, core }: SpanWindow): Uint8Array =>
  new Uint8Array(to - from).fill(1, core[0] - from, core[1] - from);

/** Scores the tokens around a cue as its content and source. */
export function scoreWindow(
  passage: EncodedPassage,
  cue: Range,
  posterior: ArrayLike<number>,
  weights: Weights,
): ScoredWindow {
  const window = windowAround(passage, cue);
  clearFeatures(features);
  addSpanFeatures(passage, window, posterior, features);
  const scores = scoreTokens(SPAN_CHAIN, weights, features, closedByCue(window));
  return { passage, posterior, window, scores, sums: sumPaths(SPAN_CHAIN, scores) };
}

/** A reading of a cue, by its path through the states of `SPAN_CHAIN`. */
export type ScoredReading = Reading & { readonly path: Path; readonly log: number };

/** A cue's likeliest readings, best first; none where there is no room for a content. */
export function readingsOf(
  { window, sums }: ScoredWindow,
  scores: Scores,
  count = READINGS,
): readonly ScoredReading[] {
  return bestPaths(SPAN_CHAIN, scores, count)
    .filter(({ score }) => score > FORBIDDEN / 2)
    .map((path) => ({
      path,
      log: path.score - sums.total,
      content: piecesOf(path.states, 'content', window.from),
      source: piecesOf(path.states, 'source', window.from),
    }));
}

/** Reads the likeliest content and source of a cue; null where there is no room for a content. */
export function readAttribution(
  p: EncodedPassage,
  cue: CueCandidate,
  posterior: ArrayLike<number>,
  models: Pick<QuoteModels, 'spans' | 'readings'>,
): AttributionCandidate | null {
  const scored = scoreWindow(p, cue.at, posterior, models.spans);
  return bestOf(cue, scored, scored.scores, models.readings);
}

/**
 * Reads it again without the words that other attributions have; null where nothing is left.
 *
 * @param taken for each token of the passage 1 where it is a cue's or content's, so neither content nor source any more
 * @param sources the same where it is a source's, so no content any more
 */
export function rereadAttribution(
  { cue, scored }: AttributionCandidate,
  taken: Uint8Array,
  sources: Uint8Array,
  readings: Weights,
): AttributionCandidate | null {
  const { window, scores } = scored;
  const closed = scores.closed.map((value, i) => value | (taken[window.from + i] as number));
  const values = Float64Array.from(scores.values);
  for (let i = 0; i < scores.length; i++)
    if (sources[window.from + i] === 1) values[i * SPAN_CHAIN.outputs] = FORBIDDEN;
  return bestOf(cue, scored, { ...scores, closed, values }, readings);
}

/** The log of the probability from which on a reading isn't weighed against others. */
const BEYOND_DOUBT = Math.log(0.9);

/** A score that no path with it can make up for. */
const FORBIDDEN = -1e6;

/** The best of a cue's readings: by the chain's score and by what each is as a whole. */
function bestOf(
  cue: CueCandidate,
  scored: ScoredWindow,
  scores: Scores,
  readings: Weights,
): AttributionCandidate | null {
  const { passage, posterior, sums } = scored;
  const [likeliest] = readingsOf(scored, scores, 1);
  const found = likeliest && likeliest.log > BEYOND_DOUBT ? [likeliest] : readingsOf(scored, scores);
  let [best, highest] = [found[0], Number.NEGATIVE_INFINITY];
  const rated = new Float64Array(1);
  for (const reading of found) {
    clearFeatures(features);
    addReadingFeatures(passage, cue.at, reading, posterior, features);
    rated[0] = (readings.biases[0] as number) * reading.log;
    addWeights(readings, features, [0, features.length], rated, 0);
    if ((rated[0] as number) <= highest) continue;
    [best, highest] = [reading, rated[0] as number];
  }
  if (!best) return null;
  return {
    cue,
    content: best.content,
    source: best.source,
    log: best.log,
    contentCertainty: certainty(best.path.states, 'content', sums),
    sourceCertainty: certainty(best.path.states, 'source', sums),
    scored,
  };
}

/** The mean probability of a path's tokens of a part to be that; -1 where there are none. */
function certainty(states: Int16Array, part: Part, { forward, backward }: Sums): number {
  const alike = STATES_OF[part];
  const width = SPAN_CHAIN.node.length;
  let sum = 0;
  let count = 0;
  for (let i = 0; i < states.length; i++) {
    if (partOf(states[i] as number) !== part) continue;
    count++;
    for (const state of alike) {
      const at = i * width + state;
      sum += (forward[at] as number) * (backward[at] as number);
    }
  }
  return count === 0 ? -1 : sum / count;
}

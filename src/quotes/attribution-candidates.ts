import type { CueCandidate } from './cue-candidates.ts';
import { type SpanWindow, windowAround } from './cue-frame.ts';
import type { EncodedPassage } from './encoded-passage.ts';
import { clearFeatures, createFeatureList } from './feature-hash.ts';
import type { Range } from './passage.ts';
import { bestPath, type Scores, type Sums, sumPaths } from './segment-chain.ts';
import { type Part, partOf, piecesOf, SPAN_CHAIN, statesOf } from './span-chain.ts';
import { addSpanFeatures } from './span-features.ts';
import { scoreTokens, type Weights } from './weights.ts';

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
  readonly reading: SpanReading;
};

type SpanReading = { readonly window: SpanWindow; readonly scores: Scores; readonly sums: Sums };

const features = createFeatureList();

/** For each token of a window 1 where it is neither content nor source: the cue's own, and a time right before them. */
export const closedByCue = ({ from, to, core }: SpanWindow): Uint8Array =>
  new Uint8Array(to - from).fill(1, core[0] - from, core[1] - from);

/** Reads the likeliest content and source of a cue; null where there is no room for a content. */
export function readAttribution(
  p: EncodedPassage,
  cue: CueCandidate,
  posterior: ArrayLike<number>,
  weights: Weights,
): AttributionCandidate | null {
  const window = windowAround(p, cue.at);
  clearFeatures(features);
  addSpanFeatures(p, window, posterior, features);
  const scores = scoreTokens(SPAN_CHAIN, weights, features, closedByCue(window));
  return bestOf(cue, { window, scores, sums: sumPaths(SPAN_CHAIN, scores) }, scores);
}

/**
 * Reads it again without the words that other attributions have; null where nothing is left.
 *
 * @param taken for each token of the passage 1 where it is a cue's or content's, so neither content nor source any more
 * @param sources the same where it is a source's, so no content any more
 */
export function rereadAttribution(
  { cue, reading }: AttributionCandidate,
  taken: Uint8Array,
  sources: Uint8Array,
): AttributionCandidate | null {
  const { window, scores } = reading;
  const closed = scores.closed.map((value, i) => value | (taken[window.from + i] as number));
  const values = Float64Array.from(scores.values);
  for (let i = 0; i < scores.length; i++)
    if (sources[window.from + i] === 1) values[i * SPAN_CHAIN.outputs] = FORBIDDEN;
  return bestOf(cue, reading, { ...scores, closed, values });
}

/** A score that no path with it can make up for. */
const FORBIDDEN = -1e6;

function bestOf(cue: CueCandidate, reading: SpanReading, scores: Scores): AttributionCandidate | null {
  const path = bestPath(SPAN_CHAIN, scores);
  if (!path || path.score < FORBIDDEN / 2) return null;
  const { from } = reading.window;
  return {
    cue,
    content: piecesOf(path.states, 'content', from),
    source: piecesOf(path.states, 'source', from),
    log: path.score - reading.sums.total,
    contentCertainty: certainty(path.states, 'content', reading.sums),
    sourceCertainty: certainty(path.states, 'source', reading.sums),
    reading,
  };
}

/** The mean probability of a path's tokens of a part to be that; -1 where there are none. */
function certainty(states: Int16Array, part: Part, { forward, backward }: Sums): number {
  const alike = statesOf(part);
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

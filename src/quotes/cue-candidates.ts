import { CUE_CHAIN, STEP } from './cue-chain.ts';
import type { Range } from './passage.ts';
import { type Scores, sumPaths } from './segment-chain.ts';

/** Where a cue may stand. */
export type CueCandidate = {
  readonly at: Range;
  /** How probable it is that these tokens are a cue, no more and no fewer. */
  readonly exact: number;
  /** How probable it is that a cue stands here at all. */
  readonly any: number;
};

export type CueReading = {
  /** In the order of the text, none overlapping another. */
  readonly candidates: readonly CueCandidate[];
  /** For each token how probable it is that it belongs to a cue. */
  readonly posterior: Float64Array;
};

/** The most tokens of a cue. */
const LONGEST = 12;

/** The places where a cue stands with a probability of `least` or more, each with its likeliest extent. */
export function readCues(scores: Scores, least: number): CueReading {
  const sums = sumPaths(CUE_CHAIN, scores);
  const posterior = Float64Array.from({ length: scores.length }, (_, i) =>
    Math.exp((sums.forward[2 * i + 1] as number) + (sums.backward[2 * i + 1] as number) - sums.total),
  );
  const extents: CueCandidate[] = [];
  for (let from = 0; from < scores.length; from++) {
    if ((posterior[from] as number) < least / 4) continue;
    let to = from + 1;
    while (to < scores.length && to - from < LONGEST && (posterior[to] as number) >= least / 4) to++;
    for (let end = from + 1; end <= to; end++) {
      const exact = Math.exp(logOfExtent(scores, sums, [from, end]));
      if (exact > least / 8)
        extents.push({ at: [from, end], exact, any: Math.max(...posterior.subarray(from, end)) });
    }
  }
  const taken = new Uint8Array(scores.length);
  const candidates: CueCandidate[] = [];
  for (const extent of extents.sort((a, b) => b.exact - a.exact)) {
    if (extent.any < least || taken.subarray(...extent.at).includes(1)) continue;
    taken.fill(1, ...extent.at);
    candidates.push(extent);
  }
  return { candidates: candidates.sort((a, b) => a.at[0] - b.at[0]), posterior };
}

/** The log of the probability that a cue begins and ends here. */
function logOfExtent(
  { values, biases, length }: Scores,
  { forward, backward, total }: ReturnType<typeof sumPaths>,
  [from, to]: Range,
): number {
  const outputs = CUE_CHAIN.outputs;
  const output = (i: number, k: number) => values[i * outputs + k] as number;
  let log = output(from, 1) + output(to - 1, 2) - total;
  log +=
    from === 0
      ? (biases[STEP.startsIn] as number)
      : (forward[2 * (from - 1)] as number) + (biases[STEP.begins] as number);
  for (let i = from; i < to; i++) log += output(i, 0) + (i > from ? (biases[STEP.goesOn] as number) : 0);
  return to === length ? log : log + (biases[STEP.ends] as number) + (backward[2 * to] as number);
}

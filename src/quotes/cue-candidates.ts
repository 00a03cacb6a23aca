import { CUE_CHAIN, STEP } from './cue-chain.ts';
import type { Range } from './passage.ts';
import { type Scores, type Sums, sumPaths } from './segment-chain.ts';

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

/** No news has more cues than a few, and one in so many tokens: hostile text may have. */
const SOME = 8;
const SPARSE = 6;

/** The places where a cue stands with a probability of `least` or more, each with its likeliest extent. */
export function readCues(scores: Scores, least: number): CueReading {
  const sums = sumPaths(CUE_CHAIN, scores);
  const posterior = Float64Array.from(
    { length: scores.length },
    (_, i) => (sums.forward[2 * i + 1] as number) * (sums.backward[2 * i + 1] as number),
  );
  const extents: CueCandidate[] = [];
  for (let from = 0; from < scores.length; from++) {
    if ((posterior[from] as number) < least / 4) continue;
    let to = from + 1;
    while (to < scores.length && to - from < LONGEST && (posterior[to] as number) >= least / 4) to++;
    for (let end = from + 1; end <= to; end++) {
      const exact = probabilityOf(sums, scores.length, [from, end]);
      if (exact > least / 8)
        extents.push({ at: [from, end], exact, any: Math.max(...posterior.subarray(from, end)) });
    }
  }
  const taken = new Uint8Array(scores.length);
  const candidates: CueCandidate[] = [];
  for (const extent of extents.sort((a, b) => b.exact - a.exact)) {
    if (candidates.length >= SOME + scores.length / SPARSE) break;
    if (extent.any < least || taken.subarray(...extent.at).includes(1)) continue;
    taken.fill(1, ...extent.at);
    candidates.push(extent);
  }
  return { candidates: candidates.sort((a, b) => a.at[0] - b.at[0]), posterior };
}

/** How probable it is that a cue begins and ends here. */
function probabilityOf({ forward, backward, step }: Sums, length: number, [from, to]: Range): number {
  let p = from === 0 ? step(0, STEP.startsIn) : (forward[2 * (from - 1)] as number) * step(from, STEP.begins);
  for (let i = from + 1; i < to; i++) p *= step(i, STEP.goesOn);
  return to === length
    ? p * (backward[2 * to - 1] as number)
    : p * step(to, STEP.ends) * (backward[2 * to] as number);
}

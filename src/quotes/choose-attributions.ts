import { type AttributionCandidate, readAttribution, rereadAttribution } from './attribution-candidates.ts';
import { addChoiceFeatures, neighboursOf } from './choice-features.ts';
import { type CueReading, readCues } from './cue-candidates.ts';
import { CUE_CHAIN } from './cue-chain.ts';
import { addCueFeatures } from './cue-features.ts';
import type { EncodedPassage } from './encoded-passage.ts';
import { clearFeatures, createFeatureList } from './feature-hash.ts';
import type { Range } from './passage.ts';
import { addWeights, type QuoteModels, scoreTokens } from './weights.ts';

/** An attribution of a passage: ranges of its tokens. */
export type ChosenAttribution = {
  readonly cue: Range;
  readonly content: readonly Range[];
  readonly source: readonly Range[];
};

/** The least probability of a cue to be looked at, and of an attribution to be kept: chosen on PolNeAR's dev articles. */
export const LEAST_CUE = 0.08;
const LEAST_ATTRIBUTION = 0.45;

const features = createFeatureList();

/** The places in a passage where a cue may stand. */
export function readPassageCues(p: EncodedPassage, { cues }: Pick<QuoteModels, 'cues'>): CueReading {
  if (p.length === 0) return { candidates: [], posterior: new Float64Array() };
  clearFeatures(features);
  addCueFeatures(p, features);
  return readCues(scoreTokens(CUE_CHAIN, cues, features, new Uint8Array(p.length)), LEAST_CUE);
}

/**
 * Chooses a passage's attributions: more cues are looked at than are likely, each is read with its likeliest content and
 * source, and of what may be one the most probable are kept. No word stands in two of them, but two may share a source. One
 * that has lost words to another is read again without them.
 */
export function chooseAttributions(p: EncodedPassage, models: QuoteModels): readonly ChosenAttribution[] {
  const { candidates, posterior } = readPassageCues(p, models);
  const all = candidates.flatMap((cue) => readAttribution(p, cue, posterior, models) ?? []);
  const pool = all
    .filter((candidate) => !neighboursOf(candidate, all).some((other) => isSpeechWithin(p, other, candidate)))
    .map((candidate): Rated => ({ candidate, probability: probabilityOf(p, candidate, all, models) }))
    .sort((a, b) => a.probability - b.probability);
  const taken = new Uint8Array(p.length);
  const sources = new Uint8Array(p.length);
  const chosen: ChosenAttribution[] = [];
  for (let next = pool.pop(); next && next.probability >= LEAST_ATTRIBUTION; next = pool.pop()) {
    const { candidate, probability } = next;
    const { content, source } = candidate;
    const cue = candidate.cue.at;
    if (isTaken(taken, [cue]) || isTaken(sources, [cue])) continue;
    if (isTaken(taken, source) || isTaken(taken, content) || isTaken(sources, content)) {
      const again = rereadAttribution(candidate, taken, sources, models.readings);
      if (again)
        insert(pool, {
          candidate: again,
          probability: Math.min(probability, probabilityOf(p, again, all, models)),
        });
      continue;
    }
    for (const range of [cue, ...content]) taken.fill(1, ...range);
    for (const range of source) sources.fill(1, ...range);
    chosen.push({ cue, content, source });
  }
  return chosen;
}

/** The least probability of a cue that makes a quotation within another content a quote of its own. */
const SURE = 0.5;

/**
 * Whether another candidate is a quotation with its cue, all of it within a candidate's content: in '"…," Smith said, according
 * to the report' the words are Smith's.
 */
function isSpeechWithin(
  p: EncodedPassage,
  other: AttributionCandidate,
  { content }: AttributionCandidate,
): boolean {
  const lies = ([from, to]: Range) => content.some(([start, end]) => start <= from && to <= end);
  if (other.cue.any < SURE || !lies(other.cue.at) || p.quotation[other.cue.at[0]] !== -1) return false;
  return other.content.every((range) => lies(range) && isQuoted(p, range));
}

const isQuoted = (p: EncodedPassage, [from, to]: Range): boolean =>
  (p.quotation[from] as number) >= 0 && p.quotation[from] === p.quotation[to - 1];

type Rated = { readonly candidate: AttributionCandidate; readonly probability: number };

/** Puts a candidate where it belongs in a pool that ends with the most probable one. */
function insert(pool: Rated[], rated: Rated): void {
  let at = pool.length;
  while (at > 0 && (pool[at - 1]?.probability ?? 0) > rated.probability) at--;
  pool.splice(at, 0, rated);
}

const isTaken = (taken: Uint8Array, ranges: readonly Range[]): boolean =>
  ranges.some((range) => taken.subarray(...range).includes(1));

function probabilityOf(
  p: EncodedPassage,
  candidate: AttributionCandidate,
  all: readonly AttributionCandidate[],
  { choice }: QuoteModels,
): number {
  clearFeatures(features);
  addChoiceFeatures(p, candidate, all, features);
  const score = new Float64Array(1);
  addWeights(choice, features, [0, features.length], score, 0);
  return 1 / (1 + Math.exp(-(score[0] as number)));
}

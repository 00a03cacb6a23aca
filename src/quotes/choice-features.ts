import type { AttributionCandidate } from './attribution-candidates.ts';
import { headOf } from './cue-frame.ts';
import type { EncodedPassage } from './encoded-passage.ts';
import { add1, add2, add3, beginToken, endToken, type FeatureList } from './feature-hash.ts';
import { lengthOf, type Range, touches } from './range.ts';

/** The number that these features' templates count from. */
const TEMPLATES = 2000;

/** Where probabilities, their logs and lengths are cut into steps. */
const PROBABILITIES = [0.08, 0.15, 0.25, 0.35, 0.45, 0.55, 0.65, 0.75, 0.85, 0.92, 0.97];
const LOGS = [-8, -6, -4, -3, -2, -1.4, -1, -0.7, -0.4, -0.2, -0.1];
const LENGTHS = [1, 2, 3, 5, 8, 12, 20, 30, 50];
/** The step of a source's certainty where there is no source. */
const NO_SOURCE = 20;

function stepOf(value: number, cuts: readonly number[]): number {
  let step = 0;
  while (step < cuts.length && value > (cuts[step] as number)) step++;
  return step;
}

/** The other candidates whose windows may meet a candidate's; `all` is in the order of the text. */
export function neighboursOf(
  { cue, scored }: AttributionCandidate,
  all: readonly AttributionCandidate[],
): readonly AttributionCandidate[] {
  const { from, to } = scored.window;
  const near: AttributionCandidate[] = [];
  for (let i = firstFrom(all, from); i < all.length; i++) {
    const other = all[i] as AttributionCandidate;
    if (other.scored.window.from >= to) break;
    if (other.cue !== cue) near.push(other);
  }
  return near;
}

/** The place of the first candidate whose window reaches beyond a token. Windows begin and end in the order of the text. */
function firstFrom(all: readonly AttributionCandidate[], token: number): number {
  let [low, high] = [0, all.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((all[middle]?.scored.window.to ?? 0) > token) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** How probable the likeliest other cues are that stand in each other's way with a candidate. */
function rivalsOf(candidate: AttributionCandidate, all: readonly AttributionCandidate[]) {
  const rivals = { covered: 0, covering: 0, sharing: 0 };
  const own = [...candidate.content, ...candidate.source];
  for (const other of neighboursOf(candidate, all)) {
    const { any, at } = other.cue;
    if (touches([at], own)) rivals.covered = Math.max(rivals.covered, any);
    if (touches([candidate.cue.at], [...other.content, ...other.source]))
      rivals.covering = Math.max(rivals.covering, any);
    if (touches(candidate.content, other.content)) rivals.sharing = Math.max(rivals.sharing, any);
  }
  return rivals;
}

/** Adds, as one token, what tells whether a candidate is an attribution. */
export function addChoiceFeatures(
  p: EncodedPassage,
  candidate: AttributionCandidate,
  all: readonly AttributionCandidate[],
  list: FeatureList,
): void {
  const { cue, content, source } = candidate;
  const head = headOf(p, cue.at);
  const lemma = p.lemma[head] as number;
  const fine = p.fine[head] as number;
  const tag = p.tag[head] as number;
  const inside = (p.quotation[head] as number) >= 0 ? 1 : 0;
  const kind = kindOf(p, content);
  const rivals = rivalsOf(candidate, all);
  const any = stepOf(cue.any, PROBABILITIES);
  const sure = stepOf(candidate.contentCertainty, PROBABILITIES);
  const sourced = source.length === 0 ? NO_SOURCE : stepOf(candidate.sourceCertainty, PROBABILITIES);
  const log = stepOf(candidate.log, LOGS);
  const length = stepOf(lengthOf(content), LENGTHS);
  const covered = stepOf(rivals.covered, PROBABILITIES);
  const covering = stepOf(rivals.covering, PROBABILITIES);
  const sharing = stepOf(rivals.sharing, PROBABILITIES);
  const [first] = content[0] ?? [0];
  const last = content.at(-1)?.[1] ?? p.length;
  const [sourceFirst, sourceEnd] = source[0] ?? [-1, -1];

  beginToken(list, TEMPLATES, 0);
  add1(list, 0);
  for (const value of [any, stepOf(cue.exact, PROBABILITIES), sure, sourced, log, covered, covering, sharing])
    add1(list, value);
  add2(list, length, kind);
  add1(list, kind);
  add1(list, inside);
  for (const value of [sure, kind, covering, covered, sharing, sourced, log, inside, length, tag])
    add2(list, any, value);
  add2(list, covering, covered);
  add2(list, sharing, covering);
  add2(list, sourced, kind);
  add1(list, lemma);
  add1(list, fine);
  add1(list, tag);
  add2(list, lemma, kind);
  add3(list, fine, kind, any > 5 ? 1 : 0);
  add2(list, fine, covering > 5 ? 1 : 0);
  add2(list, cue.at[1] - cue.at[0], tag);
  add2(list, content.length, kind);
  add3(list, any, sourced === NO_SOURCE ? 1 : 0, tag);
  add1(list, p.word[first] as number);
  add1(list, p.word[last - 1] as number);
  add1(list, last < p.length ? (p.word[last] as number) : 0);
  add2(list, first > cue.at[0] ? 1 : 0, tag);
  add2(list, sourceFirst < 0 ? 0 : (p.tag[sourceFirst] as number), any);
  add2(list, sourceFirst < 0 ? 0 : (p.tag[sourceEnd - 1] as number), tag);
  add2(list, first - cue.at[1], tag);
  endToken(list);
}

/** 0 without a word in quotation marks, 2 with all (but one), 1 in between. */
function kindOf(p: EncodedPassage, content: readonly Range[]): number {
  let quoted = 0;
  for (const [from, to] of content)
    for (let i = from; i < to; i++) if ((p.quotation[i] as number) >= 0) quoted++;
  return quoted === 0 ? 0 : quoted >= lengthOf(content) - 1 ? 2 : 1;
}

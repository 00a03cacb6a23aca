import {
  AUX,
  attribute,
  CCONJ,
  COMMA,
  type EncodedPassage,
  MARK,
  NOUN,
  PRON,
  PROPN,
  THAT,
  VERB,
} from './encoded-passage.ts';
import { join } from './feature-hash.ts';
import type { Range } from './passage.ts';

/** A cue, and the tokens `[from, to)` around it that its content and source may stand in. */
export type SpanWindow = {
  readonly from: number;
  readonly to: number;
  readonly cue: Range;
  /** The cue with a time right before or behind it, "on March 16 described": its neighbours are seen from here. */
  readonly core: Range;
};

/** How far from the cue a window reaches. */
const REACH = { sentences: 2, tokens: 120 };

/** The window around a cue: its sentences and those next to them. */
export function windowAround(p: EncodedPassage, cue: Range): SpanWindow {
  const first = p.sentence[cue[0]] as number;
  const last = p.sentence[cue[1] - 1] as number;
  const from = p.sentences[Math.max(0, first - REACH.sentences)]?.[0] ?? 0;
  const to = p.sentences[Math.min(p.sentences.length - 1, last + REACH.sentences)]?.[1] ?? p.length;
  let start = cue[0];
  while (start > from && p.timed[start - 1] === 1) start--;
  let end = cue[1];
  while (end < to && p.timed[end] === 1) end++;
  const core: Range = [start > from ? start : cue[0], end < to ? end : cue[1]];
  return {
    from: Math.max(from, core[0] - REACH.tokens),
    to: Math.min(to, core[1] + REACH.tokens),
    cue,
    core,
  };
}

/** What about a cue its whole window looks at. */
export type CueFrame = {
  /** Its first verb, or its first word. */
  readonly headLemma: number;
  readonly headFine: number;
  readonly headCoarse: number;
  readonly headTag: number;
  readonly lastWord: number;
  readonly tagBefore: number;
  readonly tagAfter: number;
  readonly wordBefore: number;
  readonly wordAfter: number;
  readonly sentence: number;
  readonly quotation: number;
  /** The tags next to it, with its head's class. */
  readonly layout: number;
  /** 1 where its sentence ends behind it. */
  readonly endsSentence: number;
  /** Where in its sentence it stands, and where quotation marks do. */
  readonly setting: number;
};

/** The place of a cue's head: its first verb, or its first word. */
export function headOf(p: EncodedPassage, [from, to]: Range): number {
  for (let i = from; i < to; i++) if (p.tag[i] === VERB) return i;
  return from;
}

export function readCueFrame(p: EncodedPassage, { cue, core }: SpanWindow): CueFrame {
  const [from, to] = core;
  const head = headOf(p, cue);
  const sentence = p.sentence[from] as number;
  const [start, end] = p.sentences[sentence] ?? [0, p.length];
  let quoted = 0;
  for (let i = start; i < end; i++)
    if ((p.quotation[i] as number) >= 0) quoted |= i < from ? 1 : i >= to ? 2 : 4;
  const endsSentence = to >= end - 1 ? 1 : 0;
  const tagBefore = attribute(p, p.tag, from - 1);
  const tagAfter = attribute(p, p.tag, to);
  const headFine = p.fine[head] as number;
  return {
    headLemma: p.lemma[head] as number,
    headFine,
    headCoarse: p.coarse[head] as number,
    headTag: p.tag[head] as number,
    lastWord: p.word[to - 1] as number,
    tagBefore,
    tagAfter,
    wordBefore: attribute(p, p.word, from - 1),
    wordAfter: attribute(p, p.word, to),
    sentence,
    quotation: p.quotation[from] as number,
    layout: join(join(join(1, tagBefore), tagAfter), headFine),
    endsSentence,
    setting: join(join(endsSentence, quoted), Math.min(from - start, 6)),
  };
}

/** What stands between the cue and each token of its window, counted from the cue outwards. */
export type Between = {
  readonly commas: Int32Array;
  readonly verbs: Int32Array;
  readonly nominals: Int32Array;
  readonly marks: Int32Array;
  readonly conjunctions: Int32Array;
  readonly that: Int32Array;
  /** The tags on the way, up to four. */
  readonly path: Int32Array;
  /** How probable the likeliest other cue on the way is, as `likelihood` has it. */
  readonly cues: Int32Array;
};

/** A probability in four steps. */
export const likelihood = (p: number): number => (p < 0.05 ? 0 : p < 0.3 ? 1 : p < 0.7 ? 2 : 3);

/** @param posterior for each token of the passage how probable it is that it belongs to a cue */
export function readBetween(p: EncodedPassage, window: SpanWindow, posterior: ArrayLike<number>): Between {
  const make = () => new Int32Array(window.to - window.from);
  const between: Between = {
    commas: make(),
    verbs: make(),
    nominals: make(),
    marks: make(),
    conjunctions: make(),
    that: make(),
    path: make(),
    cues: make(),
  };
  walk(p, window, posterior, between, window.core[0] - 1, -1);
  walk(p, window, posterior, between, window.core[1], 1);
  return between;
}

function walk(
  p: EncodedPassage,
  { from, to }: SpanWindow,
  posterior: ArrayLike<number>,
  between: Between,
  start: number,
  step: 1 | -1,
): void {
  const so = { commas: 0, verbs: 0, nominals: 0, marks: 0, conjunctions: 0, that: 0, path: 7, cues: 0 };
  for (let k = start; k >= from && k < to; k += step) {
    const i = k - from;
    between.commas[i] = Math.min(so.commas, 3);
    between.verbs[i] = Math.min(so.verbs, 3);
    between.nominals[i] = Math.min(so.nominals, 3);
    between.marks[i] = Math.min(so.marks, 4);
    between.conjunctions[i] = Math.min(so.conjunctions, 2);
    between.that[i] = so.that;
    between.path[i] = so.path;
    between.cues[i] = so.cues;
    const tag = p.tag[k] as number;
    const word = p.word[k];
    if (word === COMMA) so.commas++;
    else if (word === MARK) so.marks++;
    else if (word === THAT) so.that = 1;
    if (tag === VERB || tag === AUX) so.verbs++;
    else if (tag === NOUN || tag === PROPN || tag === PRON) so.nominals++;
    else if (tag === CCONJ) so.conjunctions++;
    so.path = Math.abs(k - start) < 4 ? join(so.path, tag) : 8;
    so.cues = Math.max(so.cues, likelihood(posterior[k] ?? 0));
  }
}

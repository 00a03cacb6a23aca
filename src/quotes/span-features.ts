import {
  type Between,
  type CueFrame,
  likelihood,
  readBetween,
  readCueFrame,
  type SpanWindow,
} from './cue-frame.ts';
import { attribute, type EncodedPassage } from './encoded-passage.ts';
import { add1, add2, add3, beginToken, endToken, type FeatureList, join } from './feature-hash.ts';

/** The numbers that the templates of a cue's own tokens and of the others count from. */
const TEMPLATES = { cue: 900, around: 1000 };

/** A distance from the cue in eleven steps. */
const step = (d: number): number =>
  d <= 4 ? d : d <= 6 ? 5 : d <= 9 ? 6 : d <= 14 ? 7 : d <= 24 ? 8 : d <= 40 ? 9 : 10;

/**
 * Adds, for each token of a cue's window, what tells whether it belongs to the cue's content or source. All of it is
 * seen from the cue: on which side the token stands, how many sentences off.
 *
 * @param posterior for each token of the passage how probable it is that it belongs to a cue
 */
export function addSpanFeatures(
  p: EncodedPassage,
  window: SpanWindow,
  posterior: ArrayLike<number>,
  list: FeatureList,
): void {
  const frame = readCueFrame(p, window);
  const between = readBetween(p, window, posterior);
  const [first, end] = window.core;
  for (let i = window.from; i < window.to; i++) {
    if (i >= first && i < end) {
      beginToken(list, TEMPLATES.cue, 0);
      add1(list, i === first ? 1 : i === end - 1 ? 2 : 3);
    } else {
      const side = i < first ? 1 : 2;
      const sentences = Math.max(-2, Math.min(2, (p.sentence[i] as number) - frame.sentence));
      beginToken(list, TEMPLATES.around, join(side, sentences + 5));
      addToken(p, frame, step(side === 1 ? first - i : i - end + 1), list, i);
      addPlace(p, frame, between, step(side === 1 ? first - i : i - end + 1), list, i, i - window.from);
      addOtherCues(p, frame, between, posterior, list, i, i - window.from);
    }
    endToken(list);
  }
}

/** The token and its neighbours, alone and with the cue's head. */
function addToken(p: EncodedPassage, frame: CueFrame, distance: number, list: FeatureList, i: number): void {
  const { headLemma, headFine, headTag } = frame;
  const word = attribute(p, p.word, i);
  const tag = attribute(p, p.tag, i);
  const fine = attribute(p, p.fine, i);
  const coarse = attribute(p, p.coarse, i);
  const w1 = attribute(p, p.word, i - 1);
  const w2 = attribute(p, p.word, i - 2);
  const n1 = attribute(p, p.word, i + 1);
  const n2 = attribute(p, p.word, i + 2);
  const t1 = attribute(p, p.tag, i - 1);
  const t2 = attribute(p, p.tag, i - 2);
  const u1 = attribute(p, p.tag, i + 1);
  const u2 = attribute(p, p.tag, i + 2);
  const f1 = attribute(p, p.fine, i - 1);
  const g1 = attribute(p, p.fine, i + 1);

  add1(list, 0);
  add1(list, distance);
  add2(list, distance, headLemma);
  add2(list, distance, headFine);
  add2(list, distance, tag);
  add3(list, distance, tag, headTag);

  add1(list, word);
  add1(list, tag);
  add1(list, fine);
  add1(list, coarse);
  add1(list, attribute(p, p.shape, i));
  add1(list, w1);
  add1(list, n1);
  add2(list, word, n1);
  add2(list, w1, word);
  add2(list, w2, w1);
  add2(list, n1, n2);
  add2(list, t1, tag);
  add2(list, tag, u1);
  add3(list, t1, tag, u1);
  add3(list, t2, t1, tag);
  add3(list, tag, u1, u2);
  add2(list, w1, tag);
  add2(list, tag, n1);
  add2(list, attribute(p, p.lemma, i), attribute(p, p.lemma, i + 1));
  add2(list, fine, g1);
  add2(list, f1, tag);
  add2(list, tag, g1);

  add2(list, word, headLemma);
  add2(list, tag, headLemma);
  add2(list, coarse, headLemma);
  add2(list, word, headFine);
  add2(list, tag, headFine);
  add2(list, w1, headFine);
  add2(list, n1, headFine);
  add3(list, tag, u1, headFine);
  add3(list, t1, tag, headFine);
  add2(list, frame.headCoarse, word);
}

/** Where the token stands: in which quotation, behind how many commas and verbs, how near its sentence's edges. */
function addPlace(
  p: EncodedPassage,
  frame: CueFrame,
  between: Between,
  distance: number,
  list: FeatureList,
  i: number,
  at: number,
): void {
  const { headLemma, headFine, layout, setting, endsSentence, lastWord, tagBefore, tagAfter } = frame;
  const word = attribute(p, p.word, i);
  const tag = attribute(p, p.tag, i);
  const w1 = attribute(p, p.word, i - 1);
  const n1 = attribute(p, p.word, i + 1);
  const u1 = attribute(p, p.tag, i + 1);
  const t1 = attribute(p, p.tag, i - 1);
  const commas = between.commas[at] as number;
  const verbs = between.verbs[at] as number;
  const marks = between.marks[at] as number;
  const nominals = between.nominals[at] as number;
  const that = between.that[at] as number;
  const path = between.path[at] as number;
  const conjunctions = between.conjunctions[at] as number;
  const quoting = quotingOf(p, frame, i);
  const [start, end] = p.sentences[p.sentence[i] as number] ?? [0, p.length];
  const first = Math.min(i - start, 2);
  const last = Math.min(end - i, 4);

  add1(list, quoting);
  add2(list, quoting, tag);
  add2(list, quoting, headLemma);
  add2(list, quoting, word);
  add2(list, quoting, setting);
  add3(list, quoting, marks, distance);
  add3(list, quoting, w1, n1);
  add3(list, quoting, marks, headFine);

  add2(list, commas, verbs);
  add3(list, commas, verbs, tag);
  add3(list, commas, verbs, headLemma);
  add3(list, commas, word, verbs);
  add2(list, nominals, tag);
  add3(list, nominals, verbs, tag);
  add2(list, marks, word);
  add3(list, marks, commas, verbs);
  add2(list, path, tag);
  add2(list, path, word);
  add2(list, path, headLemma);
  add3(list, path, tag, u1);
  add3(list, path, tag, n1);

  add2(list, first, tag);
  add2(list, last, tag);
  add2(list, first, headLemma);
  add2(list, last, headLemma);
  add3(list, last, word, n1);
  add2(list, first, word);
  add3(list, first, setting, quoting);
  add3(list, last, setting, quoting);

  add2(list, layout, tag);
  add2(list, layout, distance);
  add2(list, layout, word);
  add2(list, frame.wordAfter, tag);
  add2(list, frame.wordBefore, tag);
  add3(list, tagBefore, tagAfter, tag);
  add3(list, tagBefore, tagAfter, distance);
  add2(list, lastWord, tag);
  add2(list, lastWord, distance);
  add2(list, lastWord, word);

  add2(list, that, word);
  add2(list, that, tag);
  add3(list, that, quoting, headLemma);
  add2(list, conjunctions, tag);
  add3(list, conjunctions, word, t1);
  add2(list, join(that, commas), join(last, verbs));
  add2(list, endsSentence, tag);
  add2(list, endsSentence, distance);
  add3(list, setting, tag, distance);
}

/** Whether a token stands in a quotation, as its first or last token, and in the cue's own. */
function quotingOf(p: EncodedPassage, frame: CueFrame, i: number): number {
  const quotation = p.quotation[i] as number;
  return (
    (quotation >= 0 ? 1 : 0) +
    (quotation !== attribute(p, p.quotation, i - 1) ? 2 : 0) +
    (quotation !== attribute(p, p.quotation, i + 1) ? 4 : 0) +
    (quotation >= 0 && quotation === frame.quotation ? 8 : 0)
  );
}

/** Other cues at the token and on the way to it: no word stands in two quotes. */
function addOtherCues(
  p: EncodedPassage,
  frame: CueFrame,
  between: Between,
  posterior: ArrayLike<number>,
  list: FeatureList,
  i: number,
  at: number,
): void {
  const cues = between.cues[at] as number;
  const here = likelihood(posterior[i] ?? 0);
  const tag = attribute(p, p.tag, i);
  const [start, end] = p.sentences[p.sentence[i] as number] ?? [0, p.length];
  const last = Math.min(end - i, 4);
  const distance = Math.min(Math.abs(i - start), 6);
  add2(list, here, cues);
  add3(list, here, cues, tag);
  add3(list, here, likelihood(posterior[i + 1] ?? 0), likelihood(posterior[i - 1] ?? 0));
  add3(list, cues, between.commas[at] as number, tag);
  add3(list, cues, frame.headFine, distance);
  add2(list, cues, attribute(p, p.word, i));
  add3(list, cues, quotingOf(p, frame, i), between.marks[at] as number);
  add3(list, cues, last, tag);
}

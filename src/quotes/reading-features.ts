import { headOf, likelihood } from './cue-frame.ts';
import {
  AUX,
  attribute,
  COMMA,
  type EncodedPassage,
  MARK,
  PARTICIPLE,
  PROPN,
  THAT,
  VERB,
  wordHash,
} from './encoded-passage.ts';
import { add2, add3, beginToken, endToken, type FeatureList, join } from './feature-hash.ts';
import { lengthOf, type Range } from './range.ts';

/** What a cue may be read with: its content and its source. */
export type Reading = { readonly content: readonly Range[]; readonly source: readonly Range[] };

/** The number that these features' templates count from. */
const TEMPLATES = 3000;
const OPENING = wordHash('(');
const CLOSING = wordHash(')');

const few = (count: number): number =>
  count <= 4 ? count : count <= 6 ? 5 : count <= 9 ? 6 : count <= 15 ? 7 : count <= 25 ? 8 : 9;

/** What a range of tokens holds: counts of what tells whether it is a whole clause. */
type Holding = {
  readonly verbs: number;
  readonly finite: number;
  readonly names: number;
  readonly marks: number;
  readonly commas: number;
  readonly brackets: number;
  readonly cues: number;
};

function holdingOf(p: EncodedPassage, [from, to]: Range, posterior: ArrayLike<number>): Holding {
  const held = { verbs: 0, finite: 0, names: 0, marks: 0, commas: 0, brackets: 0, cues: 0 };
  for (let i = from; i < to; i++) {
    const [word, tag] = [p.word[i], p.tag[i]];
    if (tag === VERB || tag === AUX) held.verbs++;
    if (tag === AUX || (tag === VERB && p.suffix[i] !== PARTICIPLE)) held.finite++;
    if (tag === PROPN) held.names++;
    if (word === MARK) held.marks++;
    else if (word === COMMA) held.commas++;
    else if (word === OPENING) held.brackets++;
    else if (word === CLOSING) held.brackets--;
    held.cues = Math.max(held.cues, likelihood(posterior[i] ?? 0));
  }
  return held;
}

/** Adds, as one token, what tells whether a cue is read rightly: what its pieces hold as a whole, and what is left over. */
export function addReadingFeatures(
  p: EncodedPassage,
  cue: Range,
  reading: Reading,
  posterior: ArrayLike<number>,
  list: FeatureList,
): void {
  const head = headOf(p, cue);
  beginToken(list, TEMPLATES, 0);
  const { content, source } = reading;
  const sides = content.map(([from]) => (from < cue[0] ? 1 : 2)).reduce((all, side) => all * 3 + side, 0);
  add2(list, sides, p.fine[head] as number);
  add2(list, sides, source.length);
  add2(list, sides, few(lengthOf(content)));
  addSource(p, cue, reading, posterior, list);
  for (const [n, piece] of content.entries()) {
    beginToken(list, TEMPLATES + 100, join(n === 0 ? content.length : 9, piece[0] < cue[0] ? 1 : 2));
    addPiece(p, cue, piece, posterior, list);
  }
  endToken(list);
}

function addPiece(
  p: EncodedPassage,
  cue: Range,
  piece: Range,
  posterior: ArrayLike<number>,
  list: FeatureList,
): void {
  const [from, to] = piece;
  const held = holdingOf(p, piece, posterior);
  const head = headOf(p, cue);
  const [headFine, headLemma] = [p.fine[head] as number, p.lemma[head] as number];
  const [start, end] = p.sentences[p.sentence[to - 1] as number] ?? [0, p.length];
  const [first] = p.sentences[p.sentence[from] as number] ?? [0];
  const that = p.word[from] === THAT ? 1 : 0;
  const length = few(to - from);
  const finite = Math.min(held.finite, 3);
  const opens = from - first <= 1 ? from - first : 2;
  const closes = end - to <= 2 ? end - to : 3;
  const next = attribute(p, p.word, to);
  const nextTag = attribute(p, p.tag, to);
  const [lastWord, lastTag] = [p.word[to - 1] as number, p.tag[to - 1] as number];
  const [firstWord, firstTag] = [p.word[from] as number, p.tag[from] as number];
  const before = attribute(p, p.word, from - 1);
  const edges = edgesOf(p, piece);
  const rest = holdingOf(p, [to, Math.max(to, cue[0] >= to ? Math.min(cue[0], end) : end)], posterior);
  const left = Math.min(rest.finite, 2);

  add2(list, length, headFine);
  add2(list, length, finite);
  add2(list, finite, that);
  add3(list, finite, that, headFine);
  add3(list, finite, firstTag, nextTag);
  add2(list, held.marks % 2, edges);
  add2(list, Math.min(held.marks, 5), edges);
  add2(list, held.brackets, next);
  add2(list, Math.min(held.commas, 4), finite);
  add2(list, held.cues, finite);
  add3(list, held.cues, edges, length);
  add2(list, edges, headFine);
  add3(list, edges, opens, closes);
  add2(list, opens, firstWord);
  add2(list, closes, lastWord);
  add2(list, closes, next);
  add2(list, before, firstWord);
  add2(list, lastWord, next);
  add2(list, lastTag, nextTag);
  add3(list, lastTag, nextTag, attribute(p, p.tag, to + 1));
  add2(list, next, attribute(p, p.word, to + 1));
  add3(list, next, attribute(p, p.tag, to + 1), headFine);
  add3(list, next, left, closes);
  add2(list, left, rest.cues);
  add3(list, left, Math.min(rest.commas, 3), finite);
  add3(list, few(end - to), finite, next);
  add2(list, headLemma, closes);
  add2(list, headLemma, that);
  add2(list, few(from >= cue[1] ? from - cue[1] : cue[0] - to), headFine);
  add2(list, few(from >= cue[1] ? from - cue[1] : cue[0] - to), before);
  add2(list, p.sentence[to - 1] === p.sentence[from] ? 1 : 0, edges);
  add2(
    list,
    start === first ? 1 : 0,
    Math.min(Math.abs((p.sentence[from] as number) - (p.sentence[cue[0]] as number)), 2),
  );
}

/** Where a piece's edges stand among quotations: in one, at its edge. */
function edgesOf(p: EncodedPassage, [from, to]: Range): number {
  const q = (i: number) => attribute(p, p.quotation, i);
  return (
    (q(from) >= 0 ? 1 : 0) +
    (q(from) !== q(from - 1) ? 2 : 0) +
    (q(to - 1) >= 0 ? 4 : 0) +
    (q(to - 1) !== q(to) ? 8 : 0) +
    (q(from) === q(to - 1) ? 16 : 0)
  );
}

function addSource(
  p: EncodedPassage,
  cue: Range,
  { source, content }: Reading,
  posterior: ArrayLike<number>,
  list: FeatureList,
): void {
  const [words] = source;
  const head = headOf(p, cue);
  if (!words) {
    add2(list, 1, p.lemma[head] as number);
    add2(list, p.tag[head] as number, attribute(p, p.tag, cue[0] - 1));
    return;
  }
  const [from, to] = words;
  const held = holdingOf(p, words, posterior);
  const side = from < cue[0] ? 1 : 2;
  const gap = few(side === 1 ? cue[0] - to : from - cue[1]);
  list.template += 10;
  add3(list, side, gap, p.tag[head] as number);
  add3(list, side, few(to - from), held.verbs);
  add2(list, p.tag[from] as number, p.tag[to - 1] as number);
  add2(list, p.word[from] as number, few(to - from));
  add2(list, p.word[to - 1] as number, attribute(p, p.word, to));
  add3(list, attribute(p, p.tag, from - 1), p.tag[from] as number, side);
  add3(list, p.tag[to - 1] as number, attribute(p, p.tag, to), side);
  add2(list, attribute(p, p.word, from - 1), p.word[from] as number);
  add3(list, Math.min(held.commas, 3), held.verbs, held.names > 0 ? 1 : 0);
  add3(list, held.names > 0 ? 1 : 0, few(to - from), side);
  add2(list, p.fine[head] as number, side);
  add2(
    list,
    content.some(([start, end]) => (side === 1 ? end > from && end <= cue[0] : start < to && start >= cue[1]))
      ? 1
      : 0,
    side,
  );
  add2(list, held.brackets, attribute(p, p.word, to));
}

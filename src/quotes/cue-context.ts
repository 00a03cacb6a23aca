import {
  AUX,
  COMMA,
  type EncodedPassage,
  MARK,
  NOUN,
  PRON,
  PROPN,
  THAT,
  TO,
  VERB,
} from './encoded-passage.ts';

/** What stands around each token within its sentence: one array for each thing that cue features look at. */
export type CueContext = {
  /** Whether it and its neighbourhood stand within quotation marks, how far off quotations are, as one number. */
  readonly quotations: Int32Array;
  /** The nearest noun or pronoun before it, outside quotation marks: its place, -1 for none, and how far off, at most 4. */
  readonly subjectAt: Int32Array;
  readonly subjectGap: Int32Array;
  /** The lemma of the next noun or pronoun behind it; 0 for none. */
  readonly object: Int32Array;
  /** The lemmas of the nearest verbs before and behind it; 1 for none. */
  readonly verbBefore: Int32Array;
  readonly verbAfter: Int32Array;
  /** How near "that", "to", a comma and a quotation mark follow, as one number. */
  readonly takes: Int32Array;
  /** Where in its sentence it stands. */
  readonly place: Int32Array;
};

/** Near, nearer, far: 1 within two tokens, 2 within six, 3 beyond; 0 where there is none. */
const nearness = (distance: number | null): number =>
  distance === null ? 0 : distance <= 2 ? 1 : distance <= 6 ? 2 : 3;

/** Reads what stands around each token of a passage. */
export function readCueContext(p: EncodedPassage): CueContext {
  const make = () => new Int32Array(p.length);
  const context: CueContext = {
    quotations: make(),
    subjectAt: make().fill(-1),
    subjectGap: make(),
    object: make(),
    verbBefore: make(),
    verbAfter: make(),
    takes: make(),
    place: make(),
  };
  for (const [from, to] of p.sentences) {
    readForwards(p, context, from, to);
    readBackwards(p, context, from, to);
    readQuotations(p, context, from, to);
  }
  return context;
}

const isQuoted = (p: EncodedPassage, i: number): boolean =>
  i >= 0 && i < p.length && (p.quotation[i] as number) >= 0;

const isNominal = (tag: number | undefined): boolean => tag === NOUN || tag === PROPN || tag === PRON;

function readForwards(p: EncodedPassage, context: CueContext, from: number, to: number): void {
  let subject = -1;
  let verb = -1;
  const short = to - from < 8 ? 100 : 0;
  for (let i = from; i < to; i++) {
    context.verbBefore[i] = verb < 0 ? 1 : (p.lemma[verb] as number);
    context.subjectAt[i] = subject;
    context.subjectGap[i] = subject < 0 ? 0 : Math.min(i - subject, 4);
    context.place[i] = short + (i - from < 3 ? i - from : to - i <= 3 ? 10 + to - i : 20);
    if (isNominal(p.tag[i]) && !isQuoted(p, i)) subject = i;
    if (p.tag[i] === VERB) verb = i;
  }
}

function readBackwards(p: EncodedPassage, context: CueContext, from: number, to: number): void {
  let object = 0;
  let verb = 1;
  const next: { mark: number | null; that: number | null; to: number | null; comma: number | null } = {
    mark: null,
    that: null,
    to: null,
    comma: null,
  };
  const distance = (at: number | null, i: number) => nearness(at === null ? null : at - i);
  for (let i = to - 1; i >= from; i--) {
    context.object[i] = object;
    context.verbAfter[i] = verb;
    const comma = next.comma !== null && next.comma - i <= 2 ? 1 : 0;
    context.takes[i] =
      distance(next.mark, i) + 4 * distance(next.that, i) + 16 * distance(next.to, i) + 64 * comma;
    if (isNominal(p.tag[i])) object = p.lemma[i] as number;
    if (p.tag[i] === VERB || p.tag[i] === AUX) verb = p.lemma[i] as number;
    const word = p.word[i];
    if (word === MARK) next.mark = i;
    else if (word === THAT) next.that = i;
    else if (word === TO) next.to = i;
    else if (word === COMMA) next.comma = i;
  }
}

function readQuotations(p: EncodedPassage, context: CueContext, from: number, to: number): void {
  let some = 0;
  for (let i = from; i < to; i++) if (isQuoted(p, i)) some = 1;
  const around = (isQuoted(p, from - 1) ? 64 : 0) + (isQuoted(p, to) ? 128 : 0);
  let last: number | null = null;
  for (let i = from; i < to; i++) {
    context.quotations[i] =
      (isQuoted(p, i) ? 1 : 0) + 2 * some + 4 * nearness(last === null ? null : i - last) + around;
    if (isQuoted(p, i)) last = i;
  }
  let next: number | null = null;
  for (let i = to - 1; i >= from; i--) {
    context.quotations[i] =
      (context.quotations[i] as number) + 16 * nearness(next === null ? null : next - i);
    if (isQuoted(p, i)) next = i;
  }
}

import type { Token } from '../language/tokens.ts';
import { type Frame, framesOf } from './cue-verbs.ts';
import { isBetween, phraseAfter, phraseBefore } from './noun-phrases.ts';
import type { Passage, Range } from './passage.ts';

/** A word or phrase that says that somebody expresses something, with the tokens that name who. */
export type Cue = {
  /** The tokens of the cue, with its auxiliaries. */
  readonly at: Range;
  /** The tokens of its source; null where the sentence names none for it. */
  readonly source: Range | null;
  /** Where the source stands. `shared`: it is the source of the cue before, or of the sentence ("…, noting that …"). */
  readonly sourceStands: 'before' | 'after' | 'shared';
  readonly frames: ReadonlySet<Frame>;
  /** Where the clause of the cue begins: what stands before it in the sentence is not this cue's business. */
  readonly clauseStart: number;
};

const ACCORDING: ReadonlySet<Frame> = new Set<Frame>(['speech', 'clause']);
const SILENT = new Set(['say', 'tell', 'comment', 'respond', 'reply', 'answer', 'mention', 'ask', 'explain']);
/** Verbs that say something also where they are negated: "did not deny that …". */
const DENIALS = new Set(['deny', 'doubt', 'dispute', 'reject']);
const SUBJECT_RELATIVES = new Set(['who', 'which', 'that']);

/** The cues of one sentence, outside quotation marks, in the order of the text. */
export function findCues(p: Passage, [from, to]: Range): readonly Cue[] {
  const cues: Cue[] = [];
  for (let i = from; i < to; i++) {
    const token = p.tokens[i];
    if (!token || p.inside[i] !== -1) continue;
    const cue = token.lower === 'according' ? readAccording(p, i, to) : readVerb(p, i, [from, to], cues);
    if (cue) cues.push(cue);
  }
  return cues;
}

function readAccording(p: Passage, i: number, to: number): Cue | null {
  if (p.tokens[i + 1]?.lower !== 'to') return null;
  const source = phraseAfter(p, i + 2, to);
  return source && { at: [i, i + 2], source, sourceStands: 'after', frames: ACCORDING, clauseStart: i };
}

/** Whether a token is a verb, or stands as one where the tagger took it for a noun: "Trump tweets that …". */
function isVerb(p: Passage, i: number): boolean {
  const token = p.tokens[i];
  if (token?.tag === 'VERB') return true;
  const next = p.tokens[i + 1]?.lower ?? '';
  return (
    token?.tag === 'NOUN' && p.tokens[i - 1]?.tag === 'PROPN' && (next === 'that' || /^[“"]$/.test(next))
  );
}

function readVerb(p: Passage, i: number, [from, to]: Range, earlier: readonly Cue[]): Cue | null {
  const token = p.tokens[i] as Token;
  const frames = framesOf(token.lemma);
  if (frames.size === 0 || !isVerb(p, i)) return null;
  const start = groupStart(p, i, from);
  const group = p.tokens.slice(start, i).map((word) => word.lower);
  const denied = [...group, p.tokens[start - 1]?.lower ?? ''];
  if (!DENIALS.has(token.lemma) && denied.some((word) => ['not', 'n’t', "n't", 'never'].includes(word)))
    return null;
  if (isSilence(p, i)) return null;
  if (p.tokens[start - 1]?.lower === 'to' && !goesOn(p, start - 2)) return null;
  const at: Range = [start, i + 1];
  const participle =
    /ing$/.test(token.lower) && !group.some((word) => /^(?:is|was|are|were|been|be|am|’s|'s)$/.test(word));
  // "the territory claimed by …": a passive or a bare participle has no subject that speaks
  if (
    p.tokens[i + 1]?.lower === 'by' ||
    (/(?:ed|en)$|^(?:said|told|thought)$/.test(token.lower) &&
      group.some((word) => /^(?:be|been|is|was|are|were)$/.test(word)))
  )
    return null;
  if (!participle) {
    const before = subjectBefore(p, start, from);
    if (before) return { at, source: before, sourceStands: 'before', frames, clauseStart: before[0] };
    const after = frames.has('speech') && followsContent(p, start, from) ? phraseAfter(p, i + 1, to) : null;
    if (after) return { at, source: after, sourceStands: 'after', frames, clauseStart: start };
  }
  return sharedCue(p, at, from, frames, earlier, participle);
}

/** A cue without a subject of its own: ", noting that …", "but added that …". */
function sharedCue(
  p: Passage,
  at: Range,
  from: number,
  frames: ReadonlySet<Frame>,
  earlier: readonly Cue[],
  participle: boolean,
): Cue | null {
  let before = at[0] - 1;
  while (before > from && isBetween(p, before)) before--;
  const joint = p.tokens[before];
  const joined =
    (joint?.tag === 'CCONJ' && joint.lower !== 'or') ||
    joint?.lower === 'then' ||
    joint?.text === ',' ||
    (participle && before < from);
  const bare = p.tokens[at[1] - 1]?.lower === p.tokens[at[1] - 1]?.lemma; // "or agree to …" has no subject of its own
  if (!joined || (bare && !participle)) return null;
  const source = earlier.at(-1)?.source ?? mainSubject(p, from, at[0]);
  if (!source) return null;
  const comma = p.tokens[before - 1]?.text === ',' || p.inside[before - 1] !== -1 ? before - 1 : before;
  const clauseStart = joint?.tag === 'CCONJ' && p.tokens[before - 1]?.text === ',' ? comma : before;
  return { at, source, sourceStands: 'shared', frames, clauseStart };
}

/** "asked not to be named" and "declined to say whether …": nothing is said. */
function isSilence(p: Passage, i: number): boolean {
  const { lemma } = p.tokens[i] as Token;
  const [next, after] = [p.tokens[i + 1]?.lower, p.tokens[i + 2]];
  if (lemma === 'ask') return next === 'not' && after?.lower === 'to';
  return /^(?:decline|refuse)$/.test(lemma) && next === 'to' && SILENT.has(after?.lemma ?? '');
}

/** Where a verb group begins: "has repeatedly said" begins at "has". */
function groupStart(p: Passage, verb: number, from: number): number {
  let start = verb;
  for (let i = verb - 1; i >= from && p.inside[i] === -1; i--) {
    const token = p.tokens[i];
    if (token?.tag === 'AUX' || token?.lower === 'not' || token?.lower === 'n’t' || token?.lower === "n't")
      start = i;
    else if (!isBetween(p, i) || p.tokens[i - 1]?.tag !== 'AUX') break;
  }
  return start;
}

/** "went on to say", "continued to insist": the verb before "to" only carries the one behind it. */
const goesOn = (p: Passage, i: number): boolean =>
  ['go', 'on', 'continue', 'begin', 'seem', 'appear', 'move'].includes(p.tokens[i]?.lemma ?? '');

/** The noun phrase that speaks, before a verb: over adverbs, times, and what is set between commas. */
function subjectBefore(p: Passage, verb: number, from: number): Range | null {
  let end = verb;
  while (end > from && isBetween(p, end - 1)) end--;
  const last = p.tokens[end - 1];
  if (!last || end <= from) return null;
  if (last.text === ',') return subjectBeforeComma(p, end - 1, from);
  if (last.text === ')') return subjectBeforeBracket(p, end, from);
  if (SUBJECT_RELATIVES.has(last.lower)) {
    const head = p.tokens[end - 2]?.text === ',' ? end - 2 : end - 1;
    return last.lower === 'that' ? null : phraseBefore(p, head, from);
  }
  return phraseBefore(p, end, from);
}

/** "Sen. Bob Corker (R-Tenn.) said": the phrase before the bracket, with it. */
function subjectBeforeBracket(p: Passage, end: number, from: number): Range | null {
  for (let i = end - 2; i > from && end - i <= 10; i--)
    if (p.tokens[i]?.text === '(') {
      const phrase = phraseBefore(p, i, from);
      return phrase && [phrase[0], end];
    }
  return null;
}

/** "Michael Waltz, the adviser, said": the phrase before the comma that opens the insertion. */
function subjectBeforeComma(p: Passage, comma: number, from: number): Range | null {
  for (let i = comma - 1; i > from && comma - i <= 25; i--) {
    if (p.inside[i] !== -1) return null;
    if (p.tokens[i]?.text !== ',') continue;
    const phrase = phraseBefore(p, i, from);
    if (!phrase) return null;
    const inserted = p.tokens[i + 1];
    const fits =
      inserted !== undefined &&
      (['DET', 'PROPN', 'NOUN', 'ADJ', 'NUM'].includes(inserted.tag) ||
        /^(?:who|which|whose|a|an|the|in|on|at|speaking|citing|asked|like|meanwhile|however|too)$/.test(
          inserted.lower,
        ) ||
        p.circumstance[i + 1] === true);
    if (!fits) return null;
    // the insertion belongs to the source where it describes it
    const describes =
      ['DET', 'PROPN', 'NOUN', 'ADJ'].includes(inserted.tag) && p.circumstance[i + 1] !== true;
    return describes ? [phrase[0], comma] : phrase;
  }
  return null;
}

/** The subject of a sentence's first verb, for a participle that shares it. */
function mainSubject(p: Passage, from: number, to: number): Range | null {
  for (let i = from; i < to; i++) {
    const token = p.tokens[i];
    if (p.inside[i] !== -1 || (token?.tag !== 'VERB' && token?.tag !== 'AUX')) continue;
    const subject = subjectBefore(p, i, from);
    if (subject) return subject;
  }
  return null;
}

/** Whether a verb follows a content: a closing quotation mark or a comma stands before it. */
function followsContent(p: Passage, verb: number, from: number): boolean {
  const before = p.tokens[verb - 1];
  if (verb - 1 < 0) return false;
  if (p.inside[verb - 1] !== -1) return true;
  return before?.text === ',' && verb - 1 > from;
}

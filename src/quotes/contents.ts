import type { Span } from '../articles/article.ts';
import type { Cue } from './cues.ts';
import type { Passage, Range } from './passage.ts';
import type { Quotation } from './quotation-marks.ts';

/** The fewest words that a content without quotation marks has. */
const FEWEST_WORDS = 2;

const CLAUSE_WORDS = new Set(['that', 'how', 'why', 'whether', 'if', 'what', 'when', 'where', 'who']);

/**
 * The content of a cue within its sentence: the spans of the words that the source expresses, without the outer
 * quotation marks and the punctuation at the edges. Empty where the cue has none.
 *
 * @param sentence the sentence of the cue
 * @param next the cue after this one in the same sentence
 */
export function findContent(p: Passage, cue: Cue, sentence: Range, next: Cue | undefined): readonly Span[] {
  const clauseEnd = next && next.clauseStart > cue.at[1] ? withoutJoint(p, next.clauseStart) : sentence[1];
  const end = insertionEnd(p, cue, clauseEnd);
  const left = Math.min(
    cue.at[0],
    cue.sourceStands === 'shared' ? cue.at[0] : (cue.source?.[0] ?? cue.at[0]),
  );
  const behind = Math.max(cue.at[1], cue.sourceStands === 'after' ? (cue.source?.[1] ?? 0) : 0);
  if (cue.sourceStands !== 'shared' && cue.frames.has('speech')) {
    const before = contentBefore(p, left, behind, [sentence[0], end]);
    if (before) return [before, ...quotedAfter(p, behind, end)];
    const around = contentAround(p, left, behind, [sentence[0], end]);
    if (around) return around;
  }
  const after = contentAfter(p, cue, behind, end);
  return after ? [after] : [];
}

/** Where ", who said …," ends within its sentence: "Ortiz, who said the bridge was safe, resigned"; otherwise `to`. */
function insertionEnd(p: Passage, { at }: Cue, to: number): number {
  if (p.tokens[at[0] - 1]?.lower !== 'who' || p.tokens[at[0] - 2]?.text !== ',') return to;
  for (let i = at[1]; i < to - 1; i++) {
    const next = p.tokens[i + 1];
    if (p.tokens[i]?.text !== ',' || p.inside[i] !== -1 || p.inside[i + 1] !== -1) continue;
    if (/^(?:VERB|AUX)$/.test(next?.tag ?? '') && !/ing$/.test(next?.lower ?? '')) return i;
  }
  return to;
}

/** The end of a clause without the ", but" that leads to the next one. */
const withoutJoint = (p: Passage, end: number): number =>
  p.tokens[end - 1]?.tag === 'CCONJ' ? end - 1 : end;

/** `"…," he said` and `…, he said`: what stands before the cue and its source. */
function contentBefore(p: Passage, left: number, behind: number, [from, to]: Range): Span | null {
  const last = left - 1;
  const quotation = quotationOf(p, last);
  if (quotation && last >= 0) {
    if (!quotation.closed || !/[,.!?…—–-]\s*$/.test(p.text.slice(...quotation.inner))) {
      if (p.tokens[last]?.text !== ',' && !/[”"’'»]/.test(p.tokens[last]?.text ?? '')) return null;
    }
    const opening = p.tokens.findIndex((token) => token.start >= quotation.outer[0]);
    const lead = wordsBetween(p, from, opening);
    const leads = !/^[.!?]$/.test(p.tokens[opening - 1]?.text ?? '');
    return leads && lead > 0 && opening > from && opening - from <= 40
      ? trim(p, [p.tokens[from]?.start ?? quotation.inner[0], quotation.outer[1]])
      : trim(p, quotation.inner);
  }
  if (p.tokens[last]?.text !== ',' || last <= from) return null;
  const inner = quotationOf(p, last - 1);
  if (inner && p.tokens.findIndex((token) => token.start >= inner.outer[0]) <= from)
    return trim(p, inner.inner);
  let start = from;
  while (start < last && ['CCONJ', 'PUNCT'].includes(p.tokens[start]?.tag ?? '') && p.inside[start] === -1)
    start++;
  if (wordsBetween(p, start, last) < 3 || !hasVerb(p, start, last)) return null;
  // "Asked whether …, he said …" and "While …, she said …" set the scene for what follows
  if (/^(?:SCONJ|VERB|ADP)$/.test(p.tokens[start]?.tag ?? '') && wordsBetween(p, behind, to) > 2) return null;
  return saysMore(p, behind, to) ? null : span(p, start, last);
}

/** "The tunnel, Ivanenko said, is older than the town": a clause that the cue only interrupts; null where it does not. */
function contentAround(p: Passage, left: number, behind: number, [from, to]: Range): readonly Span[] | null {
  const opening = left - 1;
  let closing = behind;
  while (closing < to && p.circumstance[closing] === true) closing++;
  const comma = (i: number) => p.tokens[i]?.text === ',' && p.inside[i] === -1;
  const goesOn =
    ['AUX', 'VERB'].includes(p.tokens[closing + 1]?.tag ?? '') &&
    !/ing$/.test(p.tokens[closing + 1]?.lower ?? '');
  if (!comma(opening) || !comma(closing) || !goesOn || p.inside[from] !== -1) return null;
  if (!startsPhrase(p, from) || hasVerb(p, from, opening)) return null;
  const parts = [span(p, from, opening), span(p, closing + 1, to)].filter((part) => part !== null);
  return parts.length === 2 ? parts : null;
}

/** Whether a cue has words of its own behind it, which are then its content rather than those before it. */
function saysMore(p: Passage, behind: number, to: number): boolean {
  if (p.tokens[behind]?.text === ',') return false;
  const rest = p.tokens
    .slice(behind, to)
    .filter((token, i) => /[\p{L}\p{N}]/u.test(token.text) && !p.circumstance[behind + i]);
  return rest.length > 2;
}

/** `he said, "…"` behind a content that stood before: the rest of a split quotation. */
function quotedAfter(p: Passage, behind: number, end: number): Span[] {
  const spans: Span[] = [];
  let at = behind;
  while (at < end && p.inside[at] === -1 && at - behind < 25) at++;
  const quotation = at < end ? quotationOf(p, at) : undefined;
  if (quotation) spans.push(trim(p, quotation.inner));
  return spans;
}

function contentAfter(p: Passage, cue: Cue, behind: number, end: number): Span | null {
  const { frames } = cue;
  const stop = trimEnd(p, behind, narratorStart(p, behind, end));
  const clause = skipToClause(p, behind, stop, frames.has('listener'));
  const first = p.tokens[clause];
  if (!first || clause >= stop) return null;
  const quotation = quotationOf(p, clause);
  if (quotation && frames.size > 0) return quotedContent(p, clause, quotation, stop);
  if (first.lower === 'that' && first.tag !== 'DET' && !frames.has('as'))
    return spanIfLong(p, clause + 1, stop);
  if (CLAUSE_WORDS.has(first.lower) && (frames.has('clause') || frames.has('speech')))
    return spanIfLong(p, clause, stop);
  if (frames.has('as')) return contentWithAs(p, behind, stop, cue);
  if (frames.has('infinitive')) {
    const to = infinitive(p, behind, stop, frames.has('listener'));
    if (to !== null) return spanIfLong(p, to, stop);
  }
  if (frames.has('object') && startsPhrase(p, behind)) return spanIfLong(p, behind, stop);
  if (frames.has('clause') && startsPhrase(p, clause) && hasVerb(p, clause, Math.min(stop, clause + 14)))
    return spanIfLong(p, clause, stop);
  return null;
}

/** Where the article's own voice takes over behind a quotation's comma: `remains "very intensive," signaling …`. */
function narratorStart(p: Passage, from: number, to: number): number {
  for (let i = from + 1; i < to; i++) {
    const quotation = quotationOf(p, i - 1);
    if (!quotation || p.inside[i] === p.inside[i - 1] || !/ing$/.test(p.tokens[i]?.lower ?? '')) continue;
    if (/,\s*$/.test(p.text.slice(...quotation.inner))) return i;
  }
  return to;
}

/** `said "…"`: the quotation, or, where the sentence goes on around it, all of it. */
function quotedContent(p: Passage, at: number, quotation: Quotation, stop: number): Span {
  const past = p.tokens.findIndex((token) => token.start >= quotation.outer[1]);
  const ended = /[.!?,;…—–]\s*$/.test(p.text.slice(...quotation.inner));
  const told = p.circumstance.slice(past, stop).every((circumstance) => circumstance); // `"…" on Friday`
  if (past < 0 || past >= stop || ended || told || p.tokens[past]?.text === ',')
    return trim(p, quotation.inner);
  return span(p, at, stop) ?? trim(p, quotation.inner);
}

/** Over what may stand between a cue and its clause: a comma or colon, times and places, a listener. */
function skipToClause(p: Passage, behind: number, stop: number, listener: boolean): number {
  let at = behind;
  const pause = (i: number) =>
    p.inside[i] === -1 && (/^[,:—–-]$/.test(p.tokens[i]?.text ?? '') || p.circumstance[i] === true);
  while (at < stop && pause(at)) at++;
  // "said in a letter to the editor on Monday that …", "told reporters that …"
  for (let i = at; i < Math.min(stop, at + 22); i++) {
    const token = p.tokens[i];
    if (!token) break;
    if (p.inside[i] !== -1)
      return opensAt(p, i) && (listener || /^[,:]$/.test(p.tokens[i - 1]?.text ?? '')) ? i : at;
    if (token.lower === 'that' && token.tag !== 'DET' && token.tag !== 'PRON') return i;
    if (CLAUSE_WORDS.has(token.lower) && listener && i > at && token.lower !== 'that') return i;
    if ((token.tag === 'VERB' || token.tag === 'AUX') && !(listener && i === at)) break;
  }
  if (!listener) return at;
  let heard = at;
  while (
    heard < stop &&
    p.inside[heard] === -1 &&
    ['PRON', 'PROPN', 'DET'].includes(p.tokens[heard]?.tag ?? '')
  )
    heard++;
  while (heard < stop && p.inside[heard] === -1 && p.tokens[heard]?.tag === 'NOUN') heard++;
  while (heard < stop && pause(heard)) heard++;
  return heard;
}

const opensAt = (p: Passage, i: number): boolean => p.tokens[i]?.start === quotationOf(p, i)?.outer[0];

/** "Ukraine's membership as unlikely", "it a lie": the object and what it is held to be, to the end of its clause. */
function contentWithAs(p: Passage, behind: number, stop: number, cue: Cue): Span | null {
  if (!startsPhrase(p, behind) && p.inside[behind] === -1) return null;
  const verb = p.tokens[cue.at[1] - 1]?.lemma ?? '';
  let end = stop;
  for (let i = behind; i < stop; i++) {
    if (p.tokens[i]?.text === ',' && p.inside[i] === -1 && /ing$/.test(p.tokens[i + 1]?.lower ?? '')) {
      end = i;
      break;
    }
  }
  const needsAs = !['call', 'label', 'dub', 'deem', 'brand', 'term'].includes(verb);
  const hasAs = p.tokens.slice(behind, end).some((token) => token.lower === 'as');
  if (needsAs && !hasAs) return null;
  if (
    verb === 'call' &&
    /^(?:for|on|him|her|off)$/.test(p.tokens[behind]?.lower ?? '') &&
    p.tokens[behind + 1]?.lower !== 'a'
  ) {
    if (/^(?:for|on|off)$/.test(p.tokens[behind]?.lower ?? '')) return null;
  }
  return spanIfLong(p, behind, end);
}

/** Where "to …" begins behind a verb, over one it is said to; null where no infinitive follows. */
function infinitive(p: Passage, behind: number, stop: number, listener: boolean): number | null {
  const reach = listener ? 8 : 1;
  for (let i = behind; i < Math.min(stop, behind + reach); i++)
    if (p.tokens[i]?.lower === 'to' && /^(?:VERB|AUX)$/.test(p.tokens[i + 1]?.tag ?? '')) return i;
  return null;
}

/** Whether a noun phrase may begin at a token. */
const startsPhrase = (p: Passage, i: number): boolean =>
  ['DET', 'PROPN', 'NOUN', 'ADJ', 'PRON', 'NUM', 'ADV'].includes(p.tokens[i]?.tag ?? '') ||
  p.inside[i] !== -1;

const hasVerb = (p: Passage, from: number, to: number): boolean =>
  p.tokens.slice(from, to).some((token) => token.tag === 'VERB' || token.tag === 'AUX');

const wordsBetween = (p: Passage, from: number, to: number): number =>
  p.tokens.slice(from, Math.max(from, to)).filter((token) => /[\p{L}\p{N}]/u.test(token.text)).length;

function quotationOf(p: Passage, i: number): Quotation | undefined {
  const number = p.inside[i];
  return number === undefined || number < 0 ? undefined : p.quotations[number];
}

/** The end of `[from, to)` without the full stop and commas at it. */
function trimEnd(p: Passage, from: number, to: number): number {
  let end = to;
  while (end > from && p.inside[end - 1] === -1 && /^[.,;:!?—–…)-]+$/.test(p.tokens[end - 1]?.text ?? ''))
    end--;
  return end;
}

function span(p: Passage, from: number, to: number): Span | null {
  const [first, last] = [p.tokens[from], p.tokens[trimEnd(p, from, to) - 1]];
  return first && last && first.start < last.end ? unquoted(p, [first.start, last.end]) : null;
}

const spanIfLong = (p: Passage, from: number, to: number): Span | null =>
  wordsBetween(p, from, to) >= FEWEST_WORDS ? span(p, from, to) : null;

/** A span that is one quotation from end to end, without its marks. */
function unquoted(p: Passage, [start, end]: Span): Span {
  const whole = p.quotations.find((q) => q.outer[0] === start && q.outer[1] === end);
  return whole ? trim(p, whole.inner) : [start, end];
}

/** A span without white space at its edges and without the comma at its end. */
export function trim(p: Passage, [start, end]: Span): Span {
  const words = p.text.slice(start, end);
  const before = words.length - words.trimStart().length;
  const after = words.replace(/[\s,;]+$/, '').length;
  return [start + before, Math.max(start + before, start + after)];
}

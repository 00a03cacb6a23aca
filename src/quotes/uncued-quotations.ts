import type { Span } from '../language/span.ts';
import { overlap } from '../language/span.ts';
import { type Passage, type Range, spanOf } from './passage.ts';
import type { Quotation } from './quotation-marks.ts';
import type { Quote } from './quote.ts';

/** What quotations without a cue add to a passage's quotes. */
export type Uncued = {
  /** A quote of the passage before that goes on into this one. */
  readonly extended: { readonly from: Quote; readonly to: Quote } | null;
  readonly found: readonly Quote[];
};

/** The fewest words of a quotation that stands alone and is somebody's statement all the same. */
const FREE_WORDS = 5;

/**
 * Quotations that no cue of their passage attributes: the speech of a quote before them that goes on, paragraph by paragraph,
 * until its marks close; a paragraph that is all quoted, by the speaker before it; and what stands behind "Name:".
 *
 * @param quotes the passage's quotes with a cue, in order
 * @param before the quotes of the passage before, in order
 * @param previous the passage before
 */
export function findUncued(
  p: Passage,
  quotes: readonly Quote[],
  before: readonly Quote[],
  previous: Passage | null,
): Uncued {
  const free = p.quotations.filter(
    ({ outer }) => !quotes.some(({ content }) => content.some((span) => overlap(span, outer))),
  );
  const introduced = free.flatMap((quotation) => introducedBy(p, quotation) ?? []);
  if (quotes.length === 0 && introduced.length === 0) introduced.push(...ledUpTo(p, before, previous));
  const [first] = p.quotations;
  const last = before.at(-1);
  if (!first || first !== free[0] || !last || !opensPassage(p, first) || introduced.length > 0)
    return { extended: null, found: introduced };
  const content: Span = [first.outer[0], first.outer[1]];
  if (last.kind !== 'indirect' && isLeftOpen(p.text, last))
    return { extended: { from: last, to: { ...last, content: [...last.content, content] } }, found: [] };
  const alone = quotes.length === 0 && isAllOf(p, first) && isSpeech(p, first);
  if (!alone || last.kind === 'indirect' || last.source.length === 0) return { extended: null, found: [] };
  return { extended: null, found: [{ content: [content], cue: [], source: last.source, kind: 'direct' }] };
}

const opensPassage = (p: Passage, { outer }: Quotation): boolean =>
  p.text.slice(p.start, outer[0]).trim() === '';

/** Whether nothing of a passage stands outside a quotation. */
const isAllOf = (p: Passage, quotation: Quotation): boolean =>
  opensPassage(p, quotation) && p.text.slice(quotation.outer[1], p.end).trim() === '';

/** Whether a quotation reads as speech: some words that end as a sentence does, not all in capitals, as a heading may be. */
function isSpeech(p: Passage, { inner }: Quotation): boolean {
  const words = p.text.slice(...inner).trim();
  if (words.split(/\s+/).length < FREE_WORDS || words === words.toUpperCase()) return false;
  return !/^(?:…|\.\.\.)/.test(words) && /[.!?…]["”’']?$/.test(words);
}

/** The quotation that a passage is all of and doesn't close: speech whose speaker a later paragraph may tell; null for none. */
export function openSpeech(p: Passage): Span | null {
  const [first, ...more] = p.quotations;
  return first && more.length === 0 && !first.closed && isAllOf(p, first) ? first.outer : null;
}

/**
 * The quotes of a passage, the first of them with the speech that led up to it, paragraph by paragraph, where it goes on
 * with it at the passage's start.
 */
export function withSpeechBefore(
  p: Passage,
  quotes: readonly Quote[],
  speech: readonly Span[],
): readonly Quote[] {
  const [first, ...others] = quotes;
  const [opening] = p.quotations;
  const goesOn = first && opening && opensPassage(p, opening) && first.content[0]?.[0] === opening.outer[0];
  return goesOn && speech.length > 0
    ? [{ ...first, content: [...speech, ...first.content] }, ...others]
    : quotes;
}

/** Whether a quote ends without a closing mark, at the end of its paragraph. */
function isLeftOpen(text: string, { content }: Quote): boolean {
  const end = content.at(-1)?.[1] ?? 0;
  const start = content.at(-1)?.[0] ?? 0;
  return /^\s*(?:[.!?…]\s*)?[\r\n]/.test(text.slice(end, end + 8)) && leavesOpen(text.slice(start, end));
}

/** Whether the last double mark of a text opens. */
function leavesOpen(words: string): boolean {
  const marks = [...words.matchAll(/[“”"«»„]|''/g)];
  const last = marks.at(-1);
  if (!last) return false;
  return last[0] === '"' || last[0] === "''" ? marks.length % 2 === 1 : /[“«„]/.test(last[0]);
}

/**
 * Speech over several paragraphs that none of them attributes, behind a paragraph whose last sentence is about somebody: "Cole
 * won in two hours." leads up to what he says of it. None where the paragraph doesn't close it.
 *
 * @param speech what its paragraphs before have of it
 * @param told the last paragraph that isn't all speech
 */
export function speechLedUpTo(p: Passage, speech: readonly Span[], told: Passage | null): readonly Quote[] {
  const [first, ...more] = p.quotations;
  if (speech.length === 0 || !told || !first || more.length > 0 || !first.closed || !isAllOf(p, first))
    return [];
  const source = leadOf(told, told.sentences.at(-1), true);
  return source ? [{ content: [...speech, first.outer], cue: [], source: [source], kind: 'direct' }] : [];
}

/** The most tokens of a sentence that only leads up to what somebody says. */
const LEADING = 25;

/** `Smith shrugged. "…"`: a quotation without a cue behind a sentence about one person, in its paragraph or as the one before. */
function ledUpTo(p: Passage, before: readonly Quote[], previous: Passage | null): readonly Quote[] {
  const [first, ...more] = p.quotations;
  if (!first || more.length > 0 || !first.closed || !isSpeech(p, first)) return [];
  if (p.text.slice(first.outer[1], p.end).trim() !== '') return [];
  const opening = p.tokens.findIndex(({ start }) => start >= first.outer[0]);
  const own = p.sentences.findIndex(([from]) => from === opening);
  const inOwn = own > 0 ? leadOf(p, p.sentences[own - 1]) : null;
  const alone = own === 0 && before.length === 0 && previous?.sentences.length === 1;
  const source = inOwn ?? (alone && previous ? leadOf(previous, previous.sentences[0]) : null);
  return source ? [{ content: [first.outer], cue: [], source: [source], kind: 'direct' }] : [];
}

/** The name that a sentence begins with, where a verb stands behind it and, unless several may, no other name in the sentence. */
function leadOf(p: Passage, sentence: Range | undefined, beside = false): Span | null {
  const [from, to] = sentence ?? [0, 0];
  let end = from;
  while (
    end < to &&
    !p.timed[end] &&
    p.tokens[end]?.tag === 'PROPN' &&
    /^\p{L}/u.test(p.tokens[end]?.text ?? '')
  )
    end++;
  const behind = p.tokens[end]?.tag === 'ADV' ? end + 1 : end;
  const verb = /^(?:VERB|AUX)$/.test(p.tokens[behind]?.tag ?? '');
  const others = p.tokens
    .slice(end, to)
    .some(({ tag }, i) => (tag === 'PROPN' && !beside) || p.inside[end + i] !== -1);
  return end > from && end - from <= 4 && to - from <= LEADING && verb && !others
    ? spanOf(p, [from, end])
    : null;
}

/**
 * `…, among them Dana Cole -- "…" -- and others`: quotations behind a full name and a dash or colon, which none of the passage's quotes
 * has.
 */
export function quotationsBehindNames(p: Passage, quotes: readonly Quote[]): readonly Quote[] {
  return p.quotations
    .filter(({ outer }) => !quotes.some(({ content }) => content.some((span) => overlap(span, outer))))
    .filter((quotation) => p.text.slice(...quotation.inner).split(/\s+/).length >= FREE_WORDS)
    .flatMap(({ outer }) => {
      const mark = p.tokens.findIndex(({ start }) => start >= outer[0]) - 1;
      if (!/^(?::|-+|—|–)$/.test(p.tokens[mark]?.text ?? '')) return [];
      let from = mark;
      while (from > 0 && p.tokens[from - 1]?.tag === 'PROPN') from--;
      return mark - from < 2 || mark - from > 4
        ? []
        : [
            {
              content: [outer],
              cue: [spanOf(p, [mark, mark + 1])],
              source: [spanOf(p, [from, mark])],
              kind: 'direct' as const,
            },
          ];
    });
}

/** `Smith: "…"` and `SMITH: "…"`: what stands before the colon names the source. */
function introducedBy(p: Passage, { outer }: Quotation): Quote | null {
  const opening = p.tokens.findIndex((token) => token.start >= outer[0]);
  const colon = opening - 1;
  const sentence = p.sentences.find(([from, to]) => from <= colon && colon < to);
  if (!sentence || p.tokens[colon]?.text !== ':') return null;
  const [from] = sentence;
  const named = p.tokens.slice(from, colon);
  if (
    named.length === 0 ||
    named.length > 8 ||
    !named.every(({ tag }) => /^(?:PROPN|DET|NOUN|ADJ|PRON)$/.test(tag))
  )
    return null;
  return {
    content: [outer],
    cue: [spanOf(p, [colon, colon + 1])],
    source: [spanOf(p, [from, colon])],
    kind: 'direct',
  };
}

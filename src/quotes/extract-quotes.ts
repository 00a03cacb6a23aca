import type { Article, Span } from '../articles/article.ts';
import { overlap } from '../language/span.ts';
import { findContent, trim } from './contents.ts';
import { findCues } from './cues.ts';
import { type Passage, type Range, readPassage } from './passage.ts';
import type { Quotation } from './quotation-marks.ts';
import type { Kind, Quote } from './quote.ts';

/** The fewest words of a quotation that stands without a cue and is still somebody's statement. */
const FREE_WORDS = 5;

/**
 * Finds the quotes of an article: who (source) expresses (cue) what (content), in the order of their contents.
 *
 * Paragraph by paragraph and sentence by sentence: a verb of saying or thinking outside quotation marks is a cue; its
 * subject is the source; the content is the quotation or clause that the verb takes. A quotation without a cue goes on
 * from the quote before it where it stands in the same paragraph, or in the next one.
 */
export function extractQuotes(article: Pick<Article, 'text' | 'paragraphs'>): readonly Quote[] {
  const quotes: Quote[] = [];
  let before: Quote | null = null;
  for (const paragraph of article.paragraphs) {
    const passage = readPassage(article.text, paragraph);
    const found = extractFromPassage(passage, before);
    quotes.push(...found);
    before = found.at(-1) ?? null;
  }
  return quotes;
}

function extractFromPassage(p: Passage, carried: Quote | null): readonly Quote[] {
  const quotes: Quote[] = [];
  for (const sentence of p.sentences) {
    const cues = findCues(p, sentence);
    let taken = sentence[0];
    const inSentence: Quote[] = [];
    for (const [n, cue] of cues.entries()) {
      if (cue.at[0] < taken && cue.sourceStands !== 'shared') continue; // speech within what another says
      const following = cues
        .slice(n + 1)
        .find((other) => other.sourceStands === 'shared' || isClauseOfItsOwn(p, other));
      const content = findContent(p, cue, sentence, following).filter(
        (span) => span[0] < span[1] && !overlaps(span, [...quotes, ...inSentence]),
      );
      if (content.length === 0) continue;
      inSentence.push(quoteOf(p, content, cue.at, cue.source));
      const end = content.at(-1)?.[1] ?? 0;
      taken = Math.max(taken, p.tokens.findLastIndex((token) => token.end <= end) + 1);
    }
    if (inSentence.length > 0) quotes.push(...inSentence);
    else addWithoutCue(p, sentence, quotes, carried);
  }
  return quotes.sort((a, b) => (a.content[0]?.[0] ?? 0) - (b.content[0]?.[0] ?? 0));
}

/** Whether a cue's clause is set off from the one before it: ", but she said …". */
function isClauseOfItsOwn(p: Passage, cue: { readonly clauseStart: number }): boolean {
  const before = p.tokens[cue.clauseStart - 1];
  return before?.tag === 'CCONJ' && p.tokens[cue.clauseStart - 2]?.text === ',';
}

const overlaps = (span: Span, quotes: readonly Quote[]): boolean =>
  quotes.some(({ content }) => content.some((other) => overlap(span, other)));

function quoteOf(p: Passage, content: readonly Span[], cue: Range, source: Range | null): Quote {
  return {
    content,
    cue: [spanOf(p, cue)],
    source: source ? [spanOf(p, source)] : [],
    kind: kindOf(p, content),
  };
}

const spanOf = (p: Passage, [from, to]: Range): Span => [
  p.tokens[from]?.start ?? p.start,
  p.tokens[to - 1]?.end ?? p.end,
];

/** By where the content's words stand: all, some or none of them within quotation marks. */
function kindOf(p: Passage, content: readonly Span[]): Kind {
  const words = p.tokens.filter(
    (token) =>
      /[\p{L}\p{N}]/u.test(token.text) && content.some(([s, e]) => s <= token.start && token.end <= e),
  );
  const quoted = words.filter((word) =>
    p.quotations.some((q) => q.outer[0] <= word.start && word.end <= q.outer[1]),
  );
  if (quoted.length === 0) return 'indirect';
  return quoted.length === words.length ? 'direct' : 'mixed';
}

/** A sentence without a cue that is a quotation: it goes on from the quote before it. */
function addWithoutCue(p: Passage, sentence: Range, quotes: Quote[], carried: Quote | null): void {
  const from = p.tokens[sentence[0]]?.start ?? p.start;
  const to = p.tokens[sentence[1] - 1]?.end ?? p.end;
  const quotation = p.quotations.find((q) => q.outer[0] >= from && q.outer[1] <= to);
  if (!quotation) return;
  const isShort = p.text.slice(...quotation.inner).split(/\s+/).length < FREE_WORDS;
  const opens = quotation.outer[0] <= from + 1;
  if (isShort && !(opens && quotes.at(-1)?.kind === 'direct')) return;
  const content = [trim(p, quotation.inner)];
  if (content.some((span) => overlaps(span, quotes))) return;
  const introduced = introducedBy(p, sentence, quotation);
  if (introduced) {
    quotes.push({ content, ...introduced, kind: 'direct' });
    return;
  }
  if (!opens) return; // a phrase in marks within the article's own sentence
  const last = quotes.at(-1);
  if (last?.kind === 'direct' && last.content.length < 3) {
    quotes[quotes.length - 1] = { ...last, content: [...last.content, ...content] };
    return;
  }
  const goesOn = quotes.length === 0 && carried !== null && carried.kind !== 'indirect' ? carried.source : [];
  quotes.push({ content, cue: [], source: goesOn, kind: 'direct' });
}

/** `Smith was blunt: "…"` and `SMITH: "…"`: what stands before the colon names the source. */
function introducedBy(p: Passage, [from]: Range, quotation: Quotation): Pick<Quote, 'cue' | 'source'> | null {
  const opening = p.tokens.findIndex((token) => token.start >= quotation.outer[0]);
  const colon = opening - 1;
  if (p.tokens[colon]?.text !== ':' || colon <= from) return null;
  let to = from;
  while (
    to < colon &&
    ['PROPN', 'DET', 'NOUN', 'ADJ', 'PRON'].includes(p.tokens[to]?.tag ?? '') &&
    to - from < 8
  )
    to++;
  if (to === from) return null;
  return { cue: [spanOf(p, [colon, colon + 1])], source: [spanOf(p, [from, to])] };
}

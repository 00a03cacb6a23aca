import type { Article, Paragraph, Span } from '../articles/article.ts';
import { type Circumstance, findCircumstances } from '../language/circumstances.ts';
import { resolveDay } from '../language/dates.ts';
import { asRead } from '../language/reading.ts';
import { contains, overlap } from '../language/span.ts';
import { standingOf } from './abbreviations.ts';
import { findQuotations } from './quotation-marks.ts';
import type { Quote } from './quote.ts';

/** When and where a statement was made. What the article doesn't tell is null. */
export type Said = {
  /** As the article words it: "on March 16". */
  readonly when: string | null;
  /** As the article words it: "in a recent speech at the Warsaw School of Economics". */
  readonly where: string | null;
  /** As YYYY-MM-DD, only where the text or the article's own date tells the year. */
  readonly date: string | null;
};

const UNTOLD: Said = { when: null, where: null, date: null };
const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/**
 * Tells for each quote of an article when and where it was said, in the order of `quotes`: by the phrases of time and place
 * in the sentence of its cue, outside what anybody is quoted with there. In a sentence with several speakers a phrase
 * belongs to the one whose cue is nearest.
 */
export function readSaid(
  article: Pick<Article, 'text' | 'paragraphs' | 'published'>,
  quotes: readonly Quote[],
): readonly Said[] {
  const told = new Map<Quote, Said>();
  for (const [paragraph, inside] of byParagraph(article.paragraphs, quotes)) {
    for (const { run, own, sharing } of bySentence(article.text, paragraph.span, inside)) {
      const contents = inside.flatMap(({ content }) => content.filter((span) => overlap(span, run)));
      const phrases = findCircumstances(article.text, run)
        .filter(({ span }) => !contents.some((content) => overlap(span, content)))
        .map((phrase): Phrase => ({ ...phrase, speaker: nearest(phrase.span, sharing)?.source[0]?.[0] }));
      for (const quote of own) told.set(quote, saidBy(quote, phrases, article, paragraph.span));
    }
  }
  return quotes.map((quote) => told.get(quote) ?? UNTOLD);
}

/** A circumstance with the place where its speaker is named, as far as anybody is. */
type Phrase = Circumstance & { readonly speaker: number | undefined };

function saidBy(
  quote: Quote,
  phrases: readonly Phrase[],
  { text, published }: Pick<Article, 'text' | 'published'>,
  paragraph: Span,
): Said {
  const own = phrases.filter(
    ({ span, speaker }) =>
      speaker === quote.source[0]?.[0] && !quote.source.some((source) => overlap(span, source)),
  );
  const worded = (kind: 'when' | 'where') =>
    own
      .filter((phrase) => phrase.kind === kind)
      .map(({ span }) => asRead(text, span, paragraph))
      .find((words) => kind === 'where' || !/^(?:since|until|by|from)\b/.test(words)) ?? null;
  const when = worded('when');
  return { when, where: worded('where'), date: when === null ? null : resolveDay(when, published) };
}

/** The quotes whose cue stands in a paragraph, for each paragraph that has one. */
function byParagraph(
  paragraphs: readonly Paragraph[],
  quotes: readonly Quote[],
): ReadonlyMap<Paragraph, readonly Quote[]> {
  const found = new Map<Paragraph, Quote[]>();
  for (const quote of quotes) {
    const cue = quote.cue[0];
    const paragraph = cue && paragraphs[lastFrom(paragraphs, ({ span }) => span[0] <= cue[0])];
    if (!paragraph || !contains(paragraph.span, cue)) continue;
    const others = found.get(paragraph);
    if (others) others.push(quote);
    else found.set(paragraph, [quote]);
  }
  return found;
}

/** The number of the last item for which `holds` is true, where it is true up to some item and false from there on; -1 for none. */
function lastFrom<T>(items: readonly T[], holds: (item: T) => boolean): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(items[middle] as T)) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** A sentence, or a run of sentences, that holds the cue and the source of its own quotes; others may have a cue in it. */
type Run = { readonly run: Span; readonly own: readonly Quote[]; readonly sharing: readonly Quote[] };

function bySentence(text: string, paragraph: Span, quotes: readonly Quote[]): readonly Run[] {
  const sentences = sentencesOf(text, paragraph);
  const runs = new Map<number, { readonly run: Span; readonly own: Quote[] }>();
  for (const quote of quotes) {
    const parts = [...quote.cue, ...quote.source].filter((part) => contains(paragraph, part));
    const [from, to] = [Math.min(...parts.map(([s]) => s)), Math.max(...parts.map(([, e]) => e))];
    const first = Math.max(
      0,
      lastFrom(sentences, ([s]) => s <= from),
    );
    const last = Math.max(
      0,
      lastFrom(sentences, ([s]) => s < to),
    );
    const key = first * sentences.length + last;
    const known = runs.get(key);
    if (known) known.own.push(quote);
    else runs.set(key, { run: [sentences[first]?.[0] ?? 0, sentences[last]?.[1] ?? 0], own: [quote] });
  }
  const byCue = [...quotes].sort((a, b) => cueStart(a) - cueStart(b));
  return [...runs.values()].map(({ run, own }) => ({
    run,
    own,
    sharing: byCue.slice(
      lastFrom(byCue, (quote) => cueStart(quote) < run[0]) + 1,
      lastFrom(byCue, (quote) => cueStart(quote) < run[1]) + 1,
    ),
  }));
}

const cueStart = ({ cue }: Quote): number => cue[0]?.[0] ?? 0;

/** The sentences of a paragraph; none ends at an abbreviation or within quotation marks. */
function sentencesOf(text: string, [start, end]: Span): readonly Span[] {
  const quotations = findQuotations(text, [start, end]);
  const sentences: Span[] = [];
  let [from, quotation] = [start, 0];
  for (const { segment, index } of segmenter.segment(text.slice(start, end).replace(/\s/g, ' '))) {
    const to = start + index + segment.length;
    while (quotation < quotations.length && (quotations[quotation]?.outer[1] ?? 0) < to) quotation++;
    const [opened] = quotations[quotation]?.outer ?? [end];
    const word = /(\S{1,20})\.\s+$/.exec(segment.slice(-24))?.[1];
    if (to < end && (opened < to || (word !== undefined && standingOf(word) !== 'plain'))) continue;
    sentences.push([from, to]);
    from = to;
  }
  return sentences;
}

function nearest(span: Span, quotes: readonly Quote[]): Quote | undefined {
  let [found, least]: [Quote | undefined, number] = [undefined, Number.POSITIVE_INFINITY];
  for (const quote of quotes)
    for (const [s, e] of quote.cue) {
      const gap = s >= span[1] ? s - span[1] : Math.max(0, span[0] - e);
      if (gap < least) [found, least] = [quote, gap];
    }
  return found;
}

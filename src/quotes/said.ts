import type { Article, Paragraph, Span } from '../articles/article.ts';
import { findCircumstances } from '../language/circumstances.ts';
import { resolveDay } from '../language/dates.ts';
import { contains, overlap } from '../language/span.ts';
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
const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });
/** A paragraph's sentences, kept as long as the paragraph is, since each of its quotes asks for them. */
const read = new WeakMap<Paragraph, readonly Span[]>();

function sentencesOf(article: Pick<Article, 'text'>, paragraph: Paragraph): readonly Span[] {
  const known = read.get(paragraph);
  if (known) return known;
  const [start, end] = paragraph.span;
  const spans = [...sentences.segment(article.text.slice(start, end))].map(
    ({ segment, index }): Span => [start + index, start + index + segment.length],
  );
  read.set(paragraph, spans);
  return spans;
}

/**
 * Tells for each quote of an article when and where it was said, in the order of `quotes`: by the phrases of time and place
 * in the sentence of its cue, outside what anybody is quoted with there. In a sentence with several speakers a phrase
 * belongs to the one whose cue is nearest.
 */
export function readSaid(
  article: Pick<Article, 'text' | 'paragraphs' | 'published'>,
  quotes: readonly Quote[],
): readonly Said[] {
  const contents = quotes.flatMap(({ content }) => content);
  return quotes.map((quote) => {
    const sentence = sentenceOf(article, quote);
    if (!sentence) return UNTOLD;
    const neighbours = quotes.filter(({ cue }) => cue.some((span) => contains(sentence, span)));
    const own = findCircumstances(article.text, sentence).filter(
      ({ span }) =>
        !contents.some((content) => overlap(span, content)) &&
        !quote.source.some((source) => overlap(span, source)) &&
        sameSource(nearest(span, neighbours), quote),
    );
    const phrase = (kind: 'when' | 'where') => {
      const span = own.find((circumstance) => circumstance.kind === kind)?.span;
      return span ? article.text.slice(...span).replace(/\s+/g, ' ') : null;
    };
    const when = phrase('when');
    return { when, where: phrase('where'), date: when === null ? null : resolveDay(when, article.published) };
  });
}

const sameSource = (a: Quote | undefined, b: Quote): boolean => a?.source[0]?.[0] === b.source[0]?.[0];

function nearest(span: Span, quotes: readonly Quote[]): Quote | undefined {
  const gap = ({ cue }: Quote) =>
    Math.min(...cue.map(([s, e]) => (s >= span[1] ? s - span[1] : e <= span[0] ? span[0] - e : 0)));
  return [...quotes].sort((a, b) => gap(a) - gap(b))[0];
}

/** The sentence, or run of sentences, that holds a quote's cue and source; null where it has no cue. */
function sentenceOf(article: Pick<Article, 'text' | 'paragraphs'>, quote: Quote): Span | null {
  const parts = [...quote.cue, ...quote.source];
  const cue = quote.cue[0];
  const paragraph = article.paragraphs.find(({ span }) => cue !== undefined && contains(span, cue));
  if (!paragraph) return null;
  const [start, end] = paragraph.span;
  const inside = parts.filter((part) => contains(paragraph.span, part));
  const [from, to] = [Math.min(...inside.map(([s]) => s)), Math.max(...inside.map(([, e]) => e))];
  let [first, last] = [end, start];
  for (const [s, e] of sentencesOf(article, paragraph)) {
    if (s >= to || e <= from) continue;
    first = Math.min(first, s);
    last = Math.max(last, e);
  }
  return first < last ? [first, last] : null;
}

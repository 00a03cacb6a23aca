import type { Article } from '../articles/article.ts';
import { textAt } from '../language/span.ts';
import { extractNested, extractQuotes } from '../quotes/extract-quotes.ts';
import type { Quote } from '../quotes/quote.ts';
import { readSaid, type Said } from '../quotes/said.ts';
import { tellsOfSpeech } from '../quotes/spoken-words.ts';
import { isStated } from '../quotes/stated.ts';
import { wordingOf } from '../quotes/wording.ts';
import { type Attribution, resolveSpeakers } from '../speakers/resolve-speakers.ts';
import { type ArticleWords, readWords } from './article-words.ts';
import { authorStatements } from './author-statements.ts';

/** A quote with who said it, when and where. */
export type AttributedQuote = {
  readonly quote: Quote;
  readonly attribution: Attribution | null;
  readonly said: Said;
};

/** An article with what it can be asked for, in the order of its text. */
export type StatedArticle = {
  readonly article: Article;
  readonly quotes: readonly AttributedQuote[];
  readonly words: ArticleWords;
};

/** Reads all that the archive wants to know of an article. Depends on nothing but the article and the models. */
export function readForArchive(article: Article): StatedArticle {
  const quotes = readStated(article);
  const words = readWords(
    article,
    quotes.map(({ quote }) => quote),
  );
  return { article, quotes, words };
}

/** Everything that an article quotes, in the order of its text. */
export const readAttributions = (article: Article): readonly AttributedQuote[] =>
  attribute(article, extractQuotes(article));

/** The same with what is quoted within quotes of others. */
function readAllAttributions(article: Article): readonly AttributedQuote[] {
  const quotes = extractQuotes(article);
  const nested = extractNested(article, quotes).filter(({ cue }) => tellsOfSpeech(textAt(article.text, cue)));
  const outer = attribute(article, quotes);
  if (nested.length === 0) return outer;
  const all = [...quotes, ...nested].sort(byContent);
  const speakers = resolveSpeakers(article, all);
  const inner = withCircumstances(
    article,
    nested,
    nested.map((quote) => speakers[all.indexOf(quote)] ?? null),
  ).filter((read) => isAnothers(read, outer));
  const around = new Set(inner.map(({ quote }) => quoteAround(quote, outer)));
  const placed = (read: AttributedQuote, nested: 'within' | 'around'): AttributedQuote => ({
    ...read,
    quote: { ...read.quote, nested },
  });
  return [
    ...outer.map((read) => (around.has(read) ? placed(read, 'around') : read)),
    ...inner.map((read) => placed(read, 'within')),
  ].sort((a, b) => byContent(a.quote, b.quote));
}

/** The quote whose content the cue of a nested one stands in. */
function quoteAround({ cue }: Quote, outer: readonly AttributedQuote[]): AttributedQuote | undefined {
  const at = cue[0]?.[0] ?? 0;
  return outer.find(({ quote }) => quote.content.some(([start, end]) => start <= at && at < end));
}

const byContent = (a: Quote, b: Quote): number => (a.content[0]?.[0] ?? 0) - (b.content[0]?.[0] ?? 0);

/** Whoever is nobody in particular: "that", "anybody", "I’m", "no executives". */
const NOBODY =
  /^(?:that|this|it|who|which|what|i[’'].*|you|we|no|any|some|many|those|these|people)(?:\s|body$|one$|$)/i;

/**
 * Whether what is quoted within a quote is somebody else's words, and it can be told whose; of those who aren't named only what
 * stands in quotation marks counts.
 */
function isAnothers({ quote, attribution }: AttributedQuote, outer: readonly AttributedQuote[]): boolean {
  const around = quoteAround(quote, outer)?.attribution?.name;
  if (attribution === null || attribution.name === around || NOBODY.test(attribution.name)) return false;
  const isNamed = attribution.how !== 'described';
  return isNamed || quote.kind !== 'indirect';
}

const attribute = (article: Article, quotes: readonly Quote[]): readonly AttributedQuote[] =>
  withCircumstances(article, quotes, resolveSpeakers(article, quotes));

/** Quotes with who said them, when and where. */
function withCircumstances(
  article: Article,
  quotes: readonly Quote[],
  attributions: readonly (Attribution | null)[],
): readonly AttributedQuote[] {
  const circumstances = readSaid(
    article,
    quotes,
    attributions.map((attribution) => attribution?.name ?? null),
  );
  return quotes.map((quote, i) => ({
    quote,
    attribution: attributions[i] ?? null,
    said: circumstances[i] ?? { when: null, where: null, date: null },
  }));
}

/**
 * What an article can be asked for: what somebody has said or thinks, in the words that it is shown with. What the headline
 * says of a speaker whom the text quotes itself is left out: it is the text's own words, cut short.
 */
export function readStated(article: Article): readonly AttributedQuote[] {
  const quoted = readAllAttributions(article).filter(({ quote }) => isStated(article.text, quote));
  const own = authorStatements(article, quoted);
  const stated = [...quoted, ...own].sort((a, b) => byContent(a.quote, b.quote));
  const body = article.paragraphs[0]?.span[0] ?? 0;
  const isHeadline = ({ quote }: AttributedQuote) => (quote.content[0]?.[0] ?? 0) < body;
  const heard = new Set(
    stated.filter((read) => !isHeadline(read)).map(({ attribution }) => attribution?.name),
  );
  return stated
    .filter((read) => !isHeadline(read) || !heard.has(read.attribution?.name))
    .map((read) => ({ ...read, quote: { ...read.quote, content: wordingOf(article.text, read.quote) } }));
}

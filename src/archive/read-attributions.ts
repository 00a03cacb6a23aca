import type { Article } from '../articles/article.ts';
import { extractQuotes } from '../quotes/extract-quotes.ts';
import type { Quote } from '../quotes/quote.ts';
import { readSaid, type Said } from '../quotes/said.ts';
import { isStated } from '../quotes/stated.ts';
import { wordingOf } from '../quotes/wording.ts';
import { type Attribution, resolveSpeakers } from '../speakers/resolve-speakers.ts';
import { type ArticleWords, readWords } from './article-words.ts';

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
export function readAttributions(article: Article): readonly AttributedQuote[] {
  const quotes = extractQuotes(article);
  const attributions = resolveSpeakers(article, quotes);
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
  const stated = readAttributions(article).filter(({ quote }) => isStated(article.text, quote));
  const body = article.paragraphs[0]?.span[0] ?? 0;
  const isHeadline = ({ quote }: AttributedQuote) => (quote.content[0]?.[0] ?? 0) < body;
  const quoted = new Set(
    stated.filter((read) => !isHeadline(read)).map(({ attribution }) => attribution?.name),
  );
  return stated
    .filter((read) => !isHeadline(read) || !quoted.has(read.attribution?.name))
    .map((read) => ({ ...read, quote: { ...read.quote, content: wordingOf(article.text, read.quote) } }));
}

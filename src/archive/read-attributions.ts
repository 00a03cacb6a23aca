import type { Article } from '../articles/article.ts';
import { extractQuotes } from '../quotes/extract-quotes.ts';
import type { Quote } from '../quotes/quote.ts';
import { readSaid, type Said } from '../quotes/said.ts';
import { type Attribution, resolveSpeakers } from '../speakers/resolve-speakers.ts';

/** A quote with who said it, when and where. */
export type AttributedQuote = {
  readonly quote: Quote;
  readonly attribution: Attribution | null;
  readonly said: Said;
};

/** Everything that an article quotes, in the order of its text. */
export function readAttributions(article: Article): readonly AttributedQuote[] {
  const quotes = extractQuotes(article);
  const attributions = resolveSpeakers(article, quotes);
  const circumstances = readSaid(article, quotes);
  return quotes.map((quote, i) => ({
    quote,
    attribution: attributions[i] ?? null,
    said: circumstances[i] ?? { when: null, where: null, date: null },
  }));
}

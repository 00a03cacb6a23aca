import type { Article } from '../articles/article.ts';
import { textAt } from '../language/span.ts';
import { readTerms } from '../language/terms.ts';
import type { Quote } from '../quotes/quote.ts';
import { paragraphNumber, paragraphOf } from './paragraph.ts';

/** The stems by which an article's statements are found; each text is a list of places in `stems`. */
export type ArticleWords = {
  /** Every different stem once. */
  readonly stems: readonly string[];
  /** What each quote says, in the order of the quotes. */
  readonly contents: readonly (readonly number[])[];
  /** The paragraphs that have quotes, by their numbers. */
  readonly paragraphs: readonly (readonly [paragraph: number, words: readonly number[]])[];
  readonly title: readonly number[];
};

/** Reads the words of an article and its quotes that a search looks for. */
export function readWords(article: Article, quotes: readonly Quote[]): ArticleWords {
  const places = new Map<string, number>();
  const read = (text: string) =>
    readTerms(text).map(({ stem }) => {
      const place = places.get(stem) ?? places.size;
      places.set(stem, place);
      return place;
    });
  const numbers = new Set(quotes.map((quote) => paragraphNumber(article, quote)));
  const contents = quotes.map(({ content }) => read(textAt(article.text, content, ' … ')));
  const paragraphs = [...numbers].map(
    (paragraph) => [paragraph, read(paragraphOf({ article, paragraph }))] as const,
  );
  const title = read(article.title ?? '');
  return { stems: [...places.keys()], contents, paragraphs, title };
}

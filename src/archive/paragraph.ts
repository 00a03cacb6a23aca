import type { Article, Span } from '../articles/article.ts';
import type { Quote } from '../quotes/quote.ts';
import { headlineSpan } from '../quotes/stretches.ts';
import type { Statement } from './archive.ts';

type Place = Pick<Statement, 'article' | 'paragraph'>;

/** The number of the paragraph that a quote's content begins in; 0 for the headline. */
export function paragraphNumber(
  { paragraphs }: Pick<Article, 'paragraphs'>,
  { content }: Pick<Quote, 'content'>,
): number {
  const start = content[0]?.[0] ?? 0;
  return paragraphs.find(({ span }) => span[0] <= start && start < span[1])?.number ?? 0;
}

/** Where the paragraph is that a statement stands in: the headline for paragraph 0. */
export const paragraphSpan = ({ article, paragraph }: Place): Span =>
  (paragraph === 0 ? headlineSpan(article) : article.paragraphs[paragraph - 1]?.span) ?? [0, 0];

/** The words of the paragraph that a statement stands in. */
export const paragraphOf = (place: Place): string => place.article.text.slice(...paragraphSpan(place));

import type { Span } from '../articles/article.ts';
import { headlineSpan } from '../quotes/stretches.ts';
import type { Statement } from './archive.ts';

type Place = Pick<Statement, 'article' | 'paragraph'>;

/** Where the paragraph is that a statement stands in: the headline for paragraph 0. */
export const paragraphSpan = ({ article, paragraph }: Place): Span =>
  (paragraph === 0 ? headlineSpan(article) : article.paragraphs[paragraph - 1]?.span) ?? [0, 0];

/** The words of the paragraph that a statement stands in. */
export const paragraphOf = (place: Place): string => place.article.text.slice(...paragraphSpan(place));

import type { Statement } from './archive.ts';

/** The words of the paragraph that a statement stands in. */
export function paragraphOf({ article, paragraph }: Pick<Statement, 'article' | 'paragraph'>): string {
  const span = article.paragraphs[paragraph - 1]?.span;
  return span ? article.text.slice(...span) : '';
}

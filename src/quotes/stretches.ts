import type { Article, Paragraph } from '../articles/article.ts';

/** The stretches of an article that quotes are looked for in: the headline, where it stands in the text, and the paragraphs. */
export function readStretches({
  text,
  title,
  paragraphs,
}: Pick<Article, 'text' | 'paragraphs'> & Partial<Pick<Article, 'title'>>): readonly Paragraph[] {
  const body = paragraphs[0]?.span[0] ?? text.length;
  const start = title ? text.slice(0, body).lastIndexOf(title) : -1;
  return title && start >= 0
    ? [{ number: 0, span: [start, start + title.length] }, ...paragraphs]
    : paragraphs;
}

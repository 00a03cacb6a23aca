import type { Article, Paragraph } from '../articles/article.ts';

/** The longest paragraph, in characters, that only leads on to the next one. */
const LEADING = 400;

/**
 * The stretches of an article that quotes are looked for in: the headline, where it stands in the text, as number 0, and the
 * paragraphs. A paragraph that ends in a colon is one with the quotation that the next one begins with.
 */
export function readStretches({
  text,
  title,
  paragraphs,
}: Pick<Article, 'text' | 'paragraphs'> & Partial<Pick<Article, 'title'>>): readonly Paragraph[] {
  const body = paragraphs[0]?.span[0] ?? text.length;
  const start = title ? text.slice(0, body).lastIndexOf(title) : -1;
  const headline: Paragraph | null =
    title && start >= 0 ? { number: 0, span: [start, start + title.length] } : null;
  const stretches: Paragraph[] = headline ? [headline] : [];
  let leading: Paragraph | null = null;
  for (const [i, paragraph] of paragraphs.entries()) {
    const joined: Paragraph = leading
      ? { number: leading.number, span: [leading.span[0], paragraph.span[1]] }
      : paragraph;
    const next = paragraphs[i + 1];
    leading = next && !leading && leadsOn(text, paragraph, next) ? paragraph : null;
    if (!leading) stretches.push(joined);
  }
  return stretches;
}

function leadsOn(text: string, { span: [start, end] }: Paragraph, { span: [next] }: Paragraph): boolean {
  return (
    end - start <= LEADING &&
    /:\s*$/.test(text.slice(Math.max(start, end - 4), end)) &&
    /^\s*(?:["“„«]|'')/.test(text.slice(next, next + 4))
  );
}

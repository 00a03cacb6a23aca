import type { Article, Paragraph, Span } from '../articles/article.ts';
import { readDateline } from '../articles/dateline.ts';

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
  const headline = headlineSpan({ text, title: title ?? null, paragraphs });
  const stretches: Paragraph[] = headline ? [{ number: 0, span: headline }] : [];
  let leading: Paragraph | null = null;
  for (const [i, paragraph] of paragraphs.entries()) {
    const joined: Paragraph = leading
      ? { number: leading.number, span: [leading.span[0], paragraph.span[1]] }
      : paragraph;
    const next = paragraphs[i + 1];
    leading = next && !leading && leadsOn(text, paragraph, next) ? paragraph : null;
    if (!leading) stretches.push(withoutLeadIn(text, joined, i < DATELINED));
  }
  return stretches;
}

/** Where an article's headline stands in its text, above the body; null where it doesn't. */
export function headlineSpan({
  text,
  title,
  paragraphs,
}: Pick<Article, 'text' | 'title' | 'paragraphs'>): Span | null {
  const body = paragraphs[0]?.span[0] ?? text.length;
  const start = title ? text.slice(0, body).lastIndexOf(title) : -1;
  return title && start >= 0 ? [start, start + title.length] : null;
}

/** In how many paragraphs of an article's beginning a dateline may stand. */
const DATELINED = 3;
/** The hour of a live blog's entry: "10:45 GMT ". */
const HOUR =
  /^\s*\d{1,2}[:.]\d\d\s?(?:[ap]\.?m\.?)?\s*(?:GMT|BST|UTC|CES?T|E[SD]?T|P[SD]?T|IST|AES?T)?\s*[-–—:|]?\s+(?=[\p{Lu}"“„«‘'])/u;

/** A paragraph from behind its dateline or hour on: they are nobody's words. */
function withoutLeadIn(
  text: string,
  { number, span: [start, end] }: Paragraph,
  datelined: boolean,
): Paragraph {
  const head = text.slice(start, Math.min(end, start + 160));
  const hour = HOUR.exec(head)?.[0].length ?? 0;
  const skipped = hour > 0 ? hour : datelined ? readDateline(head).length : 0;
  return { number, span: [start + skipped < end ? start + skipped : start, end] };
}

function leadsOn(text: string, { span: [start, end] }: Paragraph, next: Paragraph): boolean {
  return (
    end - start <= LEADING &&
    /:\s*$/.test(text.slice(Math.max(start, end - 4), end)) &&
    opensWithMark(text, next)
  );
}

/** Whether a paragraph begins with a quotation mark. */
export const opensWithMark = (text: string, { span: [start] }: Paragraph): boolean =>
  /^\s*(?:["“„«]|'')/.test(text.slice(start, start + 4));

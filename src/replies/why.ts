import type { Statement } from '../archive/archive.ts';
import { paragraphSpan } from '../archive/paragraph.ts';
import { foldPlain } from '../language/names.ts';
import { asRead } from '../language/reading.ts';
import { isAuthored } from '../quotes/quote.ts';

/** What the speaker was told from, by what the article calls them at the quote. */
const TOLD_FROM = {
  pronoun: 'from the text around it',
  role: 'from who holds that role in the article',
  surname: 'from the full name elsewhere in the article',
} as const;

/**
 * One line on how it was told who a statement's speaker is: "“he” is Mark Rutte here, as told from the text around it". Null where the
 * article names them at the quote, or where nobody is named.
 */
export function whyOf(statement: Statement): string | null {
  const { speaker, how, quote, article } = statement;
  if (speaker !== null && isAuthored(quote)) return `${speaker.name} has signed this text`;
  if (speaker === null || how === null || how === 'named' || how === 'described') return null;
  const [start, end] = [quote.source[0]?.[0] ?? 0, quote.source.at(-1)?.[1] ?? 0];
  const [from, to] = paragraphSpan(statement);
  const words = asRead(article.text, [start, end], [Math.min(from, start), Math.max(to, end)]);
  // the source may be the whole name all the same
  if (foldPlain(words).join(' ').includes(foldPlain(speaker.name).join(' '))) return null;
  if (words === '') return `${speaker.name} is told ${TOLD_FROM.pronoun}`;
  return `“${words}” is ${speaker.name} here, as told ${TOLD_FROM[how]}`;
}

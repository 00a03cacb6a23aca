import { basename } from 'node:path';
import type { Statement } from '../archive/archive.ts';
import { paragraphSpan } from '../archive/paragraph.ts';
import type { Article } from '../articles/article.ts';
import { foldPlain } from '../language/names.ts';
import { asRead } from '../language/reading.ts';
import { readTerms, stemOf } from '../language/terms.ts';
import { isAuthored } from '../quotes/quote.ts';
import { linkTo } from './link.ts';
import type { Card, Run } from './reply.ts';
import { whyOf } from './why.ts';

/** How many other articles with the same words a card names. */
const MOST_SOURCES = 3;

/** What an article is called: its title, or its file's name where it has none. */
export const titleOf = ({ title, file }: Article): string => title ?? basename(file);

/**
 * A statement as a person is shown it.
 *
 * @param matching - words whose like, by their stem, are bold in it
 * @param also - other statements of the same words
 */
export function cardOf(
  statement: Statement,
  matching: readonly string[],
  also: readonly Statement[] = [],
): Card {
  const { quote, said } = statement;
  return {
    statement: statement.id,
    speaker: speakerRuns(statement),
    said: [said.when, said.where].filter((part) => part !== null).join(', ') || null,
    words: wordRuns(shownWords(statement), matching),
    paraphrase: quote.kind === 'indirect' && !isAuthored(quote),
    why: whyOf(statement),
    source: sourceRuns(statement),
    also: alsoLines(also),
  };
}

/** The speaker's name in bold and the role; where nobody is named, that. */
function speakerRuns({ speaker, role }: Statement): readonly Run[] {
  const name: Run = speaker ? { text: speaker.name, bold: true } : { text: 'Speaker not named', bold: true };
  return role === null ? [name] : [name, { text: `, ${role}` }];
}

/** The words of a statement as they are read in its article, without Markdown or HTML; a direct one between quotation marks. */
function shownWords(statement: Statement): string {
  const { quote, article } = statement;
  const [from, to] = paragraphSpan(statement);
  const words = quote.content
    .map((span) => asRead(article.text, span, [Math.min(from, span[0]), Math.max(to, span[1])]))
    .join(' … ');
  return quote.kind === 'direct' ? `“${words}”` : words;
}

function wordRuns(text: string, matching: readonly string[]): readonly Run[] {
  const stems = new Set(
    [...matching, ...matching.flatMap((words) => readTerms(words).map(({ word }) => word))].map(stemOf),
  );
  const runs: Run[] = [];
  for (const piece of text.replace(/\s+/g, ' ').split(/([\p{L}\p{N}]+(?:[’'][\p{L}]+)*)/u)) {
    if (piece === '') continue;
    const bold = foldPlain(piece).some((word) => stems.has(stemOf(word)));
    const last = runs.at(-1);
    if (last && Boolean(last.bold) === bold) runs[runs.length - 1] = { ...last, text: last.text + piece };
    else runs.push(bold ? { text: piece, bold } : { text: piece });
  }
  return runs;
}

/** "also in …", a line for each of the first few, and how many more there are. */
function alsoLines(also: readonly Statement[]): readonly (readonly Run[])[] {
  const lines = also
    .slice(0, MOST_SOURCES)
    .map((statement): readonly Run[] => [{ text: 'also in ' }, ...sourceRuns(statement)]);
  return also.length > MOST_SOURCES
    ? [...lines, [{ text: `and ${also.length - MOST_SOURCES} more` }]]
    : lines;
}

/** Title, outlet, byline, date and paragraph; the title leads to the words themselves where the article has an address. */
export function sourceRuns({ article, paragraph, quote }: Statement): readonly Run[] {
  const [start, end] = quote.content[0] ?? [0, 0];
  const title: Run =
    article.url === null
      ? { text: titleOf(article) }
      : { text: titleOf(article), url: linkTo(article.url, article.text.slice(start, end)) };
  const rest = [
    article.outlet,
    article.byline === null ? null : `by ${article.byline}`,
    article.published,
    paragraph === 0 ? 'headline' : `paragraph ${paragraph}`,
  ].filter((part) => part !== null);
  return [title, { text: ` · ${rest.join(' · ')}` }];
}

import { basename } from 'node:path';
import type { Statement } from '../archive/archive.ts';
import type { Article } from '../articles/article.ts';
import { foldPlain } from '../language/names.ts';
import { readTerms, stemOf } from '../language/terms.ts';
import { linkTo } from './link.ts';
import type { Card, Run } from './reply.ts';

/** What an article is called: its title, or its file's name where it has none. */
export const titleOf = ({ title, file }: Article): string => title ?? basename(file);

/** A statement as a person is shown it, with the words that share a stem with one of `matching` in bold. */
export function cardOf(statement: Statement, matching: readonly string[]): Card {
  const { quote, said } = statement;
  return {
    statement: statement.id,
    speaker: speakerRuns(statement),
    said: [said.when, said.where].filter((part) => part !== null).join(', ') || null,
    words: wordRuns(shownWords(statement), matching),
    paraphrase: quote.kind === 'indirect',
    source: sourceRuns(statement),
  };
}

/** The speaker's name in bold and the role; where nobody is named, that. */
function speakerRuns({ speaker, role }: Statement): readonly Run[] {
  const name: Run = speaker ? { text: speaker.name, bold: true } : { text: 'Speaker not named', bold: true };
  return role === null ? [name] : [name, { text: `, ${role}` }];
}

/** The words of a statement, a direct one between quotation marks. */
const shownWords = ({ quote, text }: Statement): string => (quote.kind === 'direct' ? `“${text}”` : text);

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

import type { Sight } from '../archive/archive.ts';
import { paragraphOf, paragraphSpan } from '../archive/paragraph.ts';
import { sourceRuns } from './card.ts';
import { linesReply } from './pages.ts';
import type { Reply, Run } from './reply.ts';

/**
 * The paragraph around a statement, with the statement's own words in bold, and its source; a sentence that says so where the
 * asker can see no such statement any more.
 */
export function contextReply(statementId: string, { archive, libraries }: Sight): Reply {
  const statement = archive.statement(statementId, libraries);
  if (!statement) return linesReply('This passage is no longer in the articles.', [], [], 1);
  const span = paragraphSpan(statement);
  const runs: Run[] = [];
  let at = span[0];
  for (const [start, end] of statement.quote.content) {
    if (start < at || end > span[1]) continue;
    runs.push(
      { text: statement.article.text.slice(at, start) },
      { text: statement.article.text.slice(start, end), bold: true },
    );
    at = end;
  }
  runs.push({ text: statement.article.text.slice(at, span[1]) });
  const paragraph = runs.filter(({ text }) => text !== '');
  const record = {
    paragraph: paragraphOf(statement),
    number: statement.paragraph,
    file: statement.article.file,
  };
  return linesReply(null, [paragraph, sourceRuns(statement)], [record], 1);
}

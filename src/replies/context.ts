import type { Sight, Statement } from '../archive/archive.ts';
import { paragraphOf, paragraphSpan } from '../archive/paragraph.ts';
import { readingOf } from '../language/reading.ts';
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
  const paragraph = paragraphRuns(statement);
  const record = {
    paragraph: paragraphOf(statement),
    number: statement.paragraph,
    file: statement.article.file,
  };
  return linesReply(null, [paragraph, sourceRuns(statement)], [record], 1);
}

/** The paragraph as it is read, without Markdown or HTML, with the statement's words in bold. */
function paragraphRuns(statement: Statement): readonly Run[] {
  const { content } = statement.quote;
  const { text, startOf } = readingOf(statement.article.text, paragraphSpan(statement));
  const isOwn = (at: number) => content.some(([start, end]) => start <= startOf(at) && startOf(at) < end);
  const runs: Run[] = [];
  let from = 0;
  for (let at = 1; at <= text.length; at++) {
    if (at < text.length && isOwn(at) === isOwn(from)) continue;
    runs.push(isOwn(from) ? { text: text.slice(from, at), bold: true } : { text: text.slice(from, at) });
    from = at;
  }
  return runs;
}

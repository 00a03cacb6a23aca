import type { Statement } from '../archive/archive.ts';
import type { Support } from '../questions/answer.ts';
import type { Follow } from '../storage/storage.ts';
import { isBy } from './follow-speakers.ts';
import { statementsOnTopic } from './follow-topics.ts';

/** What of a follow tells what it is about. */
export type Wish = Pick<Follow, 'kind' | 'words'>;

/**
 * Those of some statements that somebody who follows a speaker or a topic is to be told of, best first.
 *
 * @param statements - as the follow's library shows them; all of an article's, or some of several
 */
export function matchesOf({ kind, words }: Wish, statements: readonly Statement[]): readonly Support[] {
  if (kind === 'topic') return statementsOnTopic(words, statements);
  return statements
    .filter((statement) => isBy(words, statement))
    .map((statement) => ({ statement, score: 1, matching: [], also: [] }));
}

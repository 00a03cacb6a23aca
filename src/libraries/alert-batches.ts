import { createHash } from 'node:crypto';
import type { Sight, Statement } from '../archive/archive.ts';
import type { Article } from '../articles/article.ts';
import type { Support } from '../questions/answer.ts';
import { withSameWords } from '../questions/same-words.ts';
import type { AlertedArticle } from '../replies/alert-reply.ts';
import type { Alert, Follow } from '../storage/storage.ts';
import { matchesOf } from './follow-matches.ts';

/** What is to be posted in one message. */
export type Batch = {
  /** The words of the follows that it is because of. */
  readonly follows: readonly string[];
  /** The first that came in first. */
  readonly articles: readonly AlertedArticle[];
  /** The ids of all statements that have been told of with it, those too that are the same words as others. */
  readonly statements: readonly string[];
};

/** What waits in a channel, as far as it can be shown. */
export type Waiting = {
  /** A batch for each article, the first that came in first. */
  readonly batches: readonly Batch[];
  /** The alerts whose statements the archive doesn't have. */
  readonly missing: readonly Alert[];
};

/**
 * Looks up what waits in a channel.
 *
 * @param alerts - the oldest first
 * @param follows - of the channel, as they are now
 * @param sight - what the library shows
 */
export function lookUp(alerts: readonly Alert[], follows: readonly Follow[], sight: Sight): Waiting {
  const missing: Alert[] = [];
  const articles = new Map<string, { article: Article; waiting: { alert: Alert; statement: Statement }[] }>();
  for (const alert of alerts) {
    const statement = sight.archive.statement(alert.statement, sight.libraries);
    if (!statement) {
      missing.push(alert);
      continue;
    }
    const { article } = statement;
    const known = articles.get(article.id) ?? { article, waiting: [] };
    articles.set(article.id, known);
    known.waiting.push({ alert, statement });
  }
  const batches = [...articles.values()].map(({ article, waiting }) =>
    batchOf(article, waiting, follows, sight),
  );
  return { batches, missing };
}

function batchOf(
  article: Article,
  waiting: readonly { readonly alert: Alert; readonly statement: Statement }[],
  follows: readonly Follow[],
  sight: Sight,
): Batch {
  const statements = waiting.map(({ statement }) => statement);
  const asked = new Set(waiting.map(({ alert }) => alert.follow));
  const found = new Map<string, Support>(
    statements.map((statement) => [statement.id, { statement, score: 0, matching: [], also: [] }]),
  );
  const named: string[] = [];
  for (const follow of follows) {
    const matches = matchesOf(follow, statements);
    if (matches.length > 0 || asked.has(follow.id)) named.push(follow.words);
    for (const match of matches) found.set(match.statement.id, merged(match, found.get(match.statement.id)));
  }
  const quotes = withSameWords([...found.values()].sort(bestFirst), sight.archive, sight.libraries);
  return {
    follows: named,
    articles: [{ article, quotes }],
    statements: statements.map(({ id }) => id),
  };
}

/** What two follows found in one statement. */
const merged = (one: Support, other: Support | undefined): Support =>
  other === undefined
    ? one
    : {
        ...one,
        score: Math.max(one.score, other.score),
        matching: [...new Set([...one.matching, ...other.matching])],
      };

/** Somebody's own words before the article's for them, the headline last, otherwise in the order of the text. */
function bestFirst(one: Support, other: Support): number {
  const rank = ({ statement: { quote, paragraph } }: Support) =>
    ({ direct: 2, mixed: 1, indirect: 0 })[quote.kind] - (paragraph === 0 ? 3 : 0);
  const start = ({ statement: { quote } }: Support) => quote.content[0]?.[0] ?? 0;
  return other.score - one.score || rank(other) - rank(one) || start(one) - start(other);
}

/**
 * A message for each article where there are as many messages left; otherwise the last of them gathers what is left.
 *
 * @param left - how many messages there may be, at least 1
 */
export function withinLimit(batches: readonly Batch[], left: number): readonly Batch[] {
  if (batches.length <= left) return batches;
  const rest = batches.slice(left - 1);
  const gathered: Batch = {
    follows: [...new Set(rest.flatMap(({ follows }) => follows))],
    articles: rest.flatMap(({ articles }) => articles),
    statements: rest.flatMap(({ statements }) => statements),
  };
  return [...batches.slice(0, left - 1), gathered];
}

/** The same for the same statements in the same channel, so that a message isn't posted twice; 24 characters. */
export const nonceOf = (channel: string, { statements }: Batch): string =>
  createHash('sha256')
    .update([channel, ...[...statements].sort()].join('\n'))
    .digest('base64url')
    .slice(0, 24);

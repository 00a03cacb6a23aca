import type { Statement } from '../../archive/archive.ts';
import type { Article } from '../../articles/article.ts';
import { part } from './coverage.ts';
import { has } from './features.ts';
import type { Likeness } from './likeness.ts';
import { statementWords } from './statement-words.ts';
import type { Wanted } from './wanted.ts';

/** How many statements are looked at closely. */
const SHORTLIST = 60;

/** How much each part of the first look counts. */
const COUNTS = {
  content: 1.5,
  sentence: 0.7,
  paragraph: 0.6,
  around: 0.3,
  article: 0.7,
  whom: 0.7,
  introduction: 0.7,
};

/**
 * The statements that are worth a close look, the likeliest first, at most {@link SHORTLIST}: by what is quickly told, the
 * words of the content and those around it.
 */
export function shortlist(
  wanted: Wanted,
  statements: readonly Statement[],
  fits: ReadonlyMap<Article, number>,
  likeness: Likeness,
): readonly Statement[] {
  if (statements.length <= SHORTLIST) return statements;
  return statements
    .map((statement) => ({
      statement,
      score: firstLook(wanted, statement, fits.get(statement.article) ?? 0, likeness),
    }))
    .sort((a, b) => b.score - a.score)
    .slice(0, SHORTLIST)
    .map(({ statement }) => statement);
}

function firstLook(
  { topic, whom, named }: Wanted,
  statement: Statement,
  fit: number,
  likeness: Likeness,
): number {
  const words = statementWords(statement);
  let score = COUNTS.article * fit + COUNTS.content * likeness.roughly(topic, words.content);
  score +=
    COUNTS.sentence * part(topic, has(words.sentence)) + COUNTS.paragraph * part(topic, has(words.paragraph));
  score += COUNTS.around * Math.max(part(topic, has(words.before)), part(topic, has(words.behind)));
  // where somebody is named, all statements are by whom it names
  if (named || whom.length === 0) return score;
  score += COUNTS.whom * likeness.roughly(whom, words.speaker);
  return score + COUNTS.introduction * part(whom, has(words.introduction));
}

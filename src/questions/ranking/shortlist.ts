import type { Statement } from '../../archive/archive.ts';
import type { Article } from '../../articles/article.ts';
import { part, softOf, type Wanted } from './features.ts';
import type { Likeness } from './likeness.ts';
import { statementWords } from './statement-words.ts';

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
  speaker: 2,
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
  { topic, whom, speakers }: Wanted,
  statement: Statement,
  fit: number,
  likeness: Likeness,
): number {
  const words = statementWords(statement);
  const stems = (text: { readonly stems: Int32Array }) => (number: number) => text.stems.includes(number);
  let score = COUNTS.article * fit + COUNTS.content * softOf(topic, likeness.of(topic, words.content));
  score +=
    COUNTS.sentence * part(topic, stems(words.sentence)) +
    COUNTS.paragraph * part(topic, stems(words.paragraph));
  score += COUNTS.around * Math.max(part(topic, stems(words.before)), part(topic, stems(words.behind)));
  if (speakers.size > 0) return score + COUNTS.speaker * (speakers.get(statement.speaker?.id ?? '') ?? 0);
  if (whom.length === 0) return score;
  score += COUNTS.whom * softOf(whom, likeness.of(whom, words.speaker));
  return score + COUNTS.introduction * part(whom, stems(words.introduction));
}

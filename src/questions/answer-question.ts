import type { Archive } from '../archive/archive.ts';
import type { LibraryId } from '../articles/article.ts';
import { today } from '../language/calendar.ts';
import type { Answer } from './answer.ts';
import { findAskedAbout } from './asked-about.ts';
import type { Asking, Least } from './asking.ts';
import { choicesFor } from './choices.ts';
import { readQuestion } from './question.ts';
import { answerByRanking, LEAST } from './ranking/answer-by-ranking.ts';
import { withSameWords } from './same-words.ts';
import { readTime } from './time/read-time.ts';
import { answerByWeighing } from './weighing/answer-by-weighing.ts';

/** The most statements that an answer holds. */
const MOST = 10;
/**
 * Up to this many statements, which are those of a few articles on one matter, are all weighed by rules; more are ranked by what
 * was learned from questions over many articles.
 */
const FEW = 300;

/**
 * Answers a question from the statements that the asker may see. The verdict is `not-found` where the evidence is too weak,
 * or where the question asks about somebody who says nothing in the articles.
 *
 * @param only - the id of the speaker who is meant, where that has been told apart from the question: "Which Trump?"
 * @param least - other thresholds than the usual, to measure them
 */
export function answerQuestion(
  typed: string,
  archive: Archive,
  libraries: readonly LibraryId[],
  only?: string,
  least: Least = LEAST,
): Answer {
  const time = readTime(typed, today());
  const question = readQuestion(time.question);
  const found = findAskedAbout(question, archive, libraries);
  const askedAbout = only === undefined ? found : { ...found, speakers: [only], described: false };
  const asking: Asking = { question, askedAbout, time, archive, libraries, least };
  const isFew = archive.statements(libraries).length <= FEW;
  const answer = isFew ? answerByWeighing(asking) : answerByRanking(asking);
  const support = withSameWords(answer.support, archive, libraries).slice(0, MOST);
  return { ...answer, support, choices: choicesFor(found.subject, archive, libraries) };
}

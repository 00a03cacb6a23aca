import { basename } from 'node:path';
import type { Statement } from '../src/archive/archive.ts';
import type { Article, Span } from '../src/articles/article.ts';
import { foldName, foldPlain } from '../src/language/names.ts';
import type { Verdict } from '../src/questions/answer.ts';
import type { Quote } from '../src/quotes/quote.ts';
import type { Said } from '../src/quotes/said.ts';
import type { Speaker } from '../src/speakers/speaker.ts';
import {
  type ExpectedAnswer,
  isMarked,
  type MarkedQuestion,
  type WordedQuestion,
  wasSaid,
} from './questions.ts';

/** What is judged of a statement. */
type JudgedStatement = Pick<Statement, 'text'> & {
  readonly speaker: Pick<Speaker, 'name'> | null;
  readonly said: Pick<Said, 'when' | 'where'>;
  readonly article: Pick<Article, 'file'>;
  readonly quote: Pick<Quote, 'content'>;
};

type ShownStatement = { readonly statement: JudgedStatement; readonly score: number };

/** What is judged of an answer; its statements are best first. */
export type JudgedAnswer = {
  readonly verdict: Verdict;
  readonly support: readonly ShownStatement[];
  /** What is shown as nearest where nothing was found. */
  readonly nearest: readonly ShownStatement[];
};

/** Whether an answer says that somebody said something. */
export const isAnswered = ({ verdict, support }: JudgedAnswer): boolean =>
  verdict !== 'not-found' && support.length > 0;

/**
 * The place of the first right statement in an answer, from 1; null where there is none, or where the verdict is wrong. A
 * question with a verdict alone ("did …", or one that nobody answers) has it in place 1.
 */
export function placeOfRight(expected: ExpectedAnswer, answer: JudgedAnswer): number | null {
  if (expected.kind === 'none') return isAnswered(answer) ? null : 1;
  if (expected.kind === 'did') return isRightVerdict(expected, answer) ? 1 : null;
  if (!isAnswered(answer)) return null;
  const place = answer.support.findIndex(({ statement }) => isRight(expected, statement)) + 1;
  return place === 0 ? null : place;
}

/** Of a marked question only what was said must be told, and in which article: what wasn't may be denied or not found. */
function isRightVerdict(expected: ExpectedAnswer, { verdict, support }: JudgedAnswer): boolean {
  if ('verdict' in expected) return verdict === expected.verdict;
  if (wasSaid(expected) !== true) return verdict !== 'supported';
  const first = support[0]?.statement;
  return verdict === 'supported' && first !== undefined && isMarked(expected) && isInArticle(expected, first);
}

const isRight = (expected: ExpectedAnswer, statement: JudgedStatement): boolean =>
  isMarked(expected) ? isRightByMarks(expected, statement) : isRightByWords(expected, statement);

function isRightByWords(expected: WordedQuestion, statement: JudgedStatement): boolean {
  const { said, article } = statement;
  switch (expected.kind) {
    case 'which':
      return basename(article.file) === expected.article;
    case 'did':
    case 'none':
      return false;
  }
  if (!isBySpeaker(expected, statement) || !statement.text.includes(expected.holds)) return false;
  if (expected.kind === 'when') return said.when?.includes(expected.said) ?? false;
  if (expected.kind === 'where') return said.where?.includes(expected.said) ?? false;
  return true;
}

function isRightByMarks(expected: MarkedQuestion, statement: JudgedStatement): boolean {
  switch (expected.kind) {
    case 'who':
      return isInArticle(expected, statement) && isBySpeaker(expected, statement);
    case 'what':
      return isOnSpan(expected, statement) && isBySpeaker(expected, statement);
    case 'when':
      return isOnSpan(expected, statement) && tells(statement, expected.date ?? '');
    case 'which':
      return isInArticle(expected, statement);
    default:
      return false;
  }
}

/**
 * Whether one of the first three statements that are shown, be it as the nearest, is what the question is about; null where the
 * question doesn't tell which is.
 */
export function hasSpanInFirstThree(expected: ExpectedAnswer, answer: JudgedAnswer): boolean | null {
  if (expected.kind === 'did' || expected.kind === 'none') return null;
  const shown = isAnswered(answer) ? answer.support : answer.nearest;
  const firstThree = shown.slice(0, 3).map(({ statement }) => statement);
  if (isMarked(expected)) return firstThree.some((statement) => isOnSpan(expected, statement));
  return 'holds' in expected ? firstThree.some(({ text }) => text.includes(expected.holds)) : null;
}

/** Whether somebody else is said to have said it; null for what isn't asked by "who", or isn't answered. */
export function hasWrongSpeaker(expected: ExpectedAnswer, answer: JudgedAnswer): boolean | null {
  const [first] = answer.support;
  if (expected.kind !== 'who' || !isAnswered(answer) || !first) return null;
  return !isBySpeaker(expected, first.statement);
}

function isBySpeaker(
  expected: MarkedQuestion | { readonly speaker: string },
  { speaker }: JudgedStatement,
): boolean {
  const name = speaker?.name ?? '';
  if ('speaker' in expected) return foldName(name).join(' ') === foldName(expected.speaker).join(' ');
  return expected.speakers.some((known) => mayBeSame(name, known));
}

/** Whether two names may be one person's: the words of one are all in the other, and both end alike ("Trump", "Donald Trump"). */
export function mayBeSame(one: string, other: string): boolean {
  const [a, b] = [foldPlain(one), foldPlain(other)];
  if (a.length === 0 || b.length === 0 || a.at(-1) !== b.at(-1)) return false;
  return a.every((word) => b.includes(word)) || b.every((word) => a.includes(word));
}

const isInArticle = ({ articles }: MarkedQuestion, { article }: JudgedStatement): boolean =>
  articles.includes(basename(article.file));

const isOnSpan = ({ articles, spans }: MarkedQuestion, { article, quote }: JudgedStatement): boolean =>
  basename(article.file) === articles[0] && doOverlap(quote.content, spans);

/** Whether one of some spans has a place in common with one of the others. */
export const doOverlap = (spans: readonly Span[], others: readonly Span[]): boolean =>
  spans.some(([start, end]) => others.some(([from, to]) => start < to && from < end));

/** Whether the words of a date or a place stand, one behind the other, in when or where something was said. */
function tells({ said }: JudgedStatement, circumstance: string): boolean {
  const told = foldPlain([said.when, said.where].filter(Boolean).join(' ')).join(' ');
  return told.includes(foldPlain(circumstance).join(' '));
}

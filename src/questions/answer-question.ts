import type { Archive, Statement } from '../archive/archive.ts';
import type { LibraryId } from '../articles/article.ts';
import { today } from '../language/calendar.ts';
import type { Answer, Support, Verdict } from './answer.ts';
import { type AskedAbout, findAskedAbout } from './asked-about.ts';
import { choicesFor } from './choices.ts';
import { matchingWords } from './matching-words.ts';
import { type Question, readQuestion } from './question.ts';
import { FEATURES, type Wanted } from './ranking/features.ts';
import { lexiconOf } from './ranking/lexicon.ts';
import { type Candidate, readCandidates } from './ranking/rank-statements.ts';
import {
  chanceOf,
  confidenceInput,
  questionModel,
  type Ranking,
  rankCandidates,
  rankerInputs,
} from './ranking/ranker.ts';
import { readWanted } from './ranking/wanted.ts';
import { withSameWords } from './same-words.ts';
import { byDate, isWithin } from './time/period.ts';
import { type QuestionTime, readTime } from './time/read-time.ts';

/** The most statements that an answer holds, and the most that are shown as the nearest. */
const MOST = 10;
const MOST_NEAREST = 3;
/**
 * The least chance of being right for an answer to "who", for any other answer, and for somebody to have said a thing; below it
 * nobody said it. A wrong speaker is the worst that can be answered, so that "who" takes more. `npm run eval` prints what
 * each would give.
 */
export const LEAST = { who: 0.55, answer: 0.3, said: 0.6 };
/** The least part of a question's weight that a statement holds of its words, to be told as its opposite, or as the nearest. */
const ON_THE_MATTER = 0.5;
const NEAR = 0.15;
/** The part of the best statement's chance that another must have to stand beside it. */
const BESIDE = 0.05;
/** The score of a speaker's statement where nothing else is asked for. */
const ANYTHING = 0.6;

type Ranked = Candidate & Ranking & { readonly opposed: boolean };
/** The least chances of being right; see {@link LEAST}. */
export type Least = { readonly who: number; readonly answer: number; readonly said: number };

/** A question with what is needed to answer it. */
type Asking = {
  readonly question: Question;
  readonly askedAbout: AskedAbout;
  readonly wanted: Wanted;
  readonly time: QuestionTime;
  readonly archive: Archive;
  readonly libraries: readonly LibraryId[];
  readonly least: Least;
};

/**
 * Answers a question from the statements that the asker may see. The verdict is `not-found` where the chance of being right is
 * too small, or where the question asks about somebody who says nothing in the articles.
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
  const wanted = readWanted(question, askedAbout, lexiconOf(archive, libraries));
  const answer = answerAbout({ question, askedAbout, wanted, time, archive, libraries, least });
  const support = withSameWords(answer.support, archive, libraries).slice(0, MOST);
  return { ...answer, support, choices: choicesFor(found.subject, archive, libraries) };
}

function answerAbout(asking: Asking): Answer {
  const { askedAbout, wanted } = asking;
  if (wanted.topic.length === 0) return answerWithoutTopic(asking);
  const { subject, speakers, described } = askedAbout;
  const ranked = rank(asking, candidatesOf(asking));
  const unknown = subject !== null && speakers.length === 0 && !described;
  return unknown ? notFound(asking, ranked) : conclude(asking, ranked);
}

const candidatesOf = ({ wanted, archive, libraries, time }: Asking): readonly Candidate[] =>
  readCandidates(wanted, archive, libraries, (statement) => isInTime(statement, time));

const isInTime = (statement: Statement, { period }: QuestionTime): boolean =>
  period === null || isWithin(statement, period);

/** Whatever somebody said, where nothing but who it was, and when, is asked for. */
function answerWithoutTopic(asking: Asking): Answer {
  const { question, wanted, archive, libraries, time } = asking;
  const statements = wanted.named
    ? [...wanted.speakers.keys()]
        .flatMap((id) => archive.statementsBy(id, libraries))
        .filter((statement) => isInTime(statement, time))
    : candidatesOf(asking)
        .filter(({ features }) => featureOf(features, 'whomSpeaker') >= 1)
        .map(({ statement }) => statement);
  if (statements.length === 0) return notFound(asking, []);
  const support = inOrder(byCircumstance(question, statements), time)
    .slice(0, 5 * MOST)
    .map((statement) => ({ statement, score: ANYTHING, matching: [], also: [] }));
  return { question, verdict: 'answered', support, nearest: [], choices: [] };
}

/** The newest or the oldest first, where that is asked for. */
const inOrder = (statements: readonly Statement[], { order }: QuestionTime): readonly Statement[] =>
  order === null ? statements : [...statements].sort(byDate(order));

/** Those first that have the circumstances that are asked for. */
function byCircumstance({ kind }: Question, statements: readonly Statement[]): readonly Statement[] {
  if (kind !== 'when' && kind !== 'where') return statements;
  const has = ({ said }: Statement) => (kind === 'when' ? said.when : said.where) !== null;
  return [...statements.filter(has), ...statements.filter((statement) => !has(statement))];
}

const featureOf = (features: Float32Array, name: (typeof FEATURES)[number]): number =>
  features[FEATURES.indexOf(name)] as number;

/** The candidates in the order of how well they answer, best first; what says the opposite of the claim comes last. */
function rank({ question, askedAbout, wanted }: Asking, candidates: readonly Candidate[]): readonly Ranked[] {
  const { speakers } = askedAbout;
  const { ranker } = questionModel();
  const inputs = rankerInputs(candidates.map(({ features }) => features));
  const rankings = rankCandidates(ranker, inputs);
  return candidates
    .map(({ statement }, i): Ranked => {
      const features = inputs[i] as Float32Array;
      const onTheMatter = featureOf(features, 'contentSoft') >= ON_THE_MATTER;
      const opposed = question.claims && onTheMatter && featureOf(features, 'negation') === 1;
      return { statement, features, ...(rankings[i] as Ranking), opposed };
    })
    .filter(({ statement }) => !wanted.named || speakers.includes(statement.speaker?.id ?? ''))
    .sort((a, b) => b.score - a.score);
}

function conclude(asking: Asking, ranked: readonly Ranked[]): Answer {
  const { question, least } = asking;
  const { confidence } = questionModel();
  if (question.kind === 'did') return concludeWhether(asking, ranked);
  const fitting = question.kind === 'who' ? ranked.filter(({ opposed }) => !opposed) : ranked;
  const chance = chanceOf(confidence, inputOf(fitting));
  if (fitting.length === 0 || chance < (question.kind === 'who' ? least.who : least.answer))
    return notFound(asking, ranked);
  const support = supportOf(asking, fitting, chance);
  return { question, verdict: 'answered', support, nearest: [], choices: [] };
}

/** Whether somebody said a thing, or the opposite of it. */
function concludeWhether(asking: Asking, ranked: readonly Ranked[]): Answer {
  const { question, least } = asking;
  const [first] = ranked;
  const chance = chanceOf(questionModel().supported, inputOf(ranked));
  if (!first || chance < least.said) return notFound(asking, ranked);
  const verdict: Verdict = first.opposed ? 'contradicted' : 'supported';
  return { question, verdict, support: supportOf(asking, ranked, chance), nearest: [], choices: [] };
}

const inputOf = (ranked: readonly Ranked[]): Float32Array =>
  confidenceInput(
    ranked.map(({ features, score, votes, statement }) => ({
      features,
      score,
      votes,
      speaker: statement.speaker?.id ?? null,
    })),
  );

/** The best statements, each with its chance: the first one's, and of it what the ranker leaves for the others. */
function supportOf({ wanted, time }: Asking, ranked: readonly Ranked[], chance: number): readonly Support[] {
  const most = ranked[0]?.score ?? 0;
  const support = ranked
    .map(({ statement, score }) => ({ statement, part: Math.exp(Math.min(0, score - most)) }))
    .filter(({ part }, place) => part >= BESIDE || place < MOST_NEAREST)
    .slice(0, 2 * MOST)
    .map(({ statement, part }) => ({
      statement,
      score: chance * part,
      matching: matchingWords(wanted, statement),
      also: [],
    }));
  if (time.order === null) return support;
  const compare = byDate(time.order);
  return support.sort((a, b) => compare(a.statement, b.statement));
}

function notFound(asking: Asking, ranked: readonly Ranked[]): Answer {
  const near = ranked
    .filter(({ features }) => featureOf(features, 'sentenceSoft') >= NEAR)
    .slice(0, MOST_NEAREST);
  const nearest = supportOf(asking, near, 0);
  return { question: asking.question, verdict: 'not-found', support: [], nearest, choices: [] };
}

import type { Statement } from '../../archive/archive.ts';
import type { Answer, Support, Verdict } from '../answer.ts';
import { type Asking, asksForUnknown, inOrderOfTime, isInTime, type Least } from '../asking.ts';
import { matchingWords } from '../matching-words.ts';
import type { Question } from '../question.ts';
import { byDate } from '../time/period.ts';
import type { QuestionTime } from '../time/read-time.ts';
import { FEATURES } from './feature-names.ts';
import { lexiconOf } from './lexicon.ts';
import { type Candidate, readCandidates } from './rank-statements.ts';
import {
  chanceOf,
  confidenceInput,
  questionModel,
  type Ranking,
  rankCandidates,
  rankerInputs,
} from './ranker.ts';
import { isVague } from './speaker-kind.ts';
import { readWanted, type Wanted } from './wanted.ts';

/** The most statements that an answer holds, and the most that are shown as the nearest. */
const MOST = 10;
const MOST_NEAREST = 3;
/**
 * The least chance of being right for an answer to "who", for any other answer, and for somebody to have said a thing; below it
 * nobody said it. A wrong speaker is the worst that can be answered, so that "who" takes more. `npm run eval` prints what
 * each would give.
 */
export const LEAST: Least = { who: 0.6, answer: 0.2, said: 0.65 };
/** The least part of a question's words that a statement's own hold to be its opposite, and its sentence to be the nearest. */
const ON_THE_MATTER = 0.5;
const NEAR = 0.15;
/** The part of the best statement's chance that another must have to stand beside it. */
const BESIDE = 0.03;
/** The score of a speaker's statement where nothing else is asked for. */
const ANYTHING = 0.6;

type Ranked = Candidate & Ranking & { readonly opposed: boolean };
/** What is asked, with its words weighed. */
type Weighed = Asking & { readonly wanted: Wanted };

/** Answers by what was learned from questions: the candidates are ranked, and the first is the answer if it is likely enough. */
export function answerByRanking(asking: Asking): Answer {
  const { question, askedAbout, archive, libraries } = asking;
  const wanted = readWanted(question, askedAbout, lexiconOf(archive, libraries));
  const weighed = { ...asking, wanted };
  if (wanted.topic.length === 0) return answerWithoutTopic(weighed);
  const ranked = withSpeakerFirst(weighed, rank(weighed, candidatesOf(weighed)));
  return asksForUnknown(askedAbout) ? notFound(weighed, ranked) : conclude(weighed, ranked);
}

const candidatesOf = ({ wanted, archive, libraries, time }: Weighed): readonly Candidate[] =>
  readCandidates(wanted, archive, libraries, (statement) => isInTime(statement, time));

/** Whatever somebody said, where nothing but who it was, and when, is asked for. */
function answerWithoutTopic(asking: Weighed): Answer {
  const { question, time } = asking;
  const statements = statementsOfWhom(asking);
  if (statements.length === 0) return notFound(asking, []);
  const support = inOrder(byCircumstance(question, statements), time)
    .slice(0, 5 * MOST)
    .map((statement) => ({ statement, score: ANYTHING, matching: [], also: [] }));
  return { question, verdict: 'answered', support, nearest: [], choices: [] };
}

/** What those said whom a question names or describes, in its time; what anybody said where it only tells a time. */
function statementsOfWhom(asking: Weighed): readonly Statement[] {
  const { wanted, archive, libraries, time } = asking;
  if (wanted.whom.length === 0 && time.period !== null)
    return archive.statements(libraries).filter((statement) => isInTime(statement, time));
  if (wanted.speakers.size > 0)
    return [...wanted.speakers]
      .flatMap((id) => archive.statementsBy(id, libraries))
      .filter((statement) => isInTime(statement, time));
  return candidatesOf(asking)
    .filter(({ features }) => featureOf(features, 'whomSpeaker') >= 1)
    .map(({ statement }) => statement);
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

/** The candidates in the order of how well they answer, best first. */
function rank({ question }: Weighed, candidates: readonly Candidate[]): readonly Ranked[] {
  const { ranker } = questionModel();
  const inputs = rankerInputs(candidates.map(({ features }) => features));
  const rankings = rankCandidates(ranker, inputs);
  return candidates
    .map(({ statement }, i): Ranked => {
      const features = inputs[i] as Float32Array;
      const onTheMatter = heldBy({ features }) >= ON_THE_MATTER;
      const opposed = question.claims && onTheMatter && featureOf(features, 'negation') === 1;
      return { statement, features, ...(rankings[i] as Ranking), opposed };
    })
    .sort((a, b) => b.score - a.score);
}

/**
 * The same order, but for "who" with the best statement first that tells who. Whoever asks which one it was isn't told by "a
 * source" or "the ad": of such answers to the training questions one in seven was right.
 */
function withSpeakerFirst({ question, wanted }: Weighed, ranked: readonly Ranked[]): readonly Ranked[] {
  const asksWhich = wanted.whom.length > 0;
  const first = ranked.findIndex(
    ({ statement: { speaker } }) => speaker !== null && !(asksWhich && isVague(speaker)),
  );
  if (question.kind !== 'who' || first <= 0) return ranked;
  return [ranked[first] as Ranked, ...ranked.slice(0, first), ...ranked.slice(first + 1)];
}

function conclude(asking: Weighed, ranked: readonly Ranked[]): Answer {
  const { question, least } = asking;
  if (question.kind === 'did') return concludeWhether(asking, ranked);
  const chance = chanceOf(questionModel().confidence, inputOf(ranked));
  if (ranked.length === 0 || chance < (question.kind === 'who' ? least.who : least.answer))
    return notFound(asking, ranked);
  const support = supportOf(asking, ranked, chance);
  return { question, verdict: 'answered', support, nearest: [], choices: [] };
}

/** Whether somebody said a thing, or the opposite of it. */
function concludeWhether(asking: Weighed, ranked: readonly Ranked[]): Answer {
  const { question, least } = asking;
  const [first] = ranked;
  const chance = chanceOf(questionModel().supported, inputOf(ranked));
  const verdict = (of: Verdict, shown: readonly Ranked[], score: number): Answer => ({
    question,
    verdict: of,
    support: supportOf(asking, shown, score),
    nearest: [],
    choices: [],
  });
  if (first && !first.opposed && chance >= least.said) return verdict('supported', ranked, chance);
  const opposite = ranked.slice(0, MOST_NEAREST).find(({ opposed }) => opposed);
  if (!opposite) return notFound(asking, ranked);
  return verdict('contradicted', [opposite], heldBy(opposite));
}

/** The part of what is asked that a statement's own words hold. */
const heldBy = ({ features }: Pick<Ranked, 'features'>): number => featureOf(features, 'contentSoft');

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
function supportOf({ wanted, time }: Weighed, ranked: readonly Ranked[], chance: number): readonly Support[] {
  const most = ranked[0]?.score ?? 0;
  const support = ranked
    .map(({ statement, score }) => ({ statement, part: Math.exp(Math.min(0, score - most)) }))
    .filter(({ part }) => part >= BESIDE || chance === 0)
    .slice(0, 2 * MOST)
    .map(({ statement, part }) => ({
      statement,
      score: chance * part,
      matching: matchingWords(wanted, statement),
      also: [],
    }));
  return inOrderOfTime(support, time);
}

function notFound(asking: Weighed, ranked: readonly Ranked[]): Answer {
  const near = ranked
    .filter(({ features }) => featureOf(features, 'sentenceSoft') >= NEAR)
    .slice(0, MOST_NEAREST);
  const nearest = supportOf(asking, near, 0);
  return { question: asking.question, verdict: 'not-found', support: [], nearest, choices: [] };
}

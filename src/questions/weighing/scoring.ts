import type { Statement } from '../../archive/archive.ts';
import type { Term } from '../../language/terms.ts';
import type { Support } from '../answer.ts';
import { haveSameSense } from '../polarity.ts';
import type { Question } from '../question.ts';
import { type Evidence, type Weights, weighEvidence } from './evidence.ts';

/** What is looked for: a question's topic and description in words that are weighed. */
export type Search = {
  readonly question: Question;
  readonly topic: string;
  readonly terms: readonly Term[];
  readonly descriptor: readonly Term[];
  readonly weights: Weights;
};

/** A support, and, where it says the opposite of what is looked for, the score that it would have if it didn't; otherwise 0. */
export type Ranked = Support & { readonly opposed: number };

/** The score of a speaker's statement where nothing else is asked for. */
const ANYTHING = 0.6;
/** How much of a score is the evidence in the statement itself; the rest may stand around it. */
const OWN_WORDS = 0.35;
/** How much a descriptor ("republican senator") counts beside the topic. */
const DESCRIPTOR = 0.3;
/** What is taken off where none of the question's plain words, or of its names, is found: in part where some aren't. */
const UNMATCHED = 0.3;
/** What is left of a score: of an opposite statement, of one by nobody, of one word's likeness, of a part for the whole. */
const LEFT = { opposite: 0.5, nobody: 0.6, likeness: 0.5, part: 0.7 } as const;
/** How well the least matched word of what somebody is said to have said must be matched. */
const WHOLE = 0.25;

/** The statements in the order of how well they answer, best first. */
export function rank(search: Search, statements: readonly Statement[]): readonly Ranked[] {
  return statements.map((statement) => score(search, statement)).sort((a, b) => b.score - a.score);
}

function score({ question, topic, terms, descriptor, weights }: Search, statement: Statement): Ranked {
  const evidence = weighEvidence(terms, weights, statement);
  const described = descriptor.length > 0 ? weighEvidence(descriptor, weights, statement).coverage : null;
  const fit =
    terms.length === 0 ? ANYTHING : fitOf(question, evidence, described, statement.speaker !== null);
  const opposes =
    question.kind === 'who' &&
    question.claims &&
    evidence.inContent > 0.3 &&
    evidence.matched > 0 &&
    !haveSameSense(topic, statement.text);
  return {
    statement,
    score: circumstanceBonus(question, statement, opposes ? fit * LEFT.opposite : fit),
    matching: evidence.matching,
    also: [],
    opposed: opposes ? fit : 0,
  };
}

function fitOf(question: Question, evidence: Evidence, described: number | null, named: boolean): number {
  const { coverage, inContent, exact, alike, weakest, firm, unmatched, missing } = evidence;
  let fit = (1 - OWN_WORDS) * coverage + OWN_WORDS * inContent;
  if (question.kind === 'who') fit *= 1 - UNMATCHED * unmatched - UNMATCHED * missing;
  if (question.descriptor !== '') fit = (1 - DESCRIPTOR) * fit + DESCRIPTOR * (described ?? 1);
  // one word that is only near in meaning is no answer: "the war is over" is not "conflict resolution"
  if (question.subject === null && exact === 0 && alike < 2) fit *= LEFT.likeness;
  // a thing is said or not said as a whole: "cooperation has ended" is not borne out by what holds only "cooperation"
  if (question.kind === 'did' && (weakest < WHOLE || firm === 0)) fit *= LEFT.part;
  if (question.kind === 'who' && !named) fit *= LEFT.nobody;
  return fit;
}

/** Lifts what has the circumstances that are asked for, without lifting it over much better evidence. */
function circumstanceBonus({ kind }: Question, { said }: Statement, score: number): number {
  const has = kind === 'when' ? said.when !== null : kind === 'where' ? said.where !== null : false;
  return has ? Math.min(1, score * 1.15 + 0.02) : score;
}

import type { Archive, Statement } from '../archive/archive.ts';
import type { LibraryId } from '../articles/article.ts';
import { foldPlain } from '../language/names.ts';
import { readTerms, type Term } from '../language/terms.ts';
import { ROLE_NOUNS } from '../speakers/titles.ts';
import type { Answer, Support, Verdict } from './answer.ts';
import { type Evidence, type Weights, weigh, weighEvidence } from './evidence.ts';
import { isNegated } from './polarity.ts';
import { type Question, readQuestion } from './question.ts';

/** The most statements that an answer holds. */
const MOST = 10;
/** How many statements a search brings in to be weighed. */
const CANDIDATES = 150;
/** The least evidence for an answer, by what is asked; below it nobody said it. Chosen on open question sets. */
export const THRESHOLDS = { who: 0.6, said: 0.42, did: 0.6, which: 0.5 } as const;
/** The part of the best statement's score that another must have to stand beside it. */
const BESIDE = 0.72;
/** How much a descriptor ("republican senator") counts beside the topic. */
const DESCRIPTOR = 0.3;

/** Words for people that name nobody: a subject with one is described rather than named. */
const DESCRIBES =
  /^(?:guy|man|woman|lady|prof|people|team|lawyer|cop|police|person|girl|boy|kid|mother|father|mom|dad|campaign|staff|group)s?$/;

/**
 * Answers a question from the statements that the asker may see. The verdict is `not-found` where the evidence is too weak,
 * or where the question asks about somebody who says nothing in the articles.
 */
export function answerQuestion(typed: string, archive: Archive, libraries: readonly LibraryId[]): Answer {
  const question = readQuestion(typed);
  const { subject, topic } = splitBareName(question, archive, libraries);
  const speakers =
    subject === null ? [] : archive.findSpeakers(subject, libraries).map(({ speaker }) => speaker.id);
  const described = subject !== null && speakers.length === 0 && isDescription(subject);
  const terms = readTerms(topic);
  const descriptor = readTerms([question.descriptor, described ? subject : ''].join(' '));
  const statements = archive.statements(libraries);
  const bySpeaker = (statement: Statement) =>
    statement.speaker !== null && speakers.includes(statement.speaker.id);
  const unknown = subject !== null && speakers.length === 0 && !described;
  const candidates =
    speakers.length > 0
      ? statements.filter(bySpeaker)
      : archive
          .search([topic, question.descriptor, subject ?? ''].join(' '), libraries, CANDIDATES)
          .map((hit) => hit.statement);
  const weights = weigh([...terms, ...descriptor], statements);
  const ranked = rank(question, topic, terms, descriptor, weights, candidates);
  if (unknown || ranked.length === 0) return notFound(question, ranked[0] ?? null);
  return conclude(question, topic, terms, ranked, speakers.length > 0);
}

const notFound = (question: Question, nearest: Support | null): Answer => ({
  question,
  verdict: 'not-found',
  support: [],
  nearest,
});

const isDescription = (subject: string): boolean =>
  foldPlain(subject).some((word) => ROLE_NOUNS.has(word) || DESCRIBES.test(word));

/** "zelensky nato": a name at either end of words that ask nothing is whom they ask about. */
function splitBareName(
  { kind, subject, topic }: Question,
  archive: Archive,
  libraries: readonly LibraryId[],
): { subject: string | null; topic: string } {
  if (kind !== 'what' || subject !== null) return { subject, topic };
  const words = topic.split(' ');
  for (const size of [3, 2, 1])
    for (const [name, rest] of [
      [words.slice(0, size), words.slice(size)],
      [words.slice(-size), words.slice(0, -size)],
    ] as const) {
      const typed = name.join(' ').replace(/[’']s?$/, '');
      if (name.length !== size || typed.length < 3 || readTerms(typed).length < size) continue;
      if (
        archive
          .findSpeakers(typed, libraries)
          .some(({ speaker }) => speaker.named && sharesWord(typed, speaker.name))
      )
        return { subject: typed, topic: rest.join(' ') };
    }
  return { subject, topic };
}

/** Whether a typed name shares a whole word with a speaker's, so that a topic's word isn't taken for a misspelt name. */
const sharesWord = (typed: string, name: string): boolean => {
  const words = foldPlain(name);
  return foldPlain(typed).some((word) => words.includes(word));
};

function rank(
  question: Question,
  topic: string,
  terms: readonly Term[],
  descriptor: readonly Term[],
  weights: Weights,
  candidates: readonly Statement[],
): readonly Support[] {
  return candidates
    .map((statement): Support => {
      const evidence = weighEvidence(terms, weights, statement);
      const described = descriptor.length > 0 ? weighEvidence(descriptor, weights, statement).coverage : 1;
      return {
        statement,
        score: scoreOf(question, topic, terms, evidence, described, statement),
        matching: evidence.matching,
      };
    })
    .sort((a, b) => b.score - a.score);
}

function scoreOf(
  question: Question,
  topic: string,
  terms: readonly Term[],
  { coverage, inContent }: Evidence,
  described: number,
  statement: Statement,
): number {
  if (terms.length === 0) return circumstanceBonus(question, statement, 0.6);
  let score = 0.65 * coverage + 0.35 * inContent;
  if (question.descriptor !== '') score = (1 - DESCRIPTOR) * score + DESCRIPTOR * described;
  if (question.kind === 'who' && statement.speaker === null) score *= 0.6;
  if (question.kind === 'who' && isNegated(topic) !== isNegated(statement.text)) score *= 0.85;
  return circumstanceBonus(question, statement, score);
}

/** Lifts what has the circumstances that are asked for, without lifting it over much better evidence. */
function circumstanceBonus({ kind }: Question, { said }: Statement, score: number): number {
  const has = kind === 'when' ? said.when !== null : kind === 'where' ? said.where !== null : false;
  return has ? Math.min(1, score * 1.15 + 0.02) : score;
}

function conclude(
  question: Question,
  topic: string,
  terms: readonly Term[],
  ranked: readonly Support[],
  bySpeaker: boolean,
): Answer {
  const best = ranked[0];
  const { kind } = question;
  const threshold =
    terms.length === 0
      ? 0
      : kind === 'did'
        ? THRESHOLDS.did
        : kind === 'which'
          ? THRESHOLDS.which
          : bySpeaker
            ? THRESHOLDS.said
            : THRESHOLDS.who;
  if (!best || best.score < threshold || (terms.length === 0 && !bySpeaker))
    return notFound(question, best ?? null);
  const support = ranked
    .filter(({ score }) => score >= Math.max(threshold, best.score * BESIDE))
    .slice(0, MOST);
  const verdict: Verdict =
    kind !== 'did'
      ? 'answered'
      : isNegated(topic) === isNegated(best.statement.text)
        ? 'supported'
        : 'contradicted';
  return { question, verdict, support, nearest: null };
}

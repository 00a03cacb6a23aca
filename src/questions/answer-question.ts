import type { Archive, Statement } from '../archive/archive.ts';
import type { LibraryId } from '../articles/article.ts';
import { readTerms, type Term } from '../language/terms.ts';
import type { Answer, Support, Verdict } from './answer.ts';
import { type AskedAbout, findAskedAbout, fitsDescription } from './asked-about.ts';
import { choicesFor } from './choices.ts';
import { weigh } from './evidence.ts';
import { haveSameSense } from './polarity.ts';
import { type Question, readQuestion } from './question.ts';
import { withSameWords } from './same-words.ts';
import { type Ranked, rank, type Search } from './scoring.ts';

/** The most statements that an answer holds. */
const MOST = 10;
/** Up to this many statements are all weighed, so that none is missed for want of a shared word. */
const WEIGH_ALL = 300;
/** How many statements a search brings in to be weighed. */
const CANDIDATES = 150;
/**
 * The least evidence for an answer, by what is asked; below it nobody said it. Chosen on open question sets. Where anybody may
 * have said it, chance finds more among more statements: the threshold grows by `perTenfold` with each tenfold.
 */
const THRESHOLDS = { who: 0.4, perTenfold: 0.09, said: 0.36, did: 0.57, which: 0.5 };
/** The least score of a statement that is worth showing as the nearest. */
const NEAR = 0.12;
/** The part of the best statement's score that another must have to stand beside it. */
const BESIDE = 0.72;

/** Stems of words that ask for quotes and tell nothing about them: "everything rutte said", "quotes by rutte". */
const ASKING = new Set(['quot', 'statement', 'said', 'sai', 'everyth', 'word', 'comment', 'remark']);

/**
 * Answers a question from the statements that the asker may see. The verdict is `not-found` where the evidence is too weak,
 * or where the question asks about somebody who says nothing in the articles.
 *
 * @param only - the id of the speaker who is meant, where that has been told apart from the question: "Which Trump?"
 */
export function answerQuestion(
  typed: string,
  archive: Archive,
  libraries: readonly LibraryId[],
  only?: string,
): Answer {
  const question = readQuestion(typed);
  const found = findAskedAbout(question, archive, libraries);
  const askedAbout = only === undefined ? found : { ...found, speakers: [only], described: false };
  const answer = answerAbout(question, askedAbout, archive, libraries);
  const support = withSameWords(answer.support, archive, libraries).slice(0, MOST);
  return { ...answer, support, choices: choicesFor(found.subject, archive, libraries) };
}

function answerAbout(
  question: Question,
  askedAbout: AskedAbout,
  archive: Archive,
  libraries: readonly LibraryId[],
): Answer {
  const { subject, topic, speakers, described } = askedAbout;
  const terms = readTerms(topic).filter(({ stem }) => !ASKING.has(stem));
  const descriptor = readTerms([question.descriptor, described ? subject : ''].join(' '));
  const statements = archive.statements(libraries);
  const unknown = subject !== null && speakers.length === 0 && !described;
  const candidates = candidatesFor(question, askedAbout, archive, libraries);
  const weights = weigh([...terms, ...descriptor], statements);
  const search: Search = { question, topic, terms, descriptor, weights };
  const ranked = rank(search, candidates);
  if (unknown || ranked.length === 0)
    return notFound(question, terms.length > 0 ? (ranked[0] ?? null) : null);
  return conclude(search, ranked, speakers.length > 0, statements.length);
}

/** The statements that may answer: the speakers' own, those of whoever fits a description, or what a search brings in. */
function candidatesFor(
  { descriptor }: Question,
  { subject, topic, speakers, described }: AskedAbout,
  archive: Archive,
  libraries: readonly LibraryId[],
): readonly Statement[] {
  const statements = archive.statements(libraries);
  if (speakers.length > 0)
    return statements.filter(({ speaker }) => speaker !== null && speakers.includes(speaker.id));
  if (described) return statements.filter((statement) => fitsDescription(subject ?? '', statement));
  if (statements.length <= WEIGH_ALL) return statements;
  const words = [topic, descriptor, subject ?? ''].join(' ');
  const wanted = readTerms(words).map(({ stem }) => ({ stem, weight: 1 }));
  return archive.search(wanted, libraries, CANDIDATES).map(({ statement }) => statement);
}

const notFound = (question: Question, nearest: Support | null): Answer => ({
  question,
  verdict: 'not-found',
  support: [],
  nearest: nearest !== null && nearest.score >= NEAR ? nearest : null,
  choices: [],
});

/** The least score of an answer; 0 where nothing but the speaker is asked for. */
function thresholdFor(
  { kind }: Question,
  terms: readonly Term[],
  bySpeaker: boolean,
  statements: number,
): number {
  if (terms.length === 0) return 0;
  if (kind === 'did') return THRESHOLDS.did;
  if (kind === 'which') return THRESHOLDS.which;
  return bySpeaker
    ? THRESHOLDS.said
    : THRESHOLDS.who + THRESHOLDS.perTenfold * Math.log10(Math.max(1, statements));
}

/** The strongest statement of the opposite, where it fits what was asked better than the best answer does; or null. */
function strongestOpposite(ranked: readonly Ranked[], best: Support): Ranked | null {
  const [strongest] = [...ranked].sort((a, b) => b.opposed - a.opposed);
  return strongest && strongest.opposed > best.score ? strongest : null;
}

function conclude(
  { question, topic, terms }: Search,
  ranked: readonly Ranked[],
  bySpeaker: boolean,
  statements: number,
): Answer {
  const best = ranked[0];
  const threshold = thresholdFor(question, terms, bySpeaker, statements);
  if (terms.length === 0 && !bySpeaker) return notFound(question, null);
  if (!best || best.score < threshold) return notFound(question, best ?? null);
  const opposite = strongestOpposite(ranked, best);
  if (opposite) return notFound(question, opposite);
  const support = ranked.filter(({ score }) => score >= Math.max(threshold, best.score * BESIDE));
  const verdict: Verdict =
    question.kind !== 'did'
      ? 'answered'
      : haveSameSense(topic, best.statement.text)
        ? 'supported'
        : 'contradicted';
  return { question, verdict, support, nearest: null, choices: [] };
}

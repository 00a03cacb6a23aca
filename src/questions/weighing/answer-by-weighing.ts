import type { Statement } from '../../archive/archive.ts';
import { textAt } from '../../language/span.ts';
import { readTerms, type Term } from '../../language/terms.ts';
import type { Answer, Support, Verdict } from '../answer.ts';
import { type Asking, asksForUnknown, inOrderOfTime, isInTime, tellingTerms } from '../asking.ts';
import { haveSameSense } from '../polarity.ts';
import type { Question } from '../question.ts';
import { weigh } from './evidence.ts';
import { type Ranked, rank, type Search } from './scoring.ts';

/**
 * The least evidence for an answer, by what is asked; below it nobody said it. Chosen on open question sets. Where anybody may
 * have said it, chance finds more among more statements: the threshold grows by `perTenfold` with each tenfold.
 */
const THRESHOLDS = { who: 0.4, perTenfold: 0.09, said: 0.36, did: 0.57, which: 0.5 };
/** The least score of a statement that is worth showing as the nearest. */
const NEAR = 0.12;
/** The part of the best statement's score that another must have to stand beside it. */
const BESIDE = 0.72;

/** Answers by weighing every statement's words against the question's. */
export function answerByWeighing(asking: Asking): Answer {
  const { question, askedAbout, archive, libraries, time } = asking;
  const { subject, topic, speakers, described } = askedAbout;
  const terms = tellingTerms(readTerms(topic));
  const descriptor = readTerms([question.descriptor, described ? subject : ''].join(' '));
  const statements = archive.statements(libraries);
  const candidates = candidatesFor(asking).filter((statement) => isInTime(statement, time));
  const weights = weigh([...terms, ...descriptor], statements);
  const search: Search = { question, topic, terms, descriptor, weights };
  const ranked = rank(search, candidates);
  if (asksForUnknown(askedAbout) || ranked.length === 0)
    return notFound(question, terms.length > 0 ? (ranked[0] ?? null) : null);
  const bySpeaker = speakers.length > 0 || (time.period !== null && terms.length === 0);
  const answer = conclude(search, ranked, bySpeaker, statements.length);
  return { ...answer, support: inOrderOfTime(answer.support, time) };
}

/** The statements that may answer: the speakers' own, those of whoever fits a description, or all. */
function candidatesFor({ askedAbout, archive, libraries }: Asking): readonly Statement[] {
  const { subject, speakers, described } = askedAbout;
  const statements = archive.statements(libraries);
  if (speakers.length > 0)
    return statements.filter(({ speaker }) => speaker !== null && speakers.includes(speaker.id));
  return described ? statements.filter((statement) => fitsDescription(subject ?? '', statement)) : statements;
}

/** Words for people that name nobody. */
const DESCRIBES =
  /^(?:guy|man|woman|lady|prof|people|team|lawyer|cop|police|person|girl|boy|kid|mother|father|mom|dad|campaign|staff|group)s?$/;

/**
 * Whether a statement's source is as a subject describes it: all words of the description that tell anything ("us", "president")
 * stand in the speaker's name or role, so that an office that nobody holds is nobody's.
 */
function fitsDescription(subject: string, { article, quote, speaker, role }: Statement): boolean {
  const source = textAt(article.text, quote.source);
  const held = new Set(readTerms(['', speaker?.name, role, source].join(' ')).map(({ stem }) => stem));
  const asked = readTerms(`the ${subject}`).filter(({ word }) => !DESCRIBES.test(word));
  return asked.every(({ stem }) => held.has(stem));
}

const notFound = (question: Question, nearest: Support | null): Answer => ({
  question,
  verdict: 'not-found',
  support: [],
  nearest: nearest !== null && nearest.score >= NEAR ? [nearest] : [],
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
  return { question, verdict, support, nearest: [], choices: [] };
}

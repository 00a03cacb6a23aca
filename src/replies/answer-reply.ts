import type { Statement } from '../archive/archive.ts';
import type { Answer, Support, Verdict } from '../questions/answer.ts';
import { whatElse } from '../questions/follow-ups/what-else.ts';
import { cardOf } from './card.ts';
import { choosingOf } from './choosing.ts';
import { cardsReply } from './pages.ts';
import { answerRecord } from './records.ts';
import type { Card, Reply } from './reply.ts';

const LEADS: Readonly<Record<Exclude<Verdict, 'not-found'>, string | null>> = {
  answered: null,
  supported: 'Yes, the articles have that:',
  contradicted: 'The articles have the opposite:',
};

/** The most answers that a record holds. */
const MOST_RECORDED = 10;

/** What to say where a time or place is asked for that the article doesn't give. */
export const untold = (kind: 'when' | 'where', { said }: Statement): string | null =>
  said[kind] === null ? `The article does not tell ${kind} that was said:` : null;

function leadOf({ question: { kind }, support: [best], verdict }: Answer): string | null {
  if (verdict === 'not-found') return null;
  const circumstance = kind === 'when' || kind === 'where' ? kind : null;
  return (circumstance && best && untold(circumstance, best.statement)) ?? LEADS[verdict];
}

const supportCard = ({ statement, matching, also }: Support): Card => cardOf(statement, matching, also);

/**
 * An answer as a reply. Its one record is what `ask --json` prints for the question: with the verdict `not-found`, its answers
 * are what is nearest.
 *
 * @param chosen - the id of the speaker who was chosen where the question doesn't tell
 */
export function answerReply(typed: string, answer: Answer, page: number, chosen?: string): Reply {
  const { verdict, support, nearest } = answer;
  const shown = verdict === 'not-found' ? nearest : support;
  const answers = shown
    .flatMap(({ statement, also, score }) => [statement, ...also].map((one) => answerRecord(one, score)))
    .slice(0, MOST_RECORDED);
  const records = [{ question: typed, verdict, answers }];
  const choosing = choosingOf(answer.choices, chosen);
  const choice = choosing === undefined ? {} : { choosing };
  const lead = verdict === 'not-found' ? nobodyLead(nearest.length) : leadOf(answer);
  return { ...cardsReply(lead, shown.map(supportCard), records, page), ...choice };
}

const NOBODY = 'Nobody in these articles said that.';

function nobodyLead(nearest: number): string {
  if (nearest === 0) return NOBODY;
  return `${NOBODY} The nearest that was said, which is no answer:`;
}

/** What the speaker of an answer says beyond it, as a reply. */
export function whatElseReply(answer: Answer, statements: readonly Statement[], page: number): Reply {
  const others = whatElse(answer, statements);
  const name = others[0]?.statement.speaker?.name;
  const records = others.map(({ statement, score }) => answerRecord(statement, score));
  const lead = name === undefined ? 'That was all.' : `That was all on it. What else ${name} says:`;
  return cardsReply(lead, others.map(supportCard), records, page);
}

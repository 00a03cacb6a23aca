import type { Answer, Verdict } from '../questions/answer.ts';
import { cardOf } from './card.ts';
import { cardsReply } from './pages.ts';
import { answerRecord } from './records.ts';
import type { Reply } from './reply.ts';

const LEADS: Readonly<Record<Exclude<Verdict, 'not-found'>, string | null>> = {
  answered: null,
  supported: 'Yes, the articles have that:',
  contradicted: 'The articles have the opposite:',
};

/** What to say where a time or place is asked for that the article doesn't give. */
function untold({ question: { kind }, support: [best] }: Answer): string | null {
  if ((kind !== 'when' && kind !== 'where') || !best) return null;
  return best.statement.said[kind] === null ? `The article does not tell ${kind} that was said:` : null;
}

/** An answer as a reply. Its one record is what `ask --json` prints for the question. */
export function answerReply(typed: string, answer: Answer, page: number): Reply {
  const { verdict, support, nearest } = answer;
  const record = {
    question: typed,
    verdict,
    answers: support.map(({ statement, score }) => answerRecord(statement, score)),
  };
  if (verdict !== 'not-found')
    return cardsReply(
      untold(answer) ?? LEADS[verdict],
      support.map(({ statement, matching }) => cardOf(statement, matching)),
      [record],
      page,
    );
  const nobody = 'Nobody in these articles said that.';
  if (!nearest) return cardsReply(nobody, [], [record], page);
  return cardsReply(
    `${nobody} The nearest that was said, which is no answer:`,
    [cardOf(nearest.statement, nearest.matching)],
    [record],
    page,
  );
}

import type { Statement } from '../../archive/archive.ts';
import type { Answer, Support } from '../answer.ts';
import { groupSameWords } from '../same-words.ts';
import { statementsAbout } from '../statements-about.ts';

/**
 * What the speaker of an answer's first statement says beyond that answer: first what is about the matter that was asked
 * about, best first, then the rest in the order of the articles. Empty where nobody is named there, or says no more.
 *
 * @param statements - all that the asker may see
 */
export function whatElse(answer: Answer, statements: readonly Statement[]): readonly Support[] {
  const shown = answer.support.flatMap(({ statement, also }) => [statement, ...also]);
  const speaker = (shown[0] ?? answer.nearest[0]?.statement)?.speaker ?? null;
  if (speaker === null) return [];
  const known = new Set(shown.map(({ id }) => id));
  const others = statements.filter(
    (statement) => statement.speaker?.id === speaker.id && !known.has(statement.id),
  );
  const about = statementsAbout(answer.question.topic, others);
  const isAbout = new Set(about.map(({ statement }) => statement.id));
  const rest = others
    .filter(({ id }) => !isAbout.has(id))
    .map((statement): Support => ({ statement, score: 0, matching: [], also: [] }));
  return groupSameWords([...about, ...rest], others);
}

import type { Statement } from '../archive/archive.ts';
import { paragraphOf } from '../archive/paragraph.ts';
import { readTerms, type Term } from '../language/terms.ts';
import { likenessOfRows, rowOf } from '../language/word-meaning.ts';
import type { Support } from '../questions/answer.ts';
import { statementsAbout } from '../questions/statements-about.ts';

/**
 * The least fit of a statement that is about a topic, as {@link statementsAbout} measures it, and how near a word must be in meaning
 * to stand for one of the topic's. Who asks sees what is less near as the end of a list; who is alerted is only disturbed by it.
 */
const ABOUT = 0.7;
const ALIKE = 0.6;

/** The words of a topic that tell what it is about; empty where there are none: "the". */
export const topicTerms = (words: string): readonly Term[] => readTerms(`the ${words}`);

/**
 * Those of the statements that are about a topic, best first: its words, or words near them in meaning, stand in the statement
 * and its sentence for the greater part, and each of them in its paragraph.
 */
export function statementsOnTopic(words: string, statements: readonly Statement[]): readonly Support[] {
  const topic = topicTerms(words);
  if (topic.length === 0) return [];
  return statementsAbout(words, statements).filter(
    ({ statement, score }) => score >= ABOUT && areHeld(topic, readTerms(paragraphOf(statement))),
  );
}

/** Whether each of a topic's words stands in a text, or another word for it, which isn't one of the topic's itself. */
function areHeld(topic: readonly Term[], text: readonly Term[]): boolean {
  const stems = new Set(topic.map(({ stem }) => stem));
  const others = text.filter(({ stem, isName }) => !isName && !stems.has(stem));
  return topic.every(
    (asked) => text.some((term) => isSame(asked, term)) || others.some((term) => isNear(asked, term)),
  );
}

/** Whether words have one stem; a name counts only as it is: the White House isn't housing, but the Elections Commission is elections. */
const isSame = (asked: Term, term: Term): boolean =>
  asked.stem === term.stem &&
  (asked.isName || !term.isName || asked.word.replace(/s$/, '') === term.word.replace(/s$/, ''));

const isNear = (asked: Term, term: Term): boolean =>
  !asked.isName && likenessOfRows(rowOf(asked.word), rowOf(term.word)) >= ALIKE;

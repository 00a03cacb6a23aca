import type { Statement } from '../archive/archive.ts';
import { readTerms } from '../language/terms.ts';
import { rarityOf, rowOf } from '../language/word-meaning.ts';
import type { Support } from './answer.ts';
import { matchingWords } from './matching-words.ts';
import { softOf } from './ranking/coverage.ts';
import { createLikeness } from './ranking/likeness.ts';
import { statementWords } from './ranking/statement-words.ts';
import { stemNumber } from './ranking/text-words.ts';
import type { QuestionWord } from './ranking/wanted.ts';

/** The least part of a matter's words that a statement holds to be about it. */
const ABOUT = 0.4;

/** Those of the given statements that are about a matter, best first. */
export function statementsAbout(matter: string, statements: readonly Statement[]): readonly Support[] {
  const topic = readTerms(`the ${matter}`).map(({ word, stem, isName }): QuestionWord => {
    const row = rowOf(word);
    return {
      word,
      stem,
      number: stemNumber(stem),
      row,
      isName,
      weight: 0.3 + rarityOf(row),
      surname: undefined,
      surnameNumber: -1,
      opposites: [],
    };
  });
  const likeness = createLikeness();
  return statements
    .map((statement): Support => {
      const { content, sentence } = statementWords(statement);
      const score =
        0.5 * softOf(topic, likeness.of(topic, content)) + 0.5 * softOf(topic, likeness.of(topic, sentence));
      return { statement, score, matching: matchingWords({ topic }, statement), also: [] };
    })
    .filter(({ score }) => score >= ABOUT)
    .sort((a, b) => b.score - a.score);
}

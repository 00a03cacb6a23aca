import type { Statement } from '../archive/archive.ts';
import { readTerms, type Term } from '../language/terms.ts';
import { likenessOfRows, rowOf } from '../language/word-meaning.ts';
import type { Wanted } from './ranking/wanted.ts';

/** How near a word must be in meaning to one of the question's to match it. */
const ALIKE = 0.62;

const read = new WeakMap<Statement, readonly Term[]>();

/** A statement's words, read once. */
function termsOf(statement: Statement): readonly Term[] {
  const known = read.get(statement);
  if (known) return known;
  const terms = readTerms(statement.text);
  read.set(statement, terms);
  return terms;
}

/** The words of a statement that match a question's: the same but for their endings, or near in meaning; in lower case. */
export function matchingWords({ topic }: Pick<Wanted, 'topic'>, statement: Statement): readonly string[] {
  const matching = termsOf(statement).filter(({ stem, word, isName }) =>
    topic.some(
      (asked) =>
        asked.stem === stem ||
        asked.surname === stem ||
        (!asked.isName && !isName && likenessOfRows(asked.row, rowOf(word)) >= ALIKE),
    ),
  );
  return [...new Set(matching.map(({ word }) => word))];
}

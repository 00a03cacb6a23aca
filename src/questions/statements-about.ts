import type { Statement } from '../archive/archive.ts';
import { readTerms } from '../language/terms.ts';
import type { Support } from './answer.ts';
import { weigh, weighEvidence } from './evidence.ts';

/** The least evidence for a statement to be about a matter. */
const ABOUT = 0.35;

/** Those of the given statements that are about a matter, best first. */
export function statementsAbout(matter: string, statements: readonly Statement[]): readonly Support[] {
  const terms = readTerms(matter);
  const weights = weigh(terms, statements);
  return statements
    .map((statement): Support => {
      const { coverage, inContent, matching } = weighEvidence(terms, weights, statement);
      return { statement, score: 0.5 * coverage + 0.5 * inContent, matching, also: [] };
    })
    .filter(({ score }) => score >= ABOUT)
    .sort((a, b) => b.score - a.score);
}

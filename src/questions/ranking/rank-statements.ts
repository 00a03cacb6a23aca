import type { Archive, Statement } from '../../archive/archive.ts';
import type { LibraryId } from '../../articles/article.ts';
import { candidatesFor } from './candidates.ts';
import { articleFits, featuresOf } from './features.ts';
import { createLikeness } from './likeness.ts';
import { shortlist } from './shortlist.ts';
import type { Wanted } from './wanted.ts';

/** A statement with its features for a question. */
export type Candidate = { readonly statement: Statement; readonly features: Float32Array };

/**
 * The statements that may answer a question, with their features.
 *
 * @param keep tells which statements may be looked at at all
 */
export function readCandidates(
  wanted: Wanted,
  archive: Archive,
  libraries: readonly LibraryId[],
  keep: (statement: Statement) => boolean = () => true,
): readonly Candidate[] {
  const likeness = createLikeness();
  const found = candidatesFor(wanted, archive, libraries).filter(
    (statement) => keep(statement) && (!wanted.named || wanted.speakers.has(statement.speaker?.id ?? '')),
  );
  const fits = articleFits(wanted, new Set(found.map(({ article }) => article)));
  return shortlist(wanted, found, fits, likeness).map((statement) => ({
    statement,
    features: featuresOf(wanted, statement, fits.get(statement.article) ?? 0, likeness),
  }));
}

import type { SpeakerEntry, Statement } from '../../archive/archive.ts';
import type { Claim } from './claims.ts';
import type { SenseChange } from './sense-change.ts';
import type { Change } from './wording-difference.ts';

/**
 * - `verbatim`: somebody said it in these words
 * - `altered`: somebody said it, but words were changed, put in or left out
 * - `paraphrase`: somebody said so in other words
 * - `said-by-another`: it was said, in these or other words, but not by whom it is claimed to be from
 * - `opposite`: somebody said the opposite
 * - `not-found`: nobody in the articles said it, which doesn't tell whether it is so
 */
export type CheckKind = 'verbatim' | 'altered' | 'paraphrase' | 'said-by-another' | 'opposite' | 'not-found';

/** How a statement has the words of a claim: `shortened` where the claim says what it left out, with "…" or brackets. */
export type Wording = 'verbatim' | 'shortened' | 'altered' | 'paraphrase';

/**
 * Whose a statement is beside whom a claim names: that one's, another one's, not told by the article ("an official"), or anybody's
 * where the claim names nobody.
 */
export type Whose = 'claimed' | 'another' | 'untold' | 'anybody';

/** What the articles hold of a claim. */
export type Check = {
  readonly claim: Claim;
  readonly kind: CheckKind;
  /** The statement that the verdict rests on; for `not-found` the nearest one, which is none. */
  readonly statement: Statement | null;
  readonly whose: Whose;
  /** How the statement has the claim's words; null where it isn't found. */
  readonly wording: Wording | null;
  /** What the words that differ change in the sense, of an altered statement. */
  readonly sense: SenseChange | null;
  /** The claim as it would be were it that of the article, with what differs marked; empty where nothing does. */
  readonly changes: readonly Change[];
  /** The statement's words that match, for a paraphrase. */
  readonly matching: readonly string[];
  /** Other statements of the same words by the same speaker. */
  readonly also: readonly Statement[];
  /** Statements of the same words by others, where the claim names nobody. */
  readonly others: readonly Statement[];
  /** Where it isn't found: whether its words are too few, or too common, to be somebody's in particular. */
  readonly isTooShort: boolean;
  /** Whether whom the claim names is quoted in the articles; true where it names nobody. */
  readonly isQuoted: boolean;
  /** The people whom the claimed name fits, where it fits several and none of them said it; otherwise empty. */
  readonly choices: readonly SpeakerEntry[];
};

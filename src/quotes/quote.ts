import type { Span } from '../articles/article.ts';

/** `direct`: the content stands within quotation marks; `mixed`: part of it does; `indirect`: none of it does. */
export type Kind = 'direct' | 'mixed' | 'indirect';

/** Every kind, in the order in which they are offered to a person. */
export const KINDS = ['direct', 'mixed', 'indirect'] as const satisfies readonly Kind[];

/** One attribution: somebody (source) expresses (cue) something (content). A part that isn't there is an empty list. */
export type Quote = {
  readonly content: readonly Span[];
  readonly cue: readonly Span[];
  readonly source: readonly Span[];
  readonly kind: Kind;
  /** Whether its words stand in the content of somebody else's quote, or somebody else's in its own. */
  readonly nested?: 'within' | 'around';
};

/** Whether it is what the author of a letter or a piece of opinion says in it: nobody's words in marks, without a cue. */
export const isAuthored = ({ cue, kind }: Pick<Quote, 'cue' | 'kind'>): boolean =>
  cue.length === 0 && kind === 'indirect';

/** A stretch of a passage's tokens: `[from, to)`. */
export type Range = readonly [from: number, to: number];

/** Whether two lists of ranges share a token. */
export const touches = (a: readonly Range[], b: readonly Range[]): boolean =>
  a.some(([from, to]) => b.some(([start, end]) => start < to && from < end));

/** How many tokens ranges have. */
export const lengthOf = (ranges: readonly Range[]): number =>
  ranges.reduce((sum, [from, to]) => sum + to - from, 0);

/** A stretch of a passage's tokens: `[from, to)`. */
export type Range = readonly [from: number, to: number];

/** A stretch of a text: `[start, end)` in UTF-16 code units, counted from the text's start. */
export type Span = readonly [start: number, end: number];

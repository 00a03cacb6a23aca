/** A stretch of a text: `[start, end)` in UTF-16 code units, counted from the text's start. */
export type Span = readonly [start: number, end: number];

/** Whether two spans share a character. */
export const overlap = (a: Span, b: Span): boolean => a[0] < b[1] && b[0] < a[1];

/** Whether one span lies within another. */
export const contains = (outer: Span, inner: Span): boolean => outer[0] <= inner[0] && inner[1] <= outer[1];

/** The words of a text at some spans, joined by `between`. */
export const textAt = (text: string, spans: readonly Span[], between = ' '): string =>
  spans.map(([start, end]) => text.slice(start, end)).join(between);

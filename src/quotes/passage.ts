import type { Paragraph, Span } from '../articles/article.ts';
import { findTimes } from '../language/circumstances.ts';
import { readTokens, type Token } from '../language/tokens.ts';
import { findQuotations, type Quotation } from './quotation-marks.ts';
import type { Range } from './range.ts';
import { readSentences } from './sentences.ts';

export type { Range } from './range.ts';

/** One paragraph, read for its quotes. */
export type Passage = {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly tokens: readonly Token[];
  readonly quotations: readonly Quotation[];
  /** For each token the number of the quotation that it stands in with its marks, or -1. */
  readonly inside: readonly number[];
  /** For each token whether it belongs to a phrase of time outside quotation marks. */
  readonly timed: readonly boolean[];
  /** Sentences; one that ends within a quotation goes on to the quotation's end. */
  readonly sentences: readonly Range[];
};

/** Reads a paragraph of `text` as tokens, quotations and sentences. */
export function readPassage(text: string, { span }: Paragraph): Passage {
  const tokens = readTokens(text, span);
  const quotations = findQuotations(text, span);
  const inside = placesIn(
    tokens,
    quotations.map(({ outer }) => outer),
  );
  const times = placesIn(tokens, findTimes(text, span));
  return {
    text,
    start: span[0],
    end: span[1],
    tokens,
    quotations,
    inside,
    timed: times.map((time, i) => time !== -1 && inside[i] === -1),
    sentences: readSentences(tokens, inside, quotations),
  };
}

/** For each token the number of the span that it lies in, or -1. Both are in the order of the text. */
function placesIn(tokens: readonly Token[], spans: readonly Span[]): readonly number[] {
  let at = 0;
  return tokens.map(({ start, end }) => {
    while (at < spans.length && (spans[at]?.[1] ?? 0) <= start) at++;
    const span = spans[at];
    return span !== undefined && start >= span[0] && end <= span[1] ? at : -1;
  });
}

/** The characters of a stretch of a passage's tokens. */
export const spanOf = (p: Passage, [from, to]: Range): Span => [
  p.tokens[from]?.start ?? p.start,
  p.tokens[to - 1]?.end ?? p.end,
];

import type { Paragraph } from '../articles/article.ts';
import { findCircumstances } from '../language/circumstances.ts';
import { readTokens, type Token } from '../language/tokens.ts';
import { findQuotations, type Quotation } from './quotation-marks.ts';

/** A stretch of a passage's tokens: `[from, to)`. */
export type Range = readonly [from: number, to: number];

/** One paragraph, read for its quotes. */
export type Passage = {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly tokens: readonly Token[];
  readonly quotations: readonly Quotation[];
  /** For each token the number of the quotation that it stands in with its marks, or -1. */
  readonly inside: readonly number[];
  /** For each token whether it belongs to a phrase of time or place outside quotation marks. */
  readonly circumstance: readonly boolean[];
  /** Sentences, but one that ends within a quotation goes on to the quotation's end. */
  readonly sentences: readonly Range[];
};

/** Reads a paragraph of `text` as tokens, quotations and sentences. */
export function readPassage(text: string, { span }: Paragraph): Passage {
  const tokens = readTokens(text, span);
  const quotations = findQuotations(text, span);
  const inside = tokens.map((token) =>
    quotations.findIndex((q) => token.start >= q.outer[0] && token.end <= q.outer[1]),
  );
  const phrases = findCircumstances(text, span);
  const circumstance = tokens.map(
    (token, i) => inside[i] === -1 && phrases.some((p) => token.start >= p.span[0] && token.end <= p.span[1]),
  );
  return {
    text,
    start: span[0],
    end: span[1],
    tokens,
    quotations,
    inside,
    circumstance,
    sentences: readSentences(tokens, inside),
  };
}

function readSentences(tokens: readonly Token[], inside: readonly number[]): readonly Range[] {
  const sentences: Range[] = [];
  let from = 0;
  for (let i = 1; i <= tokens.length; i++) {
    const ends = i === tokens.length || tokens[i]?.sentence !== tokens[i - 1]?.sentence;
    const split = i < tokens.length && inside[i] !== -1 && inside[i] === inside[i - 1];
    const goesOn =
      i < tokens.length && (/^[\p{Ll},;”"’)]/u.test(tokens[i]?.text ?? '') || isAbbreviated(tokens[i - 1]));
    if (!ends || split || goesOn) continue;
    sentences.push([from, i]);
    from = i;
  }
  return sentences;
}

/** A title or a single letter with a full stop, which ends no sentence: "Sen.", "J." */
const isAbbreviated = (token: Token | undefined): boolean =>
  /^(?:\p{Lu}|Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Capt|Prof|Rev|Hon|St|Jr|Sr|vs|No)\.$/u.test(
    token?.text ?? '',
  );

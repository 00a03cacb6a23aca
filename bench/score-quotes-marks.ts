import type { Span } from '../src/language/span.ts';
import type { Kind, Quote } from '../src/quotes/quote.ts';
import { isSpeechCue } from './score-quotes-speech.ts';

/** A quote as a person or the program marks it. */
export type MarkedQuote = Pick<Quote, 'content' | 'cue' | 'source'>;

/** A part of a quote, as it is compared with another. */
export type Part = {
  /** The same for the same characters, white space aside, however they are cut into spans. */
  readonly characters: string;
  /** The numbers of the words (whatever white space separates) that it has a character of. */
  readonly words: ReadonlySet<number>;
};

/** A quote, as it is compared with another; null for a part that it hasn't. */
export type ComparedQuote = {
  readonly content: Part;
  readonly cue: Part | null;
  readonly source: Part | null;
  /** What the text tells of it, not what the program calls it. */
  readonly kind: Kind;
  readonly isSpeech: boolean;
};

/** Makes quotes of a text ready to be compared. One whose content has no character counts for nothing. */
export function comparedQuotes(text: string, quotes: readonly MarkedQuote[]): readonly ComparedQuote[] {
  const words = [...text.matchAll(/\S+/g)].map(({ 0: word, index }): Span => [index, index + word.length]);
  const quoted = quotedStretches(text);
  return quotes.flatMap(({ content, cue, source }) => {
    const pieces = piecesOf(words, content);
    const whole = partOf(pieces);
    if (whole === null) return [];
    const kind = kindOf(text, pieces, quoted);
    const cuePieces = piecesOf(words, cue);
    const isSpeech = isSpeechCue(cuePieces.map(({ span }) => text.slice(...span)).join(' '));
    return [
      { content: whole, cue: partOf(cuePieces), source: partOf(piecesOf(words, source)), kind, isSpeech },
    ];
  });
}

/** What of a word belongs to a part of a quote. */
type Piece = { readonly word: number; readonly span: Span };

function piecesOf(words: readonly Span[], spans: readonly Span[]): readonly Piece[] {
  return words.flatMap((word, number) =>
    unitedSpans(
      spans
        .map(([start, end]): Span => [Math.max(start, word[0]), Math.min(end, word[1])])
        .filter(([start, end]) => start < end),
    ).map((span): Piece => ({ word: number, span })),
  );
}

/** In order, those joined that touch. */
function unitedSpans(spans: readonly Span[]): readonly Span[] {
  if (spans.length < 2) return spans;
  const united: Span[] = [];
  for (const [start, end] of [...spans].sort((a, b) => a[0] - b[0])) {
    const last = united.at(-1);
    if (last && start <= last[1]) united[united.length - 1] = [last[0], Math.max(last[1], end)];
    else united.push([start, end]);
  }
  return united;
}

function partOf(pieces: readonly Piece[]): Part | null {
  if (pieces.length === 0) return null;
  return {
    characters: pieces.map(({ span }) => span.join('-')).join(' '),
    words: new Set(pieces.map(({ word }) => word)),
  };
}

/**
 * What stands between double quotation marks (“…”, "…", ''…''). A quotation that its paragraph doesn't close reaches to the
 * paragraph's end. This is the corpus's notion, simpler than the program's own, so that it can't hide the program's mistakes.
 */
function quotedStretches(text: string): readonly Span[] {
  const stretches: Span[] = [];
  for (const { 0: line, index: start } of text.matchAll(/[^\n]+/g)) {
    let opened = -1;
    for (const { 0: mark, index: at } of line.matchAll(/''|["“”]/g))
      if (opened < 0) {
        if (mark !== '”') opened = at;
      } else if (mark !== '“') {
        stretches.push([start + opened, start + at + mark.length]);
        opened = -1;
      }
    if (opened >= 0) stretches.push([start + opened, start + line.length]);
  }
  return stretches;
}

function kindOf(text: string, pieces: readonly Piece[], quoted: readonly Span[]): Kind {
  const starts = pieces.flatMap(({ span: [start, end] }) =>
    [...text.slice(start, end).matchAll(/[\p{L}\p{N}_]+/gu)].map(({ index }) => start + index),
  );
  const inside = starts.filter((at) => quoted.some(([start, end]) => start <= at && at < end)).length;
  if (inside === 0) return 'indirect';
  return inside === starts.length ? 'direct' : 'mixed';
}

import type { Span } from './article.ts';

/** Hard-wrapped text has lines up to about this many characters, and empty lines between its paragraphs. */
const WRAPPED_LINE = 120;

/** The span of `[start, end)` without the white space at its edges. */
function trimmed(text: string, start: number, end: number): Span {
  let [from, to] = [start, end];
  while (from < to && /\s/.test(text[from] ?? '')) from++;
  while (to > from && /\s/.test(text[to - 1] ?? '')) to--;
  return [from, to];
}

function splitAt(text: string, from: number, separator: RegExp): Span[] {
  const spans: Span[] = [];
  let start = from;
  for (const match of text.slice(from).matchAll(separator)) {
    spans.push(trimmed(text, start, from + match.index));
    start = from + match.index + match[0].length;
  }
  spans.push(trimmed(text, start, text.length));
  return spans.filter(([s, e]) => s < e);
}

/**
 * The blocks of a text from `from` on, in order: its lines, or, where the text is hard-wrapped (short lines, empty ones
 * between the paragraphs) or Markdown, the stretches between empty lines. None is empty.
 */
export function readBlocks(text: string, from: number, markdown: boolean): readonly Span[] {
  const lines = splitAt(text, from, /\r\n|\r|\n/g);
  const blocks = splitAt(text, from, /(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)\s*/g);
  const longest = Math.max(0, ...lines.map(([s, e]) => e - s));
  const wrapped = blocks.length > 1 && lines.length > blocks.length * 1.5 && longest <= WRAPPED_LINE;
  return markdown || wrapped ? blocks : lines;
}

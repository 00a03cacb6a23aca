import type { Span } from './article.ts';

/** Hard-wrapped text has lines up to about this many characters, and empty lines between its paragraphs. */
const WRAPPED_LINE = 120;
/** Hardly any paragraph of news is half as long; what is longer is read in pieces, so that time grows with the text only. */
const LONGEST = 5000;

/** A line that begins a paragraph also where no empty line stands before it: a question or an answer, a name in bold. */
const SPEECH = /^(?:\*\*[^*\n]{1,60}(?::\*\*|\*\*:)|(?:\*\*)?[QA]:(?:\*\*)?\s)/;
/** A line of Markdown that does so: a heading, a list's item. */
const ITEM = /^(?:#{1,6}\s|[-*+•]\s)/;
const NUMBERED = /^\d{1,3}[.)]\s/;
const HEADING = /^#{1,6}\s/;
/** The line below a heading, or between two parts of a text. */
const RULE = /^(?:=+|-+|[-*_=~·•.–—]{3,}|(?:[*_-]\s+){2,}[*_-])$/;

/** The span of `[start, end)` without the white space at its edges. */
function trimmed(text: string, start: number, end: number): Span {
  let [from, to] = [start, end];
  while (from < to && /\s/.test(text[from] ?? '')) from++;
  while (to > from && /\s/.test(text[to - 1] ?? '')) to--;
  return [from, to];
}

function splitAt(text: string, from: number, separator: RegExp, to = text.length): Span[] {
  const spans: Span[] = [];
  let start = from;
  for (const match of text.slice(from, to).matchAll(separator)) {
    spans.push(trimmed(text, start, from + match.index));
    start = from + match.index + match[0].length;
  }
  spans.push(trimmed(text, start, to));
  return spans.filter(([s, e]) => s < e);
}

const LINE_END = /\r\n|\r|\n/g;

/**
 * The blocks of a text from `from` on, in order: its lines, or, where the text is hard-wrapped (short lines, empty ones
 * between the paragraphs) or Markdown, the stretches between empty lines, with headings and list items on their own. None is
 * empty or a mere rule.
 */
export function readBlocks(text: string, from: number, markdown: boolean): readonly Span[] {
  const lines = splitAt(text, from, LINE_END);
  const blocks = splitAt(text, from, /(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)\s*/g);
  const longest = lines.reduce((most, line) => Math.max(most, widthOf(text, line)), 0);
  const wrapped = blocks.length > 1 && lines.length > blocks.length * 1.5 && longest <= WRAPPED_LINE;
  const read = markdown || wrapped ? blocks.flatMap((block) => splitBlock(text, block, markdown)) : lines;
  return read.filter((block) => !isRule(text, block)).flatMap((block) => inPieces(text, block));
}

/** How long a line is, but for the addresses in it, which nothing wraps. */
function widthOf(text: string, [start, end]: Span): number {
  const length = end - start;
  if (length <= WRAPPED_LINE || length > 10 * WRAPPED_LINE) return length;
  return text.slice(start, end).replace(/https?:\/\/\S+/g, '').length;
}

const isRule = (text: string, [start, end]: Span): boolean =>
  end - start < 200 && RULE.test(text.slice(start, end));

/** A block in its parts: headings, list items, questions and answers, and what stands between them. */
function splitBlock(text: string, [start, end]: Span, markdown: boolean): readonly Span[] {
  const lines = splitAt(text, start, LINE_END, end);
  const numbered = NUMBERED.test(text.slice(start, start + 8));
  const begins = (words: string) =>
    SPEECH.test(words) || (markdown && (ITEM.test(words) || (numbered && NUMBERED.test(words))));
  const parts: Span[] = [];
  let from: number | null = null;
  for (const [i, line] of lines.entries()) {
    const words = text.slice(line[0], Math.min(line[1], line[0] + 80));
    const before = lines[i - 1];
    if (from !== null && before && (isRule(text, line) || begins(words))) {
      parts.push([from, before[1]]);
      from = null;
    }
    if (isRule(text, line)) continue;
    from ??= line[0];
    if (HEADING.test(words)) {
      parts.push(line);
      from = null;
    }
  }
  const last = lines.findLast((line) => !isRule(text, line));
  if (from !== null && last) parts.push([from, last[1]]);
  return parts;
}

/** A block in pieces that are not too long, cut where a sentence or at least a word ends. */
function inPieces(text: string, [start, end]: Span): readonly Span[] {
  const pieces: Span[] = [];
  let from = start;
  while (end - from > LONGEST) {
    const to = cutBefore(text, from, from + LONGEST);
    pieces.push(trimmed(text, from, to));
    from = to;
  }
  pieces.push(trimmed(text, from, end));
  return pieces.filter(([s, e]) => s < e);
}

function cutBefore(text: string, from: number, limit: number): number {
  const window = text.slice(limit - 2000, limit);
  const sentence = [...window.matchAll(/[.!?]["”’')\]]{0,3}\s/g)].at(-1);
  if (sentence) return limit - 2000 + sentence.index + sentence[0].length;
  const space = window.search(/\s\S*$/);
  if (space > 0) return limit - 2000 + space + 1;
  return limit > from + 1 && /[\ud800-\udbff]/.test(text[limit - 1] ?? '') ? limit - 1 : limit;
}

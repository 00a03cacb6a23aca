import { isHeadLine } from '../articles/metadata.ts';
import type { PdfBlock, PdfLine } from './pdf-lines.ts';

/** A line with what is told by those around it. */
type Placed = PdfLine & {
  readonly block: number;
  readonly page: number;
  readonly from: number;
  readonly to: number;
  readonly leading: number;
  /** Whether first lines are indented in its block. */
  readonly isIndented: boolean;
};

/** A paragraph of a PDF, and how large its letters are. */
export type PdfParagraph = { readonly text: string; readonly size: number; readonly page: number };

/** By how much a first line is indented at least, by the size of its letters. */
const INDENT = 0.8;
/** Among so many paragraphs at the beginning, bylines and the like are lines of their own, however close they stand. */
const HEAD = 4;
const ENDED = /[.!?:…]["”’»)\]]*$/;
const HYPHEN = /(\p{L}+)[-\u2010\xad]$/u;
/** First halves of words that are written with a hyphen. */
const PREFIXED =
  /^(?:self|well|ill|long|short|non|ex|anti|pro|post|pre|co|half|high|low|two|three|four|five|six|seven|eight|nine|ten|first|second|third|all|cross|full|hard|large|old|new|much|so|then|vice|mid|multi|north|south|east|west|year|day|week|month|would|decision|law|policy|peace)$/i;

/**
 * Makes paragraphs of the lines of all pages: one ends at a gap, before an indented line, where a line ends early, or where the letters'
 * size changes; it goes on in the next column or on the next page where its sentence does. Words that a line's end parts are made whole.
 */
export function readPdfParagraphs(pages: readonly (readonly PdfBlock[])[]): readonly PdfParagraph[] {
  const lines = pages.flatMap((blocks, page) => blocks.flatMap((block, i) => placed(block, i, page)));
  const words = vocabularyOf(lines);
  const paragraphs: { text: string; size: number; page: number }[] = [];
  for (const [i, line] of lines.entries()) {
    const before = lines[i - 1];
    const paragraph = paragraphs.at(-1);
    const isHead = paragraphs.length <= HEAD && (isHeadLine(line.text) || isHeadLine(before?.text ?? ''));
    if (!before || !paragraph || isHead || begins(line, before))
      paragraphs.push({ text: line.text, size: line.size, page: line.page });
    else paragraph.text = joined(paragraph.text, line.text, words);
  }
  return paragraphs;
}

function placed(block: PdfBlock, index: number, page: number): readonly Placed[] {
  const from = Math.min(...block.map(({ left }) => left));
  const to = Math.max(...block.map(({ right }) => right));
  const steps = block.slice(1).map(({ baseline }, i) => (block[i]?.baseline ?? 0) - baseline);
  const leading = steps.toSorted((a, b) => a - b)[Math.floor((steps.length - 1) / 2)] ?? 0;
  const indented = block.filter(({ left, size }) => left - from > INDENT * size).length;
  const isIndented = indented > 0 && indented * 2 <= block.length;
  return block.map((line) => ({ ...line, block: index, page, from, to, leading, isIndented }));
}

/** Whether a paragraph begins with a line, in view of the one that is read before it. */
function begins(line: Placed, before: Placed): boolean {
  if (Math.abs(line.size - before.size) > 0.08 * line.size) return true;
  const isEnded = ENDED.test(before.text);
  if (line.page !== before.page || line.block !== before.block) {
    const isBelow = line.page === before.page && line.baseline < before.baseline;
    return isBelow ? !/^\p{Ll}/u.test(line.text) || isEnded : isEnded || endsEarly(before, line, 0.7);
  }
  if (before.baseline - line.baseline > 1.35 * line.leading) return true;
  if (line.left - line.from > INDENT * line.size && before.left - line.from < 0.4 * line.size) return true;
  // where first lines are indented, all of them are
  return !line.isIndented && endsEarly(before, line, isEnded ? 0.88 : 0.6);
}

/** Whether the first word of the next line would have found room at the end of a line, within a part of the column's width. */
function endsEarly(before: Placed, next: PdfLine, part: number): boolean {
  const word = /^\S+/.exec(next.text)?.[0].length ?? 0;
  const needed = ((next.right - next.left) * (word + 1)) / Math.max(1, next.text.length);
  return before.right + needed + 0.3 * next.size < before.from + part * (before.to - before.from);
}

/** All words of the lines but those that a line's end may have parted, in small letters. */
function vocabularyOf(lines: readonly PdfLine[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const { text } of lines)
    for (const [word] of text.replace(HYPHEN, '').matchAll(/\p{L}+(?:-\p{L}+)*/gu))
      words.add(word.toLowerCase());
  return words;
}

/** A paragraph with another line: a word that the line's end parted is one again, and keeps a hyphen of its own. */
function joined(text: string, line: string, words: ReadonlySet<string>): string {
  const first = HYPHEN.exec(text)?.[1];
  const second = /^\p{L}+/u.exec(line)?.[0];
  if (first === undefined || second === undefined) {
    // a dash, or a word and a number
    return /(?:\p{L}|\d)-$/u.test(text) ? text + line : `${text} ${line}`;
  }
  const [whole, hyphened] = [`${first}${second}`.toLowerCase(), `${first}-${second}`.toLowerCase()];
  const isSoft = text.endsWith('\xad');
  const isOwn = !isSoft && (words.has(hyphened) || /^\p{Lu}/u.test(second) || PREFIXED.test(first));
  if (isOwn && !words.has(whole)) return text + line;
  return text.slice(0, -1) + line;
}

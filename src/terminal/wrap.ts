/** A stretch of a text, `[start, end)` in UTF-16 code units. */
export type Stretch = readonly [start: number, end: number];

const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const NARROW = /[\p{M}\u200b-\u200f\u2060\ufeff]/u;

/** How many columns of a terminal a text takes; it must be free of control characters. */
export function columns(text: string): number {
  let sum = 0;
  for (const character of text) sum += NARROW.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
  return sum;
}

/**
 * Where the lines of a text begin and end, at most `width` columns each; null: as they stand. Lines break at spaces,
 * which belong to no line then; a word that is wider than a line, such as an address, gets one of its own, whole.
 */
export function wrap(text: string, width: number | null): readonly Stretch[] {
  const lines: Stretch[] = [];
  let start = 0;
  for (const paragraph of text.split('\n')) {
    lines.push(...wrapParagraph(paragraph, start, width ?? Number.POSITIVE_INFINITY));
    start += paragraph.length + 1;
  }
  return lines;
}

function wrapParagraph(paragraph: string, offset: number, width: number): readonly Stretch[] {
  const lines: Stretch[] = [];
  let line: Stretch | null = null;
  for (const { 0: word, index } of paragraph.matchAll(/\S+/g)) {
    const end = offset + index + word.length;
    if (line && columns(paragraph.slice(line[0] - offset, end - offset)) > width) {
      lines.push(line);
      line = null;
    }
    line = [line ? line[0] : offset + index, end];
  }
  return [...lines, line ?? [offset, offset]];
}

import type { PdfBlock, PdfLine } from './pdf-lines.ts';

/** How many lines at the top and at the bottom of a page may be its header or footer. */
const EDGE = 3;
const PAGE_NUMBER = /^(?:[-–—|\s]*)(?:page\s*)?\d{1,4}(?:\s*(?:of|\/|\|)\s*\d{1,4})?(?:[-–—|\s]*)$/i;

/** Pages without what is repeated at the top or bottom of at least half of them, numbers aside, and without page numbers. */
export function withoutEdges(pages: readonly (readonly PdfBlock[])[]): readonly (readonly PdfBlock[])[] {
  const counts = new Map<string, number>();
  const edges = pages.map((blocks) => edgeLines(blocks.flat()));
  for (const lines of edges)
    for (const key of new Set(lines.map(keyOf))) counts.set(key, (counts.get(key) ?? 0) + 1);
  const often = Math.max(2, pages.length / 2);
  return pages.map((blocks, page) => {
    const dropped = new Set(
      edges[page]?.filter((line) => PAGE_NUMBER.test(line.text) || (counts.get(keyOf(line)) ?? 0) >= often),
    );
    return blocks
      .map((block) => block.filter((line) => !dropped.has(line)))
      .filter((block) => block.length > 0);
  });
}

function edgeLines(lines: readonly PdfLine[]): readonly PdfLine[] {
  const sorted = lines.toSorted((a, b) => b.baseline - a.baseline);
  return [...new Set([...sorted.slice(0, EDGE), ...sorted.slice(-EDGE)])];
}

/** What a header has in common on all pages: its words, and about where it stands. */
const keyOf = ({ text, baseline }: PdfLine): string =>
  `${text.replace(/\d+/g, '#').toLowerCase()} ${Math.round(baseline / 6)}`;

/** A piece of text on a page, as a PDF places it; lengths are in points, and `y` grows upwards. */
export type PdfPiece = {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
};

/** A line of text within a column. */
export type PdfLine = {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Where the letters stand, growing upwards. */
  readonly baseline: number;
  readonly size: number;
};

/** Lines right below one another. */
export type PdfBlock = readonly PdfLine[];

/** Wider than a word's distance in justified text, narrower than what parts columns; by the size of the letters. */
const GUTTER = 1.1;
/** Narrower than a word's distance, wider than what letters are moved by. */
const SPACE = 0.14;

/**
 * The text of a page in blocks of lines, in the order in which it is read: pieces on one height are a line unless a column's gap parts
 * them, lines below one another are a block, and blocks are ordered by cutting the page where no block stands, first from top to bottom
 * and then across (the recursive X-Y cut: Nagy and Seth 1984).
 */
export const readPdfBlocks = (pieces: readonly PdfPiece[]): readonly PdfBlock[] =>
  inReadingOrder(gatherBlocks(withDropCaps(gatherLines(pieces))));

function gatherLines(pieces: readonly PdfPiece[]): readonly PdfLine[] {
  const rows: PdfPiece[][] = [];
  for (const piece of pieces.filter(({ text }) => text.trim() !== '').toSorted((a, b) => b.y - a.y)) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (row && first && first.y - piece.y <= 0.35 * Math.min(first.size, piece.size)) row.push(piece);
    else rows.push([piece]);
  }
  return rows.flatMap(linesOfRow);
}

function linesOfRow(row: readonly PdfPiece[]): readonly PdfLine[] {
  const lines: PdfLine[] = [];
  for (const { text, x, y, width, size } of row.toSorted((a, b) => a.x - b.x)) {
    const line = lines.at(-1);
    const gap = line ? x - line.right : 0;
    if (line && gap < GUTTER * Math.min(size, line.size)) {
      // what is printed twice, a little aside, is bold
      if (x + width <= line.right && line.text.endsWith(text)) continue;
      const space = gap > SPACE * size && !/\s$/.test(line.text) && !/^\s/.test(text) ? ' ' : '';
      lines[lines.length - 1] = {
        ...line,
        text: line.text + space + text,
        right: Math.max(line.right, x + width),
        size: text.trim().length > line.text.length ? size : line.size,
      };
    } else lines.push({ text: text.trimStart(), left: x, right: x + width, baseline: y, size });
  }
  return lines.map((line) => ({ ...line, text: line.text.trim() }));
}

/** A large first letter belongs to the line beside its head, and the lines beside it begin where it does. */
function withDropCaps(lines: readonly PdfLine[]): readonly PdfLine[] {
  let all = lines;
  for (const cap of lines.filter(({ text }) => /^[“‘"']?\p{Lu}$/u.test(text))) {
    const beside = all.filter((line) => standsBeside(line, cap)).toSorted((a, b) => b.baseline - a.baseline);
    if (beside.length === 0) continue;
    all = all
      .filter((line) => line !== cap)
      .map((line) => {
        if (!beside.includes(line)) return line;
        return { ...line, text: (line === beside[0] ? cap.text : '') + line.text, left: cap.left };
      });
  }
  return all;
}

const standsBeside = ({ left, baseline, size }: PdfLine, cap: PdfLine): boolean =>
  cap.size > 1.8 * size &&
  left > cap.left &&
  left - cap.right < 1.5 * size &&
  baseline > cap.baseline - 0.3 * size &&
  baseline < cap.baseline + cap.size;

function gatherBlocks(lines: readonly PdfLine[]): readonly PdfBlock[] {
  const blocks: PdfLine[][] = [];
  for (const line of lines) {
    const above = blocks.filter((block) => continues(block.at(-1) as PdfLine, line));
    const nearest = above.toSorted((a, b) => (a.at(-1)?.baseline ?? 0) - (b.at(-1)?.baseline ?? 0))[0];
    if (nearest) nearest.push(line);
    else blocks.push([line]);
  }
  return blocks;
}

/** Whether a line is the next of a block whose last one is `last`. */
function continues(last: PdfLine, line: PdfLine): boolean {
  const down = last.baseline - line.baseline;
  const overlap = Math.min(last.right, line.right) - Math.max(last.left, line.left);
  const narrower = Math.min(last.right - last.left, line.right - line.left);
  return (
    down > 0.5 * line.size &&
    down < 2.2 * line.size &&
    Math.abs(last.size - line.size) < 0.12 * line.size &&
    overlap > 0.6 * narrower
  );
}

type Box = {
  readonly block: PdfBlock;
  readonly from: number;
  readonly to: number;
  readonly top: number;
  readonly bottom: number;
};

const boxOf = (block: PdfBlock): Box => ({
  block,
  from: Math.min(...block.map(({ left }) => left)),
  to: Math.max(...block.map(({ right }) => right)),
  top: Math.max(...block.map(({ baseline, size }) => baseline + size)),
  bottom: Math.min(...block.map(({ baseline, size }) => baseline - 0.2 * size)),
});

function inReadingOrder(blocks: readonly PdfBlock[]): readonly PdfBlock[] {
  const ordered: PdfBlock[] = [];
  const waiting: (readonly Box[])[] = [blocks.map(boxOf)];
  for (let region = waiting.pop(); region; region = waiting.pop()) {
    const parts =
      cut(
        region,
        ({ from }) => from,
        ({ to }) => to,
      ) ??
      cut(
        region,
        ({ top }) => -top,
        ({ bottom }) => -bottom,
      );
    if (parts) waiting.push(parts[1], parts[0]);
    else
      ordered.push(...region.toSorted((a, b) => b.top - a.top || a.from - b.from).map(({ block }) => block));
  }
  return ordered;
}

/** Parts a region at the widest gap that no box crosses; null where there is none. */
function cut(
  region: readonly Box[],
  begin: (box: Box) => number,
  end: (box: Box) => number,
): readonly [readonly Box[], readonly Box[]] | null {
  const sorted = region.toSorted((a, b) => begin(a) - begin(b));
  let [best, widest, reach] = [0, 0, Number.NEGATIVE_INFINITY];
  for (const [i, box] of sorted.entries()) {
    if (i > 0 && begin(box) - reach > widest) [best, widest] = [i, begin(box) - reach];
    reach = Math.max(reach, end(box));
  }
  return best === 0 ? null : [sorted.slice(0, best), sorted.slice(best)];
}

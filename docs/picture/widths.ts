/**
 * The advance widths of Helvetica's letters, which Arial and Liberation Sans share, in thousandths of the type size: those of
 * the printable ASCII characters in their order, then those of a few more. From Adobe's Core 14 font metrics.
 */
const REGULAR = `278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278
  278 584 584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944 667
  667 611 278 278 278 469 556 333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500
  722 500 500 500 334 260 334 584`;
const BOLD = `278 333 474 556 556 889 722 238 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 333
  333 584 584 584 611 975 722 722 722 722 667 611 778 722 278 556 722 611 833 722 778 667 778 722 667 611 722 667 944 667
  667 611 333 278 333 584 556 333 556 611 556 611 556 333 611 611 278 278 556 278 889 611 611 611 611 389 556 333 611 556
  778 556 556 500 389 280 389 584`;
const MORE: Readonly<Record<string, readonly [regular: number, bold: number]>> = {
  '“': [333, 500],
  '”': [333, 500],
  '‘': [222, 278],
  '’': [222, 278],
  '·': [278, 278],
  '…': [1000, 1000],
  '–': [556, 556],
  '—': [1000, 1000],
};
/** What an unknown character is taken to be as wide as. */
const UNKNOWN = 556;

const read = (table: string): readonly number[] => table.trim().split(/\s+/).map(Number);
const [regular, bold] = [read(REGULAR), read(BOLD)];

/** How wide a text is in a font with Helvetica's widths, in the unit of `size`. */
export function widthOf(text: string, size: number, isBold: boolean): number {
  const of = (sign: string): number =>
    MORE[sign]?.[isBold ? 1 : 0] ?? (isBold ? bold : regular)[sign.charCodeAt(0) - 32] ?? UNKNOWN;
  return ([...text].reduce((sum, sign) => sum + of(sign), 0) * size) / 1000;
}

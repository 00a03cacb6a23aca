import { widthOf } from './widths.ts';

/** Fonts that share the widths that the lines are broken by; the first is on nearly every machine. */
const FONTS = "Arial, 'Liberation Sans', Helvetica, sans-serif";

/** How a piece of text looks. */
export type TextLook = { readonly size: number; readonly fill: string; readonly bold?: boolean };

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** A length as SVG has it: two decimals are enough. */
const n = (value: number): string => String(Math.round(value * 100) / 100);

/** A text with its baseline at `y`. It takes its measured width in any font, so that nothing runs over. */
export function textAt(x: number, y: number, text: string, { size, fill, bold = false }: TextLook): string {
  const width = n(widthOf(text, size, bold));
  const weight = bold ? ' font-weight="bold"' : '';
  return `<text x="${n(x)}" y="${n(y)}" font-size="${size}" fill="${fill}"${weight} textLength="${width}" lengthAdjust="spacingAndGlyphs" xml:space="preserve">${escaped(text)}</text>`;
}

/** A rectangle with round corners, with an edge where `stroke` is given. */
export function box(
  [x, y, width, height]: readonly [x: number, y: number, width: number, height: number],
  { fill, radius, stroke }: { readonly fill: string; readonly radius: number; readonly stroke?: string },
): string {
  const edge = stroke === undefined ? '' : ` stroke="${stroke}"`;
  return `<rect x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}" rx="${radius}" fill="${fill}"${edge}/>`;
}

/** Parts as one picture, with a text for those who can't see it. */
export function picture(
  width: number,
  height: number,
  description: string,
  parts: readonly string[],
): string {
  const head = `<svg xmlns="http://www.w3.org/2000/svg" width="${n(width)}" height="${n(height)}" viewBox="0 0 ${n(width)} ${n(height)}" role="img" font-family="${FONTS}" style="font-kerning:none">`;
  return `${[head, `<title>${escaped(description)}</title>`, ...parts, '</svg>'].join('\n')}\n`;
}

/** A line of text on a page: where it begins, how large it is. */
export type Placed = { readonly x: number; readonly y: number; readonly size: number; readonly text: string };

/** Windows-1252 of a text, as a PDF's standard fonts have it, in a literal string. */
function literal(text: string): string {
  const special: Readonly<Record<string, string>> = {
    '“': '\\223',
    '”': '\\224',
    '’': '\\222',
    '‘': '\\221',
    '–': '\\226',
    '—': '\\227',
    '€': '\\200',
    '\xad': '\\255',
  };
  return `(${text.replace(/[\\()]/g, '\\$&').replace(/[^\x20-\x7e]/g, (character) => special[character] ?? '?')})`;
}

/** A small PDF with lines of Helvetica at the places given, a list a page. */
export function buildPdf(pages: readonly (readonly Placed[])[], extra = ''): Uint8Array {
  const objects: string[] = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${pages.map((_, i) => `${4 + 2 * i} 0 R`).join(' ')}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ];
  for (const [i, lines] of pages.entries()) {
    const content = lines
      .map(({ x, y, size, text }) => `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm ${literal(text)} Tj ET`)
      .join('\n');
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + 2 * i} 0 R >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    );
  }
  let pdf = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const at = pdf.length;
    pdf += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const xref = pdf.length;
  pdf += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')}`;
  pdf += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${extra} >>\nstartxref\n${xref}\n%%EOF\n`;
  return Uint8Array.from(Buffer.from(pdf, 'latin1'));
}

/** Lines from a place downwards. */
export const column = (
  x: number,
  y: number,
  size: number,
  lines: readonly string[],
  leading = 1.2,
): readonly Placed[] => lines.map((text, i) => ({ x, y: y - i * size * leading, size, text }));

/** Rows of cells, the first of them the heads, as a Markdown table with columns of even width. All but the first column stand to the right. */
export function markdownTable(rows: readonly (readonly string[])[]): string {
  const widthOf = (column: number) => Math.max(...rows.map((row) => row[column]?.length ?? 0));
  const [heads = [], ...rest] = rows.map((row) =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widthOf(0)) : cell.padStart(widthOf(column)))),
  );
  const rule = heads.map((head, column) =>
    column === 0 ? head.replace(/./g, '-') : `${'-'.repeat(head.length - 1)}:`,
  );
  return [heads, rule, ...rest].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

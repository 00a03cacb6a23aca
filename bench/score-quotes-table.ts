import { figuresOf, MEASURES, type QuoteScores, type Tally } from './score-quotes.ts';
import type { SpeakerScores } from './score-quotes-speakers.ts';

/** Figures of quotes as a Markdown table: for each measure F1, precision and recall in percent. */
export function quotesTable(all: QuoteScores, speech: QuoteScores): string {
  return markdownTable([
    ['F1 (precision / recall), %', 'all cues', 'cues of speech'],
    ...MEASURES.map((measure) => [measure, percentages(all[measure]), percentages(speech[measure])]),
  ]);
}

/** Figures of speakers as a Markdown table: for each type how many sources are found, and how these are named. */
export function speakersTable(scores: ReadonlyMap<string, SpeakerScores>): string {
  return markdownTable([
    ['source', 'known', 'found', 'right', 'wrong', 'unnamed'],
    ...[...scores].map(([type, { right, wrong, unnamed, 'not found': lost }]) => {
      const found = right + wrong + unnamed;
      const counted = [right, wrong, unnamed].map((count) => `${count} (${share(count, found)})`);
      return [type, String(found + lost), String(found), ...counted];
    }),
  ]);
}

const percent = (part: number): string => (100 * part).toFixed(1);

function percentages(tally: Tally): string {
  const { f1, precision, recall } = figuresOf(tally);
  return `${percent(f1)} (${percent(precision)} / ${percent(recall)})`;
}

const share = (count: number, of: number): string => (of === 0 ? '–' : `${percent(count / of)} %`);

/** Rows of cells, the first of them the heads, with columns of even width. All but the first column stand to the right. */
function markdownTable(rows: readonly (readonly string[])[]): string {
  const widthOf = (column: number) => Math.max(...rows.map((row) => row[column]?.length ?? 0));
  const [heads = [], ...rest] = rows.map((row) =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widthOf(0)) : cell.padStart(widthOf(column)))),
  );
  const rule = heads.map((head, column) =>
    column === 0 ? head.replace(/./g, '-') : `${'-'.repeat(head.length - 1)}:`,
  );
  return [heads, rule, ...rest].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

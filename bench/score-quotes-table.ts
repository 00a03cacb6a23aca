import { markdownTable } from './markdown-table.ts';
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

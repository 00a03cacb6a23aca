// How well are quotes found, and their speakers named? Reads a corpus that people have marked, and prints figures.
//   npm run eval:quotes -- CORPUS [SPEAKERS.jsonl] [--json]
// CORPUS is a part of PolNeAR: text/*.txt with attributions/*.ann. With --json, figures and counts are one JSON object.
// A line of SPEAKERS.jsonl tells who a source is:
//   {"file": "a.txt", "source": [432, 446], "text": "Ann Lee", "type": "full-name", "names": ["Ann Lee"], "nobody": false}
import { parseArgs } from 'node:util';
import { readAttributions } from '../src/archive/read-attributions.ts';
import { type GoldArticle, readCorpus } from '../training/corpus.ts';
import { figuresOf, type QuoteScores, scoreQuotes, type Tally } from './score-quotes.ts';
import { type NamedQuote, readKnownSources, scoreSpeakers } from './score-quotes-speakers.ts';
import { quotesTable, speakersTable } from './score-quotes-table.ts';

/** An article with what people marked in it and what the program finds. */
type ReadArticle = {
  readonly file: string;
  readonly text: string;
  readonly marked: GoldArticle['quotes'];
  readonly found: readonly (GoldArticle['quotes'][number] & NamedQuote)[];
};

function read({ article, quotes }: GoldArticle): ReadArticle {
  const found = readAttributions(article).map(({ quote: { content, cue, source }, attribution }) => ({
    content,
    cue,
    source,
    speaker: attribution?.name ?? null,
  }));
  return { file: article.file, text: article.text, marked: quotes, found };
}

const withFigures = (scores: QuoteScores) =>
  Object.fromEntries(
    Object.entries(scores).map(([measure, tally]: [string, Tally]) => [
      measure,
      { ...tally, ...figuresOf(tally) },
    ]),
  );

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false } },
});
const [folder, speakersFile] = positionals;
if (!folder) {
  console.error('Say where the marked articles are: npm run eval:quotes -- path/to/polnear/dev');
  process.exit(2);
}
const known = speakersFile === undefined ? null : readKnownSources(speakersFile);
const articles = readCorpus(folder).map(read);
const { all, speech } = scoreQuotes(articles);
const foundIn = new Map(articles.map(({ file, found }) => [file, found]));
const speakers = known && scoreSpeakers(known, (file) => foundIn.get(file) ?? []);
if (values.json) {
  const named = speakers && Object.fromEntries(speakers);
  const quotes = { all: withFigures(all), speech: withFigures(speech) };
  console.log(JSON.stringify({ articles: articles.length, quotes, speakers: named }));
} else {
  const { marked, found } = all['who said what'];
  console.log(
    `articles: ${articles.length}, quotes that people marked: ${marked}, that are found: ${found}\n`,
  );
  console.log(quotesTable(all, speech));
  if (speakers) console.log(`\n${speakersTable(speakers)}`);
}

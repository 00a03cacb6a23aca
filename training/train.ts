// Learns the models that find quotes from PolNeAR's training articles, and writes models/quotes.bin.gz.
//   npm run train -- path/to/polnear/train
// The folder has text/*.txt and attributions/*.ann. The same articles always give the same file; it takes some minutes.
import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { readAttribution } from '../src/quotes/attribution-candidates.ts';
import { LEAST_CUE, readPassageCues } from '../src/quotes/choose-attributions.ts';
import type { CueReading } from '../src/quotes/cue-candidates.ts';
import { CUE_CHAIN } from '../src/quotes/cue-chain.ts';
import { SPAN_CHAIN } from '../src/quotes/span-chain.ts';
import { packModels, type Weights } from '../src/quotes/weights.ts';
import { readCorpus } from './corpus.ts';
import {
  choiceExamples,
  cueExample,
  type Lesson,
  readingExamples,
  readLessons,
  spanExamples,
} from './examples.ts';
import { dropRare, type Settings, trainChain } from './train-chain.ts';
import { trainChoice } from './train-choice.ts';
import { trainReadings } from './train-readings.ts';

const CUES: Settings = { rows: 1 << 20, rounds: 6, alpha: 0.04, l1: 1, l2: 50, seed: 1 };
const SPANS: Settings = { rows: 1 << 20, rounds: 6, alpha: 0.04, l1: 1, l2: 100, seed: 1 };
const READING_ROWS = 1 << 18;
const CHOICE_ROWS = 1 << 14;
/** Features of fewer places are left out. */
const RARE = 2;
/** Into how many parts the articles go, each read by models that the others taught. */
const FOLDS = { cues: 4, spans: 2 };

const start = Date.now();
const say = (what: string) =>
  console.error(`${String(Math.round((Date.now() - start) / 1000)).padStart(4)} s  ${what}`);

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error('Say where the training articles are: npm run train -- path/to/polnear/train');
  process.exit(2);
}
const lessons = readLessons(readCorpus(folder));
const articles = [...new Set(lessons.map(({ article }) => article.file))];
const place = new Map(articles.map((file, n) => [file, n]));
const foldOf = ({ article }: Lesson, folds: number) => (place.get(article.file) ?? 0) % folds;
say(`${articles.length} articles, ${lessons.length} passages`);

const cueExamples = lessons.map((lesson) => cueExample(lesson, CUES.rows));
const trainCues = (keep: (lesson: Lesson) => boolean) =>
  trainChain(
    CUE_CHAIN,
    lessons.flatMap((lesson, i) => (keep(lesson) && cueExamples[i]) || []),
    CUES,
  );
dropRare(
  cueExamples.filter((example) => example !== null),
  CUES.rows,
  RARE,
);
const cueReadings = new Map<Lesson, CueReading>();
for (let fold = 0; fold < FOLDS.cues; fold++) {
  const cues = trainCues((lesson) => foldOf(lesson, FOLDS.cues) !== fold);
  for (const lesson of lessons)
    if (foldOf(lesson, FOLDS.cues) === fold)
      cueReadings.set(lesson, readPassageCues(lesson.encoded, { cues }));
  say(`cues, part ${fold + 1} of ${FOLDS.cues} read by what the others taught`);
}
const cues = trainCues(() => true);
say(`cues learned (candidates from a probability of ${LEAST_CUE} on)`);
cueExamples.length = 0;

const readingOf = (lesson: Lesson): CueReading =>
  cueReadings.get(lesson) ?? { candidates: [], posterior: new Float64Array() };
const examples = lessons.map((lesson) => spanExamples(lesson, readingOf(lesson), SPANS.rows));
dropRare(examples.flat(), SPANS.rows, RARE);
const trainSpans = (keep: (lesson: Lesson) => boolean) =>
  trainChain(
    SPAN_CHAIN,
    lessons.flatMap((lesson, i) => (keep(lesson) ? (examples[i] ?? []) : [])),
    SPANS,
  );
const keeping = (fold: number | null) => (lesson: Lesson) => foldOf(lesson, FOLDS.spans) !== fold;
const folds = Array.from({ length: FOLDS.spans }, (_, fold) => fold);
const spansOfFold = folds.map((fold) => trainSpans(keeping(fold)));
say('spans, each part to be read by what the others taught');
const taughtByOthers = (lesson: Lesson) => spansOfFold[foldOf(lesson, FOLDS.spans)] as Weights;
const spans = trainSpans(() => true);
say('spans learned');
examples.length = 0;

const readingLists = lessons.map((lesson) =>
  readingExamples(lesson, readingOf(lesson), taughtByOthers(lesson), READING_ROWS),
);
const trainReadingsOf = (keep: (lesson: Lesson) => boolean) =>
  trainReadings(
    lessons.flatMap((lesson, i) => (keep(lesson) ? (readingLists[i] ?? []) : [])),
    READING_ROWS,
  );
const readingsOfFold = folds.map((fold) => trainReadingsOf(keeping(fold)));
const readings = trainReadingsOf(() => true);
say(`readings learned from ${readingLists.flat().length} lists`);

const choices = lessons.flatMap((lesson) => {
  const { candidates, posterior } = readingOf(lesson);
  const models = {
    spans: taughtByOthers(lesson),
    readings: readingsOfFold[foldOf(lesson, FOLDS.spans)] as Weights,
  };
  const read = candidates.flatMap((cue) => readAttribution(lesson.encoded, cue, posterior, models) ?? []);
  return choiceExamples(lesson, read, CHOICE_ROWS);
});
const choice = trainChoice(choices, CHOICE_ROWS);
say(`choice learned from ${choices.length} candidates`);

const packed = gzipSync(packModels({ cues, spans, readings, choice }), { level: 9 });
writeFileSync(new URL('../models/quotes.bin.gz', import.meta.url), packed);
say(`models/quotes.bin.gz: ${packed.length} bytes`);

// How fast are quotes read from articles, with their speakers, and how much memory does it take?
//   npm run bench:extract [-- ARTICLES]
// Reads the articles of a folder (default: seeds/) over and over, and prints figures. They are in CPU seconds (what the
// process has had of the processor, on all cores), so that they hardly change while other programs keep the machine busy.
// Later passes read the same articles again: their words are known by then.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readAttributions } from '../src/archive/read-attributions.ts';
import { type Article, BUILT_IN } from '../src/articles/article.ts';
import { ARTICLE_ENDINGS, readArticle } from '../src/articles/read-article.ts';
import { ROOT } from '../src/config.ts';
import { tag } from '../src/language/tagger.ts';
import { extractQuotes } from '../src/quotes/extract-quotes.ts';
import { readPassage } from '../src/quotes/passage.ts';
import { readSaid } from '../src/quotes/said.ts';
import { readStretches } from '../src/quotes/stretches.ts';
import { quoteModels } from '../src/quotes/weights.ts';
import { resolveSpeakers } from '../src/speakers/resolve-speakers.ts';

/** For how many CPU seconds a warm step is repeated at least: a small folder is read many times. */
const LEAST = 2;

/** What a step takes: CPU seconds, and seconds by the clock. */
type Cost = { readonly cpu: number; readonly clock: number };

function costOf(step: () => unknown): Cost {
  const [began, used] = [performance.now(), process.cpuUsage()];
  step();
  const { user, system } = process.cpuUsage(used);
  return { cpu: (user + system) / 1e6, clock: (performance.now() - began) / 1000 };
}

/** What a step takes on average, repeated until the least time is full. */
function meanCost(step: () => unknown): Cost {
  let [times, cpu, clock] = [0, 0, 0];
  for (; cpu < LEAST; times++) {
    const cost = costOf(step);
    cpu += cost.cpu;
    clock += cost.clock;
  }
  return { cpu: cpu / times, clock: clock / times };
}

const readFile = (file: string): Article => readArticle(file, BUILT_IN).article;

/** The resident memory of a fresh process that has read one article, in bytes. */
function memoryAfter(file: string): number {
  const own = fileURLToPath(import.meta.url);
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...process.execArgv, own, '--memory-after', file],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`The process that measures memory failed: ${stderr}`);
  return Number(stdout);
}

/** What each step of reading takes for all articles, in CPU seconds. */
function costsOfSteps(files: readonly string[]): ReadonlyMap<string, number> {
  const read = files.map((file) => {
    const article = readFile(file);
    return { article, stretches: readStretches(article), quotes: extractQuotes(article) };
  });
  const cost = (step: (of: (typeof read)[number]) => unknown) => meanCost(() => read.forEach(step)).cpu;
  const passages = cost(({ article, stretches }) =>
    stretches.map((stretch) => readPassage(article.text, stretch)),
  );
  const quotes = cost(({ article }) => extractQuotes(article));
  return new Map([
    ['files', meanCost(() => files.map(readFile)).cpu],
    ['tokens and tags', passages],
    ['quotes', Math.max(0, quotes - passages)],
    ['speakers', cost(({ article, quotes }) => resolveSpeakers(article, quotes))],
    ['when and where', cost(({ article, quotes }) => readSaid(article, quotes))],
  ]);
}

function printFigures(files: readonly string[]): void {
  const quoteModelsCost = costOf(quoteModels);
  const taggerCost = costOf(() => tag('It is loaded at the first text.'));
  let [words, quotes] = [0, 0];
  const cold = costOf(() => {
    for (const file of files) {
      const article = readFile(file);
      words += article.text.match(/\S+/g)?.length ?? 0;
      quotes += readAttributions(article).length;
    }
  });
  const warm = meanCost(() => files.map((file) => readAttributions(readFile(file))));
  const steps = [...costsOfSteps(files)];
  const whole = steps.reduce((sum, [, cpu]) => sum + cpu, 0);
  const ms = ({ cpu, clock }: Cost) =>
    `${Math.round(1000 * cpu)} CPU ms (${Math.round(1000 * clock)} ms by the clock)`;
  const speed = (cost: Cost) => `${Math.round(words / cost.cpu)} words a CPU second; in all ${ms(cost)}`;
  console.log(
    [
      `articles: ${files.length}, words: ${words}, quotes: ${quotes}`,
      `loading the models of quotes: ${ms(quoteModelsCost)}`,
      `loading the tagger: ${ms(taggerCost)}`,
      `the first pass over the articles, cold: ${speed(cold)}`,
      `later passes, warm: ${speed(warm)}`,
      `of it ${steps.map(([step, cpu]) => `${step} ${Math.round((100 * cpu) / whole)} %`).join(', ')}`,
      `memory after one article, in a fresh process: ${Math.round(memoryAfter(files[0] as string) / 1024 / 1024)} MB`,
    ].join('\n'),
  );
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { 'memory-after': { type: 'string' } },
});
const [folder = join(ROOT, 'seeds')] = positionals;
const one = values['memory-after'];
if (one !== undefined) {
  readAttributions(readFile(one));
  console.log(process.memoryUsage().rss);
} else {
  const files = readdirSync(folder)
    .filter((file) => ARTICLE_ENDINGS.includes(extname(file).toLowerCase()))
    .sort()
    .map((file) => join(folder, file));
  if (files.length > 0) printFigures(files);
  else {
    console.error(`${folder} holds no articles (${ARTICLE_ENDINGS.join(', ')}).`);
    process.exitCode = 2;
  }
}

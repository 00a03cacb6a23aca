// One measurement of bench/ask.ts, in a process of its own: prints a line of JSON.
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { BUILT_IN } from '../src/articles/article.ts';
import { createLogger } from '../src/log.ts';
import { openArchive } from '../src/open-archive.ts';
import { answerQuestion } from '../src/questions/answer-question.ts';
import { exchangeOf, type StatedArticle, variedCopy } from './ask-corpus.ts';

/** What was measured of opening: milliseconds since the process was started, and bytes. */
export type Opening = {
  readonly firstArticles: number;
  readonly whole: number;
  readonly firstAnswer: number;
  readonly peak: number;
  readonly articles: number;
  readonly statements: number;
};

/** What was measured of asking: milliseconds and bytes. `built` is for the engine's own index, or the archive's. */
export type Asking = {
  readonly statements: number;
  readonly speakers: number;
  readonly built: number;
  readonly asked: number;
  readonly median: number;
  readonly p99: number;
  readonly memory: number;
};

/** How many questions are asked at least, and for how long at most, in milliseconds. */
const ASKED = 1000;
const LONGEST = 30_000;

async function measureOpening(folder: string, cache: string, question: string): Promise<Opening> {
  const { archive, progress, whole } = openArchive([folder], createLogger('error', []), cache);
  while (progress().read === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  const firstArticles = performance.now();
  await whole;
  const read = performance.now();
  answerQuestion(question, archive, [BUILT_IN]);
  return {
    firstArticles,
    whole: read,
    firstAnswer: performance.now(),
    peak: process.resourceUsage().maxRSS * 1024,
    articles: archive.articles([BUILT_IN]).length,
    statements: archive.statements([BUILT_IN]).length,
  };
}

/** The archive over a folder and its copies, `times` as many articles in all. */
async function archiveOf(folder: string, cache: string, times: number) {
  const { archive, whole } = openArchive([folder], createLogger('error', []), cache);
  await whole;
  if (times === 1) return archive;
  const quotesOf = new Map<string, StatedArticle['quotes'][number][]>();
  for (const { article, quote, said, speaker, role, how } of archive.statements([BUILT_IN])) {
    const attribution = speaker && how ? { name: speaker.name, role, how } : null;
    quotesOf.set(article.id, [...(quotesOf.get(article.id) ?? []), { quote, said, attribution }]);
  }
  const read = archive.articles([BUILT_IN]).map(({ article }): StatedArticle => {
    const words = { stems: [], contents: [], paragraphs: [], title: [] };
    return { article, quotes: quotesOf.get(article.id) ?? [], words };
  });
  const exchange = exchangeOf(read);
  for (let copy = 1; copy < times; copy++) archive.add(read.map((one) => variedCopy(one, copy, exchange)));
  return archive;
}

async function measureAsking(
  folder: string,
  cache: string,
  times: number,
  engine: string,
  questions: readonly string[],
): Promise<Asking> {
  const { ENGINES } = await import('./ask-engines.ts');
  const archive = await archiveOf(folder, cache, times);
  const [statements, speakers] = [archive.statements([BUILT_IN]).length, archive.speakers([BUILT_IN]).length];
  global.gc?.();
  const began = performance.now();
  const ask = await ENGINES[engine]?.(archive);
  if (!ask) throw new Error(`There is no ${engine}.`);
  await ask(questions[0] ?? '');
  const built = performance.now() - began;
  const taken: number[] = [];
  const warm = performance.now() + LONGEST / 3;
  for (const question of questions) if (performance.now() < warm) await ask(question);
  const end = performance.now() + LONGEST;
  while (taken.length < ASKED && performance.now() < end) {
    const question = questions[taken.length % questions.length] ?? '';
    const before = performance.now();
    await ask(question);
    taken.push(performance.now() - before);
  }
  taken.sort((a, b) => a - b);
  global.gc?.();
  const quantile = (part: number) => taken[Math.min(taken.length - 1, Math.floor(taken.length * part))] ?? 0;
  const { rss } = process.memoryUsage();
  return {
    statements,
    speakers,
    built,
    asked: taken.length,
    median: quantile(0.5),
    p99: quantile(0.99),
    memory: rss,
  };
}

const { positionals } = parseArgs({ allowPositionals: true });
const [kind, folder = '', cache = '', questionFile = '', engine = '', times = '1'] = positionals;
const questions: readonly string[] = JSON.parse(readFileSync(questionFile, 'utf8'));
console.log(
  JSON.stringify(
    kind === 'opening'
      ? await measureOpening(folder, cache, questions[0] ?? '')
      : await measureAsking(folder, cache, Number(times), engine, questions),
  ),
);
process.exit();

// How fast are answers, and how much memory do they take?
//   npm run bench [-- ARTICLES]
// Opens the archive over a folder (default: seeds/), asks bench/questions.jsonl over and over, and prints figures.
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { BUILT_IN } from '../src/articles/article.ts';
import { ROOT } from '../src/config.ts';
import { createLogger } from '../src/log.ts';
import { readQuestions } from './questions.ts';

/** How many questions are asked at least, and for how long at most, in milliseconds. */
const ASKED = 2000;
const LONGEST = 20_000;

/** A step's result, and how long it took in milliseconds. */
async function timed<T>(step: () => T | Promise<T>): Promise<readonly [result: T, took: number]> {
  const before = performance.now();
  const result = await step();
  return [result, performance.now() - before];
}

/** The value that so large a part of the sorted values doesn't exceed. */
const quantile = (sorted: readonly number[], part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * part) - 1)] ?? 0;

const ms = (time: number): string => `${time.toFixed(time < 10 ? 2 : 0)} ms`;
const megabytes = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MB`;

const [folder = join(ROOT, 'seeds')] = process.argv.slice(2);
const questions = readQuestions(join(ROOT, 'bench', 'questions.jsonl')).map(({ question }) => question);

const [{ openArchive, answerQuestion }, loading] = await timed(async () => ({
  ...(await import('../src/open-archive.ts')),
  ...(await import('../src/questions/answer-question.ts')),
}));
const [archive, opening] = await timed(() => openArchive([folder], createLogger('warn', [])));
const ask = (question: string) => timed(() => answerQuestion(question, archive, [BUILT_IN]));
const [, first] = await ask(questions[0] ?? '');

const times: number[] = [];
const end = performance.now() + LONGEST;
while (times.length < ASKED && performance.now() < end)
  times.push((await ask(questions[times.length % questions.length] ?? ''))[1]);
times.sort((a, b) => a - b);

const { rss, heapUsed } = process.memoryUsage();
const articles = archive.articles([BUILT_IN]).length;
const statements = archive.statements([BUILT_IN]).length;
console.log(
  [
    `articles: ${articles}, quotes: ${statements}`,
    `loading the code and the language model: ${ms(loading)}`,
    `opening the archive: ${ms(opening)}`,
    `the first answer: ${ms(first)}`,
    `an answer, of ${times.length}: median ${ms(quantile(times, 0.5))}, p99 ${ms(quantile(times, 0.99))}`,
    `memory: ${megabytes(rss)} in all, ${megabytes(heapUsed)} of it objects`,
  ].join('\n'),
);

// One measurement of bench/library.ts, in a process of its own: what it prints is JSON.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { pino } from 'pino';
import type { FullReading, Source } from '../src/archive/full-reading.ts';
import { createMemoryArchive } from '../src/archive/memory-archive.ts';
import { readTexts } from '../src/archive/reading-pool.ts';
import { readingVersion } from '../src/archive/reading-version.ts';
import { BUILT_IN, type LibraryId } from '../src/articles/article.ts';
import { articleId, readText } from '../src/articles/read-article.ts';
import { USUAL_LIMITS } from '../src/libraries/limits.ts';
import { openLibraries } from '../src/libraries/open-libraries.ts';
import { packReading } from '../src/libraries/reading.ts';
import { sketchOf, writeSketch } from '../src/libraries/sketch.ts';
import { answerQuestion } from '../src/questions/answer-question.ts';
import { openStorage } from '../src/storage/open-storage.ts';

/** Times are in milliseconds, memory in bytes. */
export type Adding = {
  readonly articles: number;
  readonly perSecond: number;
  readonly median: number;
  readonly slowest: number;
};
export type Filling = { readonly perSecond: number };
export type Starting = {
  readonly opened: number;
  readonly firstBatch: number;
  readonly loaded: number;
  readonly firstAnswer: number;
  readonly peak: number;
  readonly memory: number;
};
export type Changing = { readonly added: number; readonly removed: number; readonly answer: number };

const QUESTION = 'who said the plan would not work';
/** How many articles are added one after the other. */
const ADDED = 100;

const [kind = '', place = '', folder = '', ...rest] = process.argv.slice(2);
const logger = pino({ level: 'silent' });
const limits = { ...USUAL_LIMITS, articles: 100_000 };
const version = readingVersion();
const libraryOf = (number: number): LibraryId => `guild:${10n ** 17n + BigInt(number)}`;
const texts = () =>
  readdirSync(folder)
    .sort()
    .map((file) => ({ file, text: readText(join(folder, file)) }));

async function open() {
  const storage = await openStorage(
    place.startsWith('postgres') ? { databaseUrl: place } : { folder: place },
    logger,
  );
  const archive = createMemoryArchive();
  const opened = performance.now();
  const start = () => {
    const fetch = () => Promise.reject(new Error('nothing is fetched here'));
    return openLibraries({ archive, storage, fetch, limits, logger, version });
  };
  return { storage, archive, opened, start };
}

/** Adds texts as somebody would who pastes them, one after the other. */
async function adding(): Promise<Adding> {
  const { storage, start } = await open();
  const libraries = start();
  const [library, times]: [LibraryId, number[]] = [libraryOf(0), []];
  for (const { text } of texts().slice(0, ADDED)) {
    const began = performance.now();
    const pasted = { text, title: null, outlet: null, url: null };
    await libraries.add({ kind: 'text', pasted }, { library, by: '1', feed: null });
    times.push(performance.now() - began);
  }
  await storage.libraries.erase(library);
  await storage.close();
  const sorted = times.toSorted((a, b) => a - b);
  return {
    articles: times.length,
    perSecond: times.length / (times.reduce((a, b) => a + b, 0) / 1000),
    median: sorted[Math.floor(sorted.length / 2)] ?? 0,
    slowest: sorted.at(-1) ?? 0,
  };
}

/** Keeps so many articles in libraries of a size; they are read only once. */
async function filling(count: number, size: number): Promise<Filling> {
  const { storage } = await open();
  const sources = texts().map((one): Source => ({ ...one, library: BUILT_IN }));
  const readings: (FullReading | undefined)[] = [];
  await readTexts(
    sources,
    (i, outcome) => {
      if ('reading' in outcome) readings[i] = outcome.reading;
    },
    logger,
  );
  const kept = readings.flatMap((reading) =>
    reading ? [{ article: reading.stated.article, body: packReading(reading) }] : [],
  );
  const began = performance.now();
  for (let number = 0; number < count; number++) {
    const one = kept[number % Math.min(size, kept.length)];
    if (one === undefined) continue;
    const library = libraryOf(Math.floor(number / size));
    const { text, file } = one.article;
    const article = {
      id: articleId(text, library),
      library,
      file,
      text,
      addressKey: null,
      sketch: writeSketch(sketchOf(one.article)),
      addedBy: null,
      feed: null,
      addedAt: Date.now(),
    };
    await storage.articles.add(article, { version, body: one.body }, count);
  }
  const seconds = (performance.now() - began) / 1000;
  await storage.close();
  return { perSecond: count / seconds };
}

async function starting(): Promise<Starting> {
  const { storage, archive, opened, start } = await open();
  const libraries = start();
  const library = libraryOf(0);
  let firstBatch = 0;
  const watching = setInterval(() => {
    if (firstBatch === 0 && libraries.progress().read > 0) firstBatch = performance.now();
  }, 1);
  await libraries.loaded;
  clearInterval(watching);
  const loaded = performance.now();
  answerQuestion(QUESTION, archive, [BUILT_IN, library]);
  const firstAnswer = performance.now();
  const peak = process.resourceUsage().maxRSS * 1024;
  globalThis.gc?.();
  const memory = process.memoryUsage().rss;
  await libraries.close();
  await storage.close();
  return { opened, firstBatch: firstBatch || loaded, loaded, firstAnswer, peak, memory };
}

async function changing(): Promise<Changing> {
  const { storage, archive, start } = await open();
  const libraries = start();
  const library = libraryOf(0);
  await libraries.loaded;
  const ask = () => answerQuestion(QUESTION, archive, [BUILT_IN, library]);
  ask();
  const began = performance.now();
  const text = 'A bridge closes\n\nMayor Lena Ortiz said the bridge would stay closed for a year.\n';
  await libraries.add(
    { kind: 'text', pasted: { text, title: null, outlet: null, url: null } },
    { library, by: '1', feed: null },
  );
  const added = performance.now() - began;
  ask();
  const [first] = libraries.articles(library);
  const removing = performance.now();
  await libraries.remove([first?.article.id ?? ''], library);
  const removed = performance.now() - removing;
  const asking = performance.now();
  ask();
  const answer = performance.now() - asking;
  await libraries.close();
  await storage.close();
  return { added, removed, answer };
}

async function emptying(): Promise<object> {
  const { storage } = await open();
  for (const library of await storage.libraries.list()) await storage.libraries.erase(library);
  await storage.close();
  return {};
}

const [count = '0', size = '0'] = rest;
const kinds: Readonly<Record<string, () => Promise<object>>> = {
  adding,
  filling: () => filling(Number(count), Number(size)),
  starting,
  changing,
  emptying,
};
process.stdout.write(JSON.stringify(await kinds[kind]?.()));
process.exit(0);

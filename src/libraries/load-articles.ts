import { performance } from 'node:perf_hooks';
import type { Logger } from 'pino';
import type { ChangingArchive } from '../archive/archive.ts';
import type { FullReading, Source } from '../archive/full-reading.ts';
import type { StatedArticle } from '../archive/read-attributions.ts';
import { readTexts } from '../archive/reading-pool.ts';
import type { KeptArticle, Storage } from '../storage/storage.ts';
import { packReading, unpackReading } from './reading.ts';
import type { Register } from './register.ts';

/** What articles are loaded from and into. */
export type LoadingParts = {
  readonly archive: ChangingArchive;
  readonly register: Register;
  readonly storage: Storage;
  readonly logger: Logger;
  /** Stands for what reads articles, as `readingVersion` gives it: what another one read is read anew. */
  readonly version: string;
};

/** How many articles are loaded at a time: threads that read many anew take as long to start as it takes to read a dozen. */
const BATCH = 200;
/** For how long, in milliseconds, kept readings may be unpacked before others may go on. */
const SLICE = 20;

/**
 * Takes kept articles into the archive and the register, in the order of the ids. What was read by another version is read
 * anew, in threads where it is much, and kept; an article that can't be read any more is left out, with a warning.
 *
 * @param done - called with how many of the ids have been dealt with, again and again
 */
export async function loadArticles(
  ids: readonly string[],
  parts: LoadingParts,
  done: (count: number) => void = () => {},
): Promise<void> {
  const { archive, register, storage, version } = parts;
  for (let from = 0; from < ids.length; from += BATCH) {
    const rows = await storage.articles.load(ids.slice(from, from + BATCH), version);
    const readings = await unpackAll(rows);
    await readMissing(
      rows.map(({ article }) => article),
      readings,
      parts,
    );
    const stated: StatedArticle[] = [];
    for (const [i, { article }] of rows.entries()) {
      const reading = readings[i];
      if (!reading) continue;
      register.add(article);
      stated.push(reading.stated);
    }
    archive.add(stated);
    done(Math.min(ids.length, from + BATCH));
  }
}

const sourceOf = ({ text, file, library }: KeptArticle): Source => ({ text, file, library });

type Row = Awaited<ReturnType<Storage['articles']['load']>>[number];

async function unpackAll(rows: readonly Row[]): Promise<(FullReading | null)[]> {
  const readings: (FullReading | null)[] = [];
  let began = performance.now();
  for (const { article, reading } of rows) {
    readings.push(reading && unpackReading(reading, sourceOf(article)));
    if (performance.now() - began < SLICE) continue;
    await new Promise(setImmediate);
    began = performance.now();
  }
  return readings;
}

/** Reads the articles of which there is no reading, and puts it in its place. */
async function readMissing(
  articles: readonly KeptArticle[],
  readings: (FullReading | null)[],
  { storage, logger, version }: LoadingParts,
): Promise<void> {
  const missing = articles.flatMap((article, place) =>
    readings[place] === null ? [{ article, place }] : [],
  );
  const kept: Promise<void>[] = [];
  await readTexts(
    missing.map(({ article }) => sourceOf(article)),
    (i, outcome) => {
      const { article, place } = missing[i] as (typeof missing)[number];
      if ('problem' in outcome) {
        logger.warn({ article: article.id }, `A kept article can't be read: ${outcome.problem}`);
        return;
      }
      readings[place] = outcome.reading;
      kept.push(storage.articles.keepReading(article.id, { version, body: packReading(outcome.reading) }));
    },
    logger,
  );
  // Not to be able to keep it costs time at the next start, no more.
  const refused = (await Promise.allSettled(kept)).find(({ status }) => status === 'rejected');
  if (refused) logger.warn({ err: (refused as PromiseRejectedResult).reason }, 'Readings can’t be kept.');
}

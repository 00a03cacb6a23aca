import { type Dirent, readdirSync, statSync } from 'node:fs';
import { extname, join, relative } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { ChangingArchive, OpenedArchive } from './archive/archive.ts';
import type { FullReading, Source } from './archive/full-reading.ts';
import { createMemoryArchive } from './archive/memory-archive.ts';
import type { StatedArticle } from './archive/read-attributions.ts';
import { createReadingCache, NO_CACHE, type ReadingCache } from './archive/reading-cache.ts';
import { readTexts } from './archive/reading-pool.ts';
import { readingVersion } from './archive/reading-version.ts';
import { BUILT_IN } from './articles/article.ts';
import { ARTICLE_ENDINGS, articleId, readText } from './articles/read-article.ts';
import { statementWords } from './questions/ranking/statement-words.ts';

/** How often, in milliseconds, the archive takes in what was read, and how often the log says how far it is. */
const TAKE_IN_EVERY = 250;
const TELL_EVERY = 3000;
/** For how long, in milliseconds, files may be read before others may go on. */
const SLICE = 30;
const WARM_SLICE = 5;

/**
 * Opens the archive over every `.txt` and `.md` file of the given folders, in the order of their names, and fills it while
 * the program goes on. A file that can't be read as an article is left out with a warning that names it; the same text twice
 * counts once.
 *
 * @param cache the folder that keeps what was read for the next time; null for none
 * @throws Error where a folder of articles isn't there or can't be read; its message names the folder
 */
export function openArchive(
  folders: readonly string[],
  logger: Logger,
  cache: string | null = null,
): OpenedArchive {
  const files = folders.flatMap(listFiles);
  const archive = createMemoryArchive();
  let read = 0;
  const progress = () => ({ read, total: files.length });
  const fill = async () => {
    const kept = cache === null ? NO_CACHE : createReadingCache(cache, readingVersion(), logger);
    const shelf = createShelf(archive, files.length, (places) => {
      read = places;
    });
    const tell = () => {
      logger.info(progress(), `read ${counted(read)} of ${counted(files.length)} articles`);
      told = read;
    };
    let told = files.length;
    const telling = setInterval(tell, TELL_EVERY).unref();
    try {
      const missing = await readKept(files, kept, shelf, logger);
      await readRest(missing, kept, shelf, logger);
    } finally {
      clearInterval(telling);
    }
    shelf.takeIn();
    if (told < read) tell();
    if (archive.articles([BUILT_IN]).length === 0)
      logger.warn(`no .txt or .md article in ${folders.join(', ')}`);
    return archive;
  };
  const whole = fill();
  // Who doesn't wait for it must not be ended by it; who does is told.
  whole.catch((err: unknown) => logger.error({ err }, 'not all articles could be read'));
  return { archive, progress, whole };
}

/**
 * Reads names and words into their indexes, and the words around every statement, so that the first questions needn't wait for
 * that. It takes some seconds for a thousand articles, a little at a time: answers aren't held up.
 */
export async function warmUp(archive: ChangingArchive): Promise<void> {
  archive.findSpeakers('anybody', [BUILT_IN]);
  archive.search([{ stem: 'anything', weight: 1 }], [BUILT_IN], 1);
  let slice = performance.now();
  for (const statement of archive.statements([BUILT_IN])) {
    statementWords(statement);
    if (performance.now() - slice < WARM_SLICE) continue;
    await nextTurn();
    slice = performance.now();
  }
}

const counted = (count: number): string => count.toLocaleString('en-US');

/** Where readings stand till all before them are there, so that the archive is the same whichever is read first. */
type Shelf = {
  /** Puts what came of a file at its place; null where it is left out. */
  readonly put: (place: number, stated: StatedArticle | null) => void;
  /** Gives the archive what is complete up to some place. */
  readonly takeIn: () => void;
};

function createShelf(archive: ChangingArchive, size: number, tell: (places: number) => void): Shelf {
  const places = new Map<number, StatedArticle | null>();
  let [taken, last] = [0, performance.now()];
  const takeIn = () => {
    const batch: StatedArticle[] = [];
    for (let stated = places.get(taken); stated !== undefined; stated = places.get(taken)) {
      places.delete(taken++);
      if (stated) batch.push(stated);
    }
    if (batch.length > 0) archive.add(batch);
    last = performance.now();
    tell(taken);
  };
  return {
    takeIn,
    put(place, stated) {
      places.set(place, stated);
      if (performance.now() - last > TAKE_IN_EVERY || places.size === size) takeIn();
    },
  };
}

/** A text that wasn't in the cache, with its place among the files. */
type Missing = { readonly place: number; readonly source: Source };

/** Puts on the shelf what the cache has, and gives back the rest. */
async function readKept(
  files: readonly string[],
  kept: ReadingCache,
  shelf: Shelf,
  logger: Logger,
): Promise<readonly Missing[]> {
  const seen = new Map<string, string>();
  const missing: Missing[] = [];
  let began = performance.now();
  for (const [place, file] of files.entries()) {
    if (performance.now() - began > SLICE) {
      await new Promise(setImmediate);
      began = performance.now();
    }
    const source = sourceOf(file, seen, logger);
    const reading = source && kept.find(source);
    if (source && !reading) missing.push({ place, source });
    else shelf.put(place, reading ? accepted(file, reading, logger) : null);
  }
  return missing;
}

/** Reads what the cache hasn't got, and keeps it there. */
async function readRest(
  missing: readonly Missing[],
  kept: ReadingCache,
  shelf: Shelf,
  logger: Logger,
): Promise<void> {
  const sources = missing.map(({ source }) => source);
  await readTexts(
    sources,
    (i, outcome) => {
      const { place, source } = missing[i] as Missing;
      if ('problem' in outcome) {
        logger.warn({ file: source.file }, `${source.file} can't be read as an article: ${outcome.problem}`);
        shelf.put(place, null);
        return;
      }
      kept.keep(source, outcome.reading);
      shelf.put(place, accepted(source.file, outcome.reading, logger));
    },
    logger,
  );
}

/** The text of a file; null, with a warning, where there is none or where another file has the same. */
function sourceOf(file: string, seen: Map<string, string>, logger: Logger): Source | null {
  try {
    const text = readText(file);
    const id = articleId(text, BUILT_IN);
    const same = seen.get(id);
    if (same === undefined) {
      seen.set(id, file);
      return { text, file, library: BUILT_IN };
    }
    logger.warn({ file }, `${file} holds the same text as ${same} and is left out`);
  } catch (err) {
    logger.warn({ file }, err instanceof Error ? err.message : String(err));
    logger.debug({ file, err }, 'why that file is left out');
  }
  return null;
}

function accepted(file: string, { stated, problems }: FullReading, logger: Logger): StatedArticle {
  for (const problem of problems) logger.warn({ file }, `${file}: ${problem}`);
  return stated;
}

function listFiles(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => isReadable(entry, folder) && !entry.name.startsWith('.'))
      .filter((entry) => ARTICLE_ENDINGS.includes(extname(entry.name).toLowerCase()))
      .map((entry) => fromHere(join(folder, entry.name)))
      .sort();
  } catch (cause) {
    throw new Error(`the folder of articles ${folder} can't be read: is the path right?`, { cause });
  }
}

/** Whether an entry is a file, or a link that may lead to one; a pipe or a device would be waited for without end. */
function isReadable(entry: Dirent, folder: string): boolean {
  if (!entry.isSymbolicLink()) return entry.isFile();
  const target = statSync(join(folder, entry.name), { throwIfNoEntry: false });
  return target === undefined || target.isFile();
}

/** A path as seen from the working directory where it lies below it: what is shown shouldn't tell where the program lives. */
function fromHere(path: string): string {
  const seen = relative(process.cwd(), path);
  return seen.startsWith('..') ? path : seen;
}

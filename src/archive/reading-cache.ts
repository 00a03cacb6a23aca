import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from 'pino';
import {
  contentOf,
  type FullReading,
  type KeptReading,
  kept,
  restored,
  type Source,
} from './full-reading.ts';

/** Readings of articles on disk, so that no article is read twice. */
export type ReadingCache = {
  /** What was read from the same text before; null where nothing was, or what is there is damaged. */
  find(source: Source): FullReading | null;
  /** Keeps a reading. Where that fails, the log says so once, and nothing more is kept. */
  keep(source: Source, reading: FullReading): void;
};

/** A cache that keeps nothing. */
export const NO_CACHE: ReadingCache = { find: () => null, keep: () => {} };

/** The folders in which the readings of one version are. */
const OWN_FOLDER = /^readings-[0-9a-f]{16}$/;
/** For how long, in milliseconds, the readings of another version stay after they were last added to: one may go back to it. */
const OLD = 7 * 24 * 3600 * 1000;

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * A cache in a folder, which is made where it isn't there: a file an article, named by the hash of its content, in a folder
 * for the version of what reads them. A file an article opens as fast as one for all, and what was read before the program was
 * interrupted is there the next time. Each begins with the hash of the rest, so that one that is damaged, cut short or
 * another program's is passed over, and replaced.
 */
export function createReadingCache(folder: string, version: string, logger: Logger): ReadingCache {
  const own = join(folder, `readings-${version}`);
  const fileOf = (source: Source) => join(own, `${hashOf(contentOf(source))}.json`);
  let state: 'unopened' | 'open' | 'closed' = 'unopened';
  return {
    find(source) {
      const reading = readKept(fileOf(source));
      return reading && restored(reading, source);
    },
    keep(source, reading) {
      if (state === 'closed') return;
      try {
        if (state === 'unopened') mkdirSync(own, { recursive: true });
        state = 'open';
        const body = JSON.stringify(kept(reading));
        writeWhole(fileOf(source), `${hashOf(body)}\n${body}`);
      } catch (err) {
        state = 'closed';
        logger.warn(
          { folder },
          `What was read from articles can't be kept in ${folder} (${reasonOf(err)}), so the next start takes as long; CACHE may name another folder.`,
        );
      }
      if (state === 'open') removeOld(folder, own);
    },
  };
}

// What has the right hash has been written by this very version: there is no need to check its shape as well, which would
// take longer than everything else at the start.
function readKept(file: string): KeptReading | null {
  try {
    const content = readFileSync(file, 'utf8');
    const end = content.indexOf('\n');
    const body = content.slice(end + 1);
    return content.slice(0, end) === hashOf(body) ? JSON.parse(body) : null;
  } catch {
    return null;
  }
}

/** Writes a file so that whoever reads it meanwhile finds the whole of it or none. */
function writeWhole(file: string, content: string): void {
  const draft = `${file}.${process.pid}.tmp`;
  writeFileSync(draft, content);
  renameSync(draft, file);
}

const looked = new Set<string>();

/** Removes the readings of other versions that nobody has added to for long; looks once in each folder. */
function removeOld(folder: string, own: string): void {
  if (looked.has(folder)) return;
  looked.add(folder);
  for (const name of readdirSync(folder).filter((name) => OWN_FOLDER.test(name))) {
    const path = join(folder, name);
    try {
      if (path !== own && Date.now() - statSync(path).mtimeMs > OLD) rmSync(path, { recursive: true });
    } catch {
      // Whoever it belongs to may keep it.
    }
  }
}

const reasonOf = (err: unknown): string =>
  (err as { readonly code?: string }).code ?? (err instanceof Error ? err.message : String(err));

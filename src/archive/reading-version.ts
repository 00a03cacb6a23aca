import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** All that decides what is read from an article: sources, models, and the versions of the libraries. */
const DECIDING = [
  'src/language',
  'src/articles',
  'src/quotes',
  'src/speakers',
  'src/archive/read-attributions.ts',
  'src/archive/article-words.ts',
  'src/archive/paragraph.ts',
  'src/archive/full-reading.ts',
  'models',
  'package-lock.json',
];

/**
 * A name for the present state of whatever reads articles, 16 characters of [0-9a-f]: another one after any change of it, so
 * that nothing that was read before the change is taken for up to date. It is a hash over the files themselves, because
 * nobody forgets to raise that; it takes some tens of milliseconds.
 */
export function readingVersion(): string {
  const hash = createHash('sha256').update(process.version);
  for (const name of DECIDING)
    for (const file of filesOf(join(ROOT, name)))
      hash.update(`\n${name} ${statSync(file).size}\n`).update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}

function filesOf(path: string): readonly string[] {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => join(path, name))
    .sort();
}

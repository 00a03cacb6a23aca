import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** All that decides what is read from an article, but for the packages that these sources use. */
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
];

/** A package that a source imports or requires: "wink-nlp", "@scope/name". */
const PACKAGE = /\b(?:from|import|require|resolve)\s*\(?\s*'((?:@[\w.-]+\/)?[a-z][\w.-]*)(?:\/[^']*)?'/g;

/**
 * A name for the present state of whatever reads articles, 16 characters of [0-9a-f]: another one after any change of it, so
 * that nothing that was read before the change is taken for up to date. It is a hash over the files themselves and the packages
 * that they name, because nobody forgets to raise that; it takes some tens of milliseconds.
 */
export function readingVersion(): string {
  const hash = createHash('sha256').update(process.version);
  const packages = new Set<string>();
  for (const name of DECIDING)
    for (const file of filesOf(join(ROOT, name))) {
      const content = readFileSync(file);
      hash.update(`\n${name} ${content.length}\n`).update(content);
      if (!file.endsWith('.ts')) continue;
      for (const [, used = ''] of content.toString('utf8').matchAll(PACKAGE)) packages.add(used);
    }
  const { packages: locked } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as Lock;
  for (const used of [...packages].sort()) {
    const { version, integrity } = locked[`node_modules/${used}`] ?? {};
    hash.update(`\n${used} ${version} ${integrity}`);
  }
  return hash.digest('hex').slice(0, 16);
}

type Lock = {
  readonly packages: Readonly<
    Partial<Record<string, { readonly version?: string; readonly integrity?: string }>>
  >;
};

function filesOf(path: string): readonly string[] {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => join(path, name))
    .sort();
}

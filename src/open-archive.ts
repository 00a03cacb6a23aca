import { type Dirent, readdirSync, statSync } from 'node:fs';
import { extname, join, relative } from 'node:path';
import type { Logger } from 'pino';
import type { Archive } from './archive/archive.ts';
import { createMemoryArchive } from './archive/memory-archive.ts';
import { type Article, BUILT_IN } from './articles/article.ts';
import { ARTICLE_ENDINGS, readArticle } from './articles/read-article.ts';

/**
 * Opens the archive over every `.txt` and `.md` file of the given folders, in the order of their names. A file that can't be
 * read as an article is left out with a warning that names it; the same text twice counts once.
 *
 * @throws Error where a folder isn't there or can't be read; its message names the folder
 */
export function openArchive(folders: readonly string[], logger: Logger): Archive {
  const articles = new Map<string, Article>();
  for (const file of folders.flatMap(listFiles)) {
    try {
      const { article, problems } = readArticle(file, BUILT_IN);
      for (const problem of problems) logger.warn({ file }, `${file}: ${problem}`);
      const same = articles.get(article.id);
      if (same) logger.warn({ file }, `${file} holds the same text as ${same.file} and is left out`);
      else articles.set(article.id, article);
    } catch (err) {
      logger.warn({ file }, err instanceof Error ? err.message : String(err));
      logger.debug({ file, err }, 'why that file is left out');
    }
  }
  if (articles.size === 0) logger.warn(`no .txt or .md article in ${folders.join(', ')}`);
  return createMemoryArchive([...articles.values()]);
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

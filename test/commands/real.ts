import type { Sight } from '../../src/archive/archive.ts';
import { createMemoryArchive } from '../../src/archive/memory-archive.ts';
import { type Article, BUILT_IN } from '../../src/articles/article.ts';
import type { Command, Values } from '../../src/commands.ts';
import { loadCommands } from '../../src/load-commands.ts';
import type { Reply } from '../../src/replies/reply.ts';
import { SEED } from '../articles/news.ts';

const commands = await loadCommands();

/** The project's own command of that name. */
export function commandOf(name: string): Command {
  const command = commands.find((candidate) => candidate.name === name);
  if (!command) throw new Error(`There is no command "${name}".`);
  return command;
}

/** What somebody sees who may see the built-in articles: the first one, unless told otherwise. */
export const sightOf = (articles: readonly Article[] = [SEED]): Sight => ({
  archive: createMemoryArchive(articles),
  libraries: [BUILT_IN],
});

export const SEED_SIGHT = sightOf();

/** What a command replies. */
export const run = async (name: string, values: Values = {}, page = 1, sight = SEED_SIGHT): Promise<Reply> =>
  commandOf(name).run(values, sight, page);

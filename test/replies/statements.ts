import type { Statement } from '../../src/archive/archive.ts';
import { createMemoryArchive } from '../../src/archive/memory-archive.ts';
import type { Article } from '../../src/articles/article.ts';
import type { Run } from '../../src/replies/reply.ts';
import { news, SEED } from '../articles/news.ts';

/** The statements of an article, in the order of its text. */
export function statementsOf(article: Article): readonly Statement[] {
  const { library } = article;
  return createMemoryArchive([article]).statements([library]);
}

/** The statement of the first article that holds these words. */
export function seedStatement(words: string): Statement {
  const found = statementsOf(SEED).find(({ text }) => text.includes(words));
  if (!found) throw new Error(`The first article has no statement with "${words}".`);
  return found;
}

/** The first statement of an article with that body of which all is known. */
export function knownStatement(body: string, over: Partial<Article> = {}): Statement {
  const known = {
    title: 'The bridge',
    outlet: 'Quarrytown Gazette',
    byline: 'Ada Moss',
    published: '2024-02-20',
    url: 'https://gazette.example/bridge',
  };
  const [first] = statementsOf(news(body, { ...known, ...over }));
  if (!first) throw new Error(`Nobody says anything in: ${body}`);
  return first;
}

/** Runs as a person sees them, with the bold ones between asterisks. */
export const looks = (runs: readonly Run[]): string =>
  runs.map(({ text, bold }) => (bold ? `*${text}*` : text)).join('');

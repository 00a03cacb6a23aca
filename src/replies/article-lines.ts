import type { ArticleEntry } from '../archive/archive.ts';
import { titleOf } from './card.ts';
import type { Run } from './reply.ts';
import { countOf } from './suggestions.ts';

/** An article in one line: its title, which leads to it where it has an address, outlet, byline, date, and what else is told of it. */
export function articleRuns({ article }: ArticleEntry, more: readonly string[]): readonly Run[] {
  const byline = article.byline === null ? null : `by ${article.byline}`;
  const rest = [article.outlet, byline, article.published, ...more].filter((part) => part !== null);
  const title = titleOf(article);
  return [
    article.url === null ? { text: title, bold: true } : { text: title, bold: true, url: article.url },
    { text: ` · ${rest.join(' · ')}` },
  ];
}

/** An article in one line with the number of its quotes. */
export const articleLine = (entry: ArticleEntry): readonly Run[] =>
  articleRuns(entry, [countOf(entry.statements, 'quote')]);

/** An article as JSON has it. */
export function articleRecord({ article, statements }: ArticleEntry): object {
  const { file, title, outlet, byline, published, url } = article;
  return { file, title, outlet, byline, published, url, statements };
}

import { titleOf } from '../replies/card.ts';
import { PAGE, type Picking, type Reply } from '../replies/reply.ts';
import { countOf } from '../replies/suggestions.ts';
import type { OwnArticle } from './desk.ts';

/** A menu of articles, of which one is to be taken out. */
export const pickingOf = (articles: readonly OwnArticle[]): Picking => ({
  prompt: 'Remove an article…',
  command: 'remove',
  as: 'picked',
  options: articles.map((one) => ({
    label: titleOf(one.article),
    about: [one.article.outlet, countOf(one.statements, 'quote')].filter((part) => part !== null).join(' · '),
    value: one.article.id,
  })),
});

/** Those of a list whose lines a reply shows. */
export function onPage<T>(all: readonly T[], { page }: Reply): readonly T[] {
  const from = ((page?.number ?? 1) - 1) * PAGE.lines;
  return all.slice(from, from + PAGE.lines);
}

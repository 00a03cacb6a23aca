import type { ArticleEntry } from '../src/archive/archive.ts';
import type { Asker, Command } from '../src/commands.ts';
import { foldPlain } from '../src/language/names.ts';
import { onPage, pickingOf } from '../src/libraries/article-picking.ts';
import { articleLine, articleRecord } from '../src/replies/article-lines.ts';
import { titleOf } from '../src/replies/card.ts';
import { linesReply } from '../src/replies/pages.ts';
import type { Reply } from '../src/replies/reply.ts';

/** `/articles`: what the bot answers from; those of the asker's own library first, the newest on top, with a menu to remove one. */
const articles: Command = {
  name: 'articles',
  description: 'The articles that answers come from: browse or search them, or remove one',
  options: [
    {
      name: 'search',
      description: 'Only those with these words in the title, the outlet, the byline or the text',
      required: false,
      maxLength: 100,
    },
  ],
  run({ search = '' }, { archive, libraries }, page, asker) {
    const own = asker?.desk.articles() ?? [];
    const ids = new Set(own.map(({ article }) => article.id));
    const all = [...own, ...archive.articles(libraries).filter(({ article }) => !ids.has(article.id))];
    const found = search.trim() === '' ? all : searched(all, search);
    const nothing = all.length === 0 ? 'There are no articles yet.' : 'No article has all of these words.';
    const lead = found.length === 0 ? nothing : null;
    const reply = linesReply(lead, found.map(articleLine), found.map(articleRecord), page);
    return withRemoving(reply, found, asker);
  },
};

/** The articles that have all words, those first that have them in what is told of the article. */
function searched(all: readonly ArticleEntry[], search: string): readonly ArticleEntry[] {
  const words = foldPlain(search);
  const has = (text: string) => words.every((word) => text.includes(word));
  const above = all.filter(({ article }) =>
    has(foldPlain([titleOf(article), article.outlet, article.byline].join(' ')).join(' ')),
  );
  const isAbove = new Set(above);
  return [...above, ...all.filter((entry) => !isAbove.has(entry) && has(entry.article.text.toLowerCase()))];
}

/** The reply with a menu of the page's articles that are the library's own, where there are any. */
function withRemoving(reply: Reply, found: readonly ArticleEntry[], asker: Asker | undefined): Reply {
  if (asker === undefined) return reply;
  const own = onPage(found, reply)
    .flatMap(({ article }) => asker.desk.article(article.id) ?? [])
    .filter(({ addedBy }) => asker.isManager || addedBy === asker.person);
  return own.length === 0 ? reply : { ...reply, picking: pickingOf(own) };
}

export default articles;

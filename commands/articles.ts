import type { Command } from '../src/commands.ts';
import { titleOf } from '../src/replies/card.ts';
import { linesReply } from '../src/replies/pages.ts';
import type { Run } from '../src/replies/reply.ts';
import { countOf } from '../src/replies/suggestions.ts';

/** `/articles`: what the bot answers from. */
const articles: Command = {
  name: 'articles',
  description: 'The articles that answers come from, with outlet, date and number of quotes',
  options: [],
  run(_values, { archive, libraries }, page) {
    const entries = archive.articles(libraries);
    const lines = entries.map(({ article, statements }): readonly Run[] => {
      const byline = article.byline === null ? null : `by ${article.byline}`;
      const rest = [article.outlet, byline, article.published, countOf(statements, 'quote')].filter(
        (part) => part !== null,
      );
      const title = titleOf(article);
      return [
        article.url === null ? { text: title, bold: true } : { text: title, bold: true, url: article.url },
        { text: ` · ${rest.join(' · ')}` },
      ];
    });
    const records = entries.map(
      ({ article: { file, title, outlet, byline, published, url }, statements }) => ({
        file,
        title,
        outlet,
        byline,
        published,
        url,
        statements,
      }),
    );
    return linesReply(entries.length === 0 ? 'There are no articles yet.' : null, lines, records, page);
  },
};

export default articles;

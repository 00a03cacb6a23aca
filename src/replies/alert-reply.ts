import type { Article } from '../articles/article.ts';
import type { Support } from '../questions/answer.ts';
import { articleRuns } from './article-lines.ts';
import { cardOf } from './card.ts';
import { PAGE, type Reply, type Run } from './reply.ts';
import { countOf } from './suggestions.ts';

/** What an article says that is followed in a channel, best first; at least one statement. */
export type AlertedArticle = { readonly article: Article; readonly quotes: readonly Support[] };

/** How many of the follows are named on top. */
const MOST_NAMED = 8;

/**
 * What is posted in a channel where an article has come in with what is followed there, or several have: the best quotes as
 * cards, and lines for the rest.
 *
 * @param follows - what is followed, as it was typed: "Zelensky", "NATO"
 * @param articles - at least one, the first that came in first
 */
export function alertReply(follows: readonly string[], articles: readonly AlertedArticle[]): Reply {
  const shown = bestOf(articles);
  const total = articles.reduce((sum, { quotes }) => sum + quotes.length, 0);
  const lines =
    articles.length === 1 ? moreLine(total - shown.size) : articles.flatMap((one) => articleLine(one, shown));
  return {
    lead: leadOf(follows, articles.length, total),
    cards: [...shown].map(({ statement, matching, also }) => cardOf(statement, matching, also)),
    lines: withinPage(lines),
    page: null,
    records: [],
  };
}

/** The quotes that are shown whole: the best of each article in turn, from the first article on. */
function bestOf(articles: readonly AlertedArticle[]): ReadonlySet<Support> {
  const most = Math.max(...articles.map(({ quotes }) => quotes.length));
  const turns = Array.from({ length: most }, (_, turn) =>
    articles.flatMap(({ quotes }) => quotes[turn] ?? []),
  );
  return new Set(turns.flat().slice(0, PAGE.cards));
}

/** "You follow: Zelensky · NATO", and how much there is of it where it is gathered. */
function leadOf(follows: readonly string[], articles: number, quotes: number): readonly Run[] {
  const more = follows.length - MOST_NAMED;
  const named = follows
    .slice(0, MOST_NAMED)
    .flatMap((words, at): readonly Run[] => [
      { text: at === 0 ? 'You follow: ' : ' · ' },
      { text: words, bold: true },
    ]);
  const rest = more > 0 ? ` and ${more} more` : '';
  const count = articles === 1 ? '' : `. ${countOf(quotes, 'quote')} in ${countOf(articles, 'article')}`;
  return rest + count === '' ? named : [...named, { text: rest + count }];
}

const moreLine = (more: number): readonly (readonly Run[])[] =>
  more > 0 ? [[{ text: `and ${more} more in this article` }]] : [];

/** An article with how many of its quotes aren't shown, where there are any. */
function articleLine(
  { article, quotes }: AlertedArticle,
  shown: ReadonlySet<Support>,
): readonly (readonly Run[])[] {
  const isShown = quotes.some((quote) => shown.has(quote));
  const left = quotes.filter((quote) => !shown.has(quote));
  if (left.length === 0) return [];
  const speakers = [...new Set(left.flatMap(({ statement }) => statement.speaker?.name ?? []))];
  const by = speakers.length === 0 ? '' : ` by ${speakers.slice(0, 3).join(', ')}`;
  const others = speakers.length > 3 ? ' and others' : '';
  const count = isShown ? `${left.length} more` : countOf(left.length, 'quote');
  return [articleRuns({ article, statements: quotes.length }, [`${count}${by}${others}`])];
}

/** As many lines as a page has, the last of them "and 3 articles more" where there are too many. */
function withinPage(lines: readonly (readonly Run[])[]): readonly (readonly Run[])[] {
  if (lines.length <= PAGE.lines) return lines;
  const kept = lines.slice(0, PAGE.lines - 1);
  return [...kept, [{ text: `and ${countOf(lines.length - kept.length, 'article')} more` }]];
}

import { type Article, BUILT_IN, type LibraryId } from '../../src/articles/article.ts';
import { parseArticle, readArticle } from '../../src/articles/read-article.ts';

/** The project's first article. */
export const SEED_FILE = 'seeds/000_4b46519ee5dbc8fc.txt';
export const SEED: Article = readArticle(SEED_FILE, BUILT_IN).article;

/** An article whose body is `body`, a paragraph a line, below a headline; `over` says what else is known of it. */
export function news(body: string, over: Partial<Article> = {}, library: LibraryId = BUILT_IN): Article {
  const { article } = parseArticle(`Bridge stays closed\n${body}`, over.file ?? 'bridge.txt', library);
  return { ...article, ...over };
}

/** An invented article with the ways of quoting that a newspaper has. */
export const BRIDGE: Article = news(
  [
    'Mayor Lena Ortiz said on Tuesday that the Quarrytown bridge would stay closed until May.',
    '“We can’t open a bridge that moves,” Ortiz told reporters. “Nobody would thank us.',
    '“We will open it when it is safe.”',
    'Marcus Bell, the leader of the opposition, called the closure "a costly mistake" and accused no one.',
    '"The ferry," he added, "runs twice a day. That is not enough."',
    'The bridge will need new cables, according to a report of the Ministry of Transport.',
    'In an interview with Radio Quarry on May 3, the engineer Pavel Ivanenko warned that the pillars were older than the plans.',
  ].join('\n'),
);

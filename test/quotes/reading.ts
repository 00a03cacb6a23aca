import { readStated } from '../../src/archive/read-attributions.ts';
import type { Article, Span } from '../../src/articles/article.ts';
import { news } from '../articles/news.ts';

/** The words that spans stand for, its parts joined by " … ". */
export const wordsOf = (article: Article, spans: readonly Span[]): string =>
  spans.map(([start, end]) => article.text.slice(start, end)).join(' … ');

/** What an article can be asked for, each quote as `source | cue | kind | content`. */
export const tableOf = (article: Article): readonly string[] =>
  readStated(article).map(({ quote: { source, cue, kind, content } }) =>
    [wordsOf(article, source), wordsOf(article, cue), kind, wordsOf(article, content)].join(' | '),
  );

/** The quotes of an article with that body, a paragraph a line. */
export const quotesIn = (...body: readonly string[]): readonly string[] => tableOf(news(body.join('\n')));

/** Who says what in an article with that body: `name, role: content`, with "?" for somebody it can't tell. */
export function speakersIn(...body: readonly string[]): readonly string[] {
  const article = news(body.join('\n'));
  return readStated(article).map(({ quote, attribution }) => {
    const who = [attribution?.name ?? '?', attribution?.role].filter(Boolean).join(', ');
    return `${who}: ${wordsOf(article, quote.content)}`;
  });
}

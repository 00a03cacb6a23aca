import { parseArticle } from '../../src/articles/read-article.ts';
import type { Draft } from '../../src/intake/draft.ts';
import type { Fetched } from '../../src/intake/fetch.ts';

/** What a server answered with: a page in UTF-8 unless bytes are given. */
export const page = (
  body: string | Uint8Array,
  url = 'https://gazette.example/bridge',
  over: Partial<Fetched> = {},
): Fetched => ({
  url,
  status: 200,
  type: 'text/html',
  charset: null,
  headers: {},
  bytes: typeof body === 'string' ? new TextEncoder().encode(body) : body,
  ...over,
});

/** What the program later reads of a draft. */
export function rereadDraft({ text, file }: Draft) {
  const { article } = parseArticle(text, file, 'guild:1');
  const { title, outlet, byline, published, url } = article;
  return {
    title,
    outlet,
    byline,
    published,
    url,
    paragraphs: article.paragraphs.map(({ span }) => text.slice(...span)),
  };
}

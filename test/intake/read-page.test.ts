import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../src/articles/read-article.ts';
import { readPage } from '../../src/intake/read-page.ts';
import { page, rereadDraft } from './drafts.ts';
import { OTHERS } from './other-outlets.ts';
import { MODERN } from './outlets.ts';

describe('an article of a page', () => {
  it.each([...MODERN, ...OTHERS])('is read word for word from $name', (outlet) => {
    const { title, byline, published, url, paragraphs } = outlet;
    expect(rereadDraft(readPage(page(outlet.html, outlet.address)))).toEqual({
      title,
      outlet: outlet.outlet,
      byline,
      published,
      url,
      paragraphs,
    });
  });
});
void parseArticle;

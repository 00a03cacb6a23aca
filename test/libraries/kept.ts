import { articleId } from '../../src/articles/read-article.ts';
import type { KeptArticle } from '../../src/storage/storage.ts';

/** An article as it is kept, with what a test says of it. */
export function kept(over: Partial<KeptArticle> = {}): KeptArticle {
  const text = over.text ?? 'The bridge\n\nMayor Lena Ortiz said the bridge was closed.\n';
  const library = over.library ?? 'guild:1';
  return {
    id: articleId(text, library),
    library,
    file: 'bridge.txt',
    text,
    addressKey: null,
    sketch: '',
    addedBy: '7',
    feed: null,
    addedAt: 1,
    ...over,
  };
}

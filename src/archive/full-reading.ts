import { extname } from 'node:path';
import type { Article, LibraryId } from '../articles/article.ts';
import { articleId, parseArticle } from '../articles/read-article.ts';
import { readForArchive, type StatedArticle } from './read-attributions.ts';

/** A text that is to be read as an article of a library. */
export type Source = { readonly text: string; readonly file: string; readonly library: LibraryId };

/** All that the archive wants to know of a text, with what was wrong in it, a sentence a problem. */
export type FullReading = { readonly stated: StatedArticle; readonly problems: readonly string[] };

/** What is in a reading by its text alone, whatever file and library it is read for: plain data, fit for JSON. */
export type KeptReading = Pick<StatedArticle, 'quotes' | 'words'> &
  Pick<FullReading, 'problems'> & { readonly article: Omit<Article, 'id' | 'library' | 'file' | 'text'> };

/** Reads a text: takes some tens of milliseconds for each thousand words. */
export function readFully({ text, file, library }: Source): FullReading {
  const { article, problems } = parseArticle(text, file, library);
  return { stated: readForArchive(article), problems };
}

/** What a reading depends on beside the models: the text, and whether it is Markdown. */
export const contentOf = ({ text, file }: Source): string => `${extname(file).toLowerCase()}\n${text}`;

/** A reading without what its file and library give it. */
export function kept({ stated: { article, quotes, words }, problems }: FullReading): KeptReading {
  const { title, outlet, byline, published, url, paragraphs } = article;
  return { article: { title, outlet, byline, published, url, paragraphs }, quotes, words, problems };
}

/** A kept reading for a file and a library. */
export function restored({ article, quotes, words, problems }: KeptReading, source: Source): FullReading {
  const { text, file, library } = source;
  const id = articleId(text, library);
  return { stated: { article: { id, library, file, text, ...article }, quotes, words }, problems };
}

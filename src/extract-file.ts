import type { Logger } from 'pino';
import { readAttributions } from './archive/read-attributions.ts';
import { BUILT_IN } from './articles/article.ts';
import { readArticle } from './articles/read-article.ts';
import type { Quote } from './quotes/quote.ts';

/** The quotes of one file, with the name of each one's speaker. */
export type Extraction = {
  /** As it was named. */
  readonly file: string;
  /** The text that the offsets count in. */
  readonly text: string;
  readonly quotes: readonly (Quote & { readonly speaker: string | null })[];
};

/**
 * Reads a file as an article and finds its quotes. Offsets count UTF-16 code units of the file without its byte order mark.
 *
 * @throws Error where the file can't be read; its message names the file
 */
export function extractFile(file: string, logger: Logger): Extraction {
  const { article, problems } = readArticle(file, BUILT_IN);
  for (const problem of problems) logger.warn({ file }, `${file}: ${problem}`);
  const quotes = readAttributions(article).map(({ quote: { content, cue, source, kind }, attribution }) => ({
    content,
    cue,
    source,
    speaker: attribution?.name ?? null,
    kind,
  }));
  return { file, text: article.text, quotes };
}

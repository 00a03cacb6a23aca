import type { Article } from '../../src/articles/article.ts';
import type { Quote } from '../../src/quotes/quote.ts';
import { resolveSpeakers } from '../../src/speakers/resolve-speakers.ts';
import { news } from '../articles/news.ts';

/**
 * Who the sources of an article are: its body a paragraph a line, sources marked as `{Lena Ortiz}` and what each says, in the
 * same order, as `<the bridge is safe>`, in quotation marks where it is said word for word.
 */
export function speakersOf(...body: readonly string[]): readonly (string | null)[] {
  return attributionsOf(body).map((attribution) => attribution?.name ?? null);
}

/** The same with how each was found and the role: `Lena Ortiz, Mayor (surname)`. */
export function foundIn(...body: readonly string[]): readonly string[] {
  return attributionsOf(body).map((one) =>
    one ? `${[one.name, one.role].filter(Boolean).join(', ')} (${one.how})` : 'nobody',
  );
}

/** The names that an article known by more than its text finds. */
export function namesIn(over: Partial<Article>, ...body: readonly string[]): readonly (string | null)[] {
  return attributionsOf(body, over).map((attribution) => attribution?.name ?? null);
}

function attributionsOf(body: readonly string[], over: Partial<Article> = {}) {
  const marked = body.join('\n');
  const article = news(marked.replace(/[{}<>]/g, ''), over);
  const shift = article.text.indexOf(marked.replace(/[{}<>]/g, ''));
  const spans = (open: string, close: string): [number, number][] =>
    [...marked.matchAll(new RegExp(`\\${open}([^${close}]*)\\${close}`, 'g'))].map((match) => {
      const start = shift + marked.slice(0, match.index).replace(/[{}<>]/g, '').length;
      return [start, start + (match[1] ?? '').replace(/[{}<>]/g, '').length];
    });
  const [sources, contents] = [spans('{', '}'), spans('<', '>')];
  const quotes = contents.map((content, i): Quote => {
    const source = sources[i];
    const kind = /^[“"]/.test(article.text.slice(...content)) ? 'direct' : 'indirect';
    return { content: [content], cue: [], source: source ? [source] : [], kind };
  });
  return resolveSpeakers(article, quotes);
}

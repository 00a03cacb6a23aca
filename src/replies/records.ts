import type { Statement } from '../archive/archive.ts';

/** A statement as JSON has it: the same fields for every command. */
export function answerRecord(
  { speaker, role, quote, text, said, article }: Statement,
  score: number,
): object {
  return {
    speaker: speaker && { id: speaker.id, name: speaker.name, role },
    quote: { text, kind: quote.kind, content: quote.content, cue: quote.cue, source: quote.source },
    said: { when: said.when, where: said.where, date: said.date },
    article: {
      file: article.file,
      title: article.title,
      outlet: article.outlet,
      byline: article.byline,
      published: article.published,
      url: article.url,
    },
    score: Math.round(score * 1000) / 1000,
  };
}

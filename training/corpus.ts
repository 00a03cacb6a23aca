import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Article, BUILT_IN } from '../src/articles/article.ts';
import { parseArticle } from '../src/articles/read-article.ts';
import type { Span } from '../src/language/span.ts';

/** An attribution as a person marked it; every part is a list of spans in UTF-16 code units. */
export type GoldQuote = {
  readonly content: readonly Span[];
  readonly cue: readonly Span[];
  readonly source: readonly Span[];
};

export type GoldArticle = { readonly article: Article; readonly quotes: readonly GoldQuote[] };

/** Reads a part of PolNeAR: `text/*.txt` with `attributions/*.ann` (brat's standoff format), in the order of their names. */
export function readCorpus(folder: string): readonly GoldArticle[] {
  const annotations = readdirSync(join(folder, 'attributions')).sort();
  return readdirSync(join(folder, 'text'))
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .map((file) => {
      const text = readFileSync(join(folder, 'text', file), 'utf8').replace(/^\uFEFF/, '');
      const stem = file.slice(0, -'.txt'.length);
      const first = annotations.find((name) => name.slice(0, -'_abcd.ann'.length) === stem);
      if (!first) throw new Error(`${folder}: no annotations of ${file}`);
      const quotes = parseAnnotations(readFileSync(join(folder, 'attributions', first), 'utf8'), text);
      return { article: parseArticle(text, file, BUILT_IN).article, quotes };
    });
}

function parseAnnotations(annotations: string, text: string): readonly GoldQuote[] {
  const units: number[] = [];
  for (let at = 0; at < text.length; at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1) units.push(at);
  units.push(text.length);
  const spans = new Map<string, Span[]>();
  for (const [, id = '', where = ''] of annotations.matchAll(/^(T\d+)\t\S+ (\d+ \d+(?:;\d+ \d+)*)\t/gm))
    spans.set(
      id,
      where.split(';').map((piece): Span => {
        const [from = 0, to = 0] = piece.split(' ').map(Number);
        return [units[from] ?? text.length, units[to] ?? text.length];
      }),
    );
  const quotes: GoldQuote[] = [];
  for (const [, line = ''] of annotations.matchAll(/^E\d+\t(.*)$/gm)) {
    const quote = { content: [] as Span[], cue: [] as Span[], source: [] as Span[] };
    for (const argument of line.split(/\s+/)) {
      const [, role, target] = /^(Content|Cue|Source)\d*:(T\d+)$/.exec(argument) ?? [];
      if (role && target) quote[role.toLowerCase() as keyof typeof quote].push(...(spans.get(target) ?? []));
    }
    if (quote.content.length > 0)
      quotes.push({
        content: tidy(text, quote.content),
        cue: tidy(text, quote.cue),
        source: tidy(text, quote.source),
      });
  }
  return quotes;
}

/** In order, without white space at their edges, those joined between which only white space stands. */
function tidy(text: string, spans: readonly Span[]): readonly Span[] {
  const tidied: Span[] = [];
  for (const [from, to] of [...spans].sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    let [start, end] = [from, to];
    while (start < end && /\s/.test(text[start] ?? '')) start++;
    while (end > start && /\s/.test(text[end - 1] ?? '')) end--;
    if (start === end) continue;
    const last = tidied.at(-1);
    if (last && (start <= last[1] || text.slice(last[1], start).trim() === ''))
      tidied[tidied.length - 1] = [last[0], Math.max(last[1], end)];
    else tidied.push([start, end]);
  }
  return tidied;
}

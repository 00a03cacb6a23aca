import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { readWords } from '../src/archive/article-words.ts';
import type { StatedArticle } from '../src/archive/read-attributions.ts';
import type { Article } from '../src/articles/article.ts';
import { ARTICLE_ENDINGS, articleId } from '../src/articles/read-article.ts';
import type { Attribution } from '../src/speakers/attribution.ts';

export type { StatedArticle };

/**
 * Fills a folder with so many articles of others, every text once, and tops them up with copies: their paragraphs in another
 * order, so that each is a text of its own that takes as long to read.
 *
 * @returns how many of them are copies
 */
export function fillFolder(folder: string, from: readonly string[], count: number): number {
  mkdirSync(folder, { recursive: true });
  const seen = new Set<string>();
  const files = from
    .flatMap((one) =>
      readdirSync(one)
        .sort()
        .map((file) => join(one, file)),
    )
    .filter((file) => ARTICLE_ENDINGS.includes(extname(file).toLowerCase()))
    .filter((file) => {
      const text = readFileSync(file, 'utf8');
      return !seen.has(text) && seen.add(text);
    })
    .slice(0, count);
  if (files.length === 0) throw new Error(`There is no article in ${from.join(', ')}.`);
  for (const file of files) cpSync(file, join(folder, basename(file)));
  for (let i = files.length; i < count; i++) {
    const file = files[i % files.length] as string;
    const turn = Math.floor(i / files.length);
    const name = `${basename(file, extname(file))}-copy-${turn}${extname(file)}`;
    writeFileSync(join(folder, name), turned(readFileSync(file, 'utf8'), turn));
  }
  return count - files.length;
}

/** A text whose lines below the first one begin further down, and end with those that were left out. */
function turned(text: string, by: number): string {
  const [title = '', ...lines] = text.split('\n').filter((line) => line.trim() !== '');
  const at = lines.length === 0 ? 0 : by % lines.length;
  return [title, ...lines.slice(at), ...lines.slice(0, at), `Copy ${by}.`].join('\n\n');
}

/** Words by their length and whether they begin with a capital, to put in the place of one another. */
export type Exchange = ReadonlyMap<string, readonly string[]>;

/** In a copy every so many-th word on average is another one. */
const CHANGED = 3;

const WORD = /\p{L}+/gu;
const shapeOf = (word: string): string => `${/^\p{Lu}/u.test(word)} ${word.length}`;

export function exchangeOf(articles: readonly StatedArticle[]): Exchange {
  const words = new Map<string, Set<string>>();
  for (const { article } of articles)
    for (const [word] of article.text.matchAll(WORD))
      words.set(shapeOf(word), (words.get(shapeOf(word)) ?? new Set()).add(word));
  return new Map([...words].map(([shape, alike]) => [shape, [...alike]]));
}

/**
 * A copy of what was read from an article: a third of the different words, names too, are each replaced by one of the same
 * length, in each copy by another one; so all spans stay where they are, and nothing has to be read anew.
 */
export function variedCopy(
  { article, quotes }: StatedArticle,
  copy: number,
  exchange: Exchange,
): StatedArticle {
  const known = new Map<string, string>();
  const vary = (text: string) =>
    text.replace(WORD, (word) => {
      const other = known.get(word) ?? otherFor(word, copy, exchange);
      known.set(word, other);
      return other;
    });
  const text = vary(article.text);
  const varied: Article = {
    ...article,
    id: articleId(text, article.library),
    file: `${copy}-${article.file}`,
    text,
    title: article.title && vary(article.title),
  };
  const named = quotes.map((read) => ({
    ...read,
    attribution: read.attribution && variedAttribution(read.attribution, vary),
  }));
  const words = readWords(
    varied,
    named.map(({ quote }) => quote),
  );
  return { article: varied, quotes: named, words };
}

const variedAttribution = (of: Attribution, vary: (text: string) => string): Attribution => ({
  ...of,
  name: vary(of.name),
  role: of.role && vary(of.role),
});

function otherFor(word: string, copy: number, exchange: Exchange): string {
  const chance = hash(word, copy);
  const alike = exchange.get(shapeOf(word)) ?? [];
  return chance % CHANGED === 0 && word.length > 3
    ? (alike[Math.floor(chance / CHANGED) % alike.length] ?? word)
    : word;
}

/** FNV-1a. */
function hash(word: string, seed: number): number {
  let value = 0x811c9dc5 ^ seed;
  for (let i = 0; i < word.length; i++) value = Math.imul(value ^ word.charCodeAt(i), 0x01000193);
  return (value ^ (value >>> 15)) >>> 0;
}

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { BUILT_IN } from '../../src/articles/article.ts';
import { parseArticle } from '../../src/articles/read-article.ts';
import { isNearlyTheSame, readSketch, sketchOf, writeSketch } from '../../src/libraries/sketch.ts';
import { news } from '../articles/news.ts';

const SEED = readFileSync('seeds/000_4b46519ee5dbc8fc.txt', 'utf8');
const sketch = (text: string) => sketchOf(parseArticle(text, 'a.txt', BUILT_IN).article);
const paragraphs = SEED.split('\n').filter((line) => line.trim() !== '');

describe('a sketch of a text', () => {
  it('is nearly the same with other spaces, quotation marks and a new headline', () => {
    const other = ['Another headline altogether', ...paragraphs.slice(1)]
      .join('\n\n')
      .replaceAll(/[“”]/g, '"')
      .replaceAll('’', "'");
    expect(isNearlyTheSame(sketch(SEED), sketch(other))).toBe(true);
  });

  it('is nearly the same where a paragraph is left out', () => {
    const shorter = paragraphs.filter((_, i) => i !== 4).join('\n\n');
    expect(isNearlyTheSame(sketch(SEED), sketch(shorter))).toBe(true);
  });

  it('is another one for half of the text, and for another text', () => {
    const half = paragraphs.slice(0, paragraphs.length / 2).join('\n\n');
    expect(isNearlyTheSame(sketch(SEED), sketch(half))).toBe(false);
    const other = sketchOf(news('Mayor Lena Ortiz said the bridge was closed for good this year.'));
    expect(isNearlyTheSame(sketch(SEED), other)).toBe(false);
  });

  it('is like no other where there are no words', () => {
    const none = sketchOf(news('…'));
    expect(isNearlyTheSame(none, none)).toBe(false);
  });

  it('is the same after it was written and read, and that of no text where it is damaged', () => {
    const one = sketch(SEED);
    expect(readSketch(writeSketch(one))).toEqual(one);
    expect(isNearlyTheSame(readSketch('!'), one)).toBe(false);
  });
});

import { expect, it } from 'vitest';
import { createMemoryArchive } from '../../src/archive/memory-archive.ts';
import { BUILT_IN } from '../../src/articles/article.ts';
import { isKnownName } from '../../src/questions/follow-ups/known-name.ts';
import { news, SEED } from '../articles/news.ts';

const archive = createMemoryArchive([
  SEED,
  news('George Wall said the bridge was safe.', { file: 'a.txt' }),
  news('The Supreme Court said the bridge was closed for good.', { file: 'b.txt' }),
  news('Clara Keller said the bridge was ugly.', { file: 'c.txt' }, 'guild:1'),
]);
const isKnown = (typed: string) => isKnownName(typed, archive, [BUILT_IN]);

it.each([
  'Zelensky',
  'mark rutte',
  'volodymyr',
  'Зеленський',
  'zelenskyy',
  'waltzz',
  'mr rutte',
  'nato chief',
  'the ukrainian foreign minister',
  'the supreme court',
  'wall',
])('is somebody who is quoted: %s', (typed) => {
  expect(isKnown(typed)).toBe(true);
});

it.each([
  'the wall',
  'the war',
  'the court',
  'russia',
  'the bridge',
  'peace talks',
  'his wife',
  'Putin',
  'Keller',
  '',
  '🦆',
  'what rutte said about the war in ukraine',
])('is nobody who is quoted: %s', (typed) => {
  expect(isKnown(typed)).toBe(false);
});

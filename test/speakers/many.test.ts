import { expect, it } from 'vitest';
import { speakersOf } from './marked.ts';

const GIVEN = ['Anna', 'Tom', 'Laura', 'Peter'];
const SYLLABLES = 'ba ke lo mi nu ra so te vi zu'.split(' ');

/** Last names that all differ: "Kelonuba". */
const lastName = (number: number): string =>
  String(number + 1000)
    .replace(/\d/g, (digit) => SYLLABLES[Number(digit)] ?? '')
    .replace(/^./, (first) => first.toUpperCase());

it('finds thousands of speakers of one text without looking through all for each', () => {
  const names = Array.from({ length: 4000 }, (_, i) => `${GIVEN[i % 4]} ${lastName(i)}`);
  const began = Date.now();
  const found = speakersOf(...names.map((name) => `{${name}} said <the bridge was safe>.`));
  expect(found).toEqual(names);
  expect(Date.now() - began).toBeLessThan(12_000);
}, 60_000);

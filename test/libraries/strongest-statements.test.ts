import { expect, it } from 'vitest';
import { createMemoryArchive } from '../../src/archive/memory-archive.ts';
import { BUILT_IN } from '../../src/articles/article.ts';
import { strongestStatements } from '../../src/libraries/strongest-statements.ts';
import { news } from '../articles/news.ts';

const strongest = (text: string) =>
  strongestStatements(createMemoryArchive([news(text)]).statements([BUILT_IN])).map(
    ({ speaker, text: words }) => `${speaker?.name}: ${words}`,
  );

it("shows somebody's own words by different people with names, in the order of the text", () => {
  const text = [
    'Mayor Lena Ortiz said the bridge was closed.',
    '“The bridge will stay closed until the last bolt has been replaced,” Mayor Lena Ortiz said.',
    'An official said the ferry would run.',
    '“Nobody has asked the people on the island what they want to do,” said Marcus Bell, a fisherman.',
    'Dana Cole, who runs the hotel, said: “Without a bridge there are no guests, and without guests no hotel.”',
    '“We have lost a whole summer because of it,” Dana Cole said.',
  ].join('\n\n');
  const shown = strongest(text);
  expect(shown.map((line) => line.split(':')[0])).toEqual(['Lena Ortiz', 'Marcus Bell', 'Dana Cole']);
  expect(shown[0]).toContain('until the last bolt');
});

it('shows what there is where there is little, and nothing where nobody says anything', () => {
  expect(strongest('An official said the ferry would run.')).toHaveLength(1);
  expect(strongest('The bridge was closed on Monday.')).toEqual([]);
});

import { describe, expect, it } from 'vitest';
import { cardsReply, linesReply } from '../../src/replies/pages.ts';
import type { Card, Run } from '../../src/replies/reply.ts';

const cardsUpTo = (count: number) =>
  Array.from(
    { length: count },
    (_, at): Card => ({
      statement: `${at}`.padStart(16, '0'),
      speaker: [],
      said: null,
      words: [],
      paraphrase: false,
      why: null,
      also: [],
      source: [],
    }),
  );
const linesUpTo = (count: number) =>
  Array.from({ length: count }, (_, at): readonly Run[] => [{ text: `${at}` }]);
const shown = (count: number, page: number) =>
  cardsReply(null, cardsUpTo(count), [], page).cards.map(({ statement }) => Number(statement));

describe('pages', () => {
  it('have three statements each', () => {
    expect([1, 2, 3].map((page) => shown(8, page))).toEqual([
      [0, 1, 2],
      [3, 4, 5],
      [6, 7],
    ]);
    expect(cardsReply(null, cardsUpTo(8), [], 2).page).toEqual({ number: 2, of: 3 });
  });

  it('have fifteen lines each', () => {
    expect(linesReply(null, linesUpTo(31), [], 3)).toMatchObject({
      lines: [[{ text: '30' }]],
      page: { number: 3, of: 3 },
    });
  });

  it('are not counted where there is one', () => {
    expect(cardsReply(null, cardsUpTo(3), [], 1).page).toBeNull();
    expect(linesReply(null, linesUpTo(15), [], 1).page).toBeNull();
    expect(cardsReply(null, [], [], 1)).toMatchObject({ cards: [], page: null });
  });

  it.each([
    [0, 1],
    [-7, 1],
    [4, 3],
    [99999, 3],
  ])('that are not there give the nearest one: %i', (wanted, number) => {
    expect(cardsReply(null, cardsUpTo(8), [], wanted).page).toEqual({ number, of: 3 });
  });

  it('keep all records on each of them', () => {
    expect(cardsReply('Lead', cardsUpTo(8), [{ a: 1 }, { b: 2 }], 3)).toMatchObject({
      lead: [{ text: 'Lead' }],
      records: [{ a: 1 }, { b: 2 }],
    });
  });
});

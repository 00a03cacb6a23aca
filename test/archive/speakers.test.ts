import { describe, expect, it } from 'vitest';
import { createMemoryArchive } from '../../src/archive/memory-archive.ts';
import { BUILT_IN } from '../../src/articles/article.ts';
import { BRIDGE, news, SEED } from '../articles/news.ts';

const archive = createMemoryArchive([SEED]);
const namesFor = (typed: string) =>
  archive.findSpeakers(typed, [BUILT_IN]).map(({ speaker }) => speaker.name);

describe('a speaker is found', () => {
  it.each([
    ['Zelensky', 'Volodymyr Zelensky'],
    ['zelensky', 'Volodymyr Zelensky'],
    ['Zelenskyy', 'Volodymyr Zelensky'],
    ['Zelenskiy', 'Volodymyr Zelensky'],
    ['zelenski', 'Volodymyr Zelensky'],
    ['Selenskyj', 'Volodymyr Zelensky'],
    ['Зеленський', 'Volodymyr Zelensky'],
    ['Володимир Зеленський', 'Volodymyr Zelensky'],
    ['volodymyr', 'Volodymyr Zelensky'],
    ['Volodymyr Zelensky', 'Volodymyr Zelensky'],
    ['zelensky volodymyr', 'Volodymyr Zelensky'],
    ['zelen', 'Volodymyr Zelensky'],
    ["Zelensky's", 'Volodymyr Zelensky'],
    ['president zelensky', 'Volodymyr Zelensky'],
    ['ukrainian president', 'Volodymyr Zelensky'],
    ['the president of ukraine', 'Volodymyr Zelensky'],
    ['ruttte', 'Mark Rutte'],
    ['RUTTE', 'Mark Rutte'],
    ['Mr. Rutte', 'Mark Rutte'],
    ['nato chief', 'Mark Rutte'],
    ['nato secretary general', 'Mark Rutte'],
    ['secretary general', 'Mark Rutte'],
    ["ukraine's foreign minister", 'Andriy Sybiha'],
    ['foreign minister of ukraine', 'Andriy Sybiha'],
    ['sibiha', 'Andriy Sybiha'],
    ['andrii sybiha', 'Andriy Sybiha'],
    ['Сибіга', 'Andriy Sybiha'],
    ['national security adviser', 'Michael Waltz'],
    ['us national security advisor', 'Michael Waltz'],
    ['waltz', 'Michael Waltz'],
    ['michael walz', 'Michael Waltz'],
  ])('as %s', (typed, name) => {
    expect(namesFor(typed)[0]).toBe(name);
  });

  it.each([
    ['zelensky', 1],
    ['rutte', 1],
    ['michael waltz', 1],
  ])('alone where the name is plain: %s', (typed, count) => {
    expect(namesFor(typed)).toHaveLength(count);
  });

  it.each([
    'putin',
    'Путин',
    'vladimir putin',
    'biden',
    'trump',
    'xi',
    'prime minister of spain',
    '',
    ' ',
    '???',
    '🦆',
    'the of',
  ])('nowhere where nobody is called so: %s', (typed) => {
    expect(namesFor(typed)).toEqual([]);
  });
});

describe('a speaker', () => {
  it('has the fullest name, its other spellings, its roles and the number of its quotes', () => {
    expect(archive.speakers([BUILT_IN])).toEqual([
      {
        speaker: {
          id: 'mark-rutte',
          name: 'Mark Rutte',
          named: true,
          aliases: [],
          roles: ['NATO Secretary General'],
        },
        statements: 8,
      },
      {
        speaker: {
          id: 'volodymyr-zelensky',
          name: 'Volodymyr Zelensky',
          named: true,
          aliases: [],
          roles: ['Ukrainian President'],
        },
        statements: 3,
      },
      {
        speaker: {
          id: 'michael-waltz',
          name: 'Michael Waltz',
          named: true,
          aliases: [],
          roles: ['US National Security Adviser'],
        },
        statements: 2,
      },
      {
        speaker: {
          id: 'andriy-sybiha',
          name: 'Andriy Sybiha',
          named: true,
          aliases: [],
          roles: ['Ukrainian Foreign Minister'],
        },
        statements: 1,
      },
    ]);
  });

  it('is one over all articles and spellings', () => {
    const two = createMemoryArchive([
      SEED,
      news('President Volodymyr Zelenskyy said the road was open.'),
      news('Mark Rutte said the road was closed.'),
    ]).speakers([BUILT_IN]);
    expect(two.map(({ speaker, statements }) => `${speaker.name} ${statements}`)).toEqual([
      'Mark Rutte 9',
      'Volodymyr Zelenskyy 4',
      'Michael Waltz 2',
      'Andriy Sybiha 1',
    ]);
    expect(two[1]?.speaker.aliases).toEqual(['Volodymyr Zelensky']);
  });

  it('is never another one who has the same surname', () => {
    const names = createMemoryArchive([
      news('Anna Holm said the tax was fair.'),
      news('Peter Holm said the tax was not fair.'),
    ]).speakers([BUILT_IN]);
    expect(names.map(({ speaker }) => speaker.name)).toEqual(['Anna Holm', 'Peter Holm']);
  });

  it('who is only described is another one in each article', () => {
    const entries = createMemoryArchive([
      news('A senior official said the tax was fair.', { id: 'aaaaaaaaaaaaaaaa' }),
      news('A senior official said the tax was not fair.', { id: 'bbbbbbbbbbbbbbbb' }),
    ]).speakers([BUILT_IN]);
    expect(entries.map(({ speaker }) => [speaker.name, speaker.named])).toEqual([
      ['A senior official', false],
      ['A senior official', false],
    ]);
    expect(new Set(entries.map(({ speaker }) => speaker.id)).size).toBe(2);
  });
});

it('ids are the same whenever the archive is built anew, whatever else is in it', () => {
  const again = createMemoryArchive([BRIDGE, SEED]);
  const idsOf = (of: typeof archive) =>
    of
      .statements([BUILT_IN])
      .filter(({ article }) => article.id === SEED.id)
      .map(({ id, speaker }) => `${id} ${speaker?.id}`);
  expect(idsOf(again)).toEqual(idsOf(archive));
});

import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Choice } from '../../src/commands.ts';
import { BRIDGE, news, SEED } from '../articles/news.ts';
import { looks } from '../replies/statements.ts';
import { commandOf, run, SEED_SIGHT, sightOf } from './real.ts';

type Record_ = {
  readonly speaker: { readonly name: string };
  readonly quote: { readonly text: string; readonly kind: string };
};

/** The words of everything that a call finds, on all its pages. */
const found = async (values: Readonly<Record<string, string>>, sight = SEED_SIGHT) =>
  (await run('quote', values, 1, sight)).records.map((record) => (record as Record_).quote.text);
const leadOf = async (values: Readonly<Record<string, string>>) =>
  looks((await run('quote', values)).lead ?? []);

describe('/quote', () => {
  it('gives everything that Zelensky said, the direct words verbatim', async () => {
    const { cards, page } = await run('quote', { speaker: 'Zelensky' });
    expect(cards.map(({ words }) => looks(words))).toEqual([
      'Western countries, including the United States, are not yet ready to offer Ukraine NATO membership',
      '“Kyiv very much wants NATO membership, as it would solve many problems”',
      "the West's stance remains unchanged for now",
    ]);
    expect(cards.map(({ said }) => said)).toEqual(['recently', 'On March 20', 'On March 20']);
    expect(cards.map(({ paraphrase }) => paraphrase)).toEqual([true, false, true]);
    expect(page).toBeNull();
  });

  it.each(['Zelenskyy', 'Зеленський', 'zelenski', 'volodymyr', 'ukrainian president'])(
    'finds him as %s too',
    async (speaker) => {
      expect(await found({ speaker })).toEqual(await found({ speaker: 'Zelensky' }));
    },
  );

  it('gives everything that Rutte said, three a page, in the order of the article', async () => {
    const pages = await Promise.all([1, 2, 3].map((page) => run('quote', { speaker: 'Rutte' }, page)));
    expect(pages.map(({ cards, page }) => [cards.length, page])).toEqual([
      [3, { number: 1, of: 3 }],
      [3, { number: 2, of: 3 }],
      [2, { number: 3, of: 3 }],
    ]);
    expect(
      pages.flatMap(({ cards }) => cards.map(({ words }) => looks(words).split(' ').slice(0, 4).join(' '))),
    ).toEqual([
      'Ukraine will not receive',
      'this decision does not',
      '“We have never promised',
      'at the recent NATO',
      'cooperation between NATO and',
      'optimism regarding ongoing negotiations',
      'the process of conflict',
      'confidence in the United',
    ]);
    expect(pages[0]?.cards[0]?.said).toBe('In a recent speech at the Warsaw School of Economics');
    expect(pages.every(({ records }) => records.length === 8)).toBe(true);
  });

  it('gives what is about a matter, best first, with the matching words in bold', async () => {
    const { cards } = await run('quote', { speaker: 'rutte', about: 'peace negotiations' });
    expect(looks(cards[0]?.words ?? [])).toContain('*peace* *negotiations*');
    expect(await found({ speaker: 'rutte', about: 'the irreversible path' })).toEqual([
      expect.stringContaining('irreversible path'),
    ]);
  });

  it('gives quotes of one kind', async () => {
    expect(await found({ speaker: 'zelensky', kind: 'direct' })).toEqual([
      'Kyiv very much wants NATO membership, as it would solve many problems',
    ]);
    expect(await found({ speaker: 'rutte', kind: 'mixed' })).toHaveLength(3);
  });

  it('gives quotes of one article, by its id, its title or its file', async () => {
    const other = news('Mark Rutte said the bridge was closed.', {
      title: 'Rutte at the bridge',
      file: 'pier.txt',
    });
    const sight = sightOf([SEED, other]);
    expect(await found({ speaker: 'rutte' }, sight)).toHaveLength(9);
    for (const article of [other.id, 'rutte at the BRIDGE', 'pier'])
      expect(await found({ speaker: 'rutte', article }, sight)).toEqual(['the bridge was closed']);
    expect(await found({ speaker: 'rutte', article: SEED.id }, sight)).toHaveLength(8);
  });

  it('says that nobody is called so', async () => {
    expect(await leadOf({ speaker: 'Putin' })).toContain(
      'Nobody called “Putin” is quoted in these articles.',
    );
    expect(await run('quote', { speaker: 'Putin' })).toMatchObject({ cards: [], records: [], page: null });
  });

  it('says that none of the quotes fits', async () => {
    expect(await leadOf({ speaker: 'waltz', kind: 'direct' })).toBe(
      'None of the 2 quotes by “waltz” fits that.',
    );
    expect(await leadOf({ speaker: 'waltz', about: 'pineapple' })).toBe(
      'None of the 2 quotes by “waltz” fits that.',
    );
    expect(await leadOf({ speaker: 'waltz', article: 'no such title' })).toBe(
      'None of the 2 quotes by “waltz” fits that.',
    );
  });

  it.each(['', ' ', '🦆', '**', 'a'.repeat(100)])(
    'finds nobody for %j, and does not fail',
    async (speaker) => {
      expect((await run('quote', { speaker, about: speaker, article: speaker })).cards).toEqual([]);
    },
  );
});

/** Six statements of four days, the last of them without a date. */
const DATED = sightOf([
  news('Lena Ortiz said on Monday that the tunnel was shut.\nLena Ortiz said that the ferry was late.', {
    file: 'a.txt',

    published: '2016-08-03',
  }),
  news('Lena Ortiz said that the road was long.\nLena Ortiz said that the pier was old.', {
    file: 'b.txt',

    published: '2015-03-10',
  }),
  news('Lena Ortiz said that the tunnel would open.', {
    file: 'c.txt',

    published: '2026-11-23',
  }),
  news('Lena Ortiz said that nobody knew when.', { file: 'd.txt', published: null }),
]);

describe('/quote for a time', () => {
  beforeAll(() => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-25T12:00:00') });
  });
  afterAll(() => {
    vi.useRealTimers();
  });
  const within = (values: Readonly<Record<string, string>>) => found({ speaker: 'Ortiz', ...values }, DATED);
  const lead = async (values: Readonly<Record<string, string>>) =>
    looks((await run('quote', { speaker: 'Ortiz', ...values }, 1, DATED)).lead ?? []);

  it.each([
    [{ since: '2016-08-01' }, ['the tunnel was shut', 'the ferry was late', 'the tunnel would open']],
    [{ since: '2016-08-02', until: 'August 2016' }, ['the ferry was late']],
    [{ since: 'august 2016', until: '1 Aug 2016' }, ['the tunnel was shut']],
    [{ until: '2015' }, ['the road was long', 'the pier was old']],
    [{ since: 'last monday' }, ['the tunnel would open']],
    [{ since: 'since Nov 1', about: 'the tunnel' }, ['the tunnel would open']],
    [
      { since: 'Monday, 1 August 2016 at noon', until: 'yesterday', kind: 'indirect', about: 'ferry' },
      ['the ferry was late'],
    ],
  ])('gives what was said then, both days included: %j', async (values, texts) => {
    expect(await within(values)).toEqual(texts);
  });

  it('gives the newest or the oldest first, and what has no date last', async () => {
    const oldest = [
      'the road was long',
      'the pier was old',
      'the tunnel was shut',
      'the ferry was late',
      'the tunnel would open',
      'nobody knew when',
    ];
    expect(await within({ order: 'oldest' })).toEqual(oldest);
    expect((await within({ order: 'newest' }))[0]).toBe('the tunnel would open');
    expect((await within({ order: 'newest' })).at(-1)).toBe('nobody knew when');
    const about = await within({ order: 'newest', about: 'the tunnel' });
    expect(about.filter((text) => text.includes('tunnel'))).toEqual([
      'the tunnel would open',
      'the tunnel was shut',
    ]);
  });

  it('says of how many no date is known where none was said then', async () => {
    expect(await lead({ since: 'yesterday' })).toBe(
      'None of the 6 quotes by “Ortiz” fits that. For 1 of them no date is known.',
    );
    expect(await leadOf({ speaker: 'waltz', since: '2016' })).toBe(
      'None of the 2 quotes by “waltz” fits that.',
    );
  });

  it.each([
    [{ since: 'soon' }, '“soon” is no date that I can read: try 2016-08-01, August 2016 or last Monday.'],
    [{ until: '06/01/2016' }, '“06/01/2016” may be either of two days: write it as YYYY-MM-DD.'],
    [{ since: '2016-08-01', until: '2015' }, '“2015” is before “2016-08-01”: no time lies between them.'],
  ])('says in a sentence what is wrong with a date: %j', async (values, sentence) => {
    expect(await lead(values)).toBe(sentence);
    expect((await run('quote', { speaker: 'Ortiz', ...values }, 1, DATED)).records).toEqual([]);
  });
});

describe('what /quote offers while it is typed', () => {
  const offered = (option: string, typed: string, sight = SEED_SIGHT) =>
    commandOf('quote')
      .options.find(({ name }) => name === option)
      ?.suggest?.(typed, sight) as readonly Choice[] | undefined;

  it('is every speaker with role and number of quotes, those with most first', () => {
    expect(offered('speaker', '')).toEqual([
      { name: 'Mark Rutte, NATO Secretary General · 8 quotes', value: 'Mark Rutte' },
      { name: 'Volodymyr Zelensky, Ukrainian President · 3 quotes', value: 'Volodymyr Zelensky' },
      { name: 'Michael Waltz, US National Security Adviser · 2 quotes', value: 'Michael Waltz' },
      { name: 'Andriy Sybiha, Ukrainian Foreign Minister · 1 quote', value: 'Andriy Sybiha' },
    ]);
  });

  it.each([
    ['zel', 'Volodymyr Zelensky'],
    ['Зелен', 'Volodymyr Zelensky'],
    ['foreign', 'Andriy Sybiha'],
    ['foreign min', 'Andriy Sybiha'],
    ['wal', 'Michael Waltz'],
  ])('is the speaker whose name or role is begun: %s', (typed, name) => {
    expect(offered('speaker', typed)?.map(({ value }) => value)).toEqual([name]);
  });

  it('is nobody who is only described, and nobody for what fits nobody', () => {
    const sight = sightOf([news('A senior official said the bridge was closed.')]);
    expect(offered('speaker', '', sight)).toEqual([]);
    expect(offered('speaker', 'putin')).toEqual([]);
  });

  it('finds again what was offered', async () => {
    for (const { name, value } of offered('speaker', '') ?? []) {
      const count = Number(/(\d+) quotes?$/.exec(name)?.[1]);
      expect((await run('quote', { speaker: value })).records).toHaveLength(count);
    }
    const sight = sightOf([SEED, BRIDGE]);
    for (const { value } of offered('article', '', sight) ?? [])
      expect((await run('quote', { speaker: 'rutte', article: value }, 1, sight)).records).toHaveLength(
        value === SEED.id ? 8 : 0,
      );
  });

  it('is the articles by title, outlet or file', () => {
    const sight = sightOf([SEED, BRIDGE]);
    const titles = (typed: string) => offered('article', typed, sight)?.map(({ name }) => name);
    expect(titles('')).toEqual([SEED.title, 'Bridge stays closed']);
    expect(titles('bri clo')).toEqual(['Bridge stays closed']);
    expect(titles('caliber')).toEqual([SEED.title]);
    expect(titles('4b46519ee5dbc8fc')).toEqual([SEED.title]);
    expect(titles('pineapple')).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { news, SEED } from '../articles/news.ts';
import { looks } from '../replies/statements.ts';
import { commandOf, run, sightOf } from './real.ts';

const linesOf = async (name: string, sight?: Parameters<typeof run>[3]) =>
  (await run(name, {}, 1, sight)).lines.map(looks);

describe('/speakers', () => {
  it('lists who is quoted by name, with role and number of quotes', async () => {
    expect(await linesOf('speakers')).toEqual([
      '*Mark Rutte*, NATO Secretary General · 8 quotes',
      '*Volodymyr Zelensky*, Ukrainian President · 3 quotes',
      '*Michael Waltz*, US National Security Adviser · 2 quotes',
      '*Andriy Sybiha*, Ukrainian Foreign Minister · 1 quote',
    ]);
  });

  it('leaves out who is only described', async () => {
    const sight = sightOf([
      news('A senior official said the bridge was closed. Marcus Bell said it was open.'),
    ]);
    expect(await linesOf('speakers', sight)).toEqual(['*Marcus Bell* · 1 quote']);
  });

  it('says so where nobody is quoted', async () => {
    const { lead, lines } = await run('speakers', {}, 1, sightOf([]));
    expect([looks(lead ?? []), lines]).toEqual(['Nobody is quoted by name in these articles.', []]);
  });
});

describe('/articles', () => {
  it('lists the articles with what is known of them', async () => {
    const known = news('Marcus Bell said the bridge was open.', {
      title: 'The bridge',
      outlet: 'Gazette',
      byline: 'Ada Moss',
      published: '2024-02-20',
      url: 'https://gazette.example/bridge',
    });
    expect(await linesOf('articles', sightOf([SEED, known]))).toEqual([
      `*${SEED.title}* · Caliber.Az · by Tamilla Hasanova · 14 quotes`,
      '*The bridge* · Gazette · by Ada Moss · 2024-02-20 · 1 quote',
    ]);
    const { lines } = await run('articles', {}, 1, sightOf([known]));
    expect(lines[0]?.[0]).toEqual({ text: 'The bridge', bold: true, url: 'https://gazette.example/bridge' });
  });

  it('calls an article without a title by its file', async () => {
    expect(
      await linesOf('articles', sightOf([news('Nobody spoke.', { title: null, file: 'a/pier.txt' })])),
    ).toEqual(['*pier.txt* · 0 quotes']);
  });

  it('says so where there are none', async () => {
    expect(looks((await run('articles', {}, 1, sightOf([]))).lead ?? [])).toBe('There are no articles yet.');
  });
});

describe('/help', () => {
  it('lists every command with its options, those that need words first', async () => {
    expect((await linesOf('help')).map((line) => line.split(' · ')[0])).toEqual([
      '*/ask question*',
      '*/check statement [speaker]*',
      '*/quote speaker [about] [kind] [article] [since] [until] [order]*',
      '*/articles [search]*',
      '*/help*',
      '*/speakers*',
    ]);
  });

  it('says what the bot does, and describes each command in its own words', async () => {
    const { lead, lines } = await run('help');
    expect(looks(lead ?? [])).toContain('word for word');
    expect(looks(lead ?? [])).toContain('mention the bot');
    for (const line of lines.map(looks)) {
      const name = /^\*\/(\w+)/.exec(line)?.[1] ?? '';
      expect(line.endsWith(` · ${commandOf(name).description}`)).toBe(true);
    }
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import type { Asker, Choice, Values } from '../../src/commands.ts';
import type { Desk } from '../../src/libraries/desk.ts';
import type { Feeds } from '../../src/libraries/feeds.ts';
import { USUAL_LIMITS } from '../../src/libraries/limits.ts';
import type { Reply } from '../../src/replies/reply.ts';
import { rssOf } from '../intake/feeds.ts';
import { FEED, feedSite, HOUR, itemOf, MINUTE } from '../libraries/feed-site.ts';
import { looks } from '../replies/statements.ts';
import { OTHER, SERVER } from '../storage/articles.ts';
import { commandOf, SEED_SIGHT } from './real.ts';

const site = feedSite();
let feeds: Feeds;
beforeEach(() => {
  site.clock.now = Date.now();
  feeds = site.open({ limits: { ...USUAL_LIMITS, feeds: 3 } });
});

const askerOf = (over: Partial<Asker> = {}, library = SERVER): Asker => ({
  person: 'ana',
  channel: '500',
  isTrusted: true,
  isManager: true,
  desk: { library, limits: USUAL_LIMITS, feeds: feeds.desk(library) } as Desk,
  ...over,
});
const run = async (name: string, values: Values = {}, asker: Asker | undefined = askerOf()): Promise<Reply> =>
  commandOf(`feed ${name}`).run(values, SEED_SIGHT, 1, asker);
/** A reply as it reads, a line each. */
const shown = (reply: Reply) => [
  ...(reply.lead === null ? [] : [looks(reply.lead)]),
  ...reply.lines.map(looks),
];
const addFeed = async (path: string, title: string, numbers: readonly number[]) => {
  for (const number of numbers) site.server.serve(`/articles/${number}`, { body: '<p>An article.' });
  const url = site.server.serve(path, {
    body: rssOf(numbers.map(itemOf), `<title>${title}</title>`),
  });
  const reply = await run('add', { url });
  await feeds.settled();
  return reply;
};

describe('/feed add', () => {
  it('says what was understood, and that the newest articles are coming in', async () => {
    const numbers = Array.from({ length: 14 }, (_, i) => 14 - i);
    expect(shown(await addFeed(FEED, 'The Gazette', numbers))).toEqual([
      'Added this feed. It shows 14 articles: the newest 10 are being added now, and new ones as they come out.',
      '*The Gazette* · 127.0.0.1',
    ]);
    expect(shown(await addFeed('/few', 'Few', [21, 20]))[0]).toBe(
      'Added this feed. It shows 2 articles: they are being added now, and new ones as they come out.',
    );
    expect(shown(await addFeed('/none', 'None', []))[0]).toBe(
      'Added this feed. It shows no articles now; those to come will be added.',
    );
  });

  it('has a button to undo it, and one to see how it goes', async () => {
    const { actions = [] } = await addFeed(FEED, 'The Gazette', [1]);
    expect(actions.map(({ label }) => label)).toEqual(['Undo', 'How it goes']);
    expect(actions[1]?.command).toBe('feed list');
    expect(shown(await run('remove', actions[0]?.values))).toEqual([
      'Removed the feed “The Gazette”. The article that it brought stays in the library.',
    ]);
  });

  it('says that it is there already', async () => {
    await addFeed(FEED, 'The Gazette', [1]);
    expect(shown(await addFeed(FEED, 'The Gazette', [1]))[0]).toBe('This feed is here already:');
  });

  it('says why not', async () => {
    expect(shown(await run('add', { url: 'the gazette' }))).toEqual([
      'That is no address of a feed: one begins with http:// or https://.',
    ]);
    for (const path of ['/1', '/2', '/3']) await addFeed(path, path, []);
    expect(shown(await addFeed('/4', 'Four', []))).toEqual([
      'This library has 3 feeds already, which is as many as it may: take one away with /feed remove first.',
    ]);
  });
});

describe('/feed list', () => {
  it('says so where there are none', async () => {
    expect(shown(await run('list'))).toEqual(['This library has no feeds yet: add one with `/feed add`.']);
  });

  it('tells what each has brought, when it was asked, and when it will be', async () => {
    await addFeed(FEED, 'The Gazette', [2, 1]);
    const { id } = await site.feed();
    const at = Date.now();
    await site.storage.feeds.change(id, {
      broughtAt: at - 2 * HOUR,
      failed: 1,
      polledAt: at - 5 * MINUTE,
      nextAt: at + 10 * MINUTE,
    });
    const reply = await run('list');
    expect(shown(reply)).toEqual([
      '*The Gazette* · 127.0.0.1 · brought 2 articles, the last 2 hours ago; 1 could not be read · asked 5 minutes ago, next in 10 minutes',
    ]);
    expect(reply.lines[0]?.[0]?.url).toBe(site.server.url(FEED));
    expect(reply.records).toMatchObject([{ id, title: 'The Gazette', brought: 2, failed: 1, problem: null }]);
  });

  it('tells at once what could not be read, and why the last could not', async () => {
    const url = site.server.serve(FEED, {
      body: rssOf([
        { title: 'Gone', link: '/gone' },
        { title: 'Inside', link: 'http://10.0.0.1/' },
        { title: 'The bridge', link: '/articles/1' },
      ]),
    });
    site.server.serve('/gone', { status: 404 });
    site.server.serve('/articles/1', { body: '<p>An article.' });
    await run('add', { url });
    await feeds.settled();
    const line = async () => shown(await run('list'))[0];
    expect(await line()).toMatch(
      /· brought 1 article, the last just now; 2 could not be read and will be tried once more; the last: Gone: 127\.0\.0\.1 says there is no such page \(404\) · asked just now/,
    );
    site.clock.now += 24 * HOUR;
    await feeds.poll();
    expect(await line()).toMatch(/; 2 could not be read; the last: Gone: 127/);
    const { id } = await site.feed();
    await site.storage.feeds.change(id, { retrying: 1 });
    expect(await line()).toMatch(/; 3 could not be read \(1 of them will be tried once more\); the last: /);
  });

  it('tells what is wrong, and since how many times', async () => {
    await addFeed(FEED, 'The Gazette', []);
    const { id } = await site.feed();
    const problem = 'gazette.example can’t be reached.';
    const nextAt = Date.now() + 2 * HOUR;
    await site.storage.feeds.change(id, { problem, failures: 4, nextAt });
    expect(shown(await run('list'))).toEqual([
      '*The Gazette* · 127.0.0.1 · has brought no articles yet · gazette.example can’t be reached (4 times in a row), next in 2 hours',
    ]);
    await site.storage.feeds.change(id, { failures: 1, nextAt: 0 });
    expect(shown(await run('list'))[0]).toMatch(/can’t be reached, next in a moment$/);
  });

  it('calls a feed without a title by its address', async () => {
    site.server.serve(FEED, { body: rssOf([itemOf(1)], '') });
    await run('add', { url: site.server.url(FEED) });
    expect(shown(await run('list'))[0]).toMatch(`*${site.server.url(FEED)}* · 127.0.0.1`);
  });
});

describe('/feed remove', () => {
  beforeEach(async () => {
    await addFeed('/gazette', 'The Gazette: News', [2, 1]);
    await addFeed('/sport', 'The Gazette: Sport', []);
    await addFeed('/herald', 'Herald', []);
  });
  const left = async () => (await site.storage.feeds.list(SERVER)).map(({ title }) => title).sort();

  it.each([
    ['Herald', 'Herald'],
    ['herald', 'Herald'],
    ['gazette news', 'The Gazette: News'],
    ['the gazette: SPORT', 'The Gazette: Sport'],
  ])('takes a title or a part of one: %s', async (typed, title) => {
    expect(shown(await run('remove', { feed: typed }))[0]).toMatch(`Removed the feed “${title}”.`);
    expect(await left()).not.toContain(title);
  });

  it('takes an address', async () => {
    await run('remove', { feed: site.server.url('/sport') });
    expect(await left()).toEqual(['Herald', 'The Gazette: News']);
  });

  it('says how many articles stay', async () => {
    expect(shown(await run('remove', { feed: 'news' }))).toEqual([
      'Removed the feed “The Gazette: News”. The 2 articles that it brought stay in the library.',
    ]);
    expect(shown(await run('remove', { feed: 'herald' }))).toEqual([
      'Removed the feed “Herald”. It had brought no articles.',
    ]);
  });

  it('removes none where several fit, or none does', async () => {
    const reply = await run('remove', { feed: 'gazette' });
    expect(looks(reply.lead ?? [])).toBe('Several feeds fit that: give the address of one.');
    expect(reply.lines).toHaveLength(2);
    for (const feed of ['mirror', '', '?', '0123456789abcdef']) {
      expect(shown(await run('remove', { feed }))).toEqual(['There is no such feed in this library.']);
    }
    expect(await left()).toHaveLength(3);
  });

  it('offers what is there, with ids that it takes', async () => {
    const offered = async (typed: string, asker?: Asker): Promise<readonly Choice[]> =>
      (await commandOf('feed remove').options[0]?.suggest?.(typed, SEED_SIGHT, asker)) ?? [];
    expect((await offered('', askerOf())).map(({ name }) => name).sort()).toEqual([
      'Herald · 127.0.0.1',
      'The Gazette: News · 127.0.0.1',
      'The Gazette: Sport · 127.0.0.1',
    ]);
    const [sport] = await offered('gaz spo', askerOf());
    expect(sport?.name).toBe('The Gazette: Sport · 127.0.0.1');
    await run('remove', { feed: sport?.value ?? '' });
    expect(await left()).toEqual(['Herald', 'The Gazette: News']);
    expect(await offered('')).toEqual([]);
    expect(await offered('', askerOf({}, OTHER))).toEqual([]);
  });

  it('is for those who may manage the server, and for who added the feed', async () => {
    const refused = shown(
      await run('remove', { feed: 'herald' }, askerOf({ person: 'ben', isTrusted: false })),
    );
    expect(refused[0]).toMatch(/^Only those who may manage this server/);
    expect(await left()).toHaveLength(3);
    await run('remove', { feed: 'herald' }, askerOf({ person: 'ana', isTrusted: false }));
    expect(await left()).toHaveLength(2);
  });
});

describe('/feed', () => {
  it('is for libraries, and for those who manage them', () => {
    const commands = ['add', 'list', 'remove'].map((name) => commandOf(`feed ${name}`));
    expect(commands.map(({ needsLibrary, needsManager }) => [needsLibrary, needsManager])).toEqual(
      Array.from({ length: 3 }, () => [true, true]),
    );
    expect(commands.map(({ isCostly }) => isCostly ?? false)).toEqual([true, false, false]);
  });

  it('says where it can be used, where there is no library', async () => {
    for (const name of ['add', 'list', 'remove']) {
      const reply = await commandOf(`feed ${name}`).run({ url: 'x', feed: 'x' }, SEED_SIGHT, 1);
      expect(shown(reply)[0]).toMatch(/^There is no library here/);
    }
  });

  it('shows another library nothing', async () => {
    await addFeed(FEED, 'The Gazette', [1]);
    const other = askerOf({}, OTHER);
    expect(shown(await run('list', {}, other))).toEqual([
      'This library has no feeds yet: add one with `/feed add`.',
    ]);
    const { id, url } = await site.feed();
    for (const feed of [id, url, 'The Gazette']) {
      expect(shown(await run('remove', { feed }, other))).toEqual(['There is no such feed in this library.']);
    }
    expect(await site.storage.feeds.list(SERVER)).toHaveLength(1);
  });
});

import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Storage } from '../../src/storage/storage.ts';
import { feedOf, followOf, keptArticle, reading, SERVER } from './articles.ts';
import { describeEngines, newPlace, openTestStorage } from './engines.ts';

/** One connection to a database knows nothing of another, be it in this process or in another one. */
describeEngines('several that use one database', (engine) => {
  let storages: readonly Storage[] = [];
  beforeEach(async () => {
    const place = await newPlace(engine);
    storages = await Promise.all(Array.from({ length: 3 }, () => openTestStorage(engine, place)));
  });
  afterEach(() => Promise.all(storages.map((storage) => storage.close())));

  const storage = (n = 0): Storage => storages[n % storages.length] as Storage;
  /** Does something `count` times at once, each time on another connection. */
  const atOnce = <T>(count: number, work: (storage: Storage, n: number) => Promise<T>) =>
    Promise.all(Array.from({ length: count }, (_, n) => work(storage(n), n)));
  const counted = (results: readonly { readonly kind: string }[], kind: string) =>
    results.filter((result) => result.kind === kind).length;

  it('make it ready together', async () => {
    expect(await storage().libraries.list()).toEqual([]);
  });

  it('add an article once', async () => {
    const results = await atOnce(12, ({ articles }) => articles.add(keptArticle(1), reading(), 9));
    expect(counted(results, 'added')).toBe(1);
    expect(counted(results, 'there')).toBe(11);
    expect(results).toContainEqual({ kind: 'there', id: keptArticle(1).id });
  });

  it('add an address once', async () => {
    const { addressKey } = keptArticle(1);
    const results = await atOnce(12, ({ articles }, n) =>
      articles.add(keptArticle(n, { addressKey }), reading(), 99),
    );
    expect(counted(results, 'added')).toBe(1);
    expect(await storage().articles.ids()).toHaveLength(1);
  });

  it('never add more articles than a library may hold', async () => {
    const results = await atOnce(30, ({ articles }, n) => articles.add(keptArticle(n), reading(), 17));
    expect(counted(results, 'added')).toBe(17);
    expect(counted(results, 'full')).toBe(13);
    expect(await storage().articles.ids()).toHaveLength(17);
  });

  it('never add more feeds or follows than a library may hold', async () => {
    const feeds = await atOnce(12, (storage, n) => storage.feeds.add(feedOf(`${n}`), 5));
    const follows = await atOnce(12, (storage, n) => storage.follows.add(followOf(`${n}`), 5));
    expect([counted(feeds, 'added'), counted(follows, 'added')]).toEqual([5, 5]);
  });

  it('are given each feed that is due to one of them only', async () => {
    for (let n = 0; n < 20; n += 1) await storage().feeds.add(feedOf(`${n}`), 99);
    const given = (await atOnce(9, ({ feeds }) => feeds.claimDue(2000, 9000, 4))).flat();
    expect(given).toHaveLength(20);
    expect(new Set(given.map(({ id }) => id)).size).toBe(20);
  });

  it('are given each channel in which something waits to one of them only', async () => {
    await storage().articles.add(keptArticle(1), reading(), 9);
    for (let n = 0; n < 10; n += 1) {
      const follow = followOf(`${n}`, { channel: `${n}` });
      await storage().follows.add(follow, 99);
      const { library, channel } = follow;
      const article = keptArticle(1).id;
      await storage().follows.keepAlerts([
        { follow: follow.id, library, channel, article, statement: 'a', at: 1 },
      ]);
    }
    const given = (await atOnce(9, ({ follows }) => follows.claimChannels(1, 9000))).flat();
    expect(given.map(({ channel }) => Number(channel)).sort()).toEqual([...Array(10).keys()]);
  });

  it('keep a statement once for a channel', async () => {
    await storage().articles.add(keptArticle(1), reading(), 9);
    await storage().follows.add(followOf('one'), 9);
    const alerts = Array.from({ length: 20 }, (_, n) => ({
      follow: 'one',
      library: SERVER,
      channel: 'news',
      article: keptArticle(1).id,
      statement: `${n}`,
      at: 1,
    }));
    await atOnce(6, ({ follows }, n) => follows.keepAlerts(n % 2 ? alerts : alerts.toReversed()));
    expect(await storage().follows.waiting('news', SERVER)).toHaveLength(20);
  });

  it('add, remove, mark and erase at once without losing what they hold to', async () => {
    const results = await atOnce(60, async (storage, n) => {
      const feed = feedOf(`${n % 3}`);
      if (n % 5 === 0) await storage.libraries.erase(SERVER);
      await storage.feeds.add(feed, 9);
      await storage.articles.add(keptArticle(n, { feed: feed.id }), reading(), 99);
      await storage.feeds.markSeen(feed.id, [`${n}`, 'all'], n, 0);
      if (n % 4 === 0) await storage.feeds.remove(feed.id, SERVER);
      if (n % 6 === 0) await storage.libraries.forgetPerson('ana');
      await storage.articles.remove([keptArticle(n - 1).id], SERVER);
      return storage.articles.load([keptArticle(n).id], 'v1');
    });
    for (const { reading } of results.flat()) expect(reading).not.toBeNull();
    await storage().libraries.erase(SERVER);
    expect(await storage().libraries.list()).toEqual([]);
  });
});

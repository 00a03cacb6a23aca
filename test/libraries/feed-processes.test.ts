import { expect, it } from 'vitest';
import { SERVER } from '../storage/articles.ts';
import { describeEngines } from '../storage/engines.ts';
import { FEED, feedSite, HOUR } from './feed-site.ts';

describeEngines('Two processes that ask feeds', (engine) => {
  const site = feedSite(engine);

  it('ask each that is due once, and what is new comes in once', async () => {
    const storage = await site.another();
    try {
      const [one, two] = [site.open(), site.open({ store: storage.feeds })];
      for (const number of [1, 2, 3]) {
        site.publish([number]);
        const url = site.server.url(`${FEED}?${number}`);
        await one.desk(SERVER).add(url, 'ana');
        await one.settled();
      }
      site.publish([5, 4]);
      site.clock.now += HOUR;
      site.asked();
      await Promise.all([one.poll(), two.poll(), one.poll(), two.poll()]);
      const asked = site.asked().filter((path) => path.startsWith(FEED));
      expect(asked.sort()).toEqual([`${FEED}?1`, `${FEED}?2`, `${FEED}?3`]);
      expect(site.added.toSorted()).toEqual([1, 2, 3, 4, 5].map((number) => `/articles/${number}`));
      const feeds = await storage.feeds.list(SERVER);
      expect(feeds.every(({ nextAt, problem }) => nextAt > site.clock.now && problem === null)).toBe(true);
    } finally {
      await storage.close();
    }
  });

  it('share one that is removed while the other asks it', async () => {
    const storage = await site.another();
    try {
      const feeds = site.open();
      await feeds.desk(SERVER).add(site.publish([1]), 'ana');
      await feeds.settled();
      const { id } = await site.feed();
      site.publish([4, 3, 2, 1]);
      site.server.serve('/articles/2', (_, response) => {
        void storage.feeds.remove(id, SERVER).then(() => response.end('<p>Article 2.'));
      });
      site.clock.now += HOUR;
      await feeds.poll();
      expect(site.added).toEqual(['/articles/1', '/articles/2']);
      expect([await storage.feeds.list(SERVER), site.faults]).toEqual([[], []]);
    } finally {
      await storage.close();
    }
  });
});

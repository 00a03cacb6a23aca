import type { ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import { rssOf } from '../intake/feeds.ts';
import { SERVER } from '../storage/articles.ts';
import { FEED, feedSite, HOUR, itemOf, pollNext, withFeed } from './feed-site.ts';

const site = feedSite();

describe('A host', () => {
  it('is asked one thing at a time, with a pause in between, whichever feeds want something of it', async () => {
    const times: { from: number; to: number }[] = [];
    const slowly = (body: string) => (_: unknown, response: ServerResponse) => {
      const from = performance.now();
      setTimeout(() => {
        times.push({ from, to: performance.now() });
        response.end(body);
      }, 20);
    };
    const feeds = await withFeed(site, [1], { pause: 60 });
    for (const number of [2, 3, 4, 5]) site.server.serve(`/articles/${number}`, slowly('<p>Article.'));
    site.server.serve(FEED, slowly(rssOf([3, 2, 1].map(itemOf))));
    site.server.serve('/other.xml', slowly(rssOf([5, 4].map(itemOf))));
    await feeds.desk(SERVER).add(site.server.url('/other.xml'), 'ana');
    await feeds.settled();
    site.clock.now += HOUR;
    times.length = 0;
    site.asked();
    await feeds.poll();
    expect(site.asked()).toHaveLength(4);
    const order = times.toSorted((a, b) => a.from - b.from);
    // A timer may end a little before its time.
    order.slice(1).forEach(({ from }, i) => {
      expect(from - (order[i]?.to ?? 0)).toBeGreaterThan(50);
    });
  });

  it('doesn’t wait for another', async () => {
    const open: number[] = [];
    let now = 0;
    const feeds = site.open();
    for (const host of ['gazette.example', 'herald.example']) {
      site.server.serve(`/${host}`, (_, response) => {
        now += 1;
        open.push(now);
        setTimeout(() => {
          now -= 1;
          response.end(rssOf([]));
        }, 50);
      });
      await feeds.desk(SERVER).add(site.server.url(`/${host}`, host), 'ana');
    }
    await feeds.settled();
    open.length = 0;
    site.clock.now += HOUR;
    await feeds.poll();
    expect(open).toEqual([1, 2]);
  });
});

describe('An end', () => {
  it('waits for the article under way, begins no other, and the rest comes in after the next start', async () => {
    const feeds = await withFeed(site);
    let arrived = () => {};
    const isAsked = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    site.publish([5, 4, 3, 2, 1]);
    site.server.serve('/articles/3', (_, response) => {
      arrived();
      setTimeout(() => response.end('<p>Article 3.'), 50);
    });
    site.clock.now += HOUR;
    void feeds.poll();
    await isAsked;
    await feeds.stop();
    expect(site.added).toEqual(['/articles/1', '/articles/2', '/articles/3']);
    expect(await site.feed()).toMatchObject({ brought: 3, failed: 0, failures: 0 });
    await pollNext(site, site.open());
    expect(site.added).toHaveLength(5);
  });

  it('leaves a feed to others whose answer it doesn’t wait for', async () => {
    const feeds = await withFeed(site);
    const isAsked = new Promise<void>((resolve) => {
      site.server.serve(FEED, () => resolve());
    });
    site.clock.now += HOUR;
    void feeds.poll();
    await isAsked;
    await feeds.stop();
    expect((await site.feed()).failures).toBe(0);
    site.publish([3, 2, 1]);
    await site.open().poll();
    expect(site.added).toHaveLength(3);
  });
});

describe('What looks for feeds that are due', () => {
  it('does so again and again until it is stopped', async () => {
    const feeds = await withFeed(site, [2, 1], { every: 10 });
    feeds.start();
    site.publish([3, 2, 1]);
    site.clock.now += HOUR;
    await expect.poll(() => site.added.length).toBe(3);
    await feeds.stop();
    site.publish([4, 3, 2, 1]);
    site.clock.now += HOUR;
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(site.added).toHaveLength(3);
  });

  it('goes on where the database fails for a while', async () => {
    const { feeds: store } = site.storage;
    let isBroken = true;
    const feeds = await withFeed(site, [2, 1], {
      store: {
        ...store,
        claimDue: (...due) => (isBroken ? Promise.reject(new Error('gone')) : store.claimDue(...due)),
      },
    });
    site.publish([3, 2, 1]);
    await pollNext(site, feeds);
    expect(site.faults).not.toEqual([]);
    isBroken = false;
    await pollNext(site, feeds);
    expect(site.added).toHaveLength(3);
  });
});

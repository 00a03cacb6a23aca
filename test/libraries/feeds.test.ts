import { describe, expect, it } from 'vitest';
import { USUAL_LIMITS } from '../../src/libraries/limits.ts';
import { rssOf } from '../intake/feeds.ts';
import { redirectTo } from '../intake/web-server.ts';
import { OTHER, SERVER } from '../storage/articles.ts';
import { FEED, feedSite, itemOf } from './feed-site.ts';

const site = feedSite();
const numbers = (count: number) => Array.from({ length: count }, (_, i) => count - i);

describe('Adding a feed', () => {
  it('tells what was understood, and brings the newest ten while others go on', async () => {
    const url = site.publish(numbers(14));
    const feeds = site.open();
    const added = await feeds.desk(SERVER).add(url, 'ana');
    expect(added).toMatchObject({
      kind: 'added',
      items: 14,
      coming: 10,
      feed: { url, title: 'The Gazette', addedBy: 'ana', library: SERVER, brought: 0 },
    });
    await feeds.settled();
    expect(site.added).toEqual([5, 6, 7, 8, 9, 10, 11, 12, 13, 14].map((number) => `/articles/${number}`));
    expect(await site.feed()).toMatchObject({ brought: 10, broughtAt: site.clock.now, failed: 0 });
  });

  it('brings what is older neither then nor later', async () => {
    const feeds = site.open();
    await feeds.desk(SERVER).add(site.publish(numbers(14)), 'ana');
    await feeds.settled();
    site.clock.now = (await site.feed()).nextAt;
    await feeds.poll();
    expect(site.added).toHaveLength(10);
  });

  it('takes the newest by their days, in whatever order they stand', async () => {
    const items = numbers(12).map((number) => ({ ...itemOf(number), date: `2024-02-${10 + number}` }));
    site.publish(numbers(12));
    const url = site.server.serve(FEED, { body: rssOf(items.reverse()) });
    const feeds = site.open();
    await feeds.desk(SERVER).add(url, 'ana');
    await feeds.settled();
    expect(site.added).toEqual(
      numbers(10)
        .reverse()
        .map((number) => `/articles/${number + 2}`),
    );
  });

  it('takes the feed that a page tells of', async () => {
    const url = site.publish([1]);
    const page = site.server.serve('/', {
      body: '<!doctype html><link rel="alternate" type="application/rss+xml" href="/feed.xml"><p>News.',
    });
    expect(await site.open().desk(SERVER).add(page, 'ana')).toMatchObject({ kind: 'added', feed: { url } });
  });

  it('takes an address as people type and copy it', async () => {
    site.publish([1]);
    const { port } = site.server;
    const desk = site.open().desk(SERVER);
    const typed = [
      ` <http://gazette.example:${port}${FEED}#top> `,
      `feed:http://gazette.example:${port}${FEED}`,
      `HTTP://WWW.GAZETTE.EXAMPLE:${port}${FEED}`,
    ];
    const outcomes = [];
    for (const address of typed) outcomes.push((await desk.add(address, 'ana')).kind);
    expect(outcomes).toEqual(['added', 'there', 'there']);
  });

  it('says that it is there already, under whichever of its addresses', async () => {
    const url = site.publish([1]);
    site.server.serve('/moved', redirectTo(FEED, 301));
    site.server.serve('/page', {
      body: '<link rel="alternate" type="application/rss+xml" href="/feed.xml"><p>News.',
    });
    const desk = site.open().desk(SERVER);
    const { id } = await added(desk.add(url, 'ana'));
    for (const path of [FEED, '/moved', '/page']) {
      expect(await desk.add(site.server.url(path), 'ben')).toMatchObject({ kind: 'there', feed: { id } });
    }
    expect(await desk.list()).toHaveLength(1);
  });

  it('takes it once, though two add it at the same time', async () => {
    const url = site.publish([1]);
    const desks = [site.open(), site.open()].map((feeds) => feeds.desk(SERVER));
    const outcomes = await Promise.all(desks.map((desk) => desk.add(url, 'ana')));
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['added', 'there']);
    const ids = outcomes.map((outcome) => (outcome.kind === 'refused' ? outcome.why : outcome.feed.id));
    expect(new Set(ids).size).toBe(1);
  });

  it('takes one that shows nothing yet', async () => {
    const url = site.server.serve(FEED, { body: rssOf([]) });
    expect(await site.open().desk(SERVER).add(url, 'ana')).toMatchObject({
      kind: 'added',
      items: 0,
      coming: 0,
    });
  });
});

describe('A feed is refused', () => {
  const refusal = async (typed: string, over = {}) => {
    const outcome = await site.open(over).desk(SERVER).add(typed, 'ana');
    return outcome.kind === 'refused' ? outcome.why : outcome.kind;
  };

  it.each(['', 'the gazette', 'javascript:alert(1)', 'ftp://gazette.example/feed', 'file:///etc/passwd'])(
    'where there is no address: %s',
    async (typed) => {
      expect(await refusal(typed)).toBe('That is no address of a feed: one begins with http:// or https://.');
    },
  );

  it('where there is a page that tells of none, or wrongly of one', async () => {
    const page = site.server.serve('/page', { body: '<!doctype html><p>Hello.' });
    expect(await refusal(page)).toMatch(
      /^There is no feed at that address, and the page there tells of none/,
    );
    const liar = site.server.serve('/liar', {
      body: '<link rel="alternate" type="application/rss+xml" href="/page"><p>Hello.',
    });
    expect(await refusal(liar)).toMatch(/^That page tells of a feed at .+, but what stands there is none\.$/);
  });

  it('where it can’t be had, or stands inside', async () => {
    expect(await refusal(site.server.url('/nothing'))).toMatch(/404/);
    expect(await refusal(`http://nowhere.example:${site.server.port}/feed`)).toMatch(/nowhere\.example/);
    expect(await refusal(`http://169.254.169.254:${site.server.port}/feed`)).not.toBe('added');
    expect(site.asked()).toEqual(['/nothing']);
  });

  it('where a page leads inside with the feed that it tells of', async () => {
    const page = site.server.serve('/page', {
      body: `<link rel="alternate" type="application/rss+xml" href="http://10.0.0.1:${site.server.port}/feed">`,
    });
    expect(await refusal(page)).not.toBe('added');
    expect(await site.storage.feeds.list(SERVER)).toEqual([]);
  });

  it('where the library has as many as it may, before anything is asked', async () => {
    const feeds = site.open({ limits: { ...USUAL_LIMITS, feeds: 2 } });
    for (const path of ['/a', '/b', '/c']) site.server.serve(path, { body: rssOf([]) });
    for (const path of ['/a', '/b']) await added(feeds.desk(SERVER).add(site.server.url(path), 'ana'));
    site.asked();
    expect(await feeds.desk(SERVER).add(site.server.url('/c'), 'ana')).toEqual({
      kind: 'refused',
      why: 'This library has 2 feeds already, which is as many as it may: take one away with /feed remove first.',
    });
    expect(site.asked()).toEqual([]);
    expect(await refusal(site.server.url('/c'), { limits: { ...USUAL_LIMITS, feeds: 0 } })).toBe(
      'No feeds can be added here.',
    );
  });
});

describe('Removing a feed', () => {
  it('gives back which it was, and tells that it is gone', async () => {
    const gone: unknown[] = [];
    const feeds = site.open({ forgetFeed: (...feed) => void gone.push(feed) });
    const { id } = await added(feeds.desk(SERVER).add(site.publish([1]), 'ana'));
    await feeds.settled();
    expect(await feeds.desk(SERVER).remove(id)).toMatchObject({ id, brought: 1 });
    expect(gone).toEqual([[id, SERVER]]);
    expect(await feeds.desk(SERVER).remove(id)).toBeNull();
    expect(await feeds.desk(SERVER).list()).toEqual([]);
  });

  it('and adding it again brings its newest articles again, if they are gone', async () => {
    const feeds = site.open();
    const url = site.publish([2, 1]);
    const { id } = await added(feeds.desk(SERVER).add(url, 'ana'));
    await feeds.settled();
    await feeds.desk(SERVER).remove(id);
    site.added.length = 0;
    await added(feeds.desk(SERVER).add(url, 'ana'));
    await feeds.settled();
    expect(site.added).toHaveLength(2);
  });
});

describe('Another library', () => {
  it('sees nothing of a library’s feeds, and can’t remove them', async () => {
    const feeds = site.open();
    const { id } = await added(feeds.desk(SERVER).add(site.publish([1]), 'ana'));
    const other = feeds.desk(OTHER);
    expect([await other.list(), await other.remove(id)]).toEqual([[], null]);
    expect(await feeds.desk(SERVER).list()).toHaveLength(1);
  });

  it('has the same feed on its own', async () => {
    const feeds = site.open();
    const url = site.publish([1]);
    const ids = [];
    for (const library of [SERVER, OTHER] as const)
      ids.push((await added(feeds.desk(library).add(url, 'ana'))).id);
    await feeds.settled();
    expect(new Set(ids).size).toBe(2);
    expect(site.added).toEqual(['/articles/1', `${OTHER} /articles/1`]);
  });
});

/** The feed that was added. */
async function added(adding: ReturnType<ReturnType<ReturnType<typeof site.open>['desk']>['add']>) {
  const outcome = await adding;
  if (outcome.kind !== 'added') throw new Error(`It was not added: ${JSON.stringify(outcome)}`);
  return outcome.feed;
}

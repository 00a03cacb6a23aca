import { describe, expect, it } from 'vitest';
import { rssOf, STORY } from '../intake/feeds.ts';
import { redirectTo } from '../intake/web-server.ts';
import { SERVER } from '../storage/articles.ts';
import { FEED, feedSite, HOUR, itemOf, MINUTE, pollNext, withFeed } from './feed-site.ts';

const site = feedSite();

const nextIn = async () => ((await site.feed()).nextAt - site.clock.now) / MINUTE;

describe('A feed that is due', () => {
  it('brings what is new in it, once', async () => {
    const feeds = await withFeed(site);
    site.publish([4, 3, 2, 1]);
    await pollNext(site, feeds);
    expect(site.added).toEqual([1, 2, 3, 4].map((number) => `/articles/${number}`));
    await pollNext(site, feeds);
    expect(site.added).toHaveLength(4);
    expect(await site.feed()).toMatchObject({ brought: 4, failed: 0, failures: 0, problem: null });
  });

  it('is not asked before', async () => {
    const feeds = await withFeed(site);
    site.clock.now = (await site.feed()).nextAt - 1;
    await feeds.poll();
    expect(site.asked()).toEqual([]);
  });

  it('is asked once more by another process, where the one that asked has died', async () => {
    const feeds = await withFeed(site);
    site.clock.now += HOUR;
    await site.storage.feeds.claimDue(site.clock.now, site.clock.now + 10 * MINUTE, 1);
    await feeds.poll();
    expect(site.asked()).toEqual([]);
    site.clock.now += 11 * MINUTE;
    await feeds.poll();
    expect(site.asked()).toEqual([FEED]);
  });

  it('is asked with what it said last, and “unchanged” is taken for an answer', async () => {
    const feeds = await withFeed(site);
    site.server.serve(FEED, (request, response) => {
      response.setHeader('etag', '"v2"').setHeader('last-modified', 'Tue, 20 Feb 2024 10:00:00 GMT');
      const isSame = request.headers['if-none-match'] === '"v2"';
      response.writeHead(isSame ? 304 : 200).end(isSame ? '' : rssOf([2, 1].map(itemOf)));
    });
    await pollNext(site, feeds);
    await pollNext(site, feeds);
    const [first, second] = site.server.requests.slice(-2);
    expect(first?.headers['if-none-match']).toBeUndefined();
    expect(second?.headers).toMatchObject({
      'if-none-match': '"v2"',
      'if-modified-since': 'Tue, 20 Feb 2024 10:00:00 GMT',
    });
    expect(await site.feed()).toMatchObject({ etag: '"v2"', failures: 0, polledAt: site.clock.now });
  });

  it('is asked less often the longer it brings nothing, up to every six hours', async () => {
    const feeds = await withFeed(site);
    const waits: number[] = [];
    for (let poll = 0; poll < 25; poll += 1) {
      await pollNext(site, feeds);
      waits.push(await nextIn());
    }
    expect(waits[0]).toBe(10);
    expect(waits).toEqual(waits.toSorted((a, b) => a - b));
    expect(waits.at(-1)).toBe(360);
    site.publish([3, 2, 1]);
    await pollNext(site, feeds);
    expect(await nextIn()).toBe(15);
  });

  it('is left alone as long as it asks for', async () => {
    const feeds = await withFeed(site);
    site.publish([2, 1], { headers: { 'cache-control': 'max-age=3600' } });
    await pollNext(site, feeds);
    expect(await nextIn()).toBeGreaterThanOrEqual(60);
    site.publish([2, 1], { body: rssOf([2, 1].map(itemOf), '<title>T</title><ttl>120</ttl>') });
    await pollNext(site, feeds);
    expect(await nextIn()).toBeGreaterThanOrEqual(120);
  });

  it('may have moved: a redirect is followed', async () => {
    const feeds = await withFeed(site);
    site.publish([3, 2, 1]);
    site.server.serve('/new.xml', { body: rssOf([3, 2, 1].map(itemOf)) });
    site.server.serve(FEED, redirectTo('/new.xml', 301));
    await pollNext(site, feeds);
    expect(site.asked()).toEqual([FEED, '/new.xml', '/articles/3']);
    expect((await site.feed()).url).toBe(site.server.url(FEED));
  });

  it('may have a new title', async () => {
    const feeds = await withFeed(site);
    site.publish([2, 1], { body: rssOf([2, 1].map(itemOf), '<title>The new Gazette</title>') });
    await pollNext(site, feeds);
    expect((await site.feed()).title).toBe('The new Gazette');
  });
});

describe('A feed with much that is new', () => {
  const numbers = (count: number) => Array.from({ length: count }, (_, i) => count - i);

  it('brings its newest ten, and the rest five minutes later', async () => {
    const feeds = await withFeed(site, [2, 1]);
    site.publish(numbers(16), { headers: { etag: '"v2"' } });
    await pollNext(site, feeds);
    expect(site.added.slice(2)).toEqual([7, 8, 9, 10, 11, 12, 13, 14, 15, 16].map((n) => `/articles/${n}`));
    expect([await nextIn(), (await site.feed()).etag]).toEqual([5, null]);
    await pollNext(site, feeds);
    expect(site.added.slice(12)).toEqual([3, 4, 5, 6].map((n) => `/articles/${n}`));
    expect((await site.feed()).etag).toBe('"v2"');
  });

  it('brings fifty of it where it was filled anew, and no more', async () => {
    const feeds = await withFeed(site, [2, 1]);
    site.publish(numbers(300));
    for (let poll = 0; poll < 8; poll += 1) await pollNext(site, feeds);
    expect(site.added).toHaveLength(52);
    expect(site.added.slice(2)).not.toContain('/articles/250');
  });

  it('may show 5,000 items', async () => {
    const feeds = await withFeed(site, numbers(5000));
    expect(site.added).toHaveLength(10);
    site.publish(numbers(5000).map((number) => number + 1));
    await pollNext(site, feeds);
    expect(site.added.slice(10)).toEqual(['/articles/5001']);
  }, 60_000);
});

describe('An article that can’t be had', () => {
  const gone = (number: number) => site.server.serve(`/articles/${number}`, { status: 404 });

  it('is tried once more, then counted and let go', async () => {
    const feeds = await withFeed(site);
    site.publish([3, 2, 1]);
    gone(3);
    for (let poll = 0; poll < 3; poll += 1) await pollNext(site, feeds);
    expect(site.asked()).toEqual([FEED, '/articles/3', FEED, '/articles/3', FEED]);
    expect(await site.feed()).toMatchObject({ brought: 2, failed: 1, problem: null });
  });

  it('is told of at once, until all can be read again', async () => {
    const feeds = await withFeed(site);
    const told = async () => {
      const { failed, retrying, itemProblem } = await site.feed();
      return [failed, retrying, itemProblem];
    };
    site.publish([3, 2, 1]);
    gone(3);
    const problem = expect.stringMatching(/^Article 3: .* says there is no such page \(404\)\.$/);
    await pollNext(site, feeds);
    expect(await told()).toEqual([0, 1, problem]);
    await pollNext(site, feeds);
    expect(await told()).toEqual([1, 0, problem]);
    await pollNext(site, feeds);
    expect(await told()).toEqual([1, 0, problem]);
    site.publish([4, 2, 1]);
    await pollNext(site, feeds);
    expect(await told()).toEqual([1, 0, null]);
  });

  it('is called by its host where it has no title', async () => {
    const feeds = await withFeed(site);
    site.server.serve(FEED, { body: rssOf([{ link: site.server.url('/articles/3') }]) });
    gone(3);
    await pollNext(site, feeds);
    expect((await site.feed()).itemProblem).toMatch(/^127\.0\.0\.1: /);
  });

  it('is logged without addresses, in which there may be keys', async () => {
    const log: unknown[] = [];
    const write = (...told: unknown[]) => void log.push(...told);
    const feeds = site.open({ logger: { info: write, warn: write, error: write } });
    site.publish([3]);
    gone(3);
    const key = '?key=s3cret';
    site.server.serve(`${FEED}${key}`, { body: rssOf([{ ...itemOf(3), link: `/articles/3${key}` }]) });
    site.server.serve(`/articles/3${key}`, { status: 404 });
    await feeds.desk(SERVER).add(site.server.url(`${FEED}${key}`), 'ana');
    await feeds.settled();
    const { id } = await site.feed();
    expect(log).toContainEqual(expect.objectContaining({ feed: id, host: expect.stringMatching(/^127/) }));
    expect(JSON.stringify(log)).not.toContain('s3cret');
  });

  it('keeps its site from being asked for many more, where it is the third in a row', async () => {
    const feeds = await withFeed(site);
    site.publish([9, 8, 7, 6, 5, 4, 3, 2, 1]);
    for (const number of [3, 4, 5]) gone(number);
    await pollNext(site, feeds);
    expect(site.asked()).toEqual([FEED, '/articles/3', '/articles/4', '/articles/5']);
    expect(await nextIn()).toBe(10);
    await pollNext(site, feeds);
    await pollNext(site, feeds);
    expect(site.added.slice(2)).toEqual([6, 7, 8, 9].map((number) => `/articles/${number}`));
    expect(await site.feed()).toMatchObject({ brought: 6, failed: 3 });
  });

  it('comes in where it can be had the second time, though the feed has not changed', async () => {
    const feeds = await withFeed(site);
    site.publish([3, 2, 1], { headers: { etag: '"v3"' } });
    gone(3);
    await pollNext(site, feeds);
    site.server.serve('/articles/3', { body: '<p>Article 3.' });
    await pollNext(site, feeds);
    expect(await site.feed()).toMatchObject({ brought: 3, failed: 0, etag: '"v3"' });
  });

  it('comes in as the feed has it, where that has the whole text', async () => {
    const feeds = await withFeed(site);
    site.server.serve(FEED, { body: rssOf([{ ...itemOf(3), content: `<![CDATA[${STORY}]]>` }]) });
    await pollNext(site, feeds);
    expect(site.added.at(-1)).toMatch(/^The old bridge over the Arn/);
    expect(await site.feed()).toMatchObject({ brought: 3, failed: 0 });
  });

  it('is logged where it is the program’s fault, and ends nothing', async () => {
    const feeds = await withFeed(site, [2, 1], {
      addArticle: () => Promise.reject(new TypeError('Cannot read properties of undefined')),
    });
    await pollNext(site, feeds);
    expect(await site.feed()).toMatchObject({ brought: 0, failed: 2, failures: 0 });
    expect(site.faults.length).toBeGreaterThan(0);
  });
});

describe('A feed that can’t be had', () => {
  it('is asked less and less often, and as usual once it is there again', async () => {
    const feeds = await withFeed(site);
    site.server.serve(FEED, { status: 500 });
    const waits: number[] = [];
    for (let poll = 0; poll < 9; poll += 1) {
      await pollNext(site, feeds);
      waits.push(await nextIn());
    }
    expect(waits).toEqual([15, 30, 60, 120, 240, 480, 960, 1440, 1440]);
    expect(await site.feed()).toMatchObject({ failures: 9, problem: expect.stringContaining('500') });
    site.publish([3, 2, 1]);
    await pollNext(site, feeds);
    expect(await site.feed()).toMatchObject({ failures: 0, problem: null, brought: 3 });
    expect(await nextIn()).toBe(15);
  });

  it.each([429, 503])('is left alone as long as the server asks for with %i', async (status) => {
    const feeds = await withFeed(site);
    site.server.serve(FEED, { status, headers: { 'retry-after': '7200' } });
    await pollNext(site, feeds);
    expect(await nextIn()).toBeGreaterThanOrEqual(120);
    expect(await nextIn()).toBeLessThanOrEqual(132);
  });

  it('is no longer asked where it is gone for good', async () => {
    const feeds = await withFeed(site);
    site.server.serve(FEED, { status: 410 });
    await pollNext(site, feeds);
    expect(await nextIn()).toBe(365 * 24 * 60);
    expect((await site.feed()).problem).toMatch(/gone for good \(410\)/);
  });

  it.each([
    ['a page', '<!doctype html><p>This domain is for sale.'],
    ['nothing', ''],
    ['garbage', Uint8Array.from({ length: 5000 }, (_, i) => (i * 73) % 256)],
  ])('says so where there is %s instead', async (_, body) => {
    const feeds = await withFeed(site);
    site.server.serve(FEED, { body });
    await pollNext(site, feeds);
    expect(await site.feed()).toMatchObject({ failures: 1, problem: 'What stands there now is not a feed.' });
    expect(await nextIn()).toBe(15);
  });

  it('keeps no other from being asked', async () => {
    const feeds = await withFeed(site);
    site.server.serve('/other.xml', { body: rssOf([itemOf(7)]) });
    site.server.serve('/articles/7', { body: '<p>Article 7.' });
    await feeds.desk(SERVER).add(site.server.url('/other.xml'), 'ana');
    await feeds.settled();
    site.server.serve(FEED, (request) => request.socket.destroy());
    site.clock.now += HOUR;
    site.asked();
    await feeds.poll();
    expect(site.asked()).toEqual(expect.arrayContaining([FEED, '/other.xml']));
    const feedsNow = await site.storage.feeds.list(SERVER);
    expect(feedsNow.map(({ brought, problem }) => [brought, problem !== null]).sort()).toEqual([
      [1, false],
      [2, true],
    ]);
  });
});

describe('A library that is full', () => {
  it('takes no more, and what is new waits until there is room', async () => {
    let room = 3;
    const feeds = await withFeed(site, [2, 1], { isFull: () => site.added.length >= room });
    site.publish([5, 4, 3, 2, 1], { headers: { etag: '"v5"' } });
    await pollNext(site, feeds);
    expect(site.added).toHaveLength(3);
    expect(await site.feed()).toMatchObject({ failures: 0, failed: 0, etag: null });
    expect((await site.feed()).problem).toMatch(/^The library has 1,000 articles, as many as it may/);
    await pollNext(site, feeds);
    expect(site.asked().filter((path) => path.startsWith('/articles'))).toHaveLength(1);
    room = 100;
    await pollNext(site, feeds);
    expect(site.added).toHaveLength(5);
    expect((await site.feed()).problem).toBeNull();
  });
});

describe('A feed that is removed while it is asked', () => {
  it('brings no more', async () => {
    let feeds = site.open();
    const add = feeds.desk(SERVER);
    feeds = await withFeed(site, [2, 1], {
      addArticle: async (_, submission, id) => {
        if (submission.kind === 'link') site.added.push(submission.url);
        if (submission.kind === 'link' && submission.url.endsWith('/3')) await add.remove(id);
        return { kind: 'refused', why: 'Whatever.' };
      },
    });
    site.added.length = 0;
    site.publish([6, 5, 4, 3]);
    await pollNext(site, feeds);
    expect(site.added.map((url) => new URL(url).pathname)).toEqual(['/articles/3']);
    expect(await site.storage.feeds.list(SERVER)).toEqual([]);
    expect(site.faults).toEqual([]);
  });
});

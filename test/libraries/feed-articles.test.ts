import { pino } from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import { createMemoryArchive } from '../../src/archive/memory-archive.ts';
import { createFeeds } from '../../src/libraries/feeds.ts';
import { USUAL_LIMITS } from '../../src/libraries/limits.ts';
import { openLibraries } from '../../src/libraries/open-libraries.ts';
import { rssOf } from '../intake/feeds.ts';
import { fetchFor, openWebServer } from '../intake/web-server.ts';
import { OTHER, SERVER } from '../storage/articles.ts';
import { openTestStorage } from '../storage/engines.ts';

const CLOSED = `<p>Mayor Lena Ortiz said on Monday that the bridge would stay closed until the last bolt had been replaced.</p>
<p>“Nobody has asked the people on the island what they want,” said Marcus Bell, a fisherman.</p>
<p>The ferry runs every hour from six in the morning, and twice an hour at weekends, the harbour office said.</p>
<p>The council will look at the matter again in April, when the engineers have sent in their report on the piers.</p>`;
const OPENED = `<p>The county fair opened on Saturday with more visitors than ever, its director Ann Kowalski said.</p>
<p>“We sold four thousand tickets before noon,” she told reporters. “I have never seen so many people here.”</p>
<p>Farmers from three counties brought sheep, bees and the first strawberries of the year to the fair ground.</p>
<p>The fair goes on until Sunday evening, when the best jam is chosen and the fire brigade plays in the great tent.</p>`;

const page = (title: string, html: string) => `<!doctype html><html><head><title>${title}</title>
<meta property="og:site_name" content="Island News"><meta property="article:published_time" content="2024-02-20T09:00:00Z">
</head><body><article><h1>${title}</h1>${html}</article></body></html>`;

// Threads that parse pages, and what reads articles, take their time to start.
describe('A feed and the library that it brings articles to', { timeout: 60_000 }, () => {
  const opened: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const close of opened.splice(0).reverse()) await close();
  });

  /** A library as the program opens it, with its feeds. */
  async function open(limits: Partial<typeof USUAL_LIMITS> = {}) {
    const web = await openWebServer();
    const storage = await openTestStorage('SQLite');
    const common = {
      fetch: fetchFor(web, { hosts: ['news.example'] }),
      limits: { ...USUAL_LIMITS, ...limits },
      logger: pino({ level: 'silent' }),
      now: () => clock.now,
    };
    const clock = { now: 1_700_000_000_000 };
    const libraries = openLibraries({ ...common, archive: createMemoryArchive(), storage, version: '1' });
    const feeds = createFeeds({
      ...common,
      store: storage.feeds,
      addArticle: (library, submission, feed) => libraries.add(submission, { library, by: null, feed }),
      isFull: (library) => libraries.articles(library).length >= common.limits.articles,
      forgetFeed: libraries.forgetFeed,
      pause: 0,
    });
    opened.push(web.close, storage.close, libraries.close, feeds.stop);
    const url = (path: string) => web.url(path, 'news.example');
    web.serve('/closed', { body: page('The bridge will stay closed', CLOSED) });
    web.serve('/fair', { status: 403 });
    web.serve('/feed', {
      body: rssOf(
        [
          {
            title: 'The fair is open',
            link: '/fair',
            date: 'Wed, 21 Feb 2024 10:00:00 GMT',
            content: `<![CDATA[${OPENED}]]>`,
          },
          { title: 'The bridge', link: '/closed', date: 'Tue, 20 Feb 2024 10:00:00 GMT' },
          { title: 'Inside', link: `http://10.0.0.1:${web.port}/`, date: 'Mon, 19 Feb 2024 10:00:00 GMT' },
        ],
        '<title>Island News</title>',
      ),
    });
    const add = async () => {
      const outcome = await feeds.desk(SERVER).add(url('/feed'), '7');
      if (outcome.kind !== 'added') throw new Error(outcome.kind);
      await feeds.settled();
      return outcome.feed.id;
    };
    const feed = async () => (await feeds.desk(SERVER).list())[0];
    return { web, libraries, feeds, clock, url, add, feed };
  }

  it('brings what stands at an address, or else the text that the feed has itself', async () => {
    const { libraries, add, feed, url } = await open();
    const id = await add();
    expect(
      libraries
        .articles(SERVER)
        .map(({ article: { title, outlet, published, url: at }, feed: from, addedBy }) => [
          title,
          outlet,
          published,
          at,
          from,
          addedBy,
        ]),
    ).toEqual(
      expect.arrayContaining([
        ['The bridge will stay closed', 'Island News', '2024-02-20', url('/closed'), id, null],
        ['The fair is open', 'Island News', '2024-02-21', url('/fair'), id, null],
      ]),
    );
    const said = libraries.archive
      .statements([SERVER])
      .map(({ text }) => text)
      .join('\n');
    expect(said).toContain('Nobody has asked the people on the island what they want');
    expect(said).toContain('We sold four thousand tickets before noon');
    expect(libraries.articles(OTHER)).toEqual([]);
    expect(await feed()).toMatchObject({ brought: 2, failed: 0, retrying: 1, problem: null });
    expect((await feed())?.itemProblem).toMatch(/^Inside: .*\.$/);
  });

  it('has the day and the outlet of an article from the feed, where its page tells neither', async () => {
    const { web, libraries, add, url } = await open();
    web.serve('/closed', {
      body: `<!doctype html><title>The bridge</title><article><h1>The bridge</h1>${CLOSED}</article>`,
    });
    await add();
    const bridge = libraries.articles(SERVER).find(({ article }) => article.url === url('/closed'));
    expect(bridge?.article).toMatchObject({ outlet: 'Island News', published: '2024-02-20' });
  });

  it('recognises what somebody added before', async () => {
    const { libraries, add, feed, url } = await open();
    await libraries.add({ kind: 'link', url: url('/closed') }, { library: SERVER, by: '7', feed: null });
    await add();
    expect(libraries.articles(SERVER)).toHaveLength(2);
    expect(await feed()).toMatchObject({ brought: 1 });
  });

  it('stops where the library is full, and goes on when there is room', async () => {
    const { libraries, feeds, add, feed, clock } = await open({ articles: 1 });
    await add();
    expect(libraries.articles(SERVER)).toMatchObject([{ article: { title: 'The bridge will stay closed' } }]);
    expect((await feed())?.problem).toMatch(/^The library has 1 article, as many as it may/);
    await libraries.remove(
      libraries.articles(SERVER).map(({ article }) => article.id),
      SERVER,
    );
    clock.now += 24 * 60 * 60_000;
    await feeds.poll();
    expect(libraries.articles(SERVER)).toMatchObject([{ article: { title: 'The fair is open' } }]);
    expect((await feed())?.problem).toBeNull();
  });

  it('leaves its articles behind when it is removed', async () => {
    const { libraries, feeds, add } = await open();
    await feeds.desk(SERVER).remove(await add());
    expect(libraries.articles(SERVER).map(({ feed }) => feed)).toEqual([null, null]);
  });
});

import { pino } from 'pino';
import { afterEach, expect, it } from 'vitest';
import { createMemoryArchive } from '../../src/archive/memory-archive.ts';
import { BUILT_IN, type LibraryId } from '../../src/articles/article.ts';
import type { Submission } from '../../src/libraries/desk.ts';
import { USUAL_LIMITS } from '../../src/libraries/limits.ts';
import { openLibraries } from '../../src/libraries/open-libraries.ts';
import type { StoragePlace } from '../../src/storage/open-storage.ts';
import { news } from '../articles/news.ts';
import { fetchFor, openWebServer } from '../intake/web-server.ts';
import { describeEngines, newPlace, openTestStorage } from '../storage/engines.ts';

const [SERVER, OTHER]: readonly [LibraryId, LibraryId] = ['guild:1', 'guild:2'];
const BY = { by: '7', feed: null };

const STORY = [
  'The bridge will stay closed',
  'Mayor Lena Ortiz said on Monday that the bridge would stay closed until the last bolt had been replaced.',
  '“Nobody has asked the people on the island what they want,” said Marcus Bell, a fisherman.',
  'The ferry runs every hour from six in the morning, and twice an hour at weekends, the harbour office said.',
].join('\n\n');

const pasted = (text: string, over: object = {}): Submission => ({
  kind: 'text',
  pasted: { text, title: null, outlet: null, url: null, ...over },
});

const page = (url: string, paragraphs: readonly string[]) => `<!doctype html><html><head>
  <title>The bridge will stay closed | Island News</title>
  <link rel="canonical" href="${url}"><meta property="og:site_name" content="Island News"></head>
  <body><nav><a href="/">Home</a></nav><article><h1>The bridge will stay closed</h1>
  ${paragraphs.map((text) => `<p>${text}</p>`).join('\n')}</article></body></html>`;

describeEngines('a library', (engine) => {
  const opened: { close(): Promise<void> }[] = [];
  afterEach(async () => {
    for (const one of opened.splice(0).reverse()) await one.close();
  });

  async function open({
    place,
    limits = {},
    builtIn = [],
    version = '1',
  }: {
    place?: StoragePlace;
    limits?: Partial<typeof USUAL_LIMITS>;
    builtIn?: Parameters<typeof createMemoryArchive>[0];
    version?: string;
  } = {}) {
    const web = await openWebServer();
    const storage = await openTestStorage(engine, place);
    const archive = createMemoryArchive(builtIn);
    const libraries = openLibraries({
      archive,
      storage,
      fetch: fetchFor(web, { hosts: ['news.example'] }),
      limits: { ...USUAL_LIMITS, ...limits },
      logger: pino({ level: 'silent' }),
      version,
    });
    opened.push(web, storage, libraries);
    await libraries.loaded;
    const add = (submission: Submission, library: LibraryId = SERVER) =>
      libraries.add(submission, { library, ...BY });
    const texts = (library: LibraryId) => archive.statements([library]).map(({ text }) => text);
    return { web, storage, archive, libraries, add, texts };
  }

  it('can be asked for what was added, by whoever may see it and nobody else', async () => {
    const { add, texts, libraries } = await open();
    const added = await add(pasted(STORY));
    expect(added).toMatchObject({
      kind: 'added',
      entry: { article: { title: 'The bridge will stay closed' } },
    });
    expect(texts(SERVER).join()).toContain('the bridge would stay closed');
    expect(texts(OTHER)).toEqual([]);
    expect(libraries.articles(SERVER)).toMatchObject([{ addedBy: '7', statements: texts(SERVER).length }]);
    expect(libraries.articles(OTHER)).toEqual([]);
  });

  it('is there again after a restart, also for a program that reads otherwise', async () => {
    const place = await newPlace(engine);
    const before = await open({ place });
    await before.add(pasted(STORY));
    const said = before.texts(SERVER);
    const [entry] = before.libraries.articles(SERVER);
    for (const version of ['1', '2', '2']) {
      for (const one of opened.splice(0).reverse()) await one.close();
      const after = await open({ place, version });
      expect(after.texts(SERVER)).toEqual(said);
      expect(after.libraries.articles(SERVER)).toEqual([entry]);
    }
  });

  it('recognises an article by its address, however it is written, and does not fetch it again', async () => {
    const { web, add } = await open();
    const url = web.url('/bridge', 'news.example');
    web.serve('/bridge', { body: page(url, STORY.split('\n\n').slice(1)) });
    const added = await add({ kind: 'link', url });
    expect(added).toMatchObject({ kind: 'added', entry: { article: { outlet: 'Island News', url } } });
    const asked = web.requests.length;
    expect(await add({ kind: 'link', url: `${url}/?utm_source=chat#top` })).toEqual({
      ...added,
      kind: 'there',
    });
    expect(web.requests.length).toBe(asked);
  });

  it('lets the page in at an address that an added text only says it is from', async () => {
    const { web, add, libraries } = await open();
    const url = web.url('/bridge', 'news.example');
    web.serve('/bridge', { body: page(url, STORY.split('\n\n').slice(1)) });
    const posing =
      'Bridge news\n\nMayor Lena Ortiz said on Friday that she had always wanted the bridge gone.';
    expect((await add(pasted(posing, { url }))).kind).toBe('added');
    expect((await add({ kind: 'link', url })).kind).toBe('added');
    expect(libraries.articles(SERVER)).toHaveLength(2);
  });

  it('says where a text may be pasted that an address does not give', async () => {
    const { add, web } = await open();
    const refused = await add({ kind: 'link', url: web.url('/nothing', 'news.example') });
    expect(refused).toMatchObject({ kind: 'refused', canPaste: true });
  });

  it('recognises nearly the same text, in the library and among the built-in articles', async () => {
    const [title = '', ...paragraphs] = STORY.split('\n\n');
    const builtIn = [
      news('The tunnel is flooded again, and nobody knows for how long, Dana Cole said on Friday.'),
    ];
    const { add } = await open({ builtIn });
    await add(pasted(STORY));
    const again = await add(pasted([`${title}, says mayor`, ...paragraphs].join('\n\n')));
    expect(again.kind).toBe('there');
    expect((await add(pasted(STORY), OTHER)).kind).toBe('added');
    const known = await add(
      pasted(
        'Tunnel\n\nThe tunnel is flooded again, and nobody knows for how long, Dana Cole said on Friday.',
      ),
    );
    expect(known).toMatchObject({ kind: 'there', entry: { article: { library: BUILT_IN } } });
  });

  it('takes a text with what no database keeps', async () => {
    const { add, texts } = await open();
    const broken = STORY.replace('bolt', 'bo\ud83d\0lt');
    expect((await add(pasted(broken))).kind).toBe('added');
    expect(texts(SERVER).join()).toContain('until the last bo');
  });

  it('takes an article once where it is added several times at once', async () => {
    const { add, libraries } = await open();
    const kinds = await Promise.all([1, 2, 3, 4].map(() => add(pasted(STORY))));
    expect(kinds.map(({ kind }) => kind).toSorted()).toEqual(['added', 'there', 'there', 'there']);
    expect(libraries.articles(SERVER)).toHaveLength(1);
  });

  it('refuses what is more than it may hold, and says how much that is', async () => {
    const { add, libraries } = await open({ limits: { articles: 1, characters: 1000 } });
    await add(pasted(STORY));
    const other = STORY.replaceAll('bridge', 'tunnel')
      .replaceAll('ferry', 'bus')
      .replaceAll('island', 'hill');
    expect(await add(pasted(other))).toEqual({
      kind: 'refused',
      why: expect.stringContaining('holds 1 article'),
    });
    expect(await add(pasted(`${STORY}\n\n${'And so on. '.repeat(100)}`), OTHER)).toEqual({
      kind: 'refused',
      why: expect.stringMatching(/1,\d+ characters.*1,000/),
    });
    expect(libraries.articles(SERVER)).toHaveLength(1);
  });

  it('has nothing left of an article that is removed, and leaves other libraries alone', async () => {
    const { add, libraries, texts, storage } = await open();
    await add(pasted(STORY));
    await add(pasted(STORY), OTHER);
    const [one] = libraries.articles(SERVER);
    expect(await libraries.remove([one?.article.id ?? ''], OTHER)).toEqual([]);
    expect(await libraries.remove([one?.article.id ?? ''], SERVER)).toEqual([one]);
    expect(texts(SERVER)).toEqual([]);
    expect(texts(OTHER)).not.toEqual([]);
    expect(await storage.articles.ids(SERVER)).toEqual([]);
    expect((await add(pasted(STORY))).kind).toBe('added');
  });

  it('tells of each article that comes in, with its statements', async () => {
    const { add, libraries } = await open();
    const told: string[] = [];
    libraries.onArticle((article, statements) => told.push(`${article.library} ${statements.length > 1}`));
    await add(pasted(STORY));
    await add(pasted(STORY));
    expect(told).toEqual([`${SERVER} true`]);
  });

  it('tells once more of what came in just before the program ended', async () => {
    const place = await newPlace(engine);
    const before = await open({ place });
    await before.add(pasted(STORY));
    const [own] = before.libraries.articles(SERVER);
    for (const one of opened.splice(0).reverse()) await one.close();
    const { libraries } = await open({ place });
    const told: unknown[] = [];
    libraries.onArticle(({ id }, statements, addedAt) => told.push([id, statements.length, addedAt]));
    await new Promise(setImmediate);
    expect(told).toEqual([[own?.article.id, own?.statements, own?.addedAt]]);
  });

  it('is erased whole, and a person is forgotten in the libraries of servers', async () => {
    const { add, libraries, texts, storage } = await open();
    await add(pasted(STORY));
    await add(pasted(STORY), 'user:7');
    await libraries.erase('user:7');
    expect(texts('user:7')).toEqual([]);
    expect(await storage.libraries.list()).toEqual([SERVER]);
    expect(libraries.articles(SERVER)).toMatchObject([{ addedBy: null }]);
    await libraries.erase(SERVER);
    expect(await storage.libraries.list()).toEqual([]);
  });

  it('shows within seconds what another process adds and removes', async () => {
    const place = await newPlace(engine);
    const [one, other] = [await open({ place }), await open({ place })];
    await one.add(pasted(STORY));
    await expect.poll(() => other.texts(SERVER), { timeout: 8000 }).toEqual(one.texts(SERVER));
    await one.libraries.erase('user:7');
    await expect
      .poll(() => other.libraries.articles(SERVER), { timeout: 8000 })
      .toMatchObject([{ addedBy: null }]);
    const ids = one.libraries.articles(SERVER).map(({ article }) => article.id);
    await one.libraries.remove(ids, SERVER);
    await expect.poll(() => other.texts(SERVER), { timeout: 8000 }).toEqual([]);
    expect(other.libraries.articles(SERVER)).toEqual([]);
  });
});

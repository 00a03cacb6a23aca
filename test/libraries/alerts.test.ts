import { afterEach, beforeEach, expect, it } from 'vitest';
import type { StoragePlace } from '../../src/storage/open-storage.ts';
import { news } from '../articles/news.ts';
import { describeEngines, newPlace, openTestStorage } from '../storage/engines.ts';
import { HOUR, leadOf, linesOf, MINUTE, SECOND, watch, wordsOf } from './watching.ts';

const BRIDGE = 'Mayor Lena Ortiz said on Tuesday that the bridge would stay closed until May.';
const FERRY = '“The ferry runs twice a day,” Lena Ortiz said.';
const PIER = 'Lena Ortiz warned that the pier was older than the plans.';
const ISLAND = 'Lena Ortiz said the island would get a doctor in June.';

describeEngines('alerts', (engine) => {
  let world: ReturnType<typeof watch>;
  let place: StoragePlace;
  const open = async (limits: Parameters<typeof watch>[1] = {}) => {
    place = await newPlace(engine);
    return watch(await openTestStorage(engine, place), limits);
  };
  beforeEach(async () => {
    world = await open();
  });
  afterEach(() => world.close());

  it('post what somebody who is followed says in an article that comes in, in the channel, once', async () => {
    await world.follow('speaker', 'Ortiz');
    const alerts = world.start();
    await world.comesIn(alerts, `${BRIDGE}\nMarcus Bell said it was a mistake.`);
    expect(world.posted).toHaveLength(1);
    const [message] = world.posted;
    expect(message).toMatchObject({ channel: '500', nonce: expect.stringMatching(/^[\w-]{24}$/) });
    expect(leadOf(message as never)).toBe('You follow: Ortiz');
    expect(wordsOf(message as never)).toEqual(['the bridge would stay closed until May']);
    const [card] = message?.reply.cards ?? [];
    expect(world.archive.statement(card?.statement ?? '', ['guild:1'])?.speaker?.name).toBe('Lena Ortiz');

    await alerts.dispatch();
    world.clock.now += 2 * HOUR;
    await alerts.dispatch();
    expect(world.posted).toHaveLength(1);
  });

  it('are not posted again after a restart, and what waited is posted then', async () => {
    await world.follow('speaker', 'Ortiz');
    const first = world.start();
    await world.comesIn(first, BRIDGE);
    const unheard = world.start({ post: () => Promise.reject(new Error('There is no network.')) });
    await world.comesIn(unheard, FERRY);
    await Promise.all([first.stop(), unheard.stop()]);
    world.clock.now += 2 * MINUTE;
    await world.start().dispatch();
    expect(world.posted.map(wordsOf)).toEqual([
      ['the bridge would stay closed until May'],
      ['“The ferry runs twice a day”'],
    ]);
  });

  it('are not for what was followed only after the article came in', async () => {
    const alerts = world.start();
    const article = news(BRIDGE, {}, 'guild:1');
    await world.keep(article);
    world.show(article);
    await world.follow('speaker', 'Ortiz');
    await alerts.noteArticle('guild:1', article.id, world.statementsOf(article), 0);
    await alerts.dispatch();
    expect(world.posted).toEqual([]);
  });

  it('wait till all articles are there after a start', async () => {
    await world.follow('speaker', 'Ortiz');
    let isLoaded = () => {};
    const loaded = new Promise<void>((resolve) => {
      isLoaded = resolve;
    });
    const alerts = world.start({ loaded });
    const article = news(BRIDGE, {}, 'guild:1');
    await world.keep(article);
    world.show(article);
    await alerts.noteArticle('guild:1', article.id, world.statementsOf(article));
    expect(world.posted).toEqual([]);
    isLoaded();
    await alerts.dispatch();
    expect(world.posted).toHaveLength(1);
  });

  it('are posted by one of two processes that look for them at the same time', async () => {
    await world.follow('speaker', 'Ortiz');
    const offline = world.start({ post: () => Promise.reject(new Error('There is no network.')) });
    for (const body of [BRIDGE, FERRY, PIER]) await world.comesIn(offline, body);
    await offline.stop();
    world.clock.now += 2 * MINUTE;
    // A folder is one process's own; a server has many connections.
    const other = engine === 'SQLite' ? world.storage : await openTestStorage(engine, place);
    const processes = [world.storage, other, other].map((storage) => world.start({ storage }));
    await Promise.all(processes.map((process) => process.dispatch()));
    if (other !== world.storage) {
      await Promise.all(processes.map((process) => process.stop()));
      await other.close();
    }
    expect(world.posted.flatMap(wordsOf)).toHaveLength(3);
    expect(new Set(world.posted.map(({ nonce }) => nonce)).size).toBe(3);
  });

  it('are tried again with the same nonce where the process ended between posting and noting it', async () => {
    await world.follow('speaker', 'Ortiz');
    const { storage } = world;
    const dies = { markPosted: () => Promise.reject(new Error('The process ended.')) };
    const first = world.start({ storage: { ...storage, follows: { ...storage.follows, ...dies } } });
    await world.comesIn(first, BRIDGE);
    await first.stop();
    world.clock.now += 2 * MINUTE;
    const second = world.start();
    await second.dispatch();
    await second.dispatch();
    const [before, after] = world.posted;
    expect(world.posted).toHaveLength(2);
    expect(after?.nonce).toBe(before?.nonce);
  });

  it('name all that is followed in the channel, and show the best three of an article', async () => {
    await world.follow('speaker', 'Ortiz');
    await world.follow('topic', 'ferry');
    await world.follow('topic', 'bridge', { channel: '501' });
    await world.comesIn(
      world.start(),
      [BRIDGE, FERRY, PIER, ISLAND, 'Marcus Bell said the ferry was late.'].join('\n'),
    );
    const here = world.posted.filter(({ channel }) => channel === '500');
    expect(here.map(leadOf)).toEqual(['You follow: Ortiz · ferry']);
    expect(here.map(wordsOf)[0]?.[0]).toBe('“The ferry runs twice a day”');
    expect(here.map(wordsOf)[0]).toHaveLength(3);
    expect(here.map(linesOf)).toEqual([['and 2 more in this article']]);
    const there = world.posted.filter(({ channel }) => channel === '501');
    expect(there.map(leadOf)).toEqual(['You follow: bridge']);
    expect(there.map(wordsOf)).toEqual([['the bridge would stay closed until May']]);
    expect(there[0]?.reply.cards[0]?.words).toContainEqual({ text: 'bridge', bold: true });
  });

  it('are tried again where Discord fails, however often, and nobody loses what they follow', async () => {
    await world.follow('speaker', 'Ortiz');
    let isUp = false;
    const alerts = world.start({
      post: (...message) => (isUp ? world.post(...message) : Promise.reject(new Error('503'))),
    });
    await world.comesIn(alerts, FERRY);
    for (let hours = 0; hours < 12; hours++) {
      world.clock.now += HOUR;
      await alerts.dispatch();
    }
    isUp = true;
    world.clock.now += HOUR;
    await alerts.dispatch();
    expect(world.posted).toHaveLength(1);
    expect(world.told).toEqual([]);
  });

  it('are not posted for an article that has been removed meanwhile', async () => {
    await world.follow('speaker', 'Ortiz');
    const offline = world.start({ post: () => Promise.reject(new Error('There is no network.')) });
    const removed = await world.comesIn(offline, FERRY);
    await world.comesIn(offline, PIER);
    await world.goes(removed);
    await offline.stop();
    world.clock.now += 2 * MINUTE;
    await world.start().dispatch();
    expect(world.posted.map(wordsOf)).toEqual([['the pier was older than the plans']]);
  });

  it('wait for an article that another process has added and this one has not seen yet', async () => {
    await world.follow('speaker', 'Ortiz');
    const article = news(FERRY, {}, 'guild:1');
    await world.keep(article);
    const other = watch(world.storage);
    other.show(article);
    const offline = other.start({ post: () => Promise.reject(new Error('There is no network.')) });
    await offline.noteArticle('guild:1', article.id, other.statementsOf(article));
    await offline.stop();
    world.clock.now += 2 * MINUTE;
    const alerts = world.start();
    await alerts.dispatch();
    expect(world.posted).toEqual([]);
    world.show(article);
    world.clock.now += 5 * SECOND;
    await alerts.dispatch();
    expect(world.posted.map(wordsOf)).toEqual([['“The ferry runs twice a day”']]);
  });

  it('never come from another server’s article, nor from one of a person’s own', async () => {
    await world.follow('speaker', 'Ortiz');
    await world.follow('topic', 'ferry', { library: 'guild:2', channel: '900' });
    await world.follow('topic', 'ferry', { library: 'user:7', channel: '901' });
    const alerts = world.start();
    await world.comesIn(alerts, FERRY, { library: 'guild:2' });
    await world.comesIn(alerts, `Quarrytown\n${FERRY}`, { library: 'user:7' });
    expect(world.posted.map(({ channel }) => channel)).toEqual(['900', '901']);
    expect(JSON.stringify(world.posted[1]?.reply.cards.map(({ also }) => also))).toBe('[[]]');
  });

  it('are for articles that come in later, and end when it isn’t followed any more', async () => {
    const alerts = world.start();
    await world.comesIn(alerts, BRIDGE);
    const follow = await world.follow('speaker', 'Ortiz');
    await world.comesIn(alerts, FERRY);
    await world.desk('guild:1').remove(follow.id);
    await world.comesIn(alerts, PIER);
    expect(world.posted.map(wordsOf)).toEqual([['“The ferry runs twice a day”']]);
  });

  it('are not posted where it was given up while they waited, unless something else that is followed wants them', async () => {
    const speaker = await world.follow('speaker', 'Ortiz');
    await world.follow('topic', 'ferry');
    const offline = world.start({ post: () => Promise.reject(new Error('There is no network.')) });
    await world.comesIn(offline, [FERRY, PIER].join('\n'));
    await offline.stop();
    await world.desk('guild:1').remove(speaker.id);
    world.clock.now += 2 * MINUTE;
    await world.start().dispatch();
    expect(world.posted.map(leadOf)).toEqual(['You follow: ferry']);
    expect(world.posted.map(wordsOf)).toEqual([['“The ferry runs twice a day”']]);
  });

  it('go on where the database fails once, and the log says so', async () => {
    await world.follow('speaker', 'Ortiz');
    const { storage } = world;
    let fails = 1;
    const claimChannels: typeof storage.follows.claimChannels = (...times) =>
      fails-- > 0
        ? Promise.reject(new Error('The database is away.'))
        : storage.follows.claimChannels(...times);
    const alerts = world.start({ storage: { ...storage, follows: { ...storage.follows, claimChannels } } });
    await world.comesIn(alerts, FERRY);
    await alerts.dispatch();
    expect(world.posted).toHaveLength(1);
    expect(world.logged.join('')).toContain('The database is away.');
  });

  it('stop after what is under way', async () => {
    await world.follow('speaker', 'Ortiz');
    let arrive = () => {};
    const arrived = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    const alerts = world.start({
      post: async (...message) => {
        await arrived;
        return world.post(...message);
      },
    });
    const article = news(FERRY, {}, 'guild:1');
    await world.keep(article);
    world.show(article);
    await alerts.noteArticle('guild:1', article.id, world.statementsOf(article));
    const stopped = alerts.stop().then(() => world.posted.length);
    arrive();
    expect(await stopped).toBeLessThanOrEqual(1);
    const after = world.posted.length;
    await alerts.dispatch();
    expect(world.posted).toHaveLength(after);
  });
});

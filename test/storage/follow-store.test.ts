import { beforeEach, describe, expect, it } from 'vitest';
import type { Alert, Storage } from '../../src/storage/storage.ts';
import { followOf, keptArticle, OTHER, reading, SERVER } from './articles.ts';
import { describeEngines, useStorage } from './engines.ts';

const alertOf = (statement: string, given: Partial<Alert> = {}): Alert => ({
  follow: 'ortiz',
  library: SERVER,
  channel: 'news',
  article: keptArticle(1).id,
  statement,
  at: 100,
  ...given,
});

describeEngines('follows', (engine) => {
  let storage: Storage;
  useStorage(engine, (opened) => {
    storage = opened;
  });
  beforeEach(async () => {
    await storage.articles.add(keptArticle(1), reading(), 9);
    await storage.articles.add(keptArticle(2), reading(), 9);
    await storage.follows.add(followOf('ortiz'), 9);
  });

  const waiting = async (channel = 'news') =>
    (await storage.follows.waiting(channel, SERVER)).map(({ statement, follow }) => [statement, follow]);

  describe('a follow that is added', () => {
    it('is listed as it was, the oldest first', async () => {
      const early = followOf('early', { addedAt: 1, kind: 'topic', addedBy: null });
      expect(await storage.follows.add(early, 9)).toEqual({ kind: 'added' });
      expect(await storage.follows.list(SERVER)).toEqual([early, followOf('ortiz')]);
      expect(await storage.follows.list(OTHER)).toEqual([]);
    });

    it('is there already where the channel follows the same, however it is typed', async () => {
      const again = followOf('again', { words: ' SPEAKER  Ortiz ' });
      expect(await storage.follows.add(again, 1)).toEqual({ kind: 'there', id: 'ortiz' });
      expect(await storage.follows.add({ ...again, id: '1', kind: 'topic' }, 9)).toEqual({ kind: 'added' });
      expect(await storage.follows.add({ ...again, id: '2', channel: 'else' }, 9)).toEqual({ kind: 'added' });
      expect(await storage.follows.add({ ...again, id: '3', library: OTHER }, 9)).toEqual({ kind: 'added' });
    });

    it('is refused where the library is full', async () => {
      expect(await storage.follows.add(followOf('bell'), 1)).toEqual({ kind: 'full' });
    });
  });

  describe('what waits in a channel', () => {
    it('comes the oldest first, and in the order in which it was kept', async () => {
      const alerts = [alertOf('b'), alertOf('a'), alertOf('first', { at: 50 })];
      await storage.follows.keepAlerts(alerts);
      await storage.follows.keepAlerts([alertOf('c')]);
      expect((await waiting()).map(([statement]) => statement)).toEqual(['first', 'b', 'a', 'c']);
      expect(await storage.follows.waiting('news', SERVER)).toContainEqual(alerts[0]);
      expect(await storage.follows.waiting('news', OTHER)).toEqual([]);
      expect(await waiting('else')).toEqual([]);
    });

    it('is a statement once, also after it was posted', async () => {
      await storage.follows.keepAlerts([alertOf('a'), alertOf('a'), alertOf('b')]);
      await storage.follows.keepAlerts([alertOf('a', { at: 900 })]);
      expect(await waiting()).toHaveLength(2);
      await storage.follows.markPosted('news', SERVER, ['a'], 1000);
      await storage.follows.keepAlerts([alertOf('a'), alertOf('b')]);
      expect(await waiting()).toEqual([['b', 'ortiz']]);
      expect(await storage.follows.kept('news', SERVER, ['new', 'b', 'a', 'a'])).toEqual(['b', 'a']);
      expect(await storage.follows.kept('else', SERVER, ['a'])).toEqual([]);
    });

    it('can be let go', async () => {
      await storage.follows.keepAlerts([alertOf('a'), alertOf('b')]);
      await storage.follows.dropAlerts('news', SERVER, ['a', 'unknown']);
      expect(await waiting()).toEqual([['b', 'ortiz']]);
    });

    it('goes with the follow because of which alone it waits', async () => {
      await storage.follows.add(followOf('bridge', { kind: 'topic', addedAt: 1_800_000_000_000 }), 9);
      await storage.follows.keepAlerts([alertOf('a'), alertOf('b')]);
      await storage.follows.keepAlerts([alertOf('b', { follow: 'bridge' })]);
      expect(await waiting()).toEqual([
        ['a', 'ortiz'],
        ['b', 'ortiz'],
      ]);
      expect(await storage.follows.remove('ortiz', OTHER)).toBe(false);
      expect(await storage.follows.remove('ortiz', SERVER)).toBe(true);
      expect(await waiting()).toEqual([['b', 'bridge']]);
      expect(await storage.follows.remove('ortiz', SERVER)).toBe(false);
    });

    it('goes with its article', async () => {
      await storage.follows.keepAlerts([alertOf('a'), alertOf('b', { article: keptArticle(2).id })]);
      await storage.articles.remove([keptArticle(1).id], SERVER);
      expect(await waiting()).toEqual([['b', 'ortiz']]);
    });

    it('is nothing where the follow or the article has gone meanwhile', async () => {
      const gone = [alertOf('a', { follow: 'gone' }), alertOf('b', { article: 'gone' })];
      await storage.follows.keepAlerts([...gone, alertOf('c')]);
      expect(await waiting()).toEqual([['c', 'ortiz']]);
      await storage.follows.keepAlerts([]);
    });

    it('may be hundreds', async () => {
      const alerts = Array.from({ length: 600 }, (_, n) => alertOf(`statement ${n}`));
      await storage.follows.keepAlerts(alerts);
      expect(await storage.follows.waiting('news', SERVER)).toEqual(alerts);
      await storage.follows.markPosted(
        'news',
        SERVER,
        alerts.map(({ statement }) => statement),
        1,
      );
      expect(await waiting()).toEqual([]);
    });
  });

  describe('a channel that is dropped', () => {
    it('loses its follows and what waits there, and no others', async () => {
      const other = followOf('other', { channel: 'else' });
      const late = followOf('late', { addedAt: 1_800_000_000_000 });
      for (const follow of [other, late]) await storage.follows.add(follow, 9);
      await storage.follows.keepAlerts([alertOf('a'), alertOf('a', { follow: 'other', channel: 'else' })]);
      expect(await storage.follows.dropChannel('news', SERVER)).toEqual([followOf('ortiz'), late]);
      expect(await storage.follows.list(SERVER)).toEqual([other]);
      expect(await waiting()).toEqual([]);
      expect(await waiting('else')).toEqual([['a', 'other']]);
      expect(await storage.follows.dropChannel('news', SERVER)).toEqual([]);
    });
  });

  describe('channels in which something waits', () => {
    const news = { channel: 'news', library: SERVER };

    it('are given out once, until they are let go or the time is over', async () => {
      await storage.follows.keepAlerts([alertOf('a')]);
      expect(await storage.follows.claimChannels(100, 500)).toEqual([news]);
      expect(await storage.follows.claimChannels(499, 900)).toEqual([]);
      expect(await storage.follows.claimChannels(500, 900)).toEqual([news]);
      await storage.follows.release('news', SERVER, 600);
      expect(await storage.follows.claimChannels(599, 900)).toEqual([]);
      expect(await storage.follows.claimChannels(600, 900)).toEqual([news]);
    });

    it('are none where all has been posted', async () => {
      await storage.follows.keepAlerts([alertOf('a'), alertOf('b')]);
      await storage.follows.markPosted('news', SERVER, ['a', 'b'], 100);
      expect(await storage.follows.claimChannels(200, 500)).toEqual([]);
    });

    it('are told from those of the same name in another library', async () => {
      await storage.articles.add(keptArticle(1, { library: OTHER }), reading(), 9);
      await storage.follows.add(followOf('there', { library: OTHER }), 9);
      await storage.follows.keepAlerts([
        alertOf('a'),
        alertOf('b', { library: OTHER, follow: 'there', article: keptArticle(1, { library: OTHER }).id }),
      ]);
      const claimed = await storage.follows.claimChannels(100, 500);
      expect(claimed).toHaveLength(2);
      expect(claimed).toEqual(expect.arrayContaining([news, { channel: 'news', library: OTHER }]));
    });

    it('are tried again later after a refusal, and refusals are counted until something is posted', async () => {
      await storage.follows.keepAlerts([alertOf('a'), alertOf('b')]);
      await storage.follows.claimChannels(100, 500);
      expect(await storage.follows.markRefused('news', SERVER, 300)).toBe(1);
      expect(await storage.follows.claimChannels(299, 500)).toEqual([]);
      expect(await storage.follows.claimChannels(300, 500)).toEqual([news]);
      expect(await storage.follows.markRefused('news', SERVER, 400)).toBe(2);
      await storage.follows.markPosted('news', SERVER, ['a'], 450);
      expect(await storage.follows.markRefused('news', SERVER, 500)).toBe(1);
      expect(await storage.follows.markRefused('unknown', SERVER, 500)).toBe(0);
    });
  });

  describe('what has been posted', () => {
    it('is one post a message, known by its time', async () => {
      await storage.follows.keepAlerts([alertOf('a'), alertOf('b'), alertOf('c')]);
      await storage.follows.markPosted('news', SERVER, ['a', 'b'], 1000);
      await storage.follows.markPosted('news', SERVER, ['c'], 900);
      expect(await storage.follows.postedSince('news', 0)).toEqual([900, 1000]);
      expect(await storage.follows.postedSince('news', 901)).toEqual([1000]);
      expect(await storage.follows.postedSince('else', 0)).toEqual([]);
    });

    it('counts on when the follow is set up anew', async () => {
      await storage.follows.keepAlerts([alertOf('a')]);
      await storage.follows.markPosted('news', SERVER, ['a'], 1000);
      await storage.follows.remove('ortiz', SERVER);
      await storage.follows.add(followOf('ortiz'), 9);
      await storage.follows.keepAlerts([alertOf('a')]);
      expect(await waiting()).toEqual([]);
      expect(await storage.follows.postedSince('news', 0)).toEqual([1000]);
    });
  });
});

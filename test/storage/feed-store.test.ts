import { describe, expect, it } from 'vitest';
import type { Storage } from '../../src/storage/storage.ts';
import { feedOf, keptArticle, OTHER, reading, SERVER } from './articles.ts';
import { describeEngines, useStorage } from './engines.ts';

describeEngines('feeds', (engine) => {
  let storage: Storage;
  useStorage(engine, (opened) => {
    storage = opened;
  });

  describe('a feed that is added', () => {
    it('is listed as it was, the oldest first', async () => {
      const late = feedOf('late', { addedAt: 2, title: 'The late news', etag: '"1"' });
      const early = feedOf('early', { addedAt: 1, addedBy: null });
      for (const feed of [late, early]) expect(await storage.feeds.add(feed, 5)).toEqual({ kind: 'added' });
      expect(await storage.feeds.list(SERVER)).toEqual([early, late]);
      expect(await storage.feeds.list(OTHER)).toEqual([]);
    });

    it('is there already where the library has its address', async () => {
      await storage.feeds.add(feedOf('one'), 1);
      const again = feedOf('two', { url: feedOf('one').url });
      expect(await storage.feeds.add(again, 1)).toEqual({ kind: 'there', id: 'one' });
      expect(await storage.feeds.add({ ...again, library: OTHER }, 1)).toEqual({ kind: 'added' });
    });

    it('is refused where the library is full', async () => {
      await storage.feeds.add(feedOf('one'), 1);
      expect(await storage.feeds.add(feedOf('two'), 1)).toEqual({ kind: 'full' });
    });
  });

  describe('a feed that is removed', () => {
    it('leaves the articles that it brought, without its id', async () => {
      await storage.feeds.add(feedOf('one'), 1);
      await storage.articles.add(keptArticle(1, { feed: 'one', addedBy: null }), reading(), 5);
      const feedOfArticle = async () =>
        (await storage.articles.load([keptArticle(1).id], 'v1')).map(({ article }) => article.feed);
      expect(await feedOfArticle()).toEqual(['one']);
      expect(await storage.feeds.remove('one', OTHER)).toBe(false);
      expect(await storage.feeds.remove('one', SERVER)).toBe(true);
      expect(await storage.feeds.remove('one', SERVER)).toBe(false);
      expect(await feedOfArticle()).toEqual([null]);
    });

    it('may bring an article once more that was under way, which is kept without its id', async () => {
      await storage.articles.add(keptArticle(1, { feed: 'gone' }), reading(), 5);
      const [found] = await storage.articles.load([keptArticle(1).id], 'v1');
      expect(found?.article.feed).toBeNull();
    });
  });

  describe('what changes of a feed', () => {
    it('is kept, and the rest stays', async () => {
      const feed = feedOf('one', { etag: '"1"', title: 'News' });
      await storage.feeds.add(feed, 1);
      const change = { etag: null, polledAt: 5, failures: 2, problem: 'It is gone.', brought: 3, nextAt: 99 };
      await storage.feeds.change('one', change);
      await storage.feeds.change('one', {});
      await storage.feeds.change('gone', change);
      expect(await storage.feeds.list(SERVER)).toEqual([{ ...feed, ...change }]);
    });

    it('loses the characters that no database keeps', async () => {
      await storage.feeds.add(feedOf('one'), 1);
      await storage.feeds.change('one', { title: 'The\0 news', problem: `half ${'🌉'.slice(1)}a bridge 🌉` });
      const [feed] = await storage.feeds.list(SERVER);
      expect(feed).toMatchObject({ title: 'The news', problem: 'half a bridge 🌉' });
    });
  });

  describe('feeds that are due', () => {
    const idsDue = async (now: number, until: number, limit = 10) =>
      (await storage.feeds.claimDue(now, until, limit)).map(({ id }) => id);

    it('are given out once, those that wait longest first, until they must have been polled', async () => {
      await storage.feeds.add(feedOf('later', { nextAt: 200 }), 5);
      await storage.feeds.add(feedOf('sooner', { nextAt: 100 }), 5);
      await storage.feeds.add(feedOf('not yet', { nextAt: 2000 }), 5);
      expect(await idsDue(99, 500)).toEqual([]);
      expect(await idsDue(300, 500, 1)).toEqual(['sooner']);
      expect(await idsDue(300, 500)).toEqual(['later']);
      expect(await idsDue(499, 900)).toEqual([]);
      expect(await idsDue(500, 900)).toEqual(['sooner', 'later']);
    });

    it('are given out again when whoever polled them says when', async () => {
      await storage.feeds.add(feedOf('one', { nextAt: 100 }), 5);
      expect(await idsDue(100, 10_000)).toEqual(['one']);
      await storage.feeds.change('one', { nextAt: 200 });
      expect(await idsDue(199, 10_000)).toEqual([]);
      expect(await idsDue(200, 10_000)).toEqual(['one']);
    });
  });

  describe('the items of a feed', () => {
    it('are unseen until they are marked', async () => {
      await storage.feeds.add(feedOf('one'), 5);
      await storage.feeds.add(feedOf('two'), 5);
      expect(await storage.feeds.unseen('one', ['a', 'b', 'a'])).toEqual(['a', 'b']);
      await storage.feeds.markSeen('one', ['a', 'a'], 10, 0);
      expect(await storage.feeds.unseen('one', ['c', 'a', 'b'])).toEqual(['c', 'b']);
      expect(await storage.feeds.unseen('two', ['a'])).toEqual(['a']);
    });

    it('are forgotten where they were not shown for long', async () => {
      await storage.feeds.add(feedOf('one'), 5);
      await storage.feeds.markSeen('one', ['a', 'b'], 10, 0);
      await storage.feeds.markSeen('one', ['b', 'c'], 20, 15);
      expect(await storage.feeds.unseen('one', ['a', 'b', 'c'])).toEqual(['a']);
    });

    it('may be many, with long keys of any characters', async () => {
      await storage.feeds.add(feedOf('one'), 5);
      const keys = Array.from({ length: 700 }, (_, n) => `${n} \0 ${'long '.repeat(1000)}`);
      await storage.feeds.markSeen('one', keys, 10, 0);
      expect(await storage.feeds.unseen('one', [...keys, 'new'])).toEqual(['new']);
    });

    it('are not marked in a feed that is gone', async () => {
      await storage.feeds.markSeen('gone', ['a'], 10, 0);
      expect(await storage.feeds.unseen('gone', ['a'])).toEqual(['a']);
    });
  });
});

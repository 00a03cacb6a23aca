import { beforeEach, describe, expect, it } from 'vitest';
import type { LibraryId } from '../../src/articles/article.ts';
import type { Storage } from '../../src/storage/storage.ts';
import { feedOf, followOf, keptArticle, OTHER, PERSON, reading, SERVER } from './articles.ts';
import { describeEngines, useStorage } from './engines.ts';

describeEngines('libraries', (engine) => {
  let storage: Storage;
  useStorage(engine, (opened) => {
    storage = opened;
  });

  /** Something in every table. */
  async function fill(library: LibraryId): Promise<void> {
    const { articles, feeds, follows, libraries } = storage;
    const feed = feedOf(`feed of ${library}`, { library });
    const follow = followOf(`follow of ${library}`, { library, channel: `channel of ${library}` });
    const article = keptArticle(1, { library, feed: feed.id });
    await feeds.add(feed, 9);
    await feeds.markSeen(feed.id, ['item'], 10, 0);
    await articles.add(article, reading(), 9);
    await follows.add(follow, 9);
    const alert = { follow: follow.id, library, channel: follow.channel, article: article.id, at: 1 };
    await follows.keepAlerts(['a', 'b'].map((statement) => ({ ...alert, statement })));
    await follows.markPosted(follow.channel, library, ['a'], 100);
    await libraries.markLeft(library, 5);
  }

  it('are listed where anything is kept of them', async () => {
    expect(await storage.libraries.list()).toEqual([]);
    await storage.articles.add(keptArticle(1, { library: PERSON }), reading(), 9);
    await storage.feeds.add(feedOf('one'), 9);
    await storage.follows.add(followOf('two', { library: OTHER }), 9);
    expect(await storage.libraries.list()).toEqual([SERVER, OTHER, PERSON]);
  });

  describe('a library that is erased', () => {
    it('is gone with all that hangs on it, and nothing else is', async () => {
      await fill(SERVER);
      await fill(OTHER);
      await storage.libraries.erase(SERVER);
      expect(await storage.libraries.list()).toEqual([OTHER]);
      expect(await storage.articles.ids()).toEqual([keptArticle(1, { library: OTHER }).id]);
      expect(await storage.feeds.list(SERVER)).toEqual([]);
      expect(await storage.feeds.unseen(`feed of ${SERVER}`, ['item'])).toEqual(['item']);
      expect(await storage.follows.list(SERVER)).toEqual([]);
      expect(await storage.follows.postedSince(`channel of ${SERVER}`, 0)).toEqual([]);
      expect(await storage.libraries.leftBefore(10)).toEqual([OTHER]);
      expect(await storage.follows.claimChannels(200, 300)).toEqual([
        { library: OTHER, channel: `channel of ${OTHER}` },
      ]);
      expect(await storage.feeds.list(OTHER)).toHaveLength(1);
      expect(await storage.feeds.unseen(`feed of ${OTHER}`, ['item'])).toEqual([]);
    });

    it('leaves no trace of a message that was under way', async () => {
      await fill(SERVER);
      await storage.libraries.erase(SERVER);
      await storage.follows.markPosted(`channel of ${SERVER}`, SERVER, ['b'], 100);
      await storage.follows.markRefused(`channel of ${SERVER}`, SERVER, 100);
      await storage.follows.release(`channel of ${SERVER}`, SERVER, 100);
      await storage.feeds.markSeen(`feed of ${SERVER}`, ['item'], 10, 0);
      await storage.articles.keepReading(keptArticle(1).id, reading());
      expect(await storage.libraries.list()).toEqual([]);
    });

    it('can be filled again', async () => {
      await fill(SERVER);
      await storage.libraries.erase(SERVER);
      await fill(SERVER);
      expect(await storage.articles.ids(SERVER)).toHaveLength(1);
    });
  });

  describe('a server that was left', () => {
    it('is known by the first time until the bot is there again', async () => {
      await storage.libraries.markLeft(SERVER, 100);
      await storage.libraries.markLeft(SERVER, 900);
      await storage.libraries.markLeft(OTHER, 50);
      expect(await storage.libraries.leftBefore(50)).toEqual([]);
      expect(await storage.libraries.leftBefore(101)).toEqual([OTHER, SERVER]);
      await storage.libraries.markLeft(SERVER, null);
      await storage.libraries.markLeft('guild:300', null);
      expect(await storage.libraries.leftBefore(1000)).toEqual([OTHER]);
    });
  });

  describe('a person', () => {
    beforeEach(async () => {
      for (const library of [SERVER, OTHER]) await fill(library);
      await storage.articles.add(keptArticle(2, { addedBy: 'bob' }), reading(), 9);
      await storage.articles.add(keptArticle(3, { library: PERSON }), reading(), 9);
    });

    it('is mentioned in what servers keep', async () => {
      expect(await storage.libraries.mentions('ana')).toEqual({ articles: 2, feeds: 2, follows: 2 });
      expect(await storage.libraries.mentions('bob')).toEqual({ articles: 1, feeds: 0, follows: 0 });
      expect(await storage.libraries.mentions('carl')).toEqual({ articles: 0, feeds: 0, follows: 0 });
    });

    it('is forgotten by the servers, while all else stays', async () => {
      await storage.libraries.forgetPerson('ana');
      expect(await storage.libraries.mentions('ana')).toEqual({ articles: 0, feeds: 0, follows: 0 });
      expect(await storage.libraries.mentions('bob')).toEqual({ articles: 1, feeds: 0, follows: 0 });
      const [first, second, own] = await storage.articles.load(
        [keptArticle(1).id, keptArticle(2).id, keptArticle(3, { library: PERSON }).id],
        'v1',
      );
      expect([first, second, own].map((found) => found?.article.addedBy)).toEqual([null, 'bob', 'ana']);
      expect((await storage.feeds.list(SERVER)).map(({ addedBy }) => addedBy)).toEqual([null]);
      expect((await storage.follows.list(OTHER)).map(({ addedBy }) => addedBy)).toEqual([null]);
    });
  });
});

import { describe, expect, it } from 'vitest';
import type { Storage } from '../../src/storage/storage.ts';
import { keptArticle, OTHER, reading, SERVER } from './articles.ts';
import { describeEngines, useStorage } from './engines.ts';

const MOST = 1000;

describeEngines('articles', (engine) => {
  let storage: Storage;
  useStorage(engine, (opened) => {
    storage = opened;
  });

  const add = (
    ...[article, body = reading(), most = MOST]: Partial<Parameters<Storage['articles']['add']>>
  ) => storage.articles.add(article ?? keptArticle(1), body, most);

  describe('an article that is added', () => {
    it('comes back as it was, with its reading', async () => {
      const article = keptArticle(1);
      expect(await add(article, reading('v1', 0, 1, 255))).toEqual({ kind: 'added' });
      const [found] = await storage.articles.load([article.id], 'v1');
      expect(found?.article).toEqual(article);
      expect([...(found?.reading ?? [])]).toEqual([0, 1, 255]);
    });

    it('may have no address, as any number of others', async () => {
      const articles = [1, 2].map((number) => keptArticle(number, { addressKey: null, addedBy: null }));
      for (const article of articles) expect(await add(article)).toEqual({ kind: 'added' });
      const ids = articles.map(({ id }) => id);
      expect((await storage.articles.load(ids, 'v1')).map(({ article }) => article)).toEqual(articles);
    });

    it('may be long, at a long address', async () => {
      const article = keptArticle(1, {
        text: 'She said: „Grüße, 世界“. '.repeat(20_000),
        addressKey: `https://example.com/?q=${Array.from({ length: 2000 }, (_, n) => n).join('-')}`,
      });
      const body = { version: 'v1', body: new Uint8Array(1_000_000).map((_, n) => (n * 7919) % 251) };
      await add(article, body);
      const [found] = await storage.articles.load([article.id], 'v1');
      expect(found?.article.text === article.text).toBe(true);
      expect(Buffer.from(found?.reading ?? []).equals(body.body)).toBe(true);
    });

    it('is there already where the library has its id or its address', async () => {
      const article = keptArticle(1);
      await add(article);
      expect(await add(article)).toEqual({ kind: 'there', id: article.id });
      expect(await add({ ...article, id: 'another' })).toEqual({ kind: 'there', id: article.id });
      expect(await add({ ...article, addressKey: 'https://example.com/else' })).toEqual({
        kind: 'there',
        id: article.id,
      });
      expect(await storage.articles.ids()).toEqual([article.id]);
    });

    it('is not there because another library has it', async () => {
      await add(keptArticle(1));
      expect(await add(keptArticle(1, { library: OTHER }))).toEqual({ kind: 'added' });
    });

    it('is refused where the library is full, unless it is there', async () => {
      await add(keptArticle(1), reading(), 2);
      await add(keptArticle(2), reading(), 2);
      expect(await add(keptArticle(3), reading(), 2)).toEqual({ kind: 'full' });
      expect(await add(keptArticle(2), reading(), 2)).toEqual({ kind: 'there', id: keptArticle(2).id });
      expect(await add(keptArticle(3, { library: OTHER }), reading(), 2)).toEqual({ kind: 'added' });
    });

    it('is refused where the database would change a character of it', async () => {
      const half = '🌉'.slice(0, 1);
      for (const text of ['before\0after', `before${half}after`]) {
        await expect(add(keptArticle(1, { text }))).rejects.toThrow('cannot be kept');
      }
      expect(await storage.articles.ids()).toEqual([]);
    });

    it('leaves nothing behind where its reading cannot be kept', async () => {
      const broken = { version: null as unknown as string, body: new Uint8Array() };
      await expect(add(keptArticle(1), broken)).rejects.toThrow();
      expect(await storage.articles.ids()).toEqual([]);
      expect(await add(keptArticle(1))).toEqual({ kind: 'added' });
    });
  });

  describe('the ids', () => {
    it('come in the order in which the articles were added, of all libraries or of one', async () => {
      const articles = [
        keptArticle(9, { addedAt: 1 }),
        keptArticle(3, { addedAt: 2 }),
        keptArticle(5, { addedAt: 2, library: OTHER }),
        keptArticle(1, { addedAt: 2 }),
      ];
      for (const article of articles) await add(article);
      expect(await storage.articles.ids(SERVER)).toEqual([9, 3, 1].map((number) => keptArticle(number).id));
      expect(new Set(await storage.articles.ids())).toEqual(new Set(articles.map(({ id }) => id)));
      expect(await storage.articles.ids('user:9')).toEqual([]);
    });
  });

  describe('articles that are loaded', () => {
    it('come in the order of the ids, hundreds at once, without those that are gone', async () => {
      const articles = Array.from({ length: 601 }, (_, number) => keptArticle(number));
      await Promise.all(articles.map((article) => add(article)));
      const ids = articles.map(({ id }) => id).reverse();
      const found = await storage.articles.load(['gone', ...ids], 'v1');
      expect(found.map(({ article }) => article.id)).toEqual(ids);
      expect(await storage.articles.load([], 'v1')).toEqual([]);
    });

    it('have no reading of another version', async () => {
      await add(keptArticle(1), reading('v1'));
      const [found] = await storage.articles.load([keptArticle(1).id], 'v2');
      expect(found).toEqual({ article: keptArticle(1), reading: null });
    });
  });

  describe('a new reading', () => {
    it('takes the place of the one before', async () => {
      const { id } = keptArticle(1);
      await add(keptArticle(1), reading('v1'));
      await storage.articles.keepReading(id, reading('v2', 2));
      await storage.articles.keepReading(id, reading('v2', 3));
      expect((await storage.articles.load([id], 'v1'))[0]?.reading).toBeNull();
      expect([...((await storage.articles.load([id], 'v2'))[0]?.reading ?? [])]).toEqual([3]);
    });

    it('is dropped where the article is gone', async () => {
      await storage.articles.keepReading('gone', reading());
      expect(await storage.libraries.list()).toEqual([]);
    });
  });

  describe('articles that are removed', () => {
    it('are gone with their readings, and can be added again', async () => {
      await add(keptArticle(1));
      await add(keptArticle(2));
      expect(await storage.articles.remove([keptArticle(1).id, 'gone'], SERVER)).toEqual([keptArticle(1).id]);
      expect(await storage.articles.ids()).toEqual([keptArticle(2).id]);
      expect(await storage.articles.load([keptArticle(1).id], 'v1')).toEqual([]);
      expect(await add(keptArticle(1), reading('v3', 9))).toEqual({ kind: 'added' });
      expect([...((await storage.articles.load([keptArticle(1).id], 'v3'))[0]?.reading ?? [])]).toEqual([9]);
    });

    it('are those of the library alone', async () => {
      await add(keptArticle(1));
      expect(await storage.articles.remove([keptArticle(1).id], OTHER)).toEqual([]);
      expect(await storage.articles.ids()).toHaveLength(1);
    });

    it('can be hundreds', async () => {
      const articles = Array.from({ length: 600 }, (_, number) => keptArticle(number));
      await Promise.all(articles.map((article) => add(article)));
      const ids = articles.map(({ id }) => id);
      expect(await storage.articles.remove(ids, SERVER)).toEqual(ids);
      expect(await storage.articles.ids()).toEqual([]);
    });
  });
});

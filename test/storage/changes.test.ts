import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LibraryId } from '../../src/articles/article.ts';
import type { StoragePlace } from '../../src/storage/open-storage.ts';
import type { Storage } from '../../src/storage/storage.ts';
import { feedOf, keptArticle, OTHER, reading, SERVER } from './articles.ts';
import { describeEngines, hasPostgres, newPlace, openTestStorage, query } from './engines.ts';

/** Within how long a change must be known, in milliseconds. */
const SOON = { timeout: 5000, interval: 20 };

/** What a storage has called back with. */
function heardBy(storage: Storage): (LibraryId | null)[] {
  const heard: (LibraryId | null)[] = [];
  storage.onChange((library) => heard.push(library));
  return heard;
}

describeEngines('changes', (engine) => {
  let storages: readonly Storage[];
  let [one, two]: Storage[] = [];
  beforeEach(async () => {
    const place = await newPlace(engine);
    one = await openTestStorage(engine, place);
    two = await openTestStorage(engine, place);
    storages = [one, two];
  });
  afterEach(() => Promise.all(storages.map((storage) => storage.close())));

  const library = engine === 'SQLite' ? null : SERVER;
  const add = (storage: Storage | undefined, number = 1) =>
    storage?.articles.add(keptArticle(number), reading(), 99);

  it('are heard by the others: what is added, removed, erased', async () => {
    const heard = heardBy(one as Storage);
    const changes: readonly (() => Promise<unknown> | undefined)[] = [
      () => add(two),
      () => two?.articles.remove([keptArticle(1).id], SERVER),
      () => two?.libraries.erase(SERVER),
    ];
    for (const [n, change] of changes.entries()) {
      await change();
      await vi.waitFor(() => expect(heard).toHaveLength(n + 1), SOON);
    }
    expect(new Set(heard)).toEqual(new Set([library]));
  });

  it('are not heard by whoever made them', async () => {
    const [own, others] = [heardBy(one as Storage), heardBy(two as Storage)];
    await add(one);
    await vi.waitFor(() => expect(others).toEqual([library]), SOON);
    await sleep(engine === 'SQLite' ? 1200 : 50);
    expect(own).toEqual([]);
  });

  it('are not told to whoever has ended that', async () => {
    const ended: unknown[] = [];
    one?.onChange((library) => ended.push(library))();
    const heard = heardBy(one as Storage);
    await add(two);
    await vi.waitFor(() => expect(heard).toEqual([library]), SOON);
    expect(ended).toEqual([]);
  });

  it('reach everybody, whatever one of them does with them', async () => {
    one?.onChange(() => {
      throw new Error('I have enough of this.');
    });
    const heard = heardBy(one as Storage);
    await add(two);
    await vi.waitFor(() => expect(heard).toEqual([library]), SOON);
  });

  it('are not heard any more after closing', async () => {
    const heard = heardBy(one as Storage);
    await one?.close();
    await add(two);
    await sleep(engine === 'SQLite' ? 1200 : 50);
    expect(heard).toEqual([]);
  });
});

describe.runIf(hasPostgres())('changes on a PostgreSQL server', () => {
  let place: StoragePlace & { readonly databaseUrl: string };
  let [one, two]: Storage[] = [];
  beforeEach(async () => {
    place = (await newPlace('PostgreSQL')) as typeof place;
    one = await openTestStorage('PostgreSQL', place);
    two = await openTestStorage('PostgreSQL', place);
  });
  afterEach(() => Promise.all([one?.close(), two?.close()]));

  const cutAll = () =>
    query(
      place.databaseUrl,
      `select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()`,
    );

  it('tell whose articles they are, also where only a feed or a person is gone', async () => {
    const heard = heardBy(one as Storage);
    await two?.feeds.add(feedOf('one'), 9);
    await two?.articles.add(keptArticle(1, { library: OTHER }), reading(), 9);
    await vi.waitFor(() => expect(heard).toEqual([OTHER]), SOON);
    await two?.feeds.remove('one', SERVER);
    await two?.libraries.forgetPerson('ana');
    await vi.waitFor(() => expect(heard).toEqual([OTHER, SERVER, OTHER]), SOON);
  });

  it('are not told where nothing came of them', async () => {
    const heard = heardBy(one as Storage);
    await two?.articles.add(keptArticle(1), reading(), 1);
    await two?.articles.add(keptArticle(1), reading(), 1);
    await two?.articles.add(keptArticle(2), reading(), 1);
    await two?.articles.remove(['gone'], SERVER);
    await two?.articles.keepReading(keptArticle(1).id, reading('v2'));
    await two?.articles.add(keptArticle(1, { library: OTHER }), reading(), 1);
    await vi.waitFor(() => expect(heard).toEqual([SERVER, OTHER]), SOON);
  });

  it('may be any after a connection that was cut, and are heard again', async () => {
    const heard = heardBy(one as Storage);
    await cutAll();
    await vi.waitFor(() => expect(heard).toEqual([null]), SOON);
    await vi.waitFor(() => two?.articles.add(keptArticle(1), reading(), 9), SOON);
    await vi.waitFor(() => expect(heard).toEqual([null, SERVER]), SOON);
  });

  it('that somebody else announces in words of their own may be any', async () => {
    const heard = heardBy(one as Storage);
    for (const payload of ['', 'nonsense', 'null', '{"library": 1}']) {
      await query(place.databaseUrl, `select pg_notify('on_record_changes', '${payload}')`);
    }
    await vi.waitFor(() => expect(heard).toEqual([null, null, null, null]), SOON);
  });

  it('leave no connection behind after closing, even one that is being opened again', async () => {
    await cutAll();
    await Promise.all([one?.close(), two?.close()]);
    await vi.waitFor(async () => {
      const rows = await query(
        place.databaseUrl,
        `select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
      );
      expect(rows).toEqual([]);
    }, SOON);
  });
});

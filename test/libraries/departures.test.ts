import { pino } from 'pino';
import { afterEach, expect, it } from 'vitest';
import type { LibraryId } from '../../src/articles/article.ts';
import { createDepartures, KEPT_AFTER_LEAVING } from '../../src/libraries/departures.ts';
import type { Storage } from '../../src/storage/storage.ts';
import { describeEngines, openTestStorage } from '../storage/engines.ts';
import { kept } from './kept.ts';

const [HERE, GONE, PERSON]: readonly LibraryId[] = ['guild:1', 'guild:2', 'user:3'];

describeEngines('the library of a server that has removed the bot', (engine) => {
  let storage: Storage;
  afterEach(() => storage.close());

  async function open() {
    storage = await openTestStorage(engine);
    for (const library of [HERE, GONE, PERSON] as const)
      await storage.articles.add(
        kept({ library: library as LibraryId }),
        { version: '1', body: new Uint8Array(1) },
        10,
      );
    const clock = { now: Date.UTC(2026, 0, 1) };
    const departures = createDepartures({
      store: storage.libraries,
      erase: (library) => storage.libraries.erase(library),
      logger: pino({ level: 'silent' }),
      now: () => clock.now,
    });
    const later = async (milliseconds: number) => {
      clock.now += milliseconds;
      await departures.sweep();
      return (await storage.libraries.list()).toSorted();
    };
    return { departures, later };
  }

  it('is erased after 30 days, and not a day before', async () => {
    const { departures, later } = await open();
    await departures.left('2');
    expect(await later(KEPT_AFTER_LEAVING - 1000)).toEqual([HERE, GONE, PERSON]);
    expect(await later(2000)).toEqual([HERE, PERSON]);
    await departures.stop();
  });

  it('is kept where the server has taken the bot in again', async () => {
    const { departures, later } = await open();
    await departures.left('2');
    await later(KEPT_AFTER_LEAVING / 2);
    await departures.joined('2');
    expect(await later(KEPT_AFTER_LEAVING)).toContain(GONE);
    await departures.stop();
  });

  it('counts the days from the first time that the server was missing, also where the bot was off when it was removed', async () => {
    const { departures, later } = await open();
    await departures.all(['1', '4']);
    await later(KEPT_AFTER_LEAVING / 2);
    await departures.all(['1']);
    expect(await later(KEPT_AFTER_LEAVING / 2 + 1000)).toEqual([HERE, PERSON]);
    await departures.stop();
  });
});

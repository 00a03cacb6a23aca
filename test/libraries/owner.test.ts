import { pino } from 'pino';
import { afterEach, expect, it } from 'vitest';
import { createOwner } from '../../src/libraries/owner.ts';
import type { Storage } from '../../src/storage/storage.ts';
import { describeEngines, openTestStorage } from '../storage/engines.ts';

describeEngines('a database', (engine) => {
  let storage: Storage;
  afterEach(() => storage.close());
  const logger = pino({ level: 'silent' });

  it('is for one bot: another is told so, and nothing is done to its libraries', async () => {
    storage = await openTestStorage(engine);
    const done: string[] = [];
    const [one, other, again] = [1, 2, 3].map(() => createOwner(storage.bot, 'DATA', logger));
    one?.claim('100', () => done.push('one'));
    await one?.claimed();
    other?.claim('200', () => done.push('other'));
    await expect(other?.claimed()).rejects.toThrow(
      /^DATA: another bot, of the application 100, uses this database/,
    );
    other?.whenOurs(() => done.push('other'));
    again?.claim('100', () => done.push('again'));
    await again?.claimed();
    expect(done).toEqual(['one', 'again']);
    for (const owner of [one, other, again]) owner?.stop();
  });

  it('may be taken over by another bot once the first has been silent', async () => {
    storage = await openTestStorage(engine);
    expect(await storage.bot.claim('100', 1000, 0)).toBeNull();
    expect(await storage.bot.claim('200', 1500, 900)).toBe('100');
    expect(await storage.bot.claim('200', 3000, 2000)).toBeNull();
    expect(await storage.bot.claim('100', 3500, 2500)).toBe('200');
  });
});

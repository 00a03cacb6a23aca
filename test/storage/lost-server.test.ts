import type { AddressInfo } from 'node:net';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openStorage } from '../../src/storage/open-storage.ts';
import type { Storage } from '../../src/storage/storage.ts';
import { keptArticle, reading } from './articles.ts';
import { hasPostgres, newPlace } from './engines.ts';

const SOON = { timeout: 10_000, interval: 50 };

/** Stands between the storage and the server, so that the server can be lost and found again. */
async function line({ hostname, port: farPort }: URL) {
  const sockets = new Set<Socket>();
  const accept = (near: Socket) => {
    const far = connect(Number(farPort || 5432), hostname);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one.on('error', () => other.destroy()).on('close', () => other.destroy());
      one.pipe(other);
    }
  };
  let server: Server = createServer(accept);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    async cut() {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      sockets.clear();
      await closed;
    },
    async mend() {
      server = createServer(accept);
      await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    },
  };
}

describe.runIf(hasPostgres())('a PostgreSQL server that is lost', () => {
  let storage: Storage;
  let wire: Awaited<ReturnType<typeof line>>;
  const log: string[] = [];
  beforeEach(async () => {
    const place = (await newPlace('PostgreSQL')) as { readonly databaseUrl: string };
    const url = new URL(place.databaseUrl);
    wire = await line(url);
    url.hostname = '127.0.0.1';
    url.port = String(wire.port);
    url.password = 'geheim';
    log.length = 0;
    storage = await openStorage(
      { databaseUrl: url.href },
      pino({ level: 'debug' }, { write: (text) => log.push(text) }),
    );
    await storage.articles.add(keptArticle(1), reading(), 9);
  });
  afterEach(async () => {
    await storage.close();
    await wire.cut();
  });

  it('makes queries fail with a sentence, and they work again when it is back', async () => {
    await wire.cut();
    await sleep(50);
    await expect(storage.articles.ids()).rejects.toThrow(/^PostgreSQL can't be reached: .*ECONNREFUSED/);
    await expect(storage.articles.add(keptArticle(2), reading(), 9)).rejects.toThrow("can't be reached");
    await wire.mend();
    expect(await storage.articles.ids()).toEqual([keptArticle(1).id]);
    expect(await storage.articles.add(keptArticle(2), reading(), 9)).toEqual({ kind: 'added' });
  });

  it('is said to have been lost, without a password, and may have missed any change', async () => {
    const heard: unknown[] = [];
    storage.onChange((library) => heard.push(library));
    await wire.cut();
    await sleep(500);
    expect(heard).toEqual([]);
    await wire.mend();
    await vi.waitFor(() => expect(heard).toEqual([null]), SOON);
    expect(log.join('')).toContain('connecting again');
    expect(log.join('')).not.toContain('geheim');
  });

  it('keeps nothing of what was under way by half', async () => {
    const adding = Array.from({ length: 20 }, (_, n) =>
      storage.articles.add(keptArticle(10 + n), reading(), 99).catch(() => null),
    );
    await sleep(20);
    await wire.cut();
    const results = await Promise.all(adding);
    await wire.mend();
    const ids = await storage.articles.ids();
    results.forEach((result, n) => {
      if (result) expect(ids).toContain(keptArticle(10 + n).id);
    });
    for (const { reading } of await storage.articles.load(ids, 'v1')) expect(reading).not.toBeNull();
  });

  it('does not keep a storage from being closed', async () => {
    await wire.cut();
    await storage.close();
  });
});

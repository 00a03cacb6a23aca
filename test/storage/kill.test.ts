import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { beforeAll, expect, inject, it } from 'vitest';
import type { StoragePlace } from '../../src/storage/open-storage.ts';
import { describeEngines, newPlace, openTestStorage } from './engines.ts';
import { killedArticle, killedReading } from './kill-articles.ts';

/** A hundred kills over both databases. */
const ROUNDS = 10;
const AT_ONCE = 5;
/** A process lives up to so long after it has added its first article, in milliseconds. */
const LONGEST_LIFE = 200;

const LIBSQL = fileURLToPath(import.meta.resolve('libsql'));

/** The child in one file: a hundred processes are started, and what each imports takes longer than what it does. */
async function bundled(): Promise<string> {
  const outfile = join(mkdtempSync(join(inject('testPlaces'), 'child-')), 'child.cjs');
  await build({
    entryPoints: [fileURLToPath(new URL('kill-child.ts', import.meta.url))],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['pg-native', LIBSQL],
    alias: { libsql: LIBSQL },
    logLevel: 'error',
  });
  return outfile;
}

/**
 * Starts a process and kills it in the midst of its work; gives back the names that it confirmed. Where it dies young, it may be while it
 * opens the database, or makes it.
 */
async function addUntilKilled(
  child: string,
  place: StoragePlace,
  own: string,
  isYoung: boolean,
): Promise<readonly string[]> {
  const process_ = spawn(process.execPath, [child, JSON.stringify(place), own], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  const ended = endOf(process_);
  for await (const line of createInterface({ input: process_.stdout })) {
    lines.push(line);
    if (lines.length === (isYoung ? 1 : 2))
      void sleep(Math.random() * LONGEST_LIFE).then(() => process_.kill('SIGKILL'));
  }
  expect(await ended).toBe('SIGKILL');
  return lines.slice(1);
}

const endOf = (process_: ChildProcess) =>
  new Promise((resolve) => process_.once('exit', (code, signal) => resolve(signal ?? code)));

describeEngines('processes that are killed in the midst of adding', (engine) => {
  let child: string;
  beforeAll(async () => {
    child = await bundled();
  });

  it('have kept every article that they confirmed, and none by half', { timeout: 300_000 }, async () => {
    const place = await newPlace(engine);
    const confirmed: string[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const names = Array.from({ length: AT_ONCE }, (_, n) => `${round}-${n}`);
      const added = await Promise.all(names.map((own, n) => addUntilKilled(child, place, own, n === 0)));
      confirmed.push(...added.flat());
    }
    const storage = await openTestStorage(engine, place);
    const ids = await storage.articles.ids();
    expect(ids).toEqual(expect.arrayContaining(confirmed.map((name) => `id of ${name}`)));
    expect(confirmed.length).toBeGreaterThan(ROUNDS);
    // What was added but not confirmed any more is there as well: one for each process at most.
    expect(ids.length).toBeLessThanOrEqual(confirmed.length + ROUNDS * AT_ONCE);
    for (const { article, reading } of await storage.articles.load(ids, 'v1')) {
      const name = article.id.slice('id of '.length);
      expect(article).toEqual(killedArticle(name));
      expect(Buffer.from(reading ?? []).equals(killedReading(name).body)).toBe(true);
    }
    expect(await storage.articles.add(killedArticle('after'), killedReading('after'), 1e6)).toEqual({
      kind: 'added',
    });
    await storage.close();
  });
});

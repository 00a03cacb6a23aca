import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, inject, it } from 'vitest';
import { openStorage, type StoragePlace } from '../../src/storage/open-storage.ts';
import type { Storage } from '../../src/storage/storage.ts';
import { databasePrefix, givenServer } from './places.ts';
import { findPostgres } from './postgres-programs.ts';
import { serverIn } from './postgres-server.ts';

/** A database that libraries can be kept in. */
export type TestEngine = 'SQLite' | 'PostgreSQL';

/**
 * What is said holds on each database: on SQLite, and on PostgreSQL where `TEST_DATABASE_URL` names a server or its programs are on this
 * machine. A test of the PostgreSQL half that is skipped says why.
 */
export function describeEngines(name: string, describeOn: (engine: TestEngine) => void): void {
  describe(`${name}, on SQLite`, () => describeOn('SQLite'));
  if (hasPostgres()) describe(`${name}, on PostgreSQL`, () => describeOn('PostgreSQL'));
  else describe(`${name}, on PostgreSQL`, () => it.skip(NO_POSTGRES));
}

const NO_POSTGRES = 'there is no PostgreSQL: TEST_DATABASE_URL names no server, and none is installed';

/** Whether there is a PostgreSQL server, or one can be started. */
export const hasPostgres = (): boolean => givenServer() !== null || findPostgres() !== null;

/** An empty place of its own; it is gone after the tests. */
export async function newPlace(engine: TestEngine): Promise<StoragePlace> {
  const folder = inject('testPlaces');
  if (engine === 'SQLite') return { folder: join(mkdtempSync(join(folder, 'data-')), 'data') };
  const server = await serverUrl();
  const name = `${databasePrefix(folder)}${process.pid}_${crypto.randomUUID().slice(0, 8)}`;
  await query(server, `create database "${name}"`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { databaseUrl: url.href };
}

/** Storage for tests, in a new place unless one is given; whoever opens it closes it. It logs nothing. */
export async function openTestStorage(engine: TestEngine, place?: StoragePlace): Promise<Storage> {
  return openStorage(place ?? (await newPlace(engine)), pino({ level: 'silent' }));
}

/** Storage for the tests of a `describe`: given to `use` before the first of them, without any library before each. */
export function useStorage(engine: TestEngine, use: (storage: Storage) => void): void {
  let storage: Storage;
  beforeAll(async () => {
    storage = await openTestStorage(engine);
    use(storage);
  });
  beforeEach(async () => {
    for (const library of await storage.libraries.list()) await storage.libraries.erase(library);
  });
  afterAll(() => storage.close());
}

/** The address of the tests' PostgreSQL server. */
export async function serverUrl(): Promise<string> {
  const given = givenServer();
  if (given) return given;
  const programs = findPostgres();
  if (!programs) throw new Error(NO_POSTGRES);
  return serverIn(inject('testPlaces'), programs);
}

/** Asks a PostgreSQL database something on a connection of its own, past the storage. */
export async function query<Row extends pg.QueryResultRow>(
  databaseUrl: string,
  text: string,
): Promise<readonly Row[]> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

import { chmodSync, existsSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Migration } from 'kysely';
import Libsql from 'libsql';
import { pino } from 'pino';
import { describe, expect, inject, it } from 'vitest';
import { MIGRATIONS, type Migrations } from '../../src/storage/migrations/migrations.ts';
import { openStorage, type StoragePlace } from '../../src/storage/open-storage.ts';
import { keptArticle, reading, SERVER } from './articles.ts';
import { describeEngines, hasPostgres, newPlace, openTestStorage, query, serverUrl } from './engines.ts';

const SILENT = pino({ level: 'silent' });
const fileIn = (folder: string) => join(folder, 'on-record.sqlite');
const newFolder = () => mkdtempSync(join(inject('testPlaces'), 'data-'));

/** Runs SQL past the storage. */
async function run(place: StoragePlace, text: string): Promise<void> {
  if ('databaseUrl' in place) {
    await query(place.databaseUrl, text);
    return;
  }
  const database = new Libsql(fileIn(place.folder));
  database.exec(text);
  database.close();
}

/** Today's steps, and one more. */
const addStep =
  (up: Migration['up']): Migrations =>
  (bytes) => ({ ...MIGRATIONS(bytes), '9999-later': { up } });

describeEngines('storage that is opened', (engine) => {
  it('is empty at first, and keeps what was kept when it is opened again', async () => {
    const place = await newPlace(engine);
    const storage = await openTestStorage(engine, place);
    expect(storage.engine).toBe(engine === 'SQLite' ? 'sqlite' : 'postgres');
    expect(await storage.articles.ids()).toEqual([]);
    await storage.articles.add(keptArticle(1), reading(), 9);
    await storage.close();
    const again = await openTestStorage(engine, place);
    expect((await again.articles.load([keptArticle(1).id], 'v1')).map(({ article }) => article)).toEqual([
      keptArticle(1),
    ]);
    await again.close();
  });

  it('can be closed twice, and does nothing any more then', async () => {
    const storage = await openTestStorage(engine);
    await storage.close();
    await storage.close();
    await expect(storage.articles.ids()).rejects.toThrow('has been closed');
  });

  it('finishes what was asked of it before it closes', async () => {
    const place = await newPlace(engine);
    const storage = await openTestStorage(engine, place);
    const adding = storage.articles.add(keptArticle(1), reading(), 9);
    await storage.close();
    expect(await adding).toEqual({ kind: 'added' });
  });

  it('is brought up to date from an older version, with all that it keeps', async () => {
    const place = await newPlace(engine);
    const storage = await openTestStorage(engine, place);
    await storage.articles.add(keptArticle(1), reading(), 9);
    await storage.close();
    const later = addStep(({ schema }) => schema.createTable('later').addColumn('id', 'text').execute());
    const opened = await Promise.all([1, 2, 3].map(() => openStorage(place, SILENT, later)));
    expect(await opened[0]?.articles.ids()).toEqual([keptArticle(1).id]);
    await Promise.all(opened.map((storage) => storage.close()));
    await run(place, 'select * from later');
  });

  it('is as it was where a step fails', async () => {
    const place = await newPlace(engine);
    await (await openTestStorage(engine, place)).close();
    const broken = addStep(async ({ schema }) => {
      await schema.createTable('later').addColumn('id', 'text').execute();
      await schema.dropTable('departures').execute();
      throw new Error('no space is left');
    });
    await expect(openStorage(place, SILENT, broken)).rejects.toThrow(
      /can't be brought up to date \(no space is left\)/,
    );
    await expect(run(place, 'select * from later')).rejects.toThrow();
    const storage = await openTestStorage(engine, place);
    expect(await storage.libraries.leftBefore(1)).toEqual([]);
    await storage.close();
  });

  it('is left alone where a newer version has changed it', async () => {
    const place = await newPlace(engine);
    await (await openTestStorage(engine, place)).close();
    await run(place, `insert into kysely_migration values ('9999-later', '2030-01-01T00:00:00.000Z')`);
    await expect(openTestStorage(engine, place)).rejects.toThrow(
      /^(DATA|DATABASE_URL): .* belongs to a newer version of On Record; start that version, or name another place$/,
    );
    await run(place, `delete from kysely_migration where name = '9999-later'`);
    await (await openTestStorage(engine, place)).close();
  });

  it('is left as it is where it belongs to another program', async () => {
    const place = await newPlace(engine);
    if ('folder' in place) await (await openTestStorage(engine, place)).close();
    if ('folder' in place) await run(place, 'drop table kysely_migration; drop table departures;');
    else await run(place, 'create table articles (id text)');
    await expect(openTestStorage(engine, place)).rejects.toThrow(
      /^(DATA|DATABASE_URL): .* can't be brought up to date \(.*already exists.*\); it takes/,
    );
    await expect(run(place, 'select * from departures')).rejects.toThrow();
  });
});

describe('a folder of libraries', () => {
  it('is made, for this user alone', async () => {
    const folder = join(newFolder(), 'not', 'there');
    await (await openStorage({ folder }, SILENT)).close();
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(fileIn(folder)).mode & 0o777).toBe(0o600);
  });

  it('keeps its files to this user also where it was there before', async () => {
    const folder = newFolder();
    chmodSync(folder, 0o755);
    const storage = await openStorage({ folder }, SILENT);
    await storage.articles.add(keptArticle(1), reading(), 9);
    for (const end of ['', '-wal', '-shm']) expect(statSync(fileIn(folder) + end).mode & 0o777).toBe(0o600);
    await storage.close();
  });

  it('holds nothing of what was erased or removed in any of its files', async () => {
    const folder = newFolder();
    const storage = await openStorage({ folder }, SILENT);
    const secret = keptArticle(1, { text: `The vault.\n\n${'Open sesame. '.repeat(900)}`, addedBy: 'ana-7' });
    const removed = keptArticle(2, { text: `The tunnel.\n\n${'Abracadabra. '.repeat(900)}` });
    const other = keptArticle(3, { library: 'guild:200', addedBy: 'ana-7' });
    for (const article of [secret, removed, other]) await storage.articles.add(article, reading(), 9);
    const onDisk = () => ['', '-wal'].map((end) => readFileSync(fileIn(folder) + end, 'latin1')).join('');
    expect(onDisk()).toContain('Open sesame');
    await storage.articles.remove([removed.id], SERVER);
    expect(onDisk()).not.toContain('Abracadabra');
    await storage.libraries.erase(SERVER);
    expect(onDisk()).not.toContain('sesame');
    expect(onDisk()).toContain('ana-7');
    await storage.libraries.forgetPerson('ana-7');
    expect(onDisk()).not.toContain('ana-7');
    await storage.close();
  });

  it('that cannot be one is refused with its setting', async () => {
    const folder = newFolder();
    const file = join(folder, 'file');
    writeFileSync(file, '');
    const refusal = await openStorage({ folder: file }, SILENT).catch((err: Error) => err);
    expect(refusal).toMatchObject({ cause: expect.any(Error) });
    expect((refusal as Error).message).toMatch(
      /^DATA: the database in ".*file" can't be opened \(.*EEXIST.*\); it takes a folder that this user may write to$/,
    );
  });

  it.runIf(process.platform === 'linux')('where no folder can be made is refused at once', async () => {
    await expect(openStorage({ folder: '/proc/nowhere/data' }, SILENT)).rejects.toThrow(
      /^DATA: .* can't be opened \(ENOENT/,
    );
  });

  it('with something else in place of the database is refused, and left as it is', async () => {
    const folder = newFolder();
    const text = 'Dear diary, today I have bought a boat. '.repeat(100);
    writeFileSync(fileIn(folder), text);
    await expect(openStorage({ folder }, SILENT)).rejects.toThrow(
      /^DATA: .* can't be opened \(file is not a database\)/,
    );
    expect(readFileSync(fileIn(folder), 'utf8')).toBe(text);
    expect(existsSync(`${fileIn(folder)}-wal`)).toBe(false);
  });
});

describe.runIf(hasPostgres())('a PostgreSQL database of libraries', () => {
  /** The message with which an address is refused. */
  const refusal = async (databaseUrl: string): Promise<string> => {
    const err = await openStorage({ databaseUrl }, SILENT).catch((err: Error) => err);
    expect(err).toBeInstanceOf(Error);
    expect(JSON.stringify(err, Object.getOwnPropertyNames(err))).not.toContain('geheim');
    expect(JSON.stringify((err as Error).cause ?? null)).not.toContain('geheim');
    return (err as Error).message;
  };

  it('that is not there is refused with its setting, and without its password', async () => {
    const url = new URL(await serverUrl());
    url.password = 'geheim';
    url.pathname = '/nowhere';
    expect(await refusal(url.href)).toMatch(
      /^DATABASE_URL: the database at \S+\/nowhere can't be opened \(database "nowhere" does not exist\); it takes the address/,
    );
  });

  it('on a server that is not there is refused', async () => {
    expect(await refusal('postgres://me:geheim@127.0.0.1:1/news')).toMatch(
      /^DATABASE_URL: the database at 127\.0\.0\.1:1\/news can't be opened \(connect ECONNREFUSED/,
    );
    expect(await refusal('postgres://me:geheim@localhost:1/news')).toMatch(
      /^DATABASE_URL: the database at localhost:1\/news can't be opened \(.*ECONNREFUSED/,
    );
  });

  it('whose address is none is refused', async () => {
    for (const url of ['geheim', 'mysql://me:geheim@host/db', 'postgres://me:geheim@host:port/db']) {
      expect(await refusal(url)).toMatch(
        /^DATABASE_URL: it is not an address of a database; it takes the address/,
      );
    }
  });
});

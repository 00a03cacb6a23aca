import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { findPostgres } from './postgres-programs.ts';
import { stopServer } from './postgres-server.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The folder for all that tests keep, which is gone after them; its name is that of their databases too. */
    testPlaces: string;
  }
}

/** Before all tests: gives them a folder. After all: takes away what they kept, and stops the server if they started one. */
export default function setUp(project: TestProject): () => Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'on-record-tests-'));
  project.provide('testPlaces', folder);
  return async () => {
    const server = givenServer();
    const programs = findPostgres();
    if (server) await dropDatabases(server, databasePrefix(folder));
    else if (programs) await stopServer(folder, programs);
    rmSync(folder, { recursive: true, force: true });
  };
}

/** The server that TEST_DATABASE_URL names; null where it names none. */
export function givenServer(): string | null {
  const { TEST_DATABASE_URL } = process.env;
  return TEST_DATABASE_URL || null;
}

/** What the names of the databases of one run of the tests begin with. */
export const databasePrefix = (folder: string): string =>
  `${folder
    .slice(folder.lastIndexOf('on-record'))
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '_')}_`;

async function dropDatabases(server: string, prefix: string): Promise<void> {
  const client = new pg.Client(server);
  await client.connect();
  try {
    const { rows } = await client.query<{ datname: string }>(
      'select datname from pg_database where starts_with(datname, $1)',
      [prefix],
    );
    for (const { datname } of rows) await client.query(`drop database "${datname}" with (force)`);
  } finally {
    await client.end();
  }
}

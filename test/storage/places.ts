import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

const PREFIX = 'on-record-tests-';
/** The file that names the process whose folder it is. */
const OWNER = 'owner';

/** Before all tests: gives them a folder. After all: takes away what they kept, and stops the server if they started one. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  await clearLeftovers();
  const folder = mkdtempSync(join(tmpdir(), PREFIX));
  writeFileSync(join(folder, OWNER), String(process.pid));
  project.provide('testPlaces', folder);
  return async () => {
    const server = givenServer();
    if (server) await dropDatabases(server, databasePrefix(folder));
    await clear(folder);
  };
}

/** Clears away what tests have left behind that were killed: a server would run for ever. */
async function clearLeftovers(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((name) => name.startsWith(PREFIX))) {
    const folder = join(tmpdir(), name);
    const owner = join(folder, OWNER);
    try {
      if (!isRunning(Number(readFileSync(owner, 'utf8')))) await clear(folder);
    } catch {
      // It has no owner yet, or others that begin now are clearing it away.
    }
  }
}

async function clear(folder: string): Promise<void> {
  const programs = findPostgres();
  if (programs) await stopServer(folder, programs);
  rmSync(folder, { recursive: true, force: true });
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (err) {
    // It may be somebody else's.
    return (err as { readonly code?: string }).code === 'EPERM';
  }
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

import { execFile } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What a server of the tests needs not: it may lose everything when the machine does. */
const SETTINGS = ['fsync=off', 'full_page_writes=off', 'listen_addresses=127.0.0.1', 'max_connections=200'];
/** For how long one who didn't start the server waits for it, in milliseconds. */
const PATIENCE = 60_000;

const urlFile = (folder: string) => join(folder, 'url');
const failureFile = (folder: string) => join(folder, 'failure');

/**
 * The address of the one server of a folder: whoever asks first starts it, everybody else waits until it is there.
 *
 * @throws Error where it can't be started.
 */
export async function serverIn(folder: string, programs: string): Promise<string> {
  if (isFirst(folder)) await start(folder, programs);
  for (const deadline = Date.now() + PATIENCE; Date.now() < deadline; await sleep(50)) {
    if (existsSync(failureFile(folder))) throw new Error(readFileSync(failureFile(folder), 'utf8'));
    if (existsSync(urlFile(folder))) return readFileSync(urlFile(folder), 'utf8');
  }
  throw new Error(`No PostgreSQL server has started in ${folder}.`);
}

/** Stops the server of a folder, if one has been started; what it kept is of no use to anybody. */
export async function stopServer(folder: string, programs: string): Promise<void> {
  if (!existsSync(join(folder, 'server', 'postmaster.pid'))) return;
  await asUser(join(programs, 'pg_ctl'), ['stop', '-m', 'immediate', '-D', join(folder, 'server')]);
}

function isFirst(folder: string): boolean {
  try {
    mkdirSync(join(folder, 'starting'));
    return true;
  } catch {
    return false;
  }
}

async function start(folder: string, programs: string): Promise<void> {
  try {
    const data = join(folder, 'server');
    const port = await freePort();
    const user = await serverUser();
    mkdirSync(data, { mode: 0o700 });
    if (user) chownSync(data, user.uid, user.gid);
    // The server's user must get through to what is its own.
    chmodSync(folder, 0o755);
    const options = [`-p ${port}`, `-k ${data}`, ...SETTINGS.map((setting) => `-c ${setting}`)].join(' ');
    const make = ['-D', data, '-U', 'tests', '--auth=trust', '--no-sync', '-E', 'UTF8', '--locale=C'];
    await asUser(join(programs, 'initdb'), make);
    const log = join(data, 'log');
    await asUser(join(programs, 'pg_ctl'), ['start', '-w', '-D', data, '-l', log, '-o', options]);
    writeFileSync(`${urlFile(folder)}.tmp`, `postgres://tests@127.0.0.1:${port}/postgres`);
    renameSync(`${urlFile(folder)}.tmp`, urlFile(folder));
  } catch (err) {
    writeFileSync(failureFile(folder), `PostgreSQL can't be started for the tests: ${err}`);
  }
}

/** Whom the server runs as where the tests run as root, which it refuses; null for whoever runs them. */
async function serverUser(): Promise<{ readonly uid: number; readonly gid: number } | null> {
  if (process.getuid?.() !== 0) return null;
  const id = async (...options: string[]) => Number((await run('id', [...options, 'postgres'])).stdout);
  return { uid: await id('-u'), gid: await id('-g') };
}

async function asUser(program: string, args: readonly string[]): Promise<void> {
  const user = await serverUser();
  // Without a folder that its user may enter, the server complains.
  await run(program, args, { cwd: '/', ...user });
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

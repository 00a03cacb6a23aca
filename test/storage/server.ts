import { findPostgres } from './postgres-programs.ts';
import { serverIn, stopServer } from './postgres-server.ts';

/**
 * A PostgreSQL server for tests, for a script: `server.ts start FOLDER` starts it in a folder and prints its address, `server.ts stop FOLDER`
 * stops it.
 */
async function main(command: string | undefined, folder: string | undefined): Promise<void> {
  const programs = findPostgres();
  if (!programs)
    throw new Error('PostgreSQL is not installed: neither the PATH nor /usr/lib/postgresql has it.');
  if (command === 'start' && folder) console.log(await serverIn(folder, programs));
  else if (command === 'stop' && folder) await stopServer(folder, programs);
  else throw new Error('It takes "start" or "stop", and a folder.');
}

main(...(process.argv.slice(2) as [string?, string?])).catch((err: Error) => {
  console.error(err.message);
  process.exitCode = 1;
});

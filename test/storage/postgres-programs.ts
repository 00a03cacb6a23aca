import { readdirSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Where Debian and its like put them, a folder a version: they are not in the PATH. */
const DEBIAN = '/usr/lib/postgresql';

/** The folder with the programs of a PostgreSQL server, null where this machine has none. */
export function findPostgres(): string | null {
  const { PATH = '' } = process.env;
  const folders = [...PATH.split(delimiter), ...debianFolders()];
  const has = (folder: string, name: string) =>
    statSync(join(folder, name), { throwIfNoEntry: false })?.isFile() ?? false;
  return (
    folders.find((folder) => ['initdb', 'pg_ctl', 'postgres'].every((name) => has(folder, name))) ?? null
  );
}

function debianFolders(): readonly string[] {
  if (!statSync(DEBIAN, { throwIfNoEntry: false })) return [];
  const versions = readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a));
  return versions.map((version) => join(DEBIAN, version, 'bin'));
}

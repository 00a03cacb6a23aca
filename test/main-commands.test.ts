import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { loadCommands } from '../src/load-commands.ts';

const definition = (name: string, options = '[]') =>
  `export default { name: '${name}', description: 'x', options: ${options}, run: () => null };`;

function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'commands-'));
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
  return folder;
}

it('finds every command of a folder, those that need words first', async () => {
  const words = `[{ name: 'words', description: 'x', required: true, maxLength: 10 }]`;
  const folder = folderOf({
    'a.ts': definition('all'),
    'b.ts': definition('words', words),
    'b.test.ts': 'throw new Error()',
    'notes.md': '',
  });
  expect((await loadCommands(folder)).map(({ name }) => name)).toEqual(['words', 'all']);
});

it.each([
  ['has no default export', { 'a.ts': 'export const x = 1;' }, /Command file a\.ts has no command/],
  ['has a wrong part', { 'a.ts': definition('Bad Name') }, /a\.ts .*name must be 1 to 32 small letters/],
  ['fails to load', { 'a.ts': 'throw new Error("why")' }, /a\.ts can't be loaded: why/],
  [
    'has a name twice',
    { 'a.ts': definition('x'), 'b.ts': definition('x') },
    /a\.ts and b\.ts both define "x"/,
  ],
])('names the file that %s', async (_, files, message) => {
  await expect(loadCommands(folderOf(files as unknown as Record<string, string>))).rejects.toThrow(message);
});

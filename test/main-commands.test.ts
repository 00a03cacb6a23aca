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

const group = (commands: string, description = 'Feeds') =>
  `export default { name: 'feed', description: '${description}', commands: [${commands}] };`;
const inGroup = (name: string) => `{ name: '${name}', description: 'x', options: [], run: () => null }`;

it('finds the commands of a group by both of their names, each with what the group is about', async () => {
  const folder = folderOf({
    'feed.ts': group(`${inGroup('feed list')}, ${inGroup('feed add')}`),
    'a.ts': definition('all'),
  });
  expect((await loadCommands(folder)).map(({ name, group }) => [name, group])).toEqual([
    ['all', undefined],
    ['feed add', 'Feeds'],
    ['feed list', 'Feeds'],
  ]);
});

it.each([
  ['has a group without commands', { 'a.ts': group('') }, /a\.ts has no group of commands .*commands/],
  [
    'has a command in a group under another name',
    { 'a.ts': group(inGroup('food add')) },
    /a\.ts .*commands\.0\.name must be "feed" and a name/,
  ],
  [
    'has a command in a group twice',
    { 'a.ts': group(`${inGroup('feed add')}, ${inGroup('feed add')}`) },
    /a\.ts defines "feed add" twice/,
  ],
  [
    'has the name of a group',
    { 'a.ts': definition('feed'), 'b.ts': group(inGroup('feed add')) },
    /a\.ts and b\.ts both define "feed"/,
  ],
  [
    'has a form with too many fields',
    {
      'a.ts': definition('x').replace('run:', `form: { title: 'x', fields: [], isWanted: () => true }, run:`),
    },
    /a\.ts .*form\.fields/,
  ],
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

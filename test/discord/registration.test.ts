import { describe, expect, it } from 'vitest';
import type { Command, Form } from '../../src/commands.ts';
import { definitionsOf } from '../../src/discord/registration.ts';
import { LIBRARY_COMMANDS } from './library-samples.ts';
import { IDS } from './payloads.ts';
import { itKeepsToTheDescription, useStandIn } from './running.ts';
import { COMMANDS } from './samples.ts';

const running = useStandIn();
const puts = () => running().discord.rest.requests.filter(({ method }) => method === 'PUT');
const changed = COMMANDS.map((command, at) =>
  at === 0 ? { ...command, description: 'Seven, on three' } : command,
);

describe('registering', () => {
  it('tells Discord of the commands once', async () => {
    const { start, log } = running();
    await start();
    await start();
    expect(puts()).toHaveLength(1);
    expect(log.map(({ msg }) => msg)).toEqual(
      expect.arrayContaining([
        'Commands everywhere have been registered.',
        'Commands everywhere are up to date.',
      ]),
    );
  });

  it('tells Discord again when they have changed', async () => {
    const { start } = running();
    await start();
    await start({ commands: changed });
    await start({ commands: changed });
    expect(puts()).toHaveLength(2);
  });

  it('tells the named servers alone, once each', async () => {
    const { start } = running();
    await start({ guilds: [IDS.guild] });
    await start({ guilds: [IDS.guild] });
    expect(puts().map(({ path }) => path)).toEqual([
      `/applications/${IDS.application}/guilds/${IDS.guild}/commands`,
    ]);
    expect(JSON.stringify(puts()[0]?.body)).not.toContain('contexts');
  });

  it('tells Discord of a group again when who may use it, or a command in it, has changed', async () => {
    const { start } = running();
    const [list, clear] = LIBRARY_COMMANDS.filter(({ name }) => name.startsWith('shelf'));
    if (list === undefined || clear === undefined) throw new Error('There is no such group.');
    const { needsManager: _, ...forAll } = clear;
    for (const commands of [[list, clear], [list, clear], [list, forAll], [list]]) {
      await start({ commands });
      await start({ commands, guilds: [IDS.guild] });
    }
    expect(puts()).toHaveLength(6);
  });

  it('goes on with the other servers where one does not let it', async () => {
    const { start, log, discord } = running();
    await start({ guilds: [IDS.foreignGuild, IDS.guild] });
    expect([...discord.rest.commands.keys()]).toEqual([
      `/applications/${IDS.application}/guilds/${IDS.guild}/commands`,
    ]);
    expect(log.find(({ level }) => level === 50)?.msg).toBe(
      `Commands in server ${IDS.foreignGuild} could not be registered: Missing Access`,
    );
  });
});

describe('a definition', () => {
  it('of commands in a group has each of them within the group, once', () => {
    const definitions = definitionsOf(LIBRARY_COMMANDS);
    expect(definitions.filter(({ name }) => name === 'shelf')).toMatchObject([
      {
        type: 1,
        description: 'A shelf of the library',
        default_member_permissions: '32',
        options: [
          {
            type: 1,
            name: 'list',
            options: [
              { type: 3, name: 'like' },
              { type: 5, name: 'private' },
            ],
          },
          {
            type: 1,
            name: 'clear',
            options: [
              { type: 3, name: 'book' },
              { type: 5, name: 'private' },
            ],
          },
          { type: 1, name: 'put', options: [{ type: 5, name: 'private' }] },
        ],
      },
    ]);
  });

  it('of what managers do is theirs by default, in the menu of a message too', () => {
    const managers = definitionsOf(LIBRARY_COMMANDS)
      .filter((definition) => definition.default_member_permissions === '32')
      .map(({ name }) => name);
    expect(managers).toEqual(['shelf', 'submit', 'Hand this in']);
  });

  it('of what needs a library offers it only where there is one', () => {
    const places = definitionsOf(LIBRARY_COMMANDS).map(({ name, contexts }) => [name, contexts]);
    expect(Object.fromEntries(places)).toMatchObject({
      shelf: [0, 1],
      submit: [0, 1],
      'Hand this in': [0, 1],
      who: [0, 1, 2],
    });
  });

  it('takes files, and has no option to hide what is hidden anyhow', () => {
    const definitions = definitionsOf(LIBRARY_COMMANDS);
    expect(definitions.find(({ name }) => name === 'submit')).toMatchObject({
      options: [
        { type: 3, name: 'link' },
        { type: 11, name: 'file', required: false },
        { type: 5, name: 'private' },
      ],
    });
    expect(definitions.find(({ name }) => name === 'hand-out')).toMatchObject({
      options: [{ type: 3, name: 'how' }],
    });
  });

  it('lets people install it for a server and for themselves, and use it anywhere', () => {
    for (const definition of definitionsOf(COMMANDS)) {
      expect(definition).toMatchObject({ type: 1, integration_types: [0, 1], contexts: [0, 1, 2] });
    }
  });

  it('has an option of its own to show the answer to the asker alone', () => {
    for (const definition of definitionsOf(COMMANDS)) {
      expect('options' in definition && definition.options?.at(-1)).toMatchObject({
        type: 5,
        name: 'private',
        required: false,
      });
    }
  });

  it('says of each option what it takes', () => {
    const [first] = definitionsOf(COMMANDS) as readonly { readonly options?: unknown }[];
    expect(first?.options).toMatchObject([
      { type: 3, name: 'question', required: true, max_length: 250 },
      { type: 3, name: 'speaker', required: false, max_length: 100, autocomplete: true },
      {
        type: 3,
        name: 'kind',
        choices: [
          { name: 'direct', value: 'direct' },
          { name: 'indirect', value: 'indirect' },
        ],
      },
      { type: 5, name: 'private' },
    ]);
  });

  const run: Command['run'] = () => ({ lead: null, cards: [], lines: [], page: null, records: [] });
  const option = { name: 'a', description: 'An option', required: false, maxLength: 10 };
  const field = { name: 'a', label: 'A field', required: true, maxLength: 10 };
  const form = (over: Partial<typeof field> = {}, count = 1): Form => ({
    title: 'A form',
    fields: Array(count).fill({ ...field, ...over }),
    isWanted: () => true,
  });
  const command: Command = { name: 'a', description: 'A command', options: [option], run };
  it.each<[string, Command, RegExp]>([
    ['a name of 33 characters', { ...command, name: 'a'.repeat(33) }, /at most 32/],
    ['a name with a space', { ...command, name: 'a b' }, /no name for a command/],
    ['three names', { ...command, name: 'a b c', group: 'A group' }, /no name for a command of a group/],
    ['a group without a word about it', { ...command, name: 'a b', group: '' }, /needs a description/],
    ['a form of six fields', { ...command, form: form({}, 6) }, /at most 5 fields in a form/],
    [
      'a form’s title of 46 characters',
      { ...command, form: { ...form(), title: 'a'.repeat(46) } },
      /at most 45/,
    ],
    ['a field’s label of 46 characters', { ...command, form: form({ label: 'a'.repeat(46) }) }, /at most 45/],
    ['a field of 4001 characters', { ...command, form: form({ maxLength: 4001 }) }, /at most 4000/],
    ['a description of 101 characters', { ...command, description: 'a'.repeat(101) }, /at most 100/],
    ['no description', { ...command, description: '' }, /needs a description/],
    ['25 options beside its own', { ...command, options: Array(25).fill(option) }, /at most 25 options/],
    [
      'an option named private',
      { ...command, options: [{ ...option, name: 'private' }] },
      /added to every command/,
    ],
    [
      'an option of 6001 characters',
      { ...command, options: [{ ...option, maxLength: 6001 }] },
      /at most 6000/,
    ],
    [
      '26 choices',
      { ...command, options: [{ ...option, choices: Array(26).fill('a') }] },
      /at most 25 choices/,
    ],
    [
      'a choice of 101 characters',
      { ...command, options: [{ ...option, choices: ['a'.repeat(101)] }] },
      /at most 100/,
    ],
  ])('with %s is refused by name', (_, wrong, why) => {
    expect(() => definitionsOf([wrong])).toThrow(why);
    expect(() => definitionsOf([wrong])).toThrow(`"${wrong.name}"`);
  });

  it('of two commands of one name is refused', () => {
    expect(() => definitionsOf([command, { ...command, name: 'a b', group: 'A group' }])).toThrow(
      /"a": there are several/,
    );
  });
});

itKeepsToTheDescription();

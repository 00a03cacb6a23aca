import { describe, expect, it } from 'vitest';
import type { Command } from '../../src/commands.ts';
import { definitionsOf } from '../../src/discord/registration.ts';
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
  const command: Command = { name: 'a', description: 'A command', options: [option], run };
  it.each<[string, Command, RegExp]>([
    ['a name of 33 characters', { ...command, name: 'a'.repeat(33) }, /at most 32/],
    ['a name with a space', { ...command, name: 'a b' }, /no name for a command/],
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
});

itKeepsToTheDescription();

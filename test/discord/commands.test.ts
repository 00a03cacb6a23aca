import { describe, expect, it } from 'vitest';
import { definitionsOf } from '../../src/discord/registration.ts';
import { loadCommands } from '../../src/load-commands.ts';
import { itKeepsToTheDescription, useStandIn } from './running.ts';

const running = useStandIn();
const commands = await loadCommands();

describe.skipIf(commands.length === 0)('the commands of the project', () => {
  it.each(commands.map((command) => [command.name, command] as const))(
    '/%s is one that Discord takes',
    (_, command) => {
      expect(() => definitionsOf([command])).not.toThrow();
    },
  );

  it('are all told to Discord', async () => {
    const { discord, start } = running();
    await start({ commands });
    const [registered = []] = discord.rest.commands.values();
    expect(registered.map((definition) => (definition as { name?: string }).name)).toEqual([
      ...new Set(commands.map(({ name }) => name.split(' ')[0])),
      ...commands.flatMap(({ forMessage }) => forMessage?.name ?? []),
    ]);
  });

  itKeepsToTheDescription();
});

import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type REST,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
  type RESTPostAPIContextMenuApplicationCommandsJSONBody,
  Routes,
} from 'discord.js';
import type { Logger } from 'pino';
import type { Command, Option } from '../commands.ts';
import { withoutTokens } from './failures.ts';
import { LIMITS, within } from './limits.ts';

/** A command as Discord is told of it: one to type, or one in the menu of a message. */
export type Definition =
  | RESTPostAPIChatInputApplicationCommandsJSONBody
  | RESTPostAPIContextMenuApplicationCommandsJSONBody;

/** The option that every command has in Discord: the answer is shown to the asker alone. */
export const PRIVATE = 'private';

/** Discord's own rule for the names of commands and options, without capitals, which it doesn't take either. */
const NAME = /^[-_'\p{Ll}\p{Lm}\p{Lo}\p{N}]+$/u;

/**
 * The commands as Discord is told of them.
 *
 * @throws Error that names the command and what Discord wouldn't take about it
 */
export function definitionsOf(commands: readonly Command[]): readonly Definition[] {
  const typed = commands.map((command) => {
    try {
      checkCommand(command);
    } catch (cause) {
      throw new Error(`Discord can't be told of the command "${command.name}": ${messageOf(cause)}`, {
        cause,
      });
    }
    return definitionOf(command);
  });
  const forMessages = commands.flatMap(({ forMessage }) =>
    forMessage === undefined ? [] : [messageDefinition(forMessage.name)],
  );
  return [...typed, ...forMessages];
}

/** Where and by whom every command can be used. */
const EVERYWHERE = {
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  contexts: [
    InteractionContextType.Guild,
    InteractionContextType.BotDM,
    InteractionContextType.PrivateChannel,
  ],
};

const messageDefinition = (name: string): Definition => ({
  type: ApplicationCommandType.Message,
  name,
  ...EVERYWHERE,
});

/** Where and as whom commands are registered. */
export type Registration = {
  readonly rest: REST;
  readonly applicationId: string;
  /** The servers whose commands they become at once; empty: everybody's. */
  readonly guilds: readonly string[];
  readonly logger: Logger;
};

/**
 * Tells Discord of the commands where it knows them otherwise. A place that can't be told is logged, and doesn't keep
 * the others from being told: the bot still answers with the commands that are there.
 */
export async function register(
  definitions: readonly Definition[],
  { rest, applicationId, guilds, logger }: Registration,
): Promise<void> {
  const places =
    guilds.length === 0
      ? [{ place: 'everywhere', route: Routes.applicationCommands(applicationId), wanted: definitions }]
      : guilds.map((guild) => ({
          place: `in server ${guild}`,
          route: Routes.applicationGuildCommands(applicationId, guild),
          wanted: definitions.map(forOneGuild),
        }));
  for (const { place, route, wanted } of places) {
    try {
      const known = await rest.get(route);
      if (same(known, wanted, guilds.length === 0)) {
        logger.info({ commands: wanted.length }, `Commands ${place} are up to date.`);
        continue;
      }
      await rest.put(route, { body: wanted });
      logger.info({ commands: wanted.map(({ name }) => name) }, `Commands ${place} have been registered.`);
    } catch (cause) {
      logger.error(
        { err: withoutTokens(cause) },
        `Commands ${place} could not be registered: ${messageOf(cause)}`,
      );
    }
  }
}

function definitionOf(command: Command): Definition {
  return {
    type: ApplicationCommandType.ChatInput,
    name: command.name,
    description: command.description,
    options: [
      ...command.options.map(optionOf),
      {
        type: ApplicationCommandOptionType.Boolean,
        name: PRIVATE,
        description: 'Show the answer to you alone',
        required: false,
      },
    ],
    ...EVERYWHERE,
  };
}

function optionOf({ name, description, required, choices, suggest, maxLength }: Option) {
  const base = { type: ApplicationCommandOptionType.String as const, name, description, required };
  // Beside fixed choices a length says nothing.
  if (choices !== undefined) return { ...base, choices: choices.map((value) => ({ name: value, value })) };
  return {
    ...base,
    max_length: maxLength,
    ...(suggest === undefined ? {} : { autocomplete: true as const }),
  };
}

/** A server's own commands can't say where else they are: Discord takes that from everybody's commands only. */
function forOneGuild({ integration_types: _, contexts: __, ...definition }: Definition): Definition {
  return definition;
}

function checkCommand(command: Command): void {
  within('options', command.options.length + 1, LIMITS.options);
  checkNamed(command, 'a command');
  const { forMessage } = command;
  if (forMessage !== undefined) {
    if (forMessage.name.trim() === '') throw new Error('it needs a name in the menu of a message.');
    within('characters in the name of a command', forMessage.name.length, LIMITS.commandName);
  }
  for (const option of command.options) {
    checkNamed(option, 'an option');
    if (option.name === PRIVATE) throw new Error(`the option "${PRIVATE}" is added to every command.`);
    within('characters in an option', option.maxLength, LIMITS.optionLength);
    within('choices', option.choices?.length ?? 0, LIMITS.choices);
    for (const choice of option.choices ?? []) {
      within('characters in a choice', choice.length, LIMITS.choiceName);
    }
  }
}

function checkNamed({ name, description }: Command | Option, what: string): void {
  if (!NAME.test(name)) throw new Error(`"${name}" is no name for ${what}.`);
  within(`characters in the name of ${what}`, name.length, LIMITS.commandName);
  if (description === '') throw new Error(`"${name}" needs a description.`);
  within('characters in a description', description.length, LIMITS.description);
}

/** True where Discord knows the same commands: what it adds of its own and its defaults make no difference. */
function same(known: unknown, wanted: readonly Definition[], isEverywhere: boolean): boolean {
  const normal = (definitions: readonly Definition[]) =>
    JSON.stringify(definitions.map((each) => normalised(isEverywhere ? each : forOneGuild(each))).sort());
  return Array.isArray(known) && normal(known as Definition[]) === normal(wanted);
}

function normalised(definition: Definition): string {
  const { type, name, integration_types, contexts } = definition;
  // A command for messages has neither; Discord gives it an empty description.
  const { description = '', options = [] } =
    definition as Partial<RESTPostAPIChatInputApplicationCommandsJSONBody>;
  return JSON.stringify({
    name,
    type: type ?? ApplicationCommandType.ChatInput,
    description,
    options: (options ?? []).map((option) => {
      const { choices, autocomplete, max_length } = option as Partial<ReturnType<typeof optionOf>> & {
        max_length?: number;
        autocomplete?: boolean;
        choices?: readonly { name: string; value: string }[];
      };
      return {
        type: option.type,
        name: option.name,
        description: option.description,
        required: option.required ?? false,
        choices: (choices ?? []).map((choice) => [choice.name, choice.value]),
        autocomplete: autocomplete ?? false,
        max_length: max_length ?? null,
      };
    }),
    integration_types: [...(integration_types ?? [])].sort(),
    contexts: [...(contexts ?? [])].sort(),
  });
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

import {
  type APIApplicationCommandBasicOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
  type REST,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
  type RESTPostAPIContextMenuApplicationCommandsJSONBody,
  Routes,
} from 'discord.js';
import type { Logger } from 'pino';
import type { Command, Option } from '../commands.ts';
import { checkCommand, PRIVATE } from './command-limits.ts';
import { withoutTokens } from './failures.ts';

/** A command as Discord is told of it: one to type, or one in the menu of a message. */
export type Definition =
  | RESTPostAPIChatInputApplicationCommandsJSONBody
  | RESTPostAPIContextMenuApplicationCommandsJSONBody;

/**
 * The commands as Discord is told of them.
 *
 * @throws Error that names the command and what Discord wouldn't take about it
 */
export function definitionsOf(commands: readonly Command[]): readonly Definition[] {
  for (const command of commands) {
    try {
      checkCommand(command);
    } catch (cause) {
      throw new Error(`Discord can't be told of the command "${command.name}": ${messageOf(cause)}`, {
        cause,
      });
    }
  }
  const names = [...new Set(commands.map(({ name }) => firstWord(name)))];
  const typed = names.map((name) =>
    definitionOf(commands.filter((command) => firstWord(command.name) === name)),
  );
  return [...typed, ...commands.flatMap(messageDefinition)];
}

const firstWord = (name: string): string => name.split(' ')[0] ?? '';

const messageDefinition = (command: Command): readonly Definition[] =>
  command.forMessage === undefined
    ? []
    : [{ type: ApplicationCommandType.Message, name: command.forMessage.name, ...termsOf([command]) }];

/** Where commands can be used, and by whom. */
function termsOf(commands: readonly Command[]) {
  const contexts = [InteractionContextType.Guild, InteractionContextType.BotDM];
  const needLibrary = commands.every(({ needsLibrary }) => needsLibrary);
  const needManager = commands.some(({ needsManager }) => needsManager);
  return {
    integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
    contexts: needLibrary ? contexts : [...contexts, InteractionContextType.PrivateChannel],
    ...(needManager ? { default_member_permissions: String(PermissionFlagsBits.ManageGuild) } : {}),
  };
}

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

/** One command, or the commands of a group, as Discord is told of them. */
function definitionOf(commands: readonly Command[]): Definition {
  const [first] = commands as readonly [Command, ...Command[]];
  const { group } = first;
  const isAlone = group === undefined;
  const name = firstWord(first.name);
  if (isAlone ? commands.length > 1 : commands.some((command) => command.group !== group)) {
    throw new Error(`Discord can't be told of the command "${name}": there are several of that name.`);
  }
  return {
    type: ApplicationCommandType.ChatInput,
    name,
    description: isAlone ? first.description : group,
    options: isAlone ? optionsOf(first) : commands.map(subcommandOf),
    ...termsOf(commands),
  };
}

function subcommandOf(command: Command) {
  return {
    type: ApplicationCommandOptionType.Subcommand as const,
    name: command.name.slice(firstWord(command.name).length + 1),
    description: command.description,
    options: optionsOf(command),
  };
}

/** A command's options, with one to show the answer to the asker alone where that isn't so anyhow. */
function optionsOf({ options, isPrivate }: Command): APIApplicationCommandBasicOption[] {
  const own = options.map(optionOf);
  if (isPrivate) return own;
  const description = 'Show the answer to you alone';
  return [
    ...own,
    { type: ApplicationCommandOptionType.Boolean, name: PRIVATE, description, required: false },
  ];
}

function optionOf({ kind, name, description, required, choices, suggest, maxLength }: Option) {
  const named = { name, description, required };
  if (kind === 'file') return { type: ApplicationCommandOptionType.Attachment as const, ...named };
  const base = { type: ApplicationCommandOptionType.String as const, ...named };
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

/** True where Discord knows the same commands: what it adds of its own and its defaults make no difference. */
function same(known: unknown, wanted: readonly Definition[], isEverywhere: boolean): boolean {
  const normal = (definitions: readonly Definition[]) =>
    JSON.stringify(definitions.map((each) => normalised(isEverywhere ? each : forOneGuild(each))).sort());
  return Array.isArray(known) && normal(known as Definition[]) === normal(wanted);
}

function normalised(definition: Definition): string {
  const { type, name, integration_types, contexts, default_member_permissions } = definition;
  // A command for messages has neither; Discord gives it an empty description.
  const { description = '', options = [] } =
    definition as Partial<RESTPostAPIChatInputApplicationCommandsJSONBody>;
  return JSON.stringify({
    name,
    type: type ?? ApplicationCommandType.ChatInput,
    description,
    options: (options ?? []).map(normalisedOption),
    integration_types: [...(integration_types ?? [])].sort(),
    contexts: [...(contexts ?? [])].sort(),
    default_member_permissions: default_member_permissions ?? null,
  });
}

/** What of an option matters, whichever kind it is of. */
type AnyOption = {
  readonly type: number;
  readonly name: string;
  readonly description: string;
  readonly required?: boolean;
  readonly choices?: readonly { readonly name: string; readonly value: unknown }[];
  readonly autocomplete?: boolean;
  readonly max_length?: number;
  readonly options?: readonly AnyOption[];
};

function normalisedOption(option: AnyOption): object {
  const { type, name, description, required, choices, autocomplete, max_length, options } = option;
  return {
    type,
    name,
    description,
    required: required ?? false,
    choices: (choices ?? []).map((choice) => [choice.name, choice.value]),
    autocomplete: autocomplete ?? false,
    max_length: max_length ?? null,
    options: (options ?? []).map(normalisedOption),
  };
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

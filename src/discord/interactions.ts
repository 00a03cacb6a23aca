import { randomBytes } from 'node:crypto';
import {
  type AutocompleteInteraction,
  type BaseInteraction,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type Interaction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  type StringSelectMenuInteraction,
} from 'discord.js';
import type { Logger } from 'pino';
import type { Archive, Sight } from '../archive/archive.ts';
import { BUILT_IN, type LibraryId } from '../articles/article.ts';
import type { Command, Values } from '../commands.ts';
import type { Reply } from '../replies/reply.ts';
import { failureNotice, withoutTokens } from './failures.ts';
import { choicesWithin } from './limits.ts';
import { type Audience, type Message, noticeMessage, replyMessage } from './messages.ts';
import { PRIVATE } from './registration.ts';
import { customIdsIn, shownIn } from './shown.ts';
import { type Click, isMenuId, readClick } from './state.ts';

/** What interactions are answered from. */
export type Answering = {
  readonly archive: Archive;
  readonly commands: readonly Command[];
  /** The paragraph around a statement that the asker may see. */
  readonly context: (statementId: string, sight: Sight) => Reply;
  readonly logger: Logger;
};

/**
 * How long an answer may take before Discord is told that it is on its way, in milliseconds. Discord waits for three
 * seconds in all, the way there included.
 */
export const DEFER_AFTER = 1500;

/** The value that a menu of people sets. */
const SPEAKER = 'speaker';

const NOTICES = {
  command: "This command isn't there any more. `/help` lists those that are.",
  button: 'This button is out of date: please ask again with the command.',
  statement: "This statement isn't in the articles any more.",
  person: 'Nobody by that name is in the articles any more.',
  unknown: 'That is nothing I can do. `/help` lists what I can.',
} as const;

/**
 * Answers whatever comes from Discord. Never rejects: where an answer fails, the asker is told so in one line with a
 * short id, under which the log has the cause.
 */
export async function answer(interaction: Interaction, answering: Answering): Promise<void> {
  try {
    if (interaction.isChatInputCommand()) await answerCommand(interaction, answering);
    else if (interaction.isMessageContextMenuCommand()) await answerForMessage(interaction, answering);
    else if (interaction.isAutocomplete()) await answerAutocomplete(interaction, answering);
    else if (interaction.isButton()) await answerButton(interaction, answering);
    else if (interaction.isStringSelectMenu() && isMenuId(interaction.customId))
      await answerMenu(interaction, answering);
    else if (interaction.isRepliable()) await interaction.reply(noticeMessage(NOTICES.unknown, 'asker'));
  } catch (cause) {
    await answerFailure(interaction, cause, answering.logger);
  }
}

/** Whose articles the asker may see: the built-in ones, with those of the server, or the asker's own outside of one. */
export function librariesOf({
  guildId,
  user,
}: Pick<BaseInteraction, 'guildId' | 'user'>): readonly LibraryId[] {
  return [BUILT_IN, guildId === null ? `user:${user.id}` : `guild:${guildId}`];
}

async function answerCommand(interaction: ChatInputCommandInteraction, answering: Answering): Promise<void> {
  const command = commandOf(interaction, answering);
  if (command === undefined) {
    await interaction.reply(noticeMessage(NOTICES.command, 'asker'));
    return;
  }
  const audience = interaction.options.getBoolean(PRIVATE) === true ? 'asker' : 'everybody';
  await run(interaction, command, valuesOf(interaction, command), audience, answering);
}

/** Answers a command that was chosen in the menu of a message, to the asker alone. */
async function answerForMessage(
  interaction: MessageContextMenuCommandInteraction,
  answering: Answering,
): Promise<void> {
  const { commandName, targetMessage } = interaction;
  const command = answering.commands.find(({ forMessage }) => forMessage?.name === commandName);
  if (command?.forMessage === undefined) {
    await interaction.reply(noticeMessage(NOTICES.command, 'asker'));
    return;
  }
  await run(interaction, command, command.forMessage.values(targetMessage.content, []), 'asker', answering);
}

async function run(
  interaction: ChatInputCommandInteraction | MessageContextMenuCommandInteraction,
  command: Command,
  values: Values,
  audience: Audience,
  answering: Answering,
): Promise<void> {
  const work = pageOf(command, values, sightOf(interaction, answering), 1);
  const reply = await unlessSlow(work, () =>
    interaction.deferReply(audience === 'asker' ? { flags: MessageFlags.Ephemeral } : {}),
  );
  const message = replyMessage(reply, { command: command.name, values }, audience);
  if (interaction.deferred) await interaction.editReply(edit(message));
  else await interaction.reply(message);
}

async function answerAutocomplete(interaction: AutocompleteInteraction, answering: Answering): Promise<void> {
  const typed = interaction.options.getFocused(true);
  const option = commandOf(interaction, answering)?.options.find(({ name }) => name === typed.name);
  const choices = (await option?.suggest?.(typed.value, sightOf(interaction, answering))) ?? [];
  await interaction.respond(choicesWithin(choices));
}

async function answerButton(interaction: ButtonInteraction, answering: Answering): Promise<void> {
  const click = readClick(interaction.customId, customIdsIn(componentsOf(interaction)), answering.commands);
  if (click?.kind === 'page') await turnPage(interaction, click, answering);
  else if (click?.kind === 'context') {
    await interaction.reply(contextMessage(click.statement, sightOf(interaction, answering), answering));
  } else await interaction.reply(noticeMessage(NOTICES.button, 'asker'));
}

/** The components of the message whose button was clicked or whose menu was used. */
function componentsOf({ message }: ButtonInteraction | StringSelectMenuInteraction): readonly unknown[] {
  return message.components.map((component) => component.toJSON());
}

/** Answers the message's question once more, for the person who was picked. */
async function answerMenu(interaction: StringSelectMenuInteraction, answering: Answering): Promise<void> {
  const shown = shownIn(componentsOf(interaction), answering.commands);
  const sight = sightOf(interaction, answering);
  const [picked = ''] = interaction.values;
  const isThere = sight.archive.speakers(sight.libraries).some(({ speaker }) => speaker.id === picked);
  if (!shown?.command.carried?.includes(SPEAKER) || Object.keys(shown.query.values).length === 0) {
    await interaction.reply(noticeMessage(NOTICES.button, 'asker'));
    return;
  }
  if (!isThere) {
    await interaction.reply(noticeMessage(NOTICES.person, 'asker'));
    return;
  }
  const values = { ...shown.query.values, [SPEAKER]: picked };
  await showPage(interaction, shown.command, values, 1, sight);
}

async function turnPage(
  interaction: ButtonInteraction,
  { command, query, page }: Extract<Click, { readonly kind: 'page' }>,
  answering: Answering,
): Promise<void> {
  await showPage(interaction, command, query.values, page, sightOf(interaction, answering));
}

/** Shows a page in the message that was clicked, instead of what is in it. */
async function showPage(
  interaction: ButtonInteraction | StringSelectMenuInteraction,
  command: Command,
  values: Values,
  page: number,
  sight: Sight,
): Promise<void> {
  const reply = await unlessSlow(pageOf(command, values, sight, page), () => interaction.deferUpdate());
  const message = edit(replyMessage(reply, { command: command.name, values }, 'everybody'));
  if (interaction.deferred) await interaction.editReply(message);
  else await interaction.update(message);
}

function contextMessage(statement: string, sight: Sight, { context }: Answering): Message {
  if (sight.archive.statement(statement, sight.libraries) === undefined) {
    return noticeMessage(NOTICES.statement, 'asker');
  }
  return replyMessage(context(statement, sight), null, 'asker');
}

/** The message as a change to one that is there: who sees that was settled when it was sent. */
function edit({ components, allowedMentions }: Message) {
  return { components, allowedMentions, flags: MessageFlags.IsComponentsV2 as const };
}

async function pageOf(command: Command, values: Values, sight: Sight, page: number): Promise<Reply> {
  return await command.run(values, sight, page);
}

/** The work's result; where it takes long, `defer` is called (and waited for) meanwhile. */
async function unlessSlow<T>(work: Promise<T>, defer: () => Promise<unknown>): Promise<T> {
  // Should `defer` fail, nobody waits for the work any more, and its failure must not end the process.
  work.catch(() => {});
  let timer: NodeJS.Timeout | undefined;
  const slow = new Promise<'slow'>((resolve) => {
    timer = setTimeout(resolve, DEFER_AFTER, 'slow');
  });
  const first = await Promise.race([work.then(() => 'done' as const), slow]).finally(() =>
    clearTimeout(timer),
  );
  if (first === 'slow') await defer();
  return work;
}

function commandOf(
  { commandName }: { readonly commandName: string },
  { commands }: Answering,
): Command | undefined {
  return commands.find(({ name }) => name === commandName);
}

function sightOf(interaction: Interaction, { archive }: Answering): Sight {
  return { archive, libraries: librariesOf(interaction) };
}

function valuesOf(interaction: ChatInputCommandInteraction, command: Command): Values {
  const given = command.options.flatMap(({ name }) => {
    const value = interaction.options.getString(name);
    return value === null ? [] : [[name, value] as const];
  });
  return Object.fromEntries(given);
}

async function answerFailure(interaction: Interaction, cause: unknown, logger: Logger): Promise<void> {
  const errorId = randomBytes(4).toString('hex');
  logger.error({ err: withoutTokens(cause), errorId, ...describe(interaction) }, 'An interaction failed.');
  const notice = noticeMessage(failureNotice(errorId), 'asker');
  try {
    if (interaction.isAutocomplete()) await interaction.respond([]);
    else if (!interaction.isRepliable()) return;
    else if (interaction.isMessageComponent() && interaction.deferred) await interaction.followUp(notice);
    else if (interaction.deferred || interaction.replied) await interaction.editReply(edit(notice));
    else await interaction.reply(notice);
  } catch (silenced) {
    logger.error({ err: withoutTokens(silenced), errorId }, 'The asker could not be told of a failure.');
  }
}

/** What the log says of an interaction: what was called, never what was typed. */
function describe(interaction: Interaction): { readonly interaction: string } {
  if (interaction.isChatInputCommand()) return { interaction: `/${interaction.commandName}` };
  if (interaction.isContextMenuCommand()) return { interaction: interaction.commandName };
  if (interaction.isAutocomplete()) return { interaction: `choices for /${interaction.commandName}` };
  return { interaction: interaction.isButton() ? 'a button' : `type ${interaction.type}` };
}

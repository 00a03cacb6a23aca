import { randomBytes } from 'node:crypto';
import type {
  AutocompleteInteraction,
  ButtonInteraction,
  ChatInputCommandInteraction,
  Interaction,
  MessageContextMenuCommandInteraction,
  ModalSubmitInteraction,
  StringSelectMenuInteraction,
} from 'discord.js';
import type { Logger } from 'pino';
import type { Command, Values } from '../commands.ts';
import { type ActionClick, readAction } from './actions.ts';
import type { Answering, Serving } from './answering.ts';
import { askerOf, isManager, sightOf } from './asker.ts';
import { PRIVATE } from './command-limits.ts';
import { failureNotice, withoutTokens } from './failures.ts';
import { filledIn, readOpening } from './forms.ts';
import { choicesWithin } from './limits.ts';
import { contentsOf } from './message-contents.ts';
import { noticeMessage, replyMessage } from './messages.ts';
import { NOTICES } from './notices.ts';
import { edit, perform } from './perform.ts';
import { isPickingId, readPicked } from './picking.ts';
import { customIdsIn, shownIn } from './shown.ts';
import { isMenuId, readClick } from './state.ts';

/** The value that a menu of people sets. */
const SPEAKER = 'speaker';

/**
 * Answers whatever comes from Discord. Never rejects: where an answer fails, the asker is told so in one line with a
 * short id, under which the log has the cause.
 */
export async function answer(interaction: Interaction, serving: Serving): Promise<void> {
  try {
    if (interaction.isChatInputCommand()) await answerCommand(interaction, serving);
    else if (interaction.isMessageContextMenuCommand()) await answerForMessage(interaction, serving);
    else if (interaction.isAutocomplete()) await answerAutocomplete(interaction, serving);
    else if (interaction.isButton()) await answerButton(interaction, serving);
    else if (interaction.isStringSelectMenu()) await answerMenu(interaction, serving);
    else if (interaction.isModalSubmit()) await answerForm(interaction, serving);
    else if (interaction.isRepliable()) await interaction.reply(noticeMessage(NOTICES.unknown, 'asker'));
  } catch (cause) {
    await answerFailure(interaction, cause, serving.logger);
  }
}

async function answerCommand(interaction: ChatInputCommandInteraction, serving: Serving): Promise<void> {
  const command = commandOf(interaction, serving);
  if (command === undefined) {
    await interaction.reply(noticeMessage(NOTICES.command, 'asker'));
    return;
  }
  const isPrivate = command.isPrivate || interaction.options.getBoolean(PRIVATE) === true;
  const way = isPrivate ? 'asker' : 'everybody';
  const values = valuesOf(interaction, command);
  await perform(interaction, { command, values, page: 1, way, isTrusted: true, isTurned: false }, serving);
}

/** Answers a command that was chosen in the menu of a message, to the asker alone. */
async function answerForMessage(
  interaction: MessageContextMenuCommandInteraction,
  serving: Serving,
): Promise<void> {
  const { commandName, targetMessage } = interaction;
  const command = serving.commands.find(({ forMessage }) => forMessage?.name === commandName);
  if (command?.forMessage === undefined) {
    await interaction.reply(noticeMessage(NOTICES.command, 'asker'));
    return;
  }
  const { text, files } = contentsOf(targetMessage);
  const values = command.forMessage.values(text, files);
  const call = { command, values, page: 1, way: 'asker', isTrusted: true, isTurned: false } as const;
  await perform(interaction, call, serving);
}

async function answerAutocomplete(interaction: AutocompleteInteraction, serving: Serving): Promise<void> {
  const typed = interaction.options.getFocused(true);
  const option = commandOf(interaction, serving)?.options.find(({ name }) => name === typed.name);
  const asker = askerOf(interaction, true, serving);
  const choices = (await option?.suggest?.(typed.value, sightOf(interaction, serving), asker)) ?? [];
  await interaction.respond(choicesWithin(choices));
}

async function answerButton(interaction: ButtonInteraction, serving: Serving): Promise<void> {
  const { customId } = interaction;
  const action = readAction(customId, serving.commands, interaction);
  if (action !== null) return answerAction(interaction, action, serving);
  const click = readClick(customId, customIdsIn(componentsOf(interaction)), serving.commands);
  if (click?.kind === 'page') {
    const { command, query, page } = click;
    const isTrusted = isManager(interaction);
    const call = { command, values: query.values, page, way: 'in-place', isTrusted, isTurned: true } as const;
    await perform(interaction, call, serving);
  } else if (click?.kind === 'context') await answerContext(interaction, click.statement, serving);
  else await interaction.reply(noticeMessage(NOTICES.button, 'asker'));
}

/** Runs what a button stands for. What others see is changed only by those who are trusted with it, and by whom it answers. */
async function answerAction(
  interaction: ButtonInteraction,
  { command, values, answers, ...click }: ActionClick,
  serving: Serving,
): Promise<void> {
  const isTrusted = click.isTrusted || isManager(interaction);
  const isAnothers = interaction.message.interactionMetadata?.user.id !== interaction.user.id;
  const isKept = isAnothers && askerOf(interaction, isTrusted, serving)?.isTrusted === false;
  const way = answers === 'in-place' && !isKept ? 'in-place' : 'asker';
  await perform(interaction, { command, values, page: 1, way, isTrusted, isTurned: false }, serving);
}

async function answerContext(
  interaction: ButtonInteraction,
  statement: string,
  serving: Serving,
): Promise<void> {
  const sight = sightOf(interaction, serving);
  const isThere = sight.archive.statement(statement, sight.libraries) !== undefined;
  await interaction.reply(
    isThere
      ? replyMessage(serving.context(statement, sight), null, 'asker')
      : noticeMessage(NOTICES.statement, 'asker'),
  );
}

/** The components of the message whose button was clicked or whose menu was used. */
function componentsOf({ message }: ButtonInteraction | StringSelectMenuInteraction): readonly unknown[] {
  return message.components.map((component) => component.toJSON());
}

async function answerMenu(interaction: StringSelectMenuInteraction, serving: Serving): Promise<void> {
  const { customId } = interaction;
  if (isPickingId(customId)) await answerPicked(interaction, serving);
  else if (isMenuId(customId)) await answerChosen(interaction, serving);
  else await interaction.reply(noticeMessage(NOTICES.unknown, 'asker'));
}

/** Runs the command that what was picked goes to. */
async function answerPicked(interaction: StringSelectMenuInteraction, serving: Serving): Promise<void> {
  const [value = ''] = interaction.values;
  const picked = readPicked(interaction.customId, value, serving.commands, interaction);
  if (picked === null) {
    await interaction.reply(noticeMessage(NOTICES.button, 'asker'));
    return;
  }
  const isTrusted = picked.isTrusted || isManager(interaction);
  await perform(interaction, { ...picked, page: 1, way: 'asker', isTrusted, isTurned: false }, serving);
}

/** Answers the message's question once more, for the person who was chosen. */
async function answerChosen(interaction: StringSelectMenuInteraction, serving: Serving): Promise<void> {
  const shown = shownIn(componentsOf(interaction), serving.commands);
  const { archive, libraries } = sightOf(interaction, serving);
  const [picked = ''] = interaction.values;
  const isThere = archive.speakers(libraries).some(({ speaker }) => speaker.id === picked);
  if (!shown?.command.carried?.includes(SPEAKER) || Object.keys(shown.query.values).length === 0) {
    await interaction.reply(noticeMessage(NOTICES.button, 'asker'));
    return;
  }
  if (!isThere) {
    await interaction.reply(noticeMessage(NOTICES.person, 'asker'));
    return;
  }
  const { command } = shown;
  const values = { ...shown.query.values, [SPEAKER]: picked };
  const isTrusted = isManager(interaction);
  const call = { command, values, page: 1, way: 'in-place', isTrusted, isTurned: true } as const;
  await perform(interaction, call, serving);
}

/** Runs a command with what was filled into its form. */
async function answerForm(interaction: ModalSubmitInteraction, serving: Serving): Promise<void> {
  const opening = readOpening(interaction.customId, interaction);
  const command = serving.commands.find(({ name }) => name === opening?.command);
  if (opening === null || command?.form === undefined) {
    await interaction.reply(noticeMessage(NOTICES.command, 'asker'));
    return;
  }
  const { way } = opening;
  const isTrusted = opening.isTrusted || isManager(interaction);
  const values = filledIn(interaction, command);
  await perform(interaction, { command, values, page: 1, way, isTrusted, isTurned: false }, serving);
}

/** The full name of a command, with that of its group before it. */
function nameOf(interaction: ChatInputCommandInteraction | AutocompleteInteraction): string {
  const { commandName, options } = interaction;
  return [commandName, options.getSubcommandGroup(false), options.getSubcommand(false)]
    .filter((word) => word !== null)
    .join(' ');
}

function commandOf(
  interaction: ChatInputCommandInteraction | AutocompleteInteraction,
  { commands }: Answering,
): Command | undefined {
  return commands.find(({ name }) => name === nameOf(interaction));
}

function valuesOf({ options }: ChatInputCommandInteraction, command: Command): Values {
  const given = command.options.flatMap(({ name, kind }) => {
    const value = kind === 'file' ? options.getAttachment(name)?.url : options.getString(name);
    return value == null ? [] : [[name, value] as const];
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
    // Where a change of a message was put off, what is there stays.
    else if (interaction.deferred && interaction.ephemeral === null) await interaction.followUp(notice);
    else if (interaction.deferred || interaction.replied) await interaction.editReply(edit(notice));
    else await interaction.reply(notice);
  } catch (silenced) {
    logger.error({ err: withoutTokens(silenced), errorId }, 'The asker could not be told of a failure.');
  }
}

/** What the log says of an interaction: what was called, never what was typed. */
function describe(interaction: Interaction): { readonly interaction: string } {
  if (interaction.isChatInputCommand()) return { interaction: `/${nameOf(interaction)}` };
  if (interaction.isContextMenuCommand()) return { interaction: interaction.commandName };
  if (interaction.isAutocomplete()) return { interaction: `choices for /${nameOf(interaction)}` };
  if (interaction.isModalSubmit()) return { interaction: 'a form' };
  return { interaction: interaction.isButton() ? 'a button' : `type ${interaction.type}` };
}

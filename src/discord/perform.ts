import {
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
  type StringSelectMenuInteraction,
} from 'discord.js';
import type { Command, Values } from '../commands.ts';
import type { Reply } from '../replies/reply.ts';
import type { Serving } from './answering.ts';
import { askerOf, ownLibraryOf, sightOf } from './asker.ts';
import { formOf } from './forms.ts';
import { type Audience, type Message, noticeMessage, replyMessage, type Way } from './messages.ts';
import { NOTICES } from './notices.ts';
import type { Viewer } from './seal.ts';

/** What can be answered with a command's reply. */
export type Answerable =
  | ChatInputCommandInteraction
  | MessageContextMenuCommandInteraction
  | ButtonInteraction
  | StringSelectMenuInteraction
  | ModalSubmitInteraction;

/** A command that is to be run, and how its answer is shown. */
export type Call = {
  readonly command: Command;
  readonly values: Values;
  readonly page: number;
  readonly way: Way;
  /** Whether Discord has let the person use the command itself, or they may manage the server, or are alone with the bot. */
  readonly isTrusted: boolean;
  /** Whether it has been answered before and is only turned over: nobody is asked for anything then. */
  readonly isTurned: boolean;
};

/**
 * How long an answer may take before Discord is told that it is on its way, in milliseconds. Discord waits for three
 * seconds in all, the way there included.
 */
export const DEFER_AFTER = 1500;

/** Runs a command and answers with its reply, with its form where one is wanted, or with why it can't be run. */
export async function perform(interaction: Answerable, call: Call, serving: Serving): Promise<void> {
  const { command, values, page, way, isTrusted } = call;
  const refusal = refusalOf(interaction, call, serving);
  if (refusal !== null) {
    await interaction.reply(noticeMessage(refusal, 'asker'));
    return;
  }
  const isForm = wantsForm(interaction, call);
  // What is filled into a form must not be lost because there was too much before; it counts when it is sent off.
  const over = command.isCostly ? serving.admit(interaction.user.id, interaction.guildId, !isForm) : null;
  if (over !== null) {
    await interaction.reply(noticeMessage(over, 'asker'));
    return;
  }
  if (isForm) {
    await showForm(interaction, call);
    return;
  }
  const asker = askerOf(interaction, isTrusted, serving);
  const work = (async () => command.run(values, sightOf(interaction, serving), page, asker))();
  // Only of a command for managers it is known that whoever was let use it may do what they do.
  const trusted = isTrusted && command.needsManager ? interaction : null;
  await respond(interaction, work, { command: command.name, values }, way, trusted);
}

/** Why a command can't be run for somebody; null where it can. */
function refusalOf(interaction: Answerable, { command, isTrusted, isTurned }: Call, { desk }: Serving) {
  if (command.needsLibrary && ownLibraryOf(interaction) === null) return NOTICES.noLibrary;
  if (command.needsLibrary && !desk) return NOTICES.noStorage;
  // Discord tells who may use a command only of the command itself, so that of a button below it nobody but a manager is sure to.
  const isRefused = !isTrusted && !isTurned && !command.decidesItself;
  return command.needsManager && isRefused ? NOTICES.manager : null;
}

/** Whether a command's form is to be shown instead of an answer: what comes out of a form is answered, whatever it is. */
const wantsForm = (interaction: Answerable, { command, values, isTurned }: Call): boolean =>
  !isTurned && !interaction.isModalSubmit() && (command.form?.isWanted(values) ?? false);

/** Shows a command's form, at once, because Discord takes none later. */
async function showForm(interaction: Answerable, { command, values, way, isTrusted }: Call): Promise<void> {
  if (interaction.isModalSubmit() || command.form === undefined) return;
  const opening = { command: command.name, way, isTrusted };
  await interaction.showModal(formOf(command.form, values, opening, interaction));
}

/** Shows a reply when it is there; where that takes long, Discord is told meanwhile that it is on its way. */
async function respond(
  interaction: Answerable,
  work: Promise<Reply>,
  query: { readonly command: string; readonly values: Values },
  way: Way,
  trusted: Viewer | null,
): Promise<void> {
  const largest = interaction.attachmentSizeLimit;
  const clicked = way === 'in-place' ? withMessage(interaction) : null;
  if (clicked !== null) {
    const reply = await unlessSlow(work, () => clicked.deferUpdate());
    const message = edit(replyMessage(reply, query, 'everybody', largest, trusted));
    if (clicked.deferred) await clicked.editReply(message);
    else await clicked.update(message);
    return;
  }
  const audience: Audience = way === 'everybody' ? 'everybody' : 'asker';
  const reply = await unlessSlow(work, () =>
    interaction.deferReply(audience === 'asker' ? { flags: MessageFlags.Ephemeral } : {}),
  );
  const message = replyMessage(reply, query, audience, largest, trusted);
  if (interaction.deferred) await interaction.editReply(edit(message));
  else await interaction.reply(message);
}

/** The interaction as one that has come from a message; null where it hasn't. */
function withMessage(interaction: Answerable) {
  if (interaction.isMessageComponent()) return interaction;
  return interaction.isModalSubmit() && interaction.isFromMessage() ? interaction : null;
}

/** The message as a change to one that is there: who sees that was settled when it was sent. Files that it had are gone. */
export function edit({ components, allowedMentions, files = [] }: Message) {
  return {
    components,
    allowedMentions,
    files,
    attachments: [],
    flags: MessageFlags.IsComponentsV2 as const,
  };
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

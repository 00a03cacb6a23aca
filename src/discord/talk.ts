import { randomBytes } from 'node:crypto';
import { type Message as DiscordMessage, MessageFlags, MessageReferenceType, MessageType } from 'discord.js';
import type { Logger } from 'pino';
import { type Continued, followUpReply, type Shown } from '../replies/follow-up-reply.ts';
import type { Answering } from './answering.ts';
import { librariesOfMessage } from './asker.ts';
import { failureNotice, withoutTokens } from './failures.ts';
import { type Message, noticeMessage, replyMessage } from './messages.ts';
import type { Admission } from './rate-limit.ts';
import { ASK, shownIn } from './shown.ts';

/** How many messages of one person are answered, in how many milliseconds. */
export const TALK_LIMIT = { most: 5, within: 10_000 } as const;

const NOTICES = {
  help: 'Ask me who said what, when or where: mention me with a question, such as “who said NATO membership is unlikely”. Reply to an answer to go on from it: “when?”, “and Zelensky?”, “what else?”. `/help` lists my commands.',
  link: 'To add an article to the library, use `/add` with its address, or “Add to the library” in the menu of the message. Ask me with words who said what.',
  full: 'That is more than I can answer at once: please wait a few seconds.',
} as const;

/** What messages are answered from, and how many of each person's are. */
export type Talking = Answering & { readonly admit: (person: string) => Admission };

/**
 * Answers a message that mentions the bot, or a direct message, as the command for questions would; a reply to one of the
 * bot's answers goes on from it. Any other message is let be. Never rejects: where the answer fails, the asker is told so, and
 * where the bot may not write there, the log has it.
 */
export async function answerMessage(message: DiscordMessage, talking: Talking): Promise<void> {
  if (!isForBot(message)) return;
  const admission = talking.admit(message.author.id);
  if (admission === 'still-full') return;
  const { logger } = talking;
  const answer =
    admission === 'full'
      ? noticeMessage(NOTICES.full, 'everybody')
      : await answerTo(message, talking).catch((cause: unknown) => failure(cause, logger));
  if (answer !== null) await send(message, answer, logger);
}

/** Whether a person speaks to the bot: mentions it by its name or its own role, or writes to it alone. */
function isForBot(message: DiscordMessage): boolean {
  const { author, webhookId, type, guildId, mentions, client } = message;
  if (author.bot || author.system || webhookId !== null) return false;
  if (type !== MessageType.Default && type !== MessageType.Reply) return false;
  return guildId === null || mentions.users.has(client.user.id) || ownRoles(message).length > 0;
}

/** The ids of the mentioned roles that are the bot's own. */
function ownRoles({ mentions, client }: DiscordMessage): readonly string[] {
  return mentions.roles.filter(({ tags }) => tags?.botId === client.user.id).map(({ id }) => id);
}

async function answerTo(message: DiscordMessage, talking: Talking): Promise<Message | null> {
  const typed = wordsOf(message);
  if (typed === '') return noticeMessage(NOTICES.help, 'everybody');
  if (/^https?:\/\/\S+$/.test(typed)) return noticeMessage(NOTICES.link, 'everybody');
  const { archive, commands } = talking;
  const ask = commands.find(({ name }) => name === ASK);
  if (ask === undefined) return null;
  const libraries = librariesOfMessage(message);
  const before = await shownBefore(message, talking);
  const shown =
    before === 'nothing' ? null : (before ?? { command: ask, values: {}, page: 1, statement: null });
  const continued = await followUpReply(typed, shown, ask, { archive, libraries });
  return continued === null ? null : messageOf(continued);
}

function messageOf({ reply, command, values }: Continued): Message {
  return replyMessage(reply, { command: command.name, values }, 'everybody');
}

/** What a message says without the mention of the bot; other people who are mentioned stand in it by name. */
function wordsOf(message: DiscordMessage): string {
  const { content, mentions, client } = message;
  const own = new Set([client.user.id, ...ownRoles(message)]);
  return content
    .replace(/<@[!&]?(\d+)>/g, (mention, id: string) =>
      own.has(id) ? ' ' : (mentions.users.get(id)?.displayName ?? mention),
    )
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * The answer of the bot that a message replies to: `nothing` where it replies to no message, null where it replies to one that tells
 * of none, is gone, may not be read, or is somebody else's.
 */
async function shownBefore(
  message: DiscordMessage,
  { commands }: Talking,
): Promise<Shown | null | 'nothing'> {
  const { reference, channel, client } = message;
  if (reference?.messageId == null || reference.type === MessageReferenceType.Forward) return 'nothing';
  // Discord mostly sends the message along; it is there only until the next one comes.
  const repliedTo =
    channel.messages.cache.get(reference.messageId) ?? (await message.fetchReference().catch(() => null));
  if (repliedTo === null || repliedTo.author.id !== client.user.id) return null;
  const shown = shownIn(
    repliedTo.components.map((component) => component.toJSON()),
    commands,
  );
  if (shown === null) return null;
  return { ...shown, values: shown.query.values };
}

/** Sends an answer; where the bot may not write, or the message's place is gone, the log has it. */
async function send(message: DiscordMessage, answer: Message, logger: Logger): Promise<void> {
  const { components, allowedMentions } = answer;
  try {
    await message.reply({
      components,
      flags: MessageFlags.IsComponentsV2,
      allowedMentions,
      failIfNotExists: false,
    });
  } catch (cause) {
    const { guildId, channelId } = message;
    logger.warn({ err: withoutTokens(cause), guildId, channelId }, 'An answer could not be sent.');
  }
}

function failure(cause: unknown, logger: Logger): Message {
  const errorId = randomBytes(4).toString('hex');
  logger.error({ err: withoutTokens(cause), errorId }, 'A message could not be answered.');
  return noticeMessage(failureNotice(errorId), 'everybody');
}

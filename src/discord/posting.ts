import { DiscordAPIError, MessageFlags, type REST, RESTJSONErrorCodes, Routes } from 'discord.js';
import type { Reply, Run } from '../replies/reply.ts';
import { LIMITS, within } from './limits.ts';
import { type Message, replyMessage } from './messages.ts';

/** What has become of a message that the bot sends of its own accord: `refused` where it may not, or the place is gone. */
export type Posted = 'posted' | 'refused';

/** Errors of status 400 that say no for good as well: a thread that is closed, a channel that takes no messages. */
const REFUSALS: ReadonlySet<unknown> = new Set([
  RESTJSONErrorCodes.ThreadLocked,
  RESTJSONErrorCodes.InvalidActionOnArchivedThread,
  RESTJSONErrorCodes.CannotSendMessagesInNonTextChannel,
]);

/**
 * Posts a reply into a channel.
 *
 * @param nonce - at most 25 characters: a message that is posted again with it within some minutes is posted once
 * @throws Error where Discord can't be reached or fails, so that it may be tried again
 */
export async function postReply(
  rest: REST,
  channel: string,
  reply: Reply,
  nonce: string | null,
): Promise<Posted> {
  return unlessRefused(() => send(rest, channel, replyMessage(reply, null, 'everybody'), nonce));
}

/**
 * Writes a line to a person.
 *
 * @throws Error as {@link postReply} does
 */
export async function tellPerson(rest: REST, person: string, text: readonly Run[]): Promise<Posted> {
  const reply = { lead: text, cards: [], lines: [], page: null, records: [] };
  return unlessRefused(async () => {
    const channel = await rest.post(Routes.userChannels(), { body: { recipient_id: person } });
    const { id } = channel as { readonly id: string };
    await send(rest, id, replyMessage(reply, null, 'everybody'), null);
  });
}

async function send(rest: REST, channel: string, message: Message, nonce: string | null): Promise<void> {
  if (nonce !== null) within('characters in a nonce', nonce.length, LIMITS.nonce);
  const { components, files = [] } = message;
  await rest.post(Routes.channelMessages(channel), {
    body: {
      components,
      flags: MessageFlags.IsComponentsV2,
      allowed_mentions: { parse: [] },
      ...(nonce === null ? {} : { nonce, enforce_nonce: true }),
      ...(files.length === 0
        ? {}
        : { attachments: files.map(({ name }, place) => ({ id: String(place), filename: name })) }),
    },
    files: files.map(({ name, attachment }) => ({ name, data: attachment })),
  });
}

async function unlessRefused(work: () => Promise<void>): Promise<Posted> {
  try {
    await work();
    return 'posted';
  } catch (cause) {
    if (cause instanceof DiscordAPIError && isRefusal(cause)) return 'refused';
    throw cause;
  }
}

const isRefusal = ({ status, code }: DiscordAPIError): boolean =>
  status === 403 || status === 404 || REFUSALS.has(code);

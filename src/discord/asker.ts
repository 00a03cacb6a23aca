import {
  ApplicationIntegrationType,
  type BaseInteraction,
  ChannelType,
  type Message as DiscordMessage,
  InteractionContextType,
  PermissionFlagsBits,
} from 'discord.js';
import type { Sight } from '../archive/archive.ts';
import { BUILT_IN, type LibraryId } from '../articles/article.ts';
import type { Asker } from '../commands.ts';
import type { Answering } from './answering.ts';

/** What of an interaction tells where it comes from. */
type Origin = Pick<BaseInteraction, 'guildId' | 'user' | 'context' | 'authorizingIntegrationOwners'>;

/**
 * The library of the place that an interaction comes from: the server's in a server that has the application, the person's own
 * in a direct message with the bot. Anywhere else there is none: what a group of people, or a server in which somebody brought the
 * application along, is shown is seen by others, and their clicks would bring in articles of their own.
 */
export function ownLibraryOf({
  guildId,
  user,
  context,
  authorizingIntegrationOwners: owners,
}: Origin): LibraryId | null {
  if (context === InteractionContextType.BotDM) return guildId === null ? `user:${user.id}` : null;
  if (context !== InteractionContextType.Guild || guildId === null) return null;
  return owners[ApplicationIntegrationType.GuildInstall] === guildId ? `guild:${guildId}` : null;
}

/** Whose articles may be seen where an interaction comes from: the built-in ones, with those of the place's own library. */
export const librariesOf = (origin: Origin): readonly LibraryId[] => withBuiltIn(ownLibraryOf(origin));

/** Whose articles may be seen where a message was written: those of the server, or of the person who writes to the bot alone. */
export function librariesOfMessage({ guildId, channel, author }: DiscordMessage): readonly LibraryId[] {
  if (guildId !== null) return withBuiltIn(`guild:${guildId}`);
  return withBuiltIn(channel.type === ChannelType.DM ? `user:${author.id}` : null);
}

const withBuiltIn = (own: LibraryId | null): readonly LibraryId[] =>
  own === null ? [BUILT_IN] : [BUILT_IN, own];

/** What may be seen where an interaction comes from. */
export const sightOf = (interaction: Origin, { archive }: Answering): Sight => ({
  archive,
  libraries: librariesOf(interaction),
});

/**
 * Who asks, with their library; undefined where there is none, or none are kept.
 *
 * @param isTrusted - whether Discord has let them use the command itself
 */
export function askerOf(
  interaction: BaseInteraction,
  isTrusted: boolean,
  { desk }: Answering,
): Asker | undefined {
  const library = ownLibraryOf(interaction);
  const { channelId, user } = interaction;
  if (library === null || channelId === null || !desk) return undefined;
  return {
    person: user.id,
    channel: channelId,
    isTrusted,
    isManager: isManager(interaction),
    desk: desk(library),
  };
}

/** Whether somebody who clicks may do what commands for a server's managers do: they are one, or they are alone with the bot. */
export function isManager({ context, memberPermissions }: BaseInteraction): boolean {
  if (context === InteractionContextType.BotDM) return true;
  return memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false;
}

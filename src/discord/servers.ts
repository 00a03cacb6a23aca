import { type Client, Events } from 'discord.js';
import type { Logger } from 'pino';

/** Who wants to know which servers the bot is in; each function is given ids of servers. Nothing is told before `all`. */
export type ServerWatch = {
  /** All that there are, once the bot is logged in, with the bot's application; those that are down for a while count too. */
  readonly all: (ids: readonly string[], application: string) => void;
  /** One that has taken the bot in, also once more. */
  readonly joined: (id: string) => void;
  /** One that has removed the bot, or is gone. */
  readonly left: (id: string) => void;
};

/** Tells of the servers that a client is in, and comes to and goes from. */
export function watchServers(client: Client, watch: ServerWatch, logger: Logger): void {
  const tell = (work: () => void) => {
    try {
      work();
    } catch (err) {
      logger.error({ err }, 'A change of servers could not be dealt with.');
    }
  };
  client.once(Events.ClientReady, ({ guilds, application }) =>
    tell(() => watch.all([...guilds.cache.keys()], application.id)),
  );
  client.on(Events.GuildCreate, ({ id }) => tell(() => watch.joined(id)));
  // The client tells of a server that is only down by another event.
  client.on(Events.GuildDelete, ({ id }) => tell(() => watch.left(id)));
}

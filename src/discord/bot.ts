import { Client, Events, GatewayCloseCodes, GatewayIntentBits, Options, Partials, Status } from 'discord.js';
import type { Logger } from 'pino';
import type { Reply, Run } from '../replies/reply.ts';
import type { Answering } from './answering.ts';
import { createCosts } from './costs.ts';
import { withoutTokens } from './failures.ts';
import { answer } from './interactions.ts';
import { type Posted, postReply, tellPerson } from './posting.ts';
import { createRateLimit } from './rate-limit.ts';
import { type Definition, definitionsOf, register } from './registration.ts';
import { type ServerWatch, watchServers } from './servers.ts';
import { answerMessage, TALK_LIMIT } from './talk.ts';

/** What a bot needs to start. */
export type BotOptions = Answering & {
  readonly token: string;
  /** The servers in which commands are registered; empty: everywhere. */
  readonly guilds: readonly string[];
  /** Another address for Discord's API, such as http://127.0.0.1:8080/api. */
  readonly api?: string;
  /** Who wants to know which servers the bot is in, comes to and goes from. */
  readonly servers?: ServerWatch;
};

/** A bot that has been started. */
export type Bot = {
  /**
   * Fulfilled when the bot is logged in and its commands are registered, or when it was stopped before. Rejected with
   * an Error of one clear sentence, its cause in `cause`, where Discord doesn't let it in.
   */
  readonly ready: Promise<void>;
  /** Fulfilled with the reason when Discord has ended the connection for good, as it does when a token is withdrawn. */
  readonly lost: Promise<Error>;
  /**
   * Posts a reply into a channel, once the bot is ready.
   *
   * @param nonce - at most 25 characters: what is posted again with the same one within some minutes is posted once
   * @returns `refused` where the bot may not write there, or the channel is gone
   * @throws Error where Discord can't be reached or fails
   */
  readonly post: (channelId: string, reply: Reply, nonce?: string) => Promise<Posted>;
  /** Writes a line to a person; `refused` where they take no messages from the bot. Throws as `post` does. */
  readonly tell: (personId: string, text: readonly Run[]) => Promise<Posted>;
  /**
   * Logs out. Answers that are on their way may still arrive, for as long as `STOP_WITHIN` says. Never rejects, and may be
   * called again.
   */
  readonly stop: () => Promise<void>;
};

/** How long stopping may take, in milliseconds: what runs a bot seldom gives it more than ten seconds. */
export const STOP_WITHIN = 5000;

/** How long to wait, in milliseconds, for Discord to tell of every server before answering all the same. */
const WAIT_FOR_GUILDS = 1000;

/** Reasons to close a connection after which connecting again can't help. */
const FINAL: ReadonlySet<number> = new Set([
  GatewayCloseCodes.AuthenticationFailed,
  GatewayCloseCodes.InvalidShard,
  GatewayCloseCodes.ShardingRequired,
  GatewayCloseCodes.InvalidAPIVersion,
  GatewayCloseCodes.InvalidIntents,
  GatewayCloseCodes.DisallowedIntents,
]);

/**
 * Starts the bot: logs in, registers the commands where they have changed, and answers.
 *
 * @throws Error where the commands' definitions are such that Discord wouldn't take them
 */
export function startBot(options: BotOptions): Bot {
  const { logger } = options;
  const definitions = definitionsOf(options.commands);
  const client = createClient(options.api);
  const answers = new Set<Promise<void>>();
  let stopping: Promise<void> | null = null;
  let stopped = () => {};
  const whenStopped = new Promise<void>((resolve) => {
    stopped = resolve;
  });
  const watch = (answering: Promise<void>) => {
    const work = answering.finally(() => answers.delete(work));
    answers.add(work);
  };
  const talking = { ...options, admit: createRateLimit(TALK_LIMIT.most, TALK_LIMIT.within) };
  const serving = { ...options, admit: createCosts() };
  client.on(Events.InteractionCreate, (interaction) => watch(answer(interaction, serving)));
  client.on(Events.MessageCreate, (message) => watch(answerMessage(message, talking)));
  logEvents(client, logger);
  if (options.servers) watchServers(client, options.servers, logger);
  const lost = new Promise<Error>((resolve) => {
    client.on(Events.ShardDisconnect, ({ code }) => {
      if (FINAL.has(code)) resolve(new Error(`Discord has ended the connection for good (code ${code}).`));
    });
  });

  const login = logIn(client, options, definitions);
  const stop = async () => {
    stopped();
    // To the client, logging out looks like a connection that was lost.
    client.removeAllListeners(Events.ShardReconnecting);
    const enough = deadline(STOP_WITHIN);
    await Promise.race([enough.passed, login.catch(() => {}).then(() => settled(client))]);
    await Promise.race([enough.passed, client.destroy()]);
    await Promise.race([enough.passed, Promise.all(answers)]);
    enough.cancel();
  };
  return {
    ready: Promise.race([whenStopped, login]),
    lost,
    post: (channelId, reply, nonce) => postReply(client.rest, channelId, reply, nonce ?? null),
    tell: (personId, text) => tellPerson(client.rest, personId, text),
    stop: () => {
      stopping ??= stop().catch((cause: unknown) => logger.error({ err: cause }, 'Stopping was not clean.'));
      return stopping;
    },
  };
}

function createClient(api: string | undefined): Client {
  return new Client({
    // None of them is privileged: what mentions the bot or is sent to it alone comes with its text, other messages without.
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    // A direct message mostly comes from a channel that Discord hasn't told of.
    partials: [Partials.Channel],
    // One connection serves 2,500 servers; from there on Discord says how many it wants.
    shards: 'auto',
    allowedMentions: { parse: [] },
    waitGuildTimeout: WAIT_FOR_GUILDS,
    ...(api === undefined ? {} : { rest: { api } }),
    // An interaction brings all that its answer needs; what people write and who they are isn't kept, but for the last message
    // with the one that it replies to, which comes with it.
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 2,
      ReactionManager: 0,
      PresenceManager: 0,
      GuildMemberManager: { maxSize: 0, keepOverLimit: (member) => member.id === member.client.user?.id },
      UserManager: { maxSize: 0, keepOverLimit: (user) => user.id === user.client.user?.id },
    }),
  });
}

async function logIn(client: Client, options: BotOptions, definitions: readonly Definition[]): Promise<void> {
  const { token, guilds, logger } = options;
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  try {
    await client.login(token);
  } catch (cause) {
    throw new Error(loginFailure(cause), { cause: withoutTokens(cause) });
  }
  const { rest, application, user } = await ready;
  logger.info({ user: user.tag, applicationId: application.id }, 'Logged in to Discord.');
  await register(definitions, { rest, applicationId: application.id, guilds, logger });
}

function loginFailure(cause: unknown): string {
  const { code, message } = cause instanceof Error ? (cause as Error & { code?: unknown }) : {};
  if (code === 'TokenInvalid' || message === 'Authentication failed') {
    return 'Discord does not accept this token: DISCORD_TOKEN must be the one from the "Bot" page of the application.';
  }
  return `Discord could not be reached: ${message ?? String(cause)}.`;
}

/** What happens to the connection, in the log. None of it ends the process: the client connects again by itself. */
function logEvents(client: Client, logger: Logger): void {
  client.on(Events.Error, (err) =>
    logger.error({ err: withoutTokens(err) }, 'The Discord client had an error.'),
  );
  client.on(Events.Warn, (warning) => logger.warn({ warning }, 'The Discord client has a warning.'));
  client.on(Events.ShardError, (err) =>
    logger.error({ err }, "The connection to Discord's gateway had an error."),
  );
  client.on(Events.ShardReconnecting, () =>
    logger.warn("The connection to Discord's gateway was lost; connecting again."),
  );
  client.on(Events.ShardResume, (_, replayed) =>
    logger.info({ replayed }, "The connection to Discord's gateway is back."),
  );
  client.on(Events.ShardDisconnect, ({ code }) =>
    logger.warn({ code }, "The connection to Discord's gateway was closed."),
  );
  client.on(Events.Invalidated, () => logger.error("Discord has ended the bot's session."));
  // The client's own event for this tells of the waits alone that it has seen coming.
  client.rest.on('response', ({ method, route }, { status }) => {
    if (status === 429) logger.warn({ method, route }, 'Discord wants requests to wait.');
  });
}

/**
 * Waits till the client is connected again, if it is about to be: one that is told to leave in the middle of connecting
 * goes on with it all the same.
 */
async function settled(client: Client): Promise<void> {
  const isBetween = ({ status }: { status: Status }) => ![Status.Ready, Status.Disconnected].includes(status);
  if (!client.isReady() || !client.ws.shards.some(isBetween)) return;
  await new Promise<void>((resolve) => {
    client.once(Events.ShardResume, () => resolve());
    client.once(Events.ShardReady, () => resolve());
    client.once(Events.ShardDisconnect, () => resolve());
  });
}

/** A promise that is fulfilled in so many milliseconds, unless it is cancelled. */
function deadline(milliseconds: number): { readonly passed: Promise<void>; readonly cancel: () => void } {
  let timer: NodeJS.Timeout | undefined;
  const passed = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  return { passed, cancel: () => clearTimeout(timer) };
}

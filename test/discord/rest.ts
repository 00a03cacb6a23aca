import type { IncomingMessage, ServerResponse } from 'node:http';
import { BOT_USER, IDS, nextId } from './payloads.ts';

/** A request as it came in. */
export type Recorded = {
  readonly method: string;
  /** Without the API's own prefix and version: "/gateway/bot". */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: IncomingMessage['headers'];
  readonly body: unknown;
};

/** A component, with what tests look at. */
export type Component = {
  readonly type: number;
  readonly id?: number;
  readonly content?: string;
  readonly label?: string;
  readonly custom_id?: string;
  readonly disabled?: boolean;
  readonly components?: readonly Component[];
  readonly accessory?: Component;
  readonly placeholder?: string;
  readonly options?: readonly {
    readonly label: string;
    readonly value: string;
    readonly default?: boolean;
  }[];
};

/** A message as Discord keeps it and shows it in later interactions. */
export type SentMessage = {
  readonly id: string;
  readonly flags: number;
  readonly components: readonly Component[];
  readonly [field: string]: unknown;
};

/** What an interaction has led to. */
export type Outcome =
  | { readonly kind: 'message' | 'update'; readonly message: SentMessage; readonly deferred: boolean }
  | {
      readonly kind: 'choices';
      readonly choices: readonly { readonly name: string; readonly value: string }[];
    };

/** An interaction that Discord has told the bot of, and what has become of it. */
type Open = {
  readonly onOutcome: (outcome: Outcome) => void;
  /** The message that it came from, where it came from one. */
  original: SentMessage | null;
  state: 'unanswered' | 'deferred' | 'answered';
};

type Answer = { readonly status: number; readonly headers?: Record<string, string>; readonly body?: unknown };

/** A fault that is answered once instead of what was asked for. */
export type Fault = { readonly path: RegExp; readonly answer: Answer };

export type Rest = {
  readonly requests: readonly Recorded[];
  /** The registered commands by route. */
  readonly commands: ReadonlyMap<string, readonly object[]>;
  readonly faults: Fault[];
  /** The messages that can be fetched, by id: all that the bot has sent, unless they are taken out. */
  readonly messages: Map<string, object>;
  /** The messages that the bot has posted into channels, in order. */
  readonly posted: readonly SentMessage[];
  /** Fulfilled with the message that replies to that one. */
  replyTo(messageId: string): Promise<SentMessage>;
  expect(token: string, original: SentMessage | null, onOutcome: (outcome: Outcome) => void): void;
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
};

const EPHEMERAL = 64;
const NO_CONTENT: Answer = { status: 204 };

const failure = (status: number, code: number, message: string): Answer => ({
  status,
  body: { code, message },
});
const UNAUTHORIZED = failure(401, 0, '401: Unauthorized');
const UNKNOWN_INTERACTION = failure(404, 10062, 'Unknown interaction');
const ALREADY_ANSWERED = failure(400, 40060, 'Interaction has already been acknowledged.');
const UNKNOWN_MESSAGE = failure(404, 10008, 'Unknown Message');
const UNKNOWN_WEBHOOK = failure(404, 10015, 'Unknown Webhook');

/** The part of Discord's HTTP API that a bot of commands and buttons needs, as strict about order as Discord is. */
export function openRest({ token, gatewayUrl }: { token: string; gatewayUrl: () => string }): Rest {
  const requests: Recorded[] = [];
  const commands = new Map<string, readonly object[]>();
  const open = new Map<string, Open>();
  const faults: Fault[] = [];
  const messages = new Map<string, object>();
  const posted: SentMessage[] = [];
  const waiting = new Map<string, (message: SentMessage) => void>();
  const keep = (message: SentMessage): SentMessage => {
    messages.set(message.id, message);
    return message;
  };

  const post = (channel: string, body: PostBody): Answer => {
    const message = keep({
      ...messageOf(body, null),
      type: 19,
      channel_id: channel,
      message_reference: body.message_reference,
    });
    posted.push(message);
    waiting.get(body.message_reference?.message_id ?? '')?.(message);
    return { status: 200, body: message };
  };

  const callback = (interactionToken: string, body: CallbackBody): Answer => {
    const interaction = open.get(interactionToken);
    if (interaction === undefined) return UNKNOWN_INTERACTION;
    if (interaction.state !== 'unanswered') return ALREADY_ANSWERED;
    interaction.state = body.type === 5 || body.type === 6 ? 'deferred' : 'answered';
    if (body.type === 5) interaction.original = messageOf(body.data ?? {}, null);
    if (body.type === 8) interaction.onOutcome({ kind: 'choices', choices: body.data?.choices ?? [] });
    if (body.type === 4 || body.type === 7) {
      interaction.original = messageOf(body.data ?? {}, body.type === 7 ? interaction.original : null);
      keep(interaction.original);
      const kind = body.type === 4 ? 'message' : 'update';
      interaction.onOutcome({ kind, message: interaction.original, deferred: false });
    }
    return NO_CONTENT;
  };

  const editOriginal = (interactionToken: string, body: MessageBody): Answer => {
    const interaction = open.get(interactionToken);
    if (interaction?.original == null || interaction.state === 'unanswered') return UNKNOWN_WEBHOOK;
    // What a deferral has left is still empty.
    const isUpdate = interaction.original.components.length > 0;
    interaction.state = 'answered';
    interaction.original = keep(messageOf(body, interaction.original));
    interaction.onOutcome({
      kind: isUpdate ? 'update' : 'message',
      message: interaction.original,
      deferred: true,
    });
    return { status: 200, body: interaction.original };
  };

  const followUp = (interactionToken: string, body: MessageBody): Answer => {
    const interaction = open.get(interactionToken);
    if (interaction === undefined || interaction.state === 'unanswered') return UNKNOWN_WEBHOOK;
    const message = messageOf(body, null);
    interaction.onOutcome({ kind: 'message', message, deferred: true });
    return { status: 200, body: message };
  };

  const putCommands = (path: string, definitions: readonly object[]): Answer => {
    const isGuild = path.includes('/guilds/');
    const kept = definitions.map((definition) => asKept(definition, isGuild));
    commands.set(path, kept);
    return { status: 200, body: kept };
  };

  const answerTo = (request: Recorded): Answer => {
    const { method, path, headers, body } = request;
    const fault = faults.findIndex((candidate) => candidate.path.test(path));
    if (fault >= 0) return (faults.splice(fault, 1)[0] as Fault).answer;
    const [, scope, , secret = ''] = path.split('/');
    if (scope === 'interactions' && method === 'POST') return callback(secret, body as CallbackBody);
    if (scope === 'webhooks' && method === 'PATCH') return editOriginal(secret, body as MessageBody);
    if (scope === 'webhooks' && method === 'POST') return followUp(secret, body as MessageBody);
    if (headers.authorization !== `Bot ${token}`) return UNAUTHORIZED;
    const [, channel, message] = /^\/channels\/(\d+)\/messages(?:\/(\d+))?$/.exec(path) ?? [];
    if (channel !== undefined && method === 'POST') return post(channel, body as PostBody);
    if (message !== undefined) {
      const known = messages.get(message);
      return known === undefined ? UNKNOWN_MESSAGE : { status: 200, body: known };
    }
    if (path === '/gateway/bot') return { status: 200, body: gatewayInformation(gatewayUrl()) };
    if (!path.endsWith('/commands')) return failure(404, 0, '404: Not Found');
    if (path.includes(`/guilds/${IDS.otherGuild}/`)) return failure(403, 50001, 'Missing Access');
    return method === 'PUT'
      ? putCommands(path, body as readonly object[])
      : { status: 200, body: commands.get(path) ?? [] };
  };

  return {
    requests,
    commands,
    faults,
    messages,
    posted,
    replyTo: (messageId) => new Promise((resolve) => void waiting.set(messageId, resolve)),
    expect: (interactionToken, original, onOutcome) =>
      void open.set(interactionToken, { original, onOutcome, state: 'unanswered' }),
    handle: async (request, response) => {
      const recorded = await record(request);
      requests.push(recorded);
      const { status, headers = {}, body } = answerTo(recorded);
      const type = body === undefined ? {} : { 'content-type': 'application/json' };
      response.writeHead(status, { ...type, ...headers });
      response.end(body === undefined ? undefined : JSON.stringify(body));
    },
  };
}

type MessageBody = { readonly flags?: number; readonly components?: readonly Component[] };
type PostBody = MessageBody & { readonly message_reference?: { readonly message_id?: string } };
type CallbackBody = {
  readonly type: number;
  readonly data?: MessageBody & { readonly choices?: readonly { name: string; value: string }[] };
};

async function record(request: IncomingMessage): Promise<Recorded> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  return {
    method: request.method ?? '',
    path: decodeURIComponent(url.pathname.replace(/^\/api\/v10/, '')),
    query: Object.fromEntries(url.searchParams),
    headers: request.headers,
    body: text === '' ? undefined : JSON.parse(text),
  };
}

function gatewayInformation(url: string) {
  return {
    url,
    shards: 1,
    session_start_limit: { total: 1000, remaining: 999, reset_after: 0, max_concurrency: 1 },
  };
}

/** The message that a body makes, or makes of the one that was there, whose audience stays as it was. */
function messageOf(body: MessageBody, before: SentMessage | null): SentMessage {
  let componentId = 0;
  const numbered = (component: Component): Component => ({
    id: ++componentId,
    ...component,
    ...(component.components === undefined ? {} : { components: component.components.map(numbered) }),
    ...(component.accessory === undefined ? {} : { accessory: numbered(component.accessory) }),
  });
  const audience = before === null ? (body.flags ?? 0) & EPHEMERAL : before.flags & EPHEMERAL;
  return {
    id: before?.id ?? nextId(),
    type: 20,
    channel_id: IDS.channel,
    author: BOT_USER,
    application_id: IDS.application,
    content: '',
    embeds: [],
    attachments: [],
    mentions: [],
    mention_roles: [],
    mention_everyone: false,
    pinned: false,
    tts: false,
    timestamp: '2026-01-01T00:00:00.000000+00:00',
    edited_timestamp: null,
    flags: ((body.flags ?? 0) & ~EPHEMERAL) | audience,
    components: (body.components ?? []).map(numbered),
  };
}

/** A command as Discord gives it back: with ids, defaults, and a guild's without what only everybody's have. */
function asKept(definition: object, isGuild: boolean): object {
  const { options = [], ...rest } = definition as { options?: readonly object[] };
  const withoutDefaults = options.map((option) =>
    Object.fromEntries(Object.entries(option).filter(([, value]) => value !== false)),
  );
  return {
    id: nextId(),
    application_id: IDS.application,
    version: nextId(),
    default_member_permissions: null,
    nsfw: false,
    dm_permission: true,
    ...(isGuild ? { contexts: null, integration_types: [0] } : {}),
    ...rest,
    options: withoutDefaults,
  };
}

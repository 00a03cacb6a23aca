import type { IncomingMessage, ServerResponse } from 'node:http';
import { type FileShelf, readBody, type SentFile } from './multipart.ts';
import { dmOf, IDS, nextId, type Person } from './places.ts';
import { type MessageBody, messageOf, type Origin, type SentMessage } from './sent-message.ts';

export type { Component, SentMessage } from './sent-message.ts';

/** A request as it came in. */
export type Recorded = {
  readonly method: string;
  /** Without the API's own prefix and version: "/gateway/bot". */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: IncomingMessage['headers'];
  readonly body: unknown;
  /** The files that came beside it, by their numbers. */
  readonly files?: ReadonlyMap<number, SentFile>;
};

/** A form as Discord shows it to somebody. */
export type FormShown = {
  readonly title: string;
  readonly custom_id: string;
  readonly components: readonly {
    readonly label: string;
    readonly component: {
      readonly custom_id: string;
      readonly style: number;
      readonly required?: boolean;
      readonly max_length?: number;
      readonly value?: string;
    };
  }[];
};

/** What an interaction has led to. */
export type Outcome =
  | { readonly kind: 'message' | 'update'; readonly message: SentMessage; readonly deferred: boolean }
  /** A form, with the message that it came from. */
  | { readonly kind: 'form'; readonly form: FormShown; readonly message: SentMessage | null }
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
  /** Whether it is a form that was sent off. */
  readonly isForm: boolean;
  readonly origin: Origin;
};

/** What of an interaction matters for what becomes of it. */
export type Told = {
  readonly id: string;
  readonly token: string;
  readonly type: number;
  readonly channel_id: string;
  readonly authorizing_integration_owners: object;
  readonly user?: Person;
  readonly member?: { readonly user: Person };
};

/** What a message tells of the interaction that it answers. */
const originOf = ({ id, type, channel_id, authorizing_integration_owners, user, member }: Told): Origin => ({
  channel: channel_id,
  interaction_metadata: { id, type, user: user ?? member?.user, authorizing_integration_owners },
});

type Files = ReadonlyMap<number, SentFile>;

type Answer = { readonly status: number; readonly headers?: Record<string, string>; readonly body?: unknown };

/** A fault that is answered instead of what was asked for: once, unless always. */
export type Fault = { readonly path: RegExp; readonly answer: Answer; readonly always?: true };

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
  /** Waits for what becomes of an interaction, which came from a message or didn't. */
  expect(interaction: Told, original: SentMessage | null, onOutcome: (outcome: Outcome) => void): void;
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
};

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
const INVALID_BODY = failure(400, 50035, 'Invalid Form Body');

/** The part of Discord's HTTP API that a bot of commands and buttons needs, as strict about order as Discord is. */
export function openRest(options: {
  readonly token: string;
  readonly gatewayUrl: () => string;
  readonly shelf: FileShelf;
}): Rest {
  const { token, gatewayUrl, shelf } = options;
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

  const post = (channel: string, body: PostBody, files: Files): Answer => {
    const isAgain = ({ nonce }: SentMessage) => nonce !== undefined && nonce === body.nonce;
    const again = body.enforce_nonce === true ? posted.find(isAgain) : undefined;
    if (again !== undefined) return { status: 200, body: again };
    const made = messageOf(body, null, files, shelf, { channel });
    if (made === null) return INVALID_BODY;
    const { message_reference, nonce } = body;
    const kind = message_reference === undefined ? { type: 0 } : { type: 19, message_reference };
    const message = keep({ ...made, ...kind, ...(nonce === undefined ? {} : { nonce }) });
    posted.push(message);
    waiting.get(message_reference?.message_id ?? '')?.(message);
    return { status: 200, body: message };
  };

  const callback = (interactionToken: string, body: CallbackBody, files: Files): Answer => {
    const interaction = open.get(interactionToken);
    if (interaction === undefined) return UNKNOWN_INTERACTION;
    if (interaction.state !== 'unanswered') return ALREADY_ANSWERED;
    const { type, data = {} } = body;
    const { original } = interaction;
    const made = type === 4 || type === 5 || type === 7;
    const message = made
      ? messageOf(data, type === 7 ? original : null, files, shelf, interaction.origin)
      : null;
    // Only what comes from a message can change one, and a form can't be the answer to a form.
    const isOutOfPlace = (type === 6 || type === 7) && original === null;
    if ((made && message === null) || isOutOfPlace || (type === 9 && interaction.isForm)) return INVALID_BODY;
    interaction.state = type === 5 || type === 6 ? 'deferred' : 'answered';
    if (type === 5) interaction.original = message;
    if (type === 8) interaction.onOutcome({ kind: 'choices', choices: data.choices ?? [] });
    if (type === 9)
      interaction.onOutcome({ kind: 'form', form: data as unknown as FormShown, message: original });
    if (message !== null && type !== 5) {
      interaction.original = keep(message);
      interaction.onOutcome({ kind: type === 4 ? 'message' : 'update', message, deferred: false });
    }
    return NO_CONTENT;
  };

  const editOriginal = (interactionToken: string, body: MessageBody, files: Files): Answer => {
    const interaction = open.get(interactionToken);
    if (interaction?.original == null || interaction.state === 'unanswered') return UNKNOWN_WEBHOOK;
    // What a deferral has left is still empty.
    const isUpdate = interaction.original.components.length > 0;
    const message = messageOf(body, interaction.original, files, shelf, interaction.origin);
    if (message === null) return INVALID_BODY;
    interaction.state = 'answered';
    interaction.original = keep(message);
    interaction.onOutcome({ kind: isUpdate ? 'update' : 'message', message, deferred: true });
    return { status: 200, body: message };
  };

  const followUp = (interactionToken: string, body: MessageBody, files: Files): Answer => {
    const interaction = open.get(interactionToken);
    if (interaction === undefined || interaction.state === 'unanswered') return UNKNOWN_WEBHOOK;
    const message = messageOf(body, null, files, shelf, interaction.origin);
    if (message === null) return INVALID_BODY;
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
    const { method, path, headers, body, files = new Map() } = request;
    const fault = faults.find((candidate) => candidate.path.test(path));
    if (fault !== undefined) {
      if (!fault.always) faults.splice(faults.indexOf(fault), 1);
      return fault.answer;
    }
    const [, scope, , secret = ''] = path.split('/');
    if (scope === 'interactions' && method === 'POST') return callback(secret, body as CallbackBody, files);
    if (scope === 'webhooks' && method === 'PATCH') return editOriginal(secret, body as MessageBody, files);
    if (scope === 'webhooks' && method === 'POST') return followUp(secret, body as MessageBody, files);
    if (headers.authorization !== `Bot ${token}`) return UNAUTHORIZED;
    const [, channel, message] = /^\/channels\/(\d+)\/messages(?:\/(\d+))?$/.exec(path) ?? [];
    if (channel !== undefined && method === 'POST') return post(channel, body as PostBody, files);
    if (message !== undefined) {
      const known = messages.get(message);
      return known === undefined ? UNKNOWN_MESSAGE : { status: 200, body: known };
    }
    if (path === '/users/@me/channels')
      return { status: 200, body: dmWith(body as { recipient_id: string }) };
    if (path === '/gateway/bot') return { status: 200, body: gatewayInformation(gatewayUrl()) };
    if (!path.endsWith('/commands')) return failure(404, 0, '404: Not Found');
    if (path.includes(`/guilds/${IDS.foreignGuild}/`)) return failure(403, 50001, 'Missing Access');
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
    expect: (interaction, original, onOutcome) =>
      void open.set(interaction.token, {
        original,
        onOutcome,
        state: 'unanswered',
        isForm: interaction.type === 5,
        origin: originOf(interaction),
      }),
    handle: async (request, response) => {
      const bytes = shelf.at(new URL(request.url ?? '/', 'http://127.0.0.1').pathname);
      if (bytes !== undefined) {
        response.writeHead(200, { 'content-length': bytes.byteLength }).end(bytes);
        return;
      }
      const recorded = await record(request);
      requests.push(recorded);
      const { status, headers = {}, body } = answerTo(recorded);
      const type = body === undefined ? {} : { 'content-type': 'application/json' };
      response.writeHead(status, { ...type, ...headers });
      response.end(body === undefined ? undefined : JSON.stringify(body));
    },
  };
}

type PostBody = MessageBody & {
  readonly message_reference?: { readonly message_id?: string };
  readonly nonce?: string;
  readonly enforce_nonce?: boolean;
};
type CallbackBody = {
  readonly type: number;
  readonly data?: MessageBody & { readonly choices?: readonly { name: string; value: string }[] };
};

const dmWith = ({ recipient_id }: { readonly recipient_id: string }) => ({
  id: dmOf(recipient_id),
  type: 1,
  last_message_id: null,
  recipients: [{ id: recipient_id, username: 'somebody', discriminator: '0', avatar: null, public_flags: 0 }],
});

async function record(request: IncomingMessage): Promise<Recorded> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { body, files } = await readBody(Buffer.concat(chunks), request.headers['content-type']);
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  return {
    method: request.method ?? '',
    path: decodeURIComponent(url.pathname.replace(/^\/api\/v10/, '')),
    query: Object.fromEntries(url.searchParams),
    headers: request.headers,
    body,
    files,
  };
}

function gatewayInformation(url: string) {
  return {
    url,
    shards: 1,
    session_start_limit: { total: 1000, remaining: 999, reset_after: 0, max_concurrency: 1 },
  };
}

/** A command as Discord gives it back: with ids, defaults, and a guild's without what only everybody's have. */
function asKept(definition: object, isGuild: boolean): object {
  const { options = [], ...rest } = definition as { options?: readonly object[] };
  return {
    id: nextId(),
    application_id: IDS.application,
    version: nextId(),
    default_member_permissions: null,
    nsfw: false,
    dm_permission: true,
    ...(isGuild ? { contexts: null, integration_types: [0] } : {}),
    ...rest,
    options: options.map(withoutDefaults),
  };
}

/** An option as Discord gives it back, with those of a command within a group. */
function withoutDefaults(option: object): object {
  const { options, ...rest } = option as { options?: readonly object[] };
  return {
    ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== false)),
    ...(options === undefined || options.length === 0 ? {} : { options: options.map(withoutDefaults) }),
  };
}

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Gateway, openGateway } from './gateway.ts';
import { type KeptFile, openShelf, type SentFile } from './multipart.ts';
import {
  BOT_USER,
  buttonClick,
  formSubmit,
  guildOf,
  IDS,
  menuPick,
  messageCommand,
  type OptionValue,
  type Place,
  personMessage,
  ready,
  type Saying,
  slashCommand,
  typing,
  type Where,
} from './payloads.ts';
import { guildAt } from './places.ts';
import {
  type Component,
  type FormShown,
  type Outcome,
  openRest,
  type Rest,
  type SentMessage,
  type Told,
} from './rest.ts';

export type { KeptFile } from './multipart.ts';
export { OTHER, personNumber } from './places.ts';
export type { Component, FormShown, Outcome, Recorded, SentMessage } from './rest.ts';

/** The token that the stand-in lets in. */
export const TOKEN = 'MTEwMDAwMDAwMDAwMDAwMDAwMg.Gstand.in-for-a-token';

type Shown = Extract<Outcome, { readonly deferred: unknown }>;
type Offered = Extract<Outcome, { readonly choices: unknown }>;
type Given = Readonly<Record<string, OptionValue>>;

/** A form that somebody has been shown: how they came to it. */
export type Opened = Extract<Outcome, { readonly kind: 'form' }> & { readonly where: Where };

/** Discord on 127.0.0.1: REST and gateway, and the people who use it. */
export type StandIn = {
  /** What the bot takes as Discord's address. */
  readonly api: string;
  readonly rest: Rest;
  readonly gateway: Gateway;
  /** Lets Discord keep a file, and gives back what it tells of it: a value of an option, or what comes with a message. */
  keep(file: SentFile & { readonly type?: string }): KeptFile;
  /** Sends a command, and waits for the message that answers it. */
  command(name: string, values?: Given, where?: Place | Where): Promise<Shown>;
  /** Sends a command, and waits for the form that answers it. */
  open(name: string, values?: Given, where?: Place | Where): Promise<Opened>;
  /** Fills in a form, by the names of its fields, as whoever was shown it, and waits for the message that answers it. */
  fill(opened: Opened, values: Readonly<Record<string, string>>, where?: Where): Promise<Shown>;
  /** Types an option of a command, and waits for what is offered. */
  typing(name: string, option: string, value: string, where?: Place | Where): Promise<Offered['choices']>;
  /** Clicks the button with that label (the first one, unless told) or custom_id, and waits for what comes of it. */
  click(message: SentMessage, labelOrId: string, options?: { nth?: number } & Where): Promise<Shown>;
  /** Clicks a button, and waits for the form that comes of it. */
  openBy(message: SentMessage, labelOrId: string, where?: Where): Promise<Opened>;
  /** Picks an option of the message's menu by its label, or of one that no message of the bot has. */
  pick(message: SentMessage, label?: string, where?: Place | Where): Promise<Shown>;
  /** Chooses a command in the menu of a message with that text. */
  chooseFor(name: string, content: string, saying?: Saying & Where): Promise<Shown>;
  /** Chooses a command in the menu of a message, and waits for its form. */
  openFor(name: string, content: string, saying?: Saying & Where): Promise<Opened>;
  /** Takes the bot out of a server, or into one; it is told so where it is connected. */
  leave(guild: string): void;
  join(guild: string): void;
  /** Writes a message to the bot, with a mention of it in a server, and waits for the reply. */
  say(text: string, saying?: Saying): Promise<SentMessage>;
  /** Writes a message as it is, without a mention, and waits for nothing. */
  write(text: string, saying?: Saying): { readonly id: string };
  close(): Promise<void>;
};

/** How long an answer may take, in milliseconds: Discord waits longer for one that was put off, and the machine may be busy. */
const PATIENCE = 15_000;

/** Opens the stand-in on a port that is free. */
export async function openStandIn(): Promise<StandIn> {
  const server = createServer((request, response) => void rest.handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const gatewayUrl = `ws://127.0.0.1:${port}/gateway`;
  const shelf = openShelf(() => `http://127.0.0.1:${port}`);
  const rest = openRest({ token: TOKEN, gatewayUrl: () => gatewayUrl, shelf });
  const guilds = new Set<string>([IDS.guild, IDS.otherGuild]);
  const gateway = openGateway(server, {
    token: TOKEN,
    ready: () => ready(gatewayUrl, [...guilds]),
    guilds: () => [...guilds].map((id) => guildOf(id)),
  });

  const send = <T extends Outcome>(interaction: Told, original: SentMessage | null = null): Promise<T> =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('The bot has not answered.')), PATIENCE);
      rest.expect(interaction, original, (outcome) => {
        clearTimeout(timer);
        resolve(outcome as T);
      });
      gateway.dispatch('INTERACTION_CREATE', interaction);
    });

  const write = (text: string, saying: Saying = {}) => {
    const message = personMessage(text, saying);
    gateway.dispatch('MESSAGE_CREATE', message);
    return message;
  };

  const click = <T extends Outcome = Shown>(
    message: SentMessage,
    labelOrId: string,
    { nth = 0, ...where }: { nth?: number } & Where = {},
  ): Promise<T> => {
    const button = everyPart(message.components).filter(({ label }) => label === labelOrId)[nth];
    if (button?.disabled === true) throw new Error(`The button "${labelOrId}" is disabled.`);
    return send(buttonClick(message, button?.custom_id ?? labelOrId, where), message);
  };

  return {
    api: `http://127.0.0.1:${port}/api`,
    rest,
    gateway,
    keep: (file) => shelf.keep(file),
    command: (name, values = {}, where) => send(slashCommand(name, values, whereOf(where))),
    open: async (name, values = {}, where) => {
      const opened = await send<Opened>(slashCommand(name, values, whereOf(where)));
      return { ...opened, where: whereOf(where) };
    },
    fill: ({ form, message, where: opener }, values, where = opener) => {
      checkFilled(form, values);
      return send(formSubmit(form, values, message, where), message);
    },
    typing: async (name, option, value, where) =>
      (await send<Offered>(typing(name, option, value, whereOf(where)))).choices,
    click,
    openBy: async (message, labelOrId, where = {}) => ({
      ...(await click<Opened>(message, labelOrId, where)),
      where,
    }),
    pick: (message, label, where) => {
      const menu = everyPart(message.components).find(({ options }) => options !== undefined);
      const value = menu?.options?.find((option) => option.label === label)?.value;
      return send(
        menuPick(message, whereOf(where), label === undefined ? undefined : menu?.custom_id, value),
        message,
      );
    },
    chooseFor: (name, content, saying = {}) =>
      send(messageCommand(name, personMessage(content, saying), saying)),
    openFor: async (name, content, saying = {}) => ({
      ...(await send<Opened>(messageCommand(name, personMessage(content, saying), saying))),
      where: saying,
    }),
    leave: (guild) => {
      guilds.delete(guild);
      if (gateway.connections() > 0) gateway.dispatch('GUILD_DELETE', { id: guild });
    },
    join: (guild) => {
      guilds.add(guild);
      if (gateway.connections() > 0) gateway.dispatch('GUILD_CREATE', guildOf(guild));
    },
    write,
    say: (text, saying = {}) => {
      const inGuild = guildAt(saying.place ?? 'guild') !== null;
      const isReply = saying.replyTo != null;
      // A reply mentions whom it replies to without a word of it in the text.
      const content = inGuild && !isReply ? `<@${IDS.bot}> ${text}` : text;
      const message = personMessage(content, { ...(inGuild ? { mentions: [BOT_USER] } : {}), ...saying });
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error(`The bot has not answered: ${text}`)), PATIENCE);
        void rest.replyTo(message.id).then((reply) => {
          clearTimeout(timer);
          resolve(reply);
        });
        gateway.dispatch('MESSAGE_CREATE', message);
      });
    },
    close: () => {
      gateway.close();
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

const whereOf = (where: Place | Where = {}): Where => (typeof where === 'string' ? { place: where } : where);

/** Discord lets nobody send off a form that isn't filled in as it says. */
function checkFilled({ components }: FormShown, values: Readonly<Record<string, string>>): void {
  const fields = components.map(({ component }) => component);
  for (const { custom_id, required = true, max_length = 4000 } of fields) {
    const { length } = values[custom_id] ?? '';
    if (length > max_length || (required && length === 0)) throw new Error(`"${custom_id}" can't be sent.`);
  }
  const stranger = Object.keys(values).find((name) => !fields.some(({ custom_id }) => custom_id === name));
  if (stranger !== undefined) throw new Error(`The form has no field "${stranger}".`);
}

/** Every component of a message, nested ones too, from top to bottom. */
export function everyPart(components: readonly Component[]): readonly Component[] {
  return components.flatMap((component) => [
    component,
    ...everyPart(component.components ?? []),
    ...everyPart(component.accessory === undefined ? [] : [component.accessory]),
  ]);
}

/** All that a message says, part by part from top to bottom. */
export function textOf(message: SentMessage): string {
  return everyPart(message.components)
    .flatMap(({ content }) => (content === undefined ? [] : [content]))
    .join('\n');
}

/** The buttons' labels, with the disabled ones in brackets. */
export function buttonsOf(message: SentMessage): readonly string[] {
  return everyPart(message.components)
    .filter(({ type }) => type === 2)
    .map(({ label = '', disabled }) => (disabled === true ? `[${label}]` : label));
}

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Gateway, openGateway } from './gateway.ts';
import {
  BOT_USER,
  buttonClick,
  GUILD,
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
} from './payloads.ts';
import { type Component, type Outcome, openRest, type Rest, type SentMessage } from './rest.ts';

export type { Component, Outcome, Recorded, SentMessage } from './rest.ts';

/** The token that the stand-in lets in. */
export const TOKEN = 'MTEwMDAwMDAwMDAwMDAwMDAwMg.Gstand.in-for-a-token';

type Shown = Extract<Outcome, { readonly message: unknown }>;
type Offered = Extract<Outcome, { readonly choices: unknown }>;

/** Discord on 127.0.0.1: REST and gateway, and the people who use it. */
export type StandIn = {
  /** What the bot takes as Discord's address. */
  readonly api: string;
  readonly rest: Rest;
  readonly gateway: Gateway;
  /** Sends a command, and waits for the message that answers it. */
  command(name: string, values?: Readonly<Record<string, OptionValue>>, place?: Place): Promise<Shown>;
  /** Types an option of a command, and waits for what is offered. */
  typing(name: string, option: string, value: string, place?: Place): Promise<Offered['choices']>;
  /** Clicks the button with that label (the first one, unless told) or custom_id, and waits for what comes of it. */
  click(message: SentMessage, labelOrId: string, options?: { nth?: number; place?: Place }): Promise<Shown>;
  /** Picks an option of the message's menu by its label, or of one that no message of the bot has. */
  pick(message: SentMessage, label?: string, place?: Place): Promise<Shown>;
  /** Chooses a command in the menu of a message with that text. */
  chooseFor(name: string, content: string): Promise<Shown>;
  /** Writes a message to the bot, with a mention of it in a server, and waits for the reply. */
  say(text: string, saying?: Saying): Promise<SentMessage>;
  /** Writes a message as it is, without a mention, and waits for nothing. */
  write(text: string, saying?: Saying): { readonly id: string };
  close(): Promise<void>;
};

/** How long an answer may take, in milliseconds. */
const PATIENCE = 6000;

/** Opens the stand-in on a port that is free. */
export async function openStandIn(): Promise<StandIn> {
  const server = createServer((request, response) => void rest.handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const gatewayUrl = `ws://127.0.0.1:${port}/gateway`;
  const rest = openRest({ token: TOKEN, gatewayUrl: () => gatewayUrl });
  const gateway = openGateway(server, { token: TOKEN, ready: () => ready(gatewayUrl), guild: GUILD });

  const send = <T extends Outcome>(
    interaction: { readonly token: string },
    original: SentMessage | null = null,
  ): Promise<T> =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('The bot has not answered.')), PATIENCE);
      rest.expect(interaction.token, original, (outcome) => {
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

  return {
    api: `http://127.0.0.1:${port}/api`,
    rest,
    gateway,
    command: (name, values = {}, place = 'guild') => send(slashCommand(name, values, place)),
    typing: async (name, option, value, place = 'guild') =>
      (await send<Offered>(typing(name, option, value, place))).choices,
    click: (message, labelOrId, { nth = 0, place = 'guild' } = {}) => {
      const button = everyPart(message.components).filter(({ label }) => label === labelOrId)[nth];
      if (button?.disabled === true) throw new Error(`The button "${labelOrId}" is disabled.`);
      return send(buttonClick(message, button?.custom_id ?? labelOrId, place), message);
    },
    pick: (message, label, place = 'guild') => {
      const menu = everyPart(message.components).find(({ options }) => options !== undefined);
      const value = menu?.options?.find((option) => option.label === label)?.value;
      return send(
        menuPick(message, place, label === undefined ? undefined : menu?.custom_id, value),
        message,
      );
    },
    chooseFor: (name, content) => send(messageCommand(name, content, 'guild')),
    write,
    say: (text, saying = {}) => {
      const inGuild = (saying.place ?? 'guild') === 'guild';
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

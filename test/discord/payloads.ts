import type { KeptFile } from './multipart.ts';
import {
  ASKER,
  BOT_USER,
  channelAt,
  guildAt,
  IDS,
  nextId,
  type Person,
  type Place,
  type Where,
} from './places.ts';
import type { FormShown, SentMessage } from './rest.ts';

export { guildOf, ready } from './guild.ts';
export { ASKER, BOT_USER, IDS, nextId, OTHER, type Place, type Where } from './places.ts';

const MEMBER = 2_248_473_465_835_073n;
const MANAGE_GUILD = 32n;

/** What every interaction has, as Discord sends it from that place. */
function interaction({ place = 'guild', person = ASKER, manages = person.id === IDS.asker }: Where) {
  const id = nextId();
  const common = {
    id,
    application_id: IDS.application,
    token: `aW50ZXJhY3Rpb24${id}`,
    version: 1,
    locale: 'en-US',
    entitlements: [],
    attachment_size_limit: 10_485_760,
  };
  const guild = guildAt(place);
  if (guild !== null) return { ...common, ...inGuild(guild, place, person, manages) };
  const channel = channelAt(place, person);
  return {
    ...common,
    channel_id: channel,
    channel:
      place === 'dm'
        ? { id: channel, type: 1, flags: 0, last_message_id: null, recipients: [BOT_USER] }
        : {
            id: channel,
            type: 3,
            flags: 0,
            last_message_id: null,
            name: 'Desk',
            recipients: [ASKER],
            owner_id: IDS.asker,
          },
    context: place === 'dm' ? 1 : 2,
    authorizing_integration_owners: { ...(place === 'dm' ? { '0': '0' } : {}), '1': person.id },
    app_permissions: '562949953601536',
    user: person,
  };
}

function inGuild(guild: string, place: Place, person: Person, manages: boolean) {
  const permissions = String(manages ? MEMBER | MANAGE_GUILD : MEMBER);
  const channel = channelAt(place);
  return {
    guild_id: guild,
    guild: { id: guild, locale: 'en-US', features: [] },
    guild_locale: 'en-US',
    channel_id: channel,
    channel: { id: channel, guild_id: guild, type: 0, name: 'general', permissions },
    context: 0,
    authorizing_integration_owners: place === 'foreign-guild' ? { '1': person.id } : { '0': guild },
    app_permissions: '2248473465835073',
    member: {
      user: person,
      roles: [],
      joined_at: '2026-01-01T00:00:00.000000+00:00',
      deaf: false,
      mute: false,
      flags: 0,
      permissions,
    },
  };
}

/** What is given for an option: a text, yes or no, or a file that Discord keeps. */
export type OptionValue = string | boolean | KeptFile;

/** What a command is sent as: its name, or its group's with its own within. */
function commandData(name: string, options: readonly object[]) {
  const [first = '', second] = name.split(' ');
  const own = second === undefined ? options : [{ name: second, type: 1, options }];
  return { id: IDS.command, name: first, type: 1, options: own };
}

/** Somebody has sent a command. */
export function slashCommand(name: string, values: Readonly<Record<string, OptionValue>>, where: Where) {
  const options = Object.entries(values).map(([option, value]) => {
    if (typeof value === 'object') return { name: option, type: 11, value: value.id };
    return { name: option, type: typeof value === 'boolean' ? 5 : 3, value };
  });
  const files = Object.values(values).filter((value) => typeof value === 'object');
  const resolved = { attachments: Object.fromEntries(files.map((file) => [file.id, file])) };
  return {
    ...interaction(where),
    type: 2,
    data: { ...commandData(name, options), ...(files.length === 0 ? {} : { resolved }) },
  };
}

/** Somebody is typing an option of a command. */
export function typing(name: string, option: string, value: string, where: Where) {
  const options = [{ name: option, type: 3, value, focused: true }];
  return { ...interaction(where), type: 4, data: commandData(name, options) };
}

/** Somebody has clicked a button of a message. */
export function buttonClick(message: SentMessage, customId: string, where: Where) {
  return {
    ...interaction(where),
    type: 3,
    message,
    data: { id: 7, component_type: 2, custom_id: customId },
  };
}

/** Somebody has picked from a menu: by default one that no message of this bot has. */
export function menuPick(message: SentMessage, where: Where, customId = 'menu', value = 'a') {
  return {
    ...interaction(where),
    type: 3,
    message,
    data: { id: 7, component_type: 3, custom_id: customId, values: [value] },
  };
}

/** Somebody has filled in a form and sent it off; a field without a value is empty. */
export function formSubmit(
  form: FormShown,
  values: Readonly<Record<string, string>>,
  message: SentMessage | null,
  where: Where,
) {
  const components = form.components.map(({ component: { custom_id } }, at) => ({
    type: 18,
    id: 2 * at + 1,
    component: { type: 4, id: 2 * at + 2, custom_id, value: values[custom_id] ?? '' },
  }));
  return {
    ...interaction(where),
    type: 5,
    ...(message === null ? {} : { message }),
    data: { custom_id: form.custom_id, components },
  };
}

/** Somebody has chosen a command in the menu of a message. */
export function messageCommand(name: string, target: { readonly id: string }, where: Where) {
  return {
    ...interaction(where),
    type: 2,
    data: {
      id: IDS.command,
      name,
      type: 3,
      target_id: target.id,
      resolved: { messages: { [target.id]: target } },
    },
  };
}

/** How somebody writes a message. */
export type Saying = {
  readonly place?: Place;
  readonly person?: Person;
  /** The ids of the people who are mentioned, which Discord gives also for the author of a message that is replied to. */
  readonly mentions?: readonly object[];
  readonly roles?: readonly string[];
  /** The message that this one replies to, as Discord sends it along. */
  readonly replyTo?: { readonly id: string } | null;
  /** The files that come with it, which Discord keeps. */
  readonly files?: readonly KeptFile[];
  /** What of the message is otherwise than usual. */
  readonly over?: object;
};

/** A message that somebody has written, as MESSAGE_CREATE tells of it. */
export function personMessage(content: string, saying: Saying) {
  const { place = 'guild', person = ASKER, mentions = [], roles = [], replyTo = null } = saying;
  const { files = [], over = {} } = saying;
  const guild = guildAt(place);
  const channel = channelAt(place, person);
  return {
    id: nextId(),
    type: replyTo === null ? 0 : 19,
    channel_id: channel,
    channel_type: guild !== null ? 0 : place === 'dm' ? 1 : 3,
    ...(guild === null ? {} : { guild_id: guild }),
    author: person,
    content,
    embeds: [],
    attachments: files,
    components: [],
    mentions,
    mention_roles: roles,
    mention_everyone: false,
    pinned: false,
    tts: false,
    timestamp: '2026-01-01T00:00:00.000000+00:00',
    edited_timestamp: null,
    flags: 0,
    nonce: nextId(),
    ...(replyTo === null
      ? {}
      : {
          message_reference: { type: 0, channel_id: channel, message_id: replyTo.id },
          referenced_message: replyTo,
        }),
    ...over,
  };
}

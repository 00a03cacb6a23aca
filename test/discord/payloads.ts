import type { SentMessage } from './rest.ts';

/** Where somebody uses the bot: in a server, in a direct message with it, or in one among several people. */
export type Place = 'guild' | 'dm' | 'group';

export const IDS = {
  application: '1100000000000000001',
  bot: '1100000000000000002',
  guild: '1200000000000000001',
  otherGuild: '1200000000000000002',
  channel: '1300000000000000001',
  dm: '1300000000000000002',
  group: '1300000000000000003',
  asker: '1400000000000000001',
  command: '1500000000000000001',
  botRole: '1700000000000000001',
  otherRole: '1700000000000000002',
} as const;

export const ASKER = {
  id: IDS.asker,
  username: 'asker',
  global_name: 'Asker',
  discriminator: '0',
  avatar: null,
  public_flags: 0,
} as const;

export const BOT_USER = {
  id: IDS.bot,
  username: 'On Record',
  global_name: null,
  discriminator: '0001',
  avatar: null,
  bot: true,
  verified: true,
  mfa_enabled: false,
  flags: 0,
} as const;

/** What READY tells a client that has just been let in. */
export function ready(gatewayUrl: string) {
  return {
    v: 10,
    user: BOT_USER,
    guilds: [{ id: IDS.guild, unavailable: true }],
    session_id: 'f00dfeedf00dfeedf00dfeedf00dfeed',
    resume_gateway_url: gatewayUrl,
    shard: [0, 1],
    application: { id: IDS.application, flags: 0 },
  };
}

/** A small server as GUILD_CREATE tells of it. */
export const GUILD = {
  id: IDS.guild,
  name: 'Newsroom',
  icon: null,
  unavailable: false,
  owner_id: IDS.asker,
  afk_timeout: 300,
  verification_level: 0,
  default_message_notifications: 0,
  explicit_content_filter: 0,
  mfa_level: 0,
  nsfw_level: 0,
  premium_tier: 0,
  preferred_locale: 'en-US',
  system_channel_flags: 0,
  member_count: 2,
  large: false,
  joined_at: '2026-01-01T00:00:00.000000+00:00',
  features: [],
  roles: [
    {
      id: IDS.guild,
      name: '@everyone',
      permissions: '2248473465835073',
      position: 0,
      color: 0,
      colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
      hoist: false,
      managed: false,
      mentionable: false,
      flags: 0,
    },
    {
      id: IDS.botRole,
      name: 'On Record',
      permissions: '0',
      position: 1,
      color: 0,
      colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
      hoist: false,
      managed: true,
      mentionable: true,
      flags: 0,
      tags: { bot_id: IDS.bot },
    },
    {
      id: IDS.otherRole,
      name: 'Editors',
      permissions: '0',
      position: 2,
      color: 0,
      colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
      hoist: false,
      managed: false,
      mentionable: true,
      flags: 0,
    },
  ],
  emojis: [],
  stickers: [],
  voice_states: [],
  members: [],
  channels: [{ id: IDS.channel, type: 0, name: 'general', position: 0, permission_overwrites: [] }],
  threads: [],
  presences: [],
  stage_instances: [],
  guild_scheduled_events: [],
  soundboard_sounds: [],
} as const;

let lastId = 1_600_000_000_000_000_000n;

/** A new snowflake. */
export function nextId(): string {
  lastId += 1n;
  return String(lastId);
}

/** What every interaction has, as Discord sends it from that place. */
function interaction(place: Place) {
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
  if (place === 'guild') {
    return {
      ...common,
      guild_id: IDS.guild,
      guild: { id: IDS.guild, locale: 'en-US', features: [] },
      guild_locale: 'en-US',
      channel_id: IDS.channel,
      channel: {
        id: IDS.channel,
        guild_id: IDS.guild,
        type: 0,
        name: 'general',
        permissions: '2248473465835073',
      },
      context: 0,
      authorizing_integration_owners: { '0': IDS.guild },
      app_permissions: '2248473465835073',
      member: {
        user: ASKER,
        roles: [],
        joined_at: '2026-01-01T00:00:00.000000+00:00',
        deaf: false,
        mute: false,
        flags: 0,
        permissions: '2248473465835073',
      },
    };
  }
  return {
    ...common,
    channel_id: place === 'dm' ? IDS.dm : IDS.group,
    channel:
      place === 'dm'
        ? { id: IDS.dm, type: 1, flags: 0, last_message_id: null, recipients: [BOT_USER] }
        : {
            id: IDS.group,
            type: 3,
            flags: 0,
            last_message_id: null,
            name: 'Desk',
            recipients: [ASKER],
            owner_id: IDS.asker,
          },
    context: place === 'dm' ? 1 : 2,
    authorizing_integration_owners: { '1': IDS.asker },
    app_permissions: '562949953601536',
    user: ASKER,
  };
}

export type OptionValue = string | boolean;

/** Somebody has sent a command. */
export function slashCommand(name: string, values: Readonly<Record<string, OptionValue>>, place: Place) {
  const options = Object.entries(values).map(([option, value]) => ({
    name: option,
    type: typeof value === 'boolean' ? 5 : 3,
    value,
  }));
  return { ...interaction(place), type: 2, data: { id: IDS.command, name, type: 1, options } };
}

/** Somebody is typing an option of a command. */
export function typing(name: string, option: string, value: string, place: Place) {
  return {
    ...interaction(place),
    type: 4,
    data: { id: IDS.command, name, type: 1, options: [{ name: option, type: 3, value, focused: true }] },
  };
}

/** Somebody has clicked a button of a message. */
export function buttonClick(message: SentMessage, customId: string, place: Place) {
  return {
    ...interaction(place),
    type: 3,
    message,
    data: { id: 7, component_type: 2, custom_id: customId },
  };
}

/** Somebody has picked from a menu: by default one that no message of this bot has. */
export function menuPick(message: SentMessage, place: Place, customId = 'menu', value = 'a') {
  return {
    ...interaction(place),
    type: 3,
    message,
    data: { id: 7, component_type: 3, custom_id: customId, values: [value] },
  };
}

/** Somebody has chosen a command in the menu of a message. */
export function messageCommand(name: string, content: string, place: Place) {
  const target = personMessage(content, { place });
  return {
    ...interaction(place),
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
  /** The ids of the people who are mentioned, which Discord gives also for the author of a message that is replied to. */
  readonly mentions?: readonly object[];
  readonly roles?: readonly string[];
  /** The message that this one replies to, as Discord sends it along. */
  readonly replyTo?: { readonly id: string } | null;
  /** What of the message is otherwise than usual. */
  readonly over?: object;
};

/** A message that somebody has written, as MESSAGE_CREATE tells of it. */
export function personMessage(content: string, saying: Saying) {
  const { place = 'guild', mentions = [], roles = [], replyTo = null, over = {} } = saying;
  const isGuild = place === 'guild';
  const channel = isGuild ? IDS.channel : place === 'dm' ? IDS.dm : IDS.group;
  return {
    id: nextId(),
    type: replyTo === null ? 0 : 19,
    channel_id: channel,
    channel_type: isGuild ? 0 : place === 'dm' ? 1 : 3,
    ...(isGuild ? { guild_id: IDS.guild } : {}),
    author: ASKER,
    content,
    embeds: [],
    attachments: [],
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

/**
 * Where somebody uses the bot:
 *
 * - `guild` and `other-guild`: in a server that has it
 * - `foreign-guild`: in a server that hasn't, brought along by whoever uses it
 * - `dm`: in a direct message with it
 * - `group`: in a message among several people, brought along
 */
export type Place = 'guild' | 'other-guild' | 'foreign-guild' | 'dm' | 'group';

/** Who uses the bot, and where. */
export type Where = {
  /** `guild`, unless told otherwise. */
  readonly place?: Place;
  /** {@link ASKER}, unless told otherwise. */
  readonly person?: Person;
  /** Whether they may manage the server: {@link ASKER} may, others may not, unless told otherwise. */
  readonly manages?: boolean;
};

export const IDS = {
  application: '1100000000000000001',
  bot: '1100000000000000002',
  guild: '1200000000000000001',
  otherGuild: '1200000000000000002',
  foreignGuild: '1200000000000000003',
  channel: '1300000000000000001',
  dm: '1300000000000000002',
  group: '1300000000000000003',
  otherChannel: '1300000000000000004',
  foreignChannel: '1300000000000000005',
  otherDm: '1300000000000000006',
  asker: '1400000000000000001',
  other: '1400000000000000002',
  command: '1500000000000000001',
  botRole: '1700000000000000001',
  otherRole: '1700000000000000002',
} as const;

/** A person as Discord tells of them. */
export type Person = { readonly id: string; readonly username: string; readonly global_name: string };

const personOf = (id: string, name: string) =>
  ({
    id,
    username: name.toLowerCase(),
    global_name: name,
    discriminator: '0',
    avatar: null,
    public_flags: 0,
  }) as const;

export const ASKER = personOf(IDS.asker, 'Asker');

/** Somebody else. */
export const OTHER = personOf(IDS.other, 'Other');

/** The person with that number, from 10 to 99. */
export const personNumber = (number: number): Person =>
  personOf(`14000000000000000${number}`, `Person${number}`);

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

const GUILDS: Readonly<Partial<Record<Place, string>>> = {
  guild: IDS.guild,
  'other-guild': IDS.otherGuild,
  'foreign-guild': IDS.foreignGuild,
};

/** The server of a place; null outside of one. */
export const guildAt = (place: Place): string | null => GUILDS[place] ?? null;

/** The channel of a server. */
export function channelIn(guild: string): string {
  if (guild === IDS.guild) return IDS.channel;
  return guild === IDS.otherGuild ? IDS.otherChannel : IDS.foreignChannel;
}

/** The channel of a person's direct messages with the bot. */
export function dmOf(person: string): string {
  if (person === IDS.asker) return IDS.dm;
  return person === IDS.other ? IDS.otherDm : `13${person.slice(2)}`;
}

/** The channel of a place, as that person has it. */
export function channelAt(place: Place, { id }: Person = ASKER): string {
  const guild = guildAt(place);
  if (guild !== null) return channelIn(guild);
  return place === 'dm' ? dmOf(id) : IDS.group;
}

let lastId = 1_600_000_000_000_000_000n;

/** A new snowflake. */
export function nextId(): string {
  lastId += 1n;
  return String(lastId);
}

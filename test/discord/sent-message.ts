import type { FileShelf, KeptFile, SentFile } from './multipart.ts';
import { BOT_USER, IDS, nextId } from './places.ts';

/** A component, with what tests look at. */
export type Component = {
  readonly type: number;
  readonly id?: number;
  readonly style?: number;
  readonly content?: string;
  readonly label?: string;
  readonly custom_id?: string;
  readonly disabled?: boolean;
  readonly components?: readonly Component[];
  readonly accessory?: Component;
  readonly placeholder?: string;
  readonly file?: { readonly url: string };
  readonly options?: readonly {
    readonly label: string;
    readonly value: string;
    readonly description?: string;
    readonly default?: boolean;
  }[];
};

/** A message as Discord keeps it and shows it in later interactions. */
export type SentMessage = {
  readonly id: string;
  readonly flags: number;
  readonly components: readonly Component[];
  readonly attachments: readonly KeptFile[];
  readonly channel_id: string;
  readonly interaction_metadata?: object;
  readonly [field: string]: unknown;
};

/** What a request says of a message. */
export type MessageBody = {
  readonly flags?: number;
  readonly components?: readonly Component[];
  readonly attachments?: readonly { readonly id: string | number }[];
};

export const EPHEMERAL = 64;

/** Where a message comes to stand, and the interaction that it answers, if it answers one. */
export type Origin = { readonly channel: string; readonly interaction_metadata?: object };

/**
 * The message that a body makes, or makes of the one that was there, whose audience stays as it was; null where it shows a file
 * that isn't among its own.
 */
export function messageOf(
  body: MessageBody,
  before: SentMessage | null,
  sent: ReadonlyMap<number, SentFile>,
  shelf: FileShelf,
  { channel, interaction_metadata }: Origin,
): SentMessage | null {
  const attachments = attachmentsOf(body, before, sent, shelf);
  let isWhole = true;
  let componentId = 0;
  const shown = (component: Component): Component => {
    const { components, accessory, file } = component;
    const name = file?.url.replace(/^attachment:\/\//, '');
    const kept = attachments.find(({ filename, url }) => filename === name || url === name);
    if (file !== undefined && kept === undefined) isWhole = false;
    return {
      id: ++componentId,
      ...component,
      ...(components === undefined ? {} : { components: components.map(shown) }),
      ...(accessory === undefined ? {} : { accessory: shown(accessory) }),
      ...(kept === undefined ? {} : { file: { url: kept.url }, name: kept.filename, size: kept.size }),
    };
  };
  const audience = before === null ? (body.flags ?? 0) & EPHEMERAL : before.flags & EPHEMERAL;
  const message = {
    id: before?.id ?? nextId(),
    type: 20,
    channel_id: before?.channel_id ?? channel,
    author: BOT_USER,
    application_id: IDS.application,
    content: '',
    embeds: [],
    attachments,
    mentions: [],
    mention_roles: [],
    mention_everyone: false,
    pinned: false,
    tts: false,
    timestamp: '2026-01-01T00:00:00.000000+00:00',
    edited_timestamp: null,
    flags: ((body.flags ?? 0) & ~EPHEMERAL) | audience,
    components: (body.components ?? []).map(shown),
    ...originOf(before?.interaction_metadata ?? interaction_metadata),
  };
  return isWhole ? message : null;
}

const originOf = (interaction_metadata: object | undefined) =>
  interaction_metadata === undefined ? {} : { interaction_metadata };

/** The files of a message: those that came, and of those that it had the ones that are named; all where none are. */
function attachmentsOf(
  { attachments }: MessageBody,
  before: SentMessage | null,
  sent: ReadonlyMap<number, SentFile>,
  shelf: FileShelf,
): readonly KeptFile[] {
  const isNamed = (id: string) =>
    attachments === undefined || attachments.some((named) => String(named.id) === id);
  return [
    ...(before?.attachments ?? []).filter(({ id }) => isNamed(id)),
    ...[...sent].filter(([number]) => isNamed(String(number))).map(([, file]) => shelf.keep(file)),
  ];
}

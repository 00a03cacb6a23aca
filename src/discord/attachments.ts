import { type APIComponentInContainer, type AttachmentPayload, ComponentType } from 'discord.js';
import type { ReplyFile } from '../replies/reply.ts';
import { LIMITS } from './limits.ts';
import { escapeMarkdown } from './markdown.ts';

/** What Discord takes of a file where it doesn't say otherwise, in bytes. */
export const USUAL_SIZE = 10_485_760;

/** Files as a message carries them: what is sent, and where they stand in it. */
export type Attachments = {
  readonly files: readonly (AttachmentPayload & { readonly attachment: Buffer; readonly name: string })[];
  readonly parts: readonly APIComponentInContainer[];
};

const MEGABYTE = 1_048_576;

/**
 * The files of a reply, at most ten. One that is larger than Discord takes is named in the message, with both sizes, and stays out.
 *
 * @param most - how large a file may be, in bytes
 */
export function attachmentsOf(files: readonly ReplyFile[], most: number): Attachments {
  const names = plainNames(files.slice(0, LIMITS.files));
  const named = names.map((name, place) => ({ name, bytes: files[place]?.bytes ?? new Uint8Array() }));
  return {
    files: named
      .filter(({ bytes }) => bytes.byteLength <= most)
      .map(({ name, bytes }) => ({
        name,
        attachment: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
      })),
    parts: named.map(({ name, bytes }) =>
      bytes.byteLength <= most
        ? { type: ComponentType.File, file: { url: `attachment://${name}` } }
        : { type: ComponentType.TextDisplay, content: tooLarge(name, bytes.byteLength, most) },
    ),
  };
}

/** Names that Discord leaves as they are, by which the message points to the files; no two are the same. */
function plainNames(files: readonly ReplyFile[]): readonly string[] {
  const plain = files.map(({ name }) => name.replace(/[^\w.-]+/g, '_').replace(/^\.+/, '') || 'file');
  return plain.map((name, place) => (plain.indexOf(name) < place ? `${place + 1}-${name}` : name));
}

const tooLarge = (name: string, size: number, most: number): string =>
  `-# ${escapeMarkdown(name)} has ${inMegabytes(size)} MB, more than Discord takes here: ${inMegabytes(most)} MB.`;

const inMegabytes = (bytes: number): string =>
  (Math.ceil((bytes / MEGABYTE) * 10) / 10).toFixed(1).replace(/\.0$/, '');

import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createBrotliDecompress, createUnzip } from 'node:zlib';
import { unreadable } from './fetch-refusals.ts';
import { Refusal } from './refusal.ts';

const SMALLEST = 64 * 1024;

/** Bytes that come in piece by piece, in one piece: a million pieces of one byte take no more memory than one of a million bytes. */
function gathering() {
  let bytes = new Uint8Array(SMALLEST);
  let length = 0;
  return {
    add(piece: Uint8Array) {
      if (length + piece.length > bytes.length) {
        const larger = new Uint8Array(Math.max(bytes.length * 2, length + piece.length));
        larger.set(bytes.subarray(0, length));
        bytes = larger;
      }
      bytes.set(piece, length);
      length += piece.length;
    },
    all: () => bytes.slice(0, length),
  };
}

// Like browsers, take what there is of a body whose end is missing.
const ZLIB = { flush: constants.Z_SYNC_FLUSH, finishFlush: constants.Z_SYNC_FLUSH };
const BROTLI = { flush: constants.BROTLI_OPERATION_FLUSH, finishFlush: constants.BROTLI_OPERATION_FLUSH };

/** What unpacks a content encoding; null where nothing is packed, undefined where it isn't known. */
function unpacking(encoding: string) {
  if (encoding === '' || encoding === 'identity') return null;
  if (encoding === 'gzip' || encoding === 'x-gzip' || encoding === 'deflate') return createUnzip(ZLIB);
  if (encoding === 'br') return createBrotliDecompress(BROTLI);
  return undefined;
}

/** The content encodings that {@link readBody} unpacks, as in Accept-Encoding. */
export const ENCODINGS = 'gzip, br';

type Reading = {
  readonly encoding: string;
  readonly most: number;
  readonly host: string;
  readonly signal: AbortSignal;
};

/**
 * Reads a body whole and unpacked.
 *
 * @param encoding its content encoding, '' for none; one at most
 * @param most the bytes that it may have, both as they are sent and unpacked; no more of it is read or unpacked
 * @param host whom to name in what is said when it can't be read
 * @param signal ends the reading
 * @throws Refusal where it is larger, or packed in a way that isn't known; else what reading or unpacking it throws
 */
export async function readBody(
  body: Readable,
  { encoding, most, host, signal }: Reading,
): Promise<Uint8Array> {
  const unpacked = unpacking(encoding.trim().toLowerCase());
  if (unpacked === undefined) throw new Refusal(`${host} sent it packed in a way that can't be read.`);
  const limited = async function* (source: AsyncIterable<Uint8Array>) {
    let length = 0;
    for await (const piece of source) {
      length += piece.length;
      if (length > most) throw tooLarge(host, most);
      yield piece;
    }
  };
  const gathered = gathering();
  const gather = async (source: AsyncIterable<Uint8Array>) => {
    for await (const piece of limited(source)) gathered.add(piece);
  };
  const read =
    unpacked === null
      ? pipeline(body, gather, { signal })
      : pipeline(body, limited, unpacked, gather, { signal });
  await read.catch((error) => {
    throw unreadable(error);
  });
  return gathered.all();
}

const MEGABYTE = 1024 * 1024;

const sizeOf = (bytes: number): string =>
  bytes >= MEGABYTE ? `${Math.round(bytes / MEGABYTE)} MB` : `${Math.round(bytes / 1024)} KB`;

/** What is said of a body with more bytes than there may be. */
export const tooLarge = (host: string, most: number): Refusal =>
  new Refusal(`What ${host} sends is larger than ${sizeOf(most)}.`);

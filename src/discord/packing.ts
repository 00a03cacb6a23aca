import { deflateRawSync, inflateRawSync } from 'node:zlib';

/**
 * Text as few characters: deflated, then 14 bits to a character, written with the 16,384 CJK ideographs from U+4E00 on.
 * Each of them is one UTF-16 code unit and stays itself under every Unicode normalisation. The last character says how
 * many bits of padding stand before it.
 */
const FIRST = 0x4e00;
const BITS = 14;

/** No state is longer than this; a packed text that unpacks to more was not packed here. In bytes. */
const MOST_BYTES = 16_384;

/** Packs a text: a sentence of English takes about half as many characters as before. */
export function pack(text: string): string {
  let packed = '';
  let pending = 0;
  let bits = 0;
  for (const byte of deflateRawSync(Buffer.from(text, 'utf8'), { level: 9 })) {
    pending = (pending << 8) | byte;
    bits += 8;
    if (bits >= BITS) {
      bits -= BITS;
      packed += String.fromCharCode(FIRST + (pending >> bits));
      pending &= (1 << bits) - 1;
    }
  }
  const padding = bits === 0 ? 0 : BITS - bits;
  if (bits > 0) packed += String.fromCharCode(FIRST + (pending << padding));
  return packed + String.fromCharCode(FIRST + padding);
}

/** The text that {@link pack} was given, or null where it was never packed. */
export function unpack(packed: string): string | null {
  const values = [...packed].map((sign) => (sign.codePointAt(0) ?? 0) - FIRST);
  const padding = values.pop();
  if (padding === undefined || padding < 0 || padding >= BITS) return null;
  if (values.some((value) => value < 0 || value >= 1 << BITS)) return null;
  try {
    const bytes = inflateRawSync(unpackedBytes(values, padding), { maxOutputLength: MOST_BYTES });
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function unpackedBytes(values: readonly number[], padding: number): Buffer {
  const bytes: number[] = [];
  let pending = 0;
  let bits = 0;
  for (const value of values) {
    pending = (pending << BITS) | value;
    bits += BITS;
    while (bits >= 8) {
      bits -= 8;
      bytes.push(pending >> bits);
      pending &= (1 << bits) - 1;
    }
  }
  // Padding of a byte or more has come out as a byte that was never put in.
  return Buffer.from(padding >= 8 ? bytes.slice(0, -1) : bytes);
}

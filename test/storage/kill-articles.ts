import { createHash } from 'node:crypto';
import type { KeptArticle, KeptBody } from '../../src/storage/storage.ts';

const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest();

/** An article whose every part follows from its name, from half a page to a hundred: one that is there by half shows. */
export function killedArticle(name: string): KeptArticle {
  const hash = hashOf(name);
  return {
    id: `id of ${name}`,
    library: 'guild:100',
    file: `${name}.txt`,
    text: `${hash.toString('hex')}\n`.repeat(5 + (hash[0] ?? 0) * 6),
    addressKey: `https://example.com/${name}`,
    sketch: hash.toString('base64'),
    addedBy: null,
    feed: null,
    addedAt: hash.readUInt32BE(0),
  };
}

/** What was read of it. */
export function killedReading(name: string): KeptBody {
  const hash = hashOf(`reading of ${name}`);
  return { version: 'v1', body: new Uint8Array(Buffer.alloc(500 + (hash[0] ?? 0) * 200, hash)) };
}

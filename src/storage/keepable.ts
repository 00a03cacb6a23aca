import { createHash } from 'node:crypto';

/** Characters that a database can't keep: NUL, and halves of a surrogate pair. */
const UNKEEPABLE = /\0|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Whether a text comes out of a database as it went in. */
export const isKeepable = (text: string): boolean => text.search(UNKEEPABLE) === -1;

/** Something with the characters taken out of its texts that a database can't keep. */
export function keepable<T extends object>(row: T): T {
  const entries = Object.entries(row).map(([name, value]) => [
    name,
    typeof value === 'string' ? value.replace(UNKEEPABLE, '') : value,
  ]);
  return Object.fromEntries(entries) as T;
}

/** Stands for a text of any length and any characters. */
export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

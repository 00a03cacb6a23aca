import type { Migration } from 'kysely';
import { libraries } from './0001-libraries.ts';
import { bot } from './0002-bot.ts';

/** Steps by their names, for a database that calls the type of bytes so. */
export type Migrations = (bytes: 'blob' | 'bytea') => Readonly<Record<string, Migration>>;

/**
 * All steps that lead from an empty database to today's, by name, in the order of their names. One that has been released is never
 * changed: what changes is a new one at the end.
 */
export const MIGRATIONS: Migrations = (bytes) => ({
  '0001-libraries': libraries(bytes),
  '0002-bot': bot,
});

import { type Kysely, type Migration, Migrator } from 'kysely';

/** The database has been changed by a version of the program that is newer than this one. */
export class NewerDatabase extends Error {}

/**
 * Brings a database up to date. Nothing is changed where one step fails, or where the database has had steps that aren't among these.
 *
 * @throws NewerDatabase in the second case; whatever the step threw in the first.
 */
export async function migrate<Tables>(
  db: Kysely<Tables>,
  migrations: Readonly<Record<string, Migration>>,
): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } });
  const done = await stepsDone(db as Kysely<unknown>);
  const unknown = done.filter((name) => !(name in migrations));
  if (unknown.length > 0) throw new NewerDatabase(unknown.join(', '));
  if (done.length === Object.keys(migrations).length) return;
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
}

/** The names of the steps that a database has had; none where it is empty. Changes nothing, as the migrator itself would. */
async function stepsDone(db: Kysely<unknown>): Promise<readonly string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === 'kysely_migration')) return [];
  const rows = await (db as Kysely<{ kysely_migration: { name: string } }>)
    .selectFrom('kysely_migration')
    .select('name')
    .execute();
  return rows.map(({ name }) => name);
}

import type { Kysely, Migration } from 'kysely';

/** Which bot uses the database: one row at most, but while one takes it over from another. */
export const bot: Migration = {
  async up({ schema }: Kysely<unknown>) {
    await schema
      .createTable('bots')
      .addColumn('application', 'text', (application) => application.primaryKey())
      .addColumn('seen_at', 'bigint', (at) => at.notNull())
      .execute();
  },
};

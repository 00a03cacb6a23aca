import { type Engine, write } from './engine.ts';
import type { BotStore } from './storage.ts';

/** The lock of whoever looks which bot uses the database. */
const BOT = 'bot';

/** Which bot uses a database, see {@link BotStore}. */
export const botStore = (engine: Engine): BotStore => ({
  claim: (application, now, since) =>
    write(engine, [BOT], async (transaction) => {
      const other = await transaction
        .selectFrom('bots')
        .select('application')
        .where('application', '<>', application)
        .where('seenAt', '>=', since)
        .executeTakeFirst();
      if (other) return other.application;
      await transaction.deleteFrom('bots').where('application', '<>', application).execute();
      await transaction
        .insertInto('bots')
        .values({ application, seenAt: now })
        .onConflict((same) => same.column('application').doUpdateSet({ seenAt: now }))
        .execute();
      return null;
    }),
});

import type { Logger } from 'pino';
import type { BotStore } from '../storage/storage.ts';

/** After how long without a sign of it, in milliseconds, another bot is taken to use the database no more; and how often to give one. */
const SILENT = 24 * 3600 * 1000;
const SIGN_EVERY = 3600 * 1000;

/** Which bot the database belongs to. */
export type Owner = {
  /** Claims the database for a bot, by its application's id, and then does what is to be done if it is the bot's. */
  claim(application: string, then: () => unknown): void;
  /** Does something once the database is known to be the bot's, and nothing where it isn't. */
  whenOurs(work: () => unknown): void;
  /** @throws Error with a sentence for the person who runs the program, where another bot uses the database */
  claimed(): Promise<void>;
  stop(): void;
};

/**
 * Makes sure that one bot alone uses the database: for each, the servers of another would be servers that it has left.
 *
 * @param setting - the variable that names the database, for what is said
 */
export function createOwner(store: BotStore, setting: string, logger: Logger): Owner {
  let claiming: Promise<string | null> = Promise.resolve(null);
  let timer: NodeJS.Timeout | undefined;
  const claim = (application: string) => store.claim(application, Date.now(), Date.now() - SILENT);
  const whenOurs = (work: () => unknown) => {
    claiming.then((other) => other ?? work()).catch(() => {});
  };
  return {
    claim(application: string, then: () => unknown) {
      claiming = claim(application);
      timer ??= setInterval(() => {
        claim(application).catch((err: unknown) =>
          logger.warn({ err }, 'The database could not be claimed.'),
        );
      }, SIGN_EVERY).unref();
      whenOurs(then);
    },
    whenOurs,
    async claimed() {
      const other = await claiming;
      if (other === null) return;
      throw new Error(
        `${setting}: another bot, of the application ${other}, uses this database; one database is for one bot, so name another, or stop that bot for a day.`,
      );
    },
    stop: () => clearInterval(timer),
  };
}

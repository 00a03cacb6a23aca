import pg from 'pg';
import type { Logger } from 'pino';
import type { LibraryId } from '../articles/article.ts';
import { changeListeners } from './change-listeners.ts';
import { reasonOf } from './reason.ts';
import type { Storage } from './storage.ts';

/** The channel of NOTIFY. */
export const CHANNEL = 'on_record_changes';

/** What is sent there: who changed which library's articles. */
export type Change = { readonly origin: string; readonly library: LibraryId };

/** How long it is waited before the connection is opened again, at first and at most, in milliseconds. */
const BACK_OFF = { first: 100, most: 10_000 };
/** How often it is asked whether the server is still there, and for how long an answer may take; in milliseconds. */
const PULSE = { every: 15_000, timeout: 10_000 };

/**
 * Listens to what other processes change, on a connection of its own, which is opened again, and again, where it is lost; what was changed
 * meanwhile is unknown, so that it is told as null. What this process changed itself, under the name of `origin`, is passed over.
 *
 * @throws Error as `pg` does where the connection can't be opened for the first time.
 */
export async function listenForChanges(
  config: pg.ClientConfig,
  origin: string,
  logger: Logger,
): Promise<Pick<Storage, 'onChange' | 'close'>> {
  const { onChange, tell } = changeListeners(logger);
  let current: pg.Client | null = null;
  let isClosed = false;
  let retry: NodeJS.Timeout | undefined;

  const connect = async () => {
    const client = new pg.Client({ ...config, query_timeout: PULSE.timeout });
    client.on('error', (err) => lose(client, err));
    client.on('end', () => lose(client, new Error('the server closed it')));
    client.on('notification', ({ payload }) => {
      const change = changeOf(payload);
      if (change?.origin !== origin) tell(change?.library ?? null);
    });
    try {
      await client.connect();
      await client.query(`listen ${CHANNEL}`);
    } catch (err) {
      void client.end().catch(() => {});
      throw err;
    }
    if (isClosed) await client.end();
    else current = client;
  };

  const lose = (client: pg.Client, err: Error) => {
    if (client !== current) return;
    current = null;
    void client.end().catch(() => {});
    if (isClosed) return;
    logger.warn({ reason: reasonOf(err) }, 'What other processes change cannot be heard: connecting again.');
    connectAgain(BACK_OFF.first);
  };

  const connectAgain = (delay: number) => {
    retry = setTimeout(async () => {
      try {
        await connect();
      } catch (err) {
        logger.debug({ reason: reasonOf(err) }, 'PostgreSQL is still out of reach.');
        if (!isClosed) connectAgain(Math.min(2 * delay, BACK_OFF.most));
        return;
      }
      if (!isClosed) tell(null);
    }, delay);
  };

  await connect();
  const pulse = setInterval(() => {
    const client = current;
    client?.query('select 1').catch((err) => lose(client, err));
  }, PULSE.every).unref();
  return {
    onChange,
    async close() {
      isClosed = true;
      clearInterval(pulse);
      clearTimeout(retry);
      await current?.end().catch(() => {});
    },
  };
}

/** What a message says; null where it isn't one of ours. */
function changeOf(payload: string | undefined): Change | null {
  try {
    const change = JSON.parse(payload ?? '') as Partial<Change> | null;
    return change?.origin && change.library ? { origin: change.origin, library: change.library } : null;
  } catch {
    return null;
  }
}

import { randomBytes } from 'node:crypto';
import type { Logger } from 'pino';

/** Logs why something failed, under a short id, and gives back the polite sentence with that id. */
export function failure(error: unknown, logger: Logger, what: string): string {
  const id = randomBytes(3).toString('hex');
  logger.error({ err: error, id }, what);
  return `Sorry, that went wrong. The log has the cause under ${id}.`;
}

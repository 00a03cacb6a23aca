import { setTimeout as sleep } from 'node:timers/promises';
import { createTurns } from './turns.ts';

/** Runs work that asks a host one after the other for each host, with a pause in between. */
export type HostTurns = <T>(url: string, work: () => Promise<T>) => Promise<T>;

/**
 * Turns at hosts of which none has been taken.
 *
 * @param pause - between the end of one request and the beginning of the next, in milliseconds
 * @param signal - ends all pauses
 */
export function createHostTurns(pause: number, signal: AbortSignal): HostTurns {
  const turns = createTurns();
  return (url, work) =>
    new Promise((resolve, reject) => {
      void turns(new URL(url).host, async () => {
        await work().then(resolve, reject);
        // Whoever stops doesn't wait for what there is no more to ask.
        await sleep(pause, undefined, { ref: false, signal }).catch(() => {});
      });
    });
}

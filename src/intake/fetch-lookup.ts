import { lookup } from 'node:dns/promises';

/**
 * The IP addresses of a host name; throws an error with Node's codes, as ENOTFOUND, where it has none.
 * A signal tells when they aren't wanted any more.
 */
export type Lookup = (name: string, signal: AbortSignal) => Promise<readonly string[]>;

// A lookup can't be ended, and holds one of the four threads on which Node also reads files and unpacks. Names whose servers are slow
// on purpose must not hold them all.
const MOST_AT_ONCE = 2;

let running = 0;
const waiting = new Set<() => void>();

const wakeNext = () => {
  const [next] = waiting;
  next?.();
};

/** Is fulfilled when somebody is done, or the signal aborted. */
const somebodyDone = (signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    const go = () => {
      waiting.delete(go);
      signal.removeEventListener('abort', go);
      resolve();
    };
    waiting.add(go);
    signal.addEventListener('abort', go, { once: true });
  });

/** Looks a name up as the machine does, with its hosts file; two names at a time at most. */
export const lookUp: Lookup = async (name, signal) => {
  while (running >= MOST_AT_ONCE && !signal.aborted) await somebodyDone(signal);
  if (signal.aborted) {
    // Whoever is woken and doesn't want it any more wakes the next.
    if (running < MOST_AT_ONCE) wakeNext();
    throw signal.reason;
  }
  running++;
  try {
    return (await lookup(name, { all: true })).map(({ address }) => address);
  } finally {
    running--;
    wakeNext();
  }
};

import { isIP, type LookupFunction, type Socket } from 'node:net';
import { buildConnector } from 'undici';
import type { Lookup } from './fetch-lookup.ts';
import type { Border } from './inside-addresses.ts';
import { Refusal } from './refusal.ts';

/** What is said of every address inside, however it was come by: nothing of it is told. */
export const INSIDE = 'That address leads to one inside this network, which is never asked.';

// A name with a thousand addresses is no reason to knock at them all.
const MOST_TRIED = 16;

// Node's own quarter of a second is too short for the other side of the world.
const ATTEMPT = 1000;

/** Gives a connection addresses that have been found already, so that no name is resolved a second time. */
const giving =
  (addresses: readonly string[]): LookupFunction =>
  (_, options, done) => {
    const found = addresses.map((address) => ({ address, family: isIP(address) }));
    const [first] = found;
    if (options.all === true || first === undefined) done(null, found);
    else done(null, first.address, first.family);
  };

async function addressesOf(host: string, lookup: Lookup, signal: AbortSignal): Promise<readonly string[]> {
  if (isIP(host) !== 0) return [host];
  const addresses = await lookup(host, signal);
  if (addresses.length > 0) return addresses;
  throw Object.assign(new Error('A name has no addresses.'), { code: 'ENODATA' });
}

/** The addresses of a host that may be connected to, at least one. */
function allowed(host: string, addresses: readonly string[], border: Border): readonly string[] {
  const outside = addresses.filter((address) => border.mayConnect(host, address));
  if (border.isInsideName(host) || outside.length === 0) throw new Refusal(INSIDE);
  return outside.slice(0, MOST_TRIED);
}

/** As undici's own connector, which gives its socket back, though its types keep that secret. */
type Connect = (options: buildConnector.Options, callback: buildConnector.Callback) => Socket;

/** A connector of undici's that connects to these addresses alone, whatever it is asked for. */
const connectorTo = (addresses: readonly string[]): Connect =>
  buildConnector({
    lookup: giving(addresses),
    autoSelectFamily: true,
    autoSelectFamilyAttemptTimeout: ATTEMPT,
    rejectUnauthorized: true,
    // The signal ends it in time.
    timeout: 0,
  }) as unknown as Connect;

/**
 * Makes undici's connections go to addresses outside only. A name is resolved once, its addresses are checked, and the connection is
 * made to those; the address at its other end is checked once more. Addresses that are given as such are checked too.
 *
 * @param signal ends connections that are being made: undici's own signal is heard only by those that have been made
 */
export function connectOutside(
  border: Border,
  lookup: Lookup,
  signal: AbortSignal,
): buildConnector.connector {
  return (options, callback) => {
    const host = options.hostname;
    let socket: Socket | undefined;
    let isAnswered = false;
    const answer: buildConnector.Callback = (...outcome) => {
      signal.removeEventListener('abort', stop);
      if (!isAnswered) callback(...outcome);
      isAnswered = true;
    };
    const stop = () => {
      socket?.destroy();
      answer(new Error('The connection is not wanted any more.'), null);
    };
    const check: buildConnector.Callback = (...outcome) => {
      // Undefined where the other end has hung up already, so that nothing can be sent to it.
      const reached = outcome[1]?.remoteAddress;
      if (reached === undefined || border.mayConnect(host, reached)) return answer(...outcome);
      socket?.destroy();
      answer(new Refusal(INSIDE), null);
    };
    signal.addEventListener('abort', stop, { once: true });
    addressesOf(host, lookup, signal)
      .then((addresses) => {
        const connect = connectorTo(allowed(host, addresses, border));
        if (!signal.aborted) socket = connect(options, check);
      })
      .catch((error) => answer(error, null));
  };
}

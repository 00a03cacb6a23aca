import { lookup as resolve } from 'node:dns/promises';
import { isIP, type LookupFunction, type Socket } from 'node:net';
import { buildConnector } from 'undici';
import type { Border } from './inside-addresses.ts';
import { Refusal } from './refusal.ts';

/** The IP addresses of a host name; throws an error with Node's codes, as ENOTFOUND, where it has none. */
export type Lookup = (name: string) => Promise<readonly string[]>;

/** What is said of every address inside, however it was come by: nothing of it is told. */
export const INSIDE = 'That address leads to one inside this network, which is never asked.';

/** Looks a name up as the machine does, with its hosts file. */
export const lookUp: Lookup = async (name) =>
  (await resolve(name, { all: true })).map(({ address }) => address);

/** Gives a connection addresses that have been found already, so that no name is resolved a second time. */
const giving =
  (addresses: readonly string[]): LookupFunction =>
  (_, options, done) => {
    const found = addresses.map((address) => ({ address, family: isIP(address) }));
    const [first] = found;
    if (options.all === true || first === undefined) done(null, found);
    else done(null, first.address, first.family);
  };

/** The addresses of a host that may be connected to, at least one. */
async function allowedAddresses(host: string, border: Border, lookup: Lookup): Promise<readonly string[]> {
  if (border.isInsideName(host)) throw new Refusal(INSIDE);
  const addresses = isIP(host) === 0 ? await lookup(host) : [host];
  const allowed = addresses.filter((address) => border.mayConnect(host, address));
  if (allowed.length === 0) throw new Refusal(INSIDE);
  return allowed;
}

/**
 * Makes undici's connections go to addresses outside only. A name is resolved once, its addresses are checked, and the connection is
 * made to those; the address at its other end is checked once more. Addresses that are given as such are checked too.
 *
 * @param signal ends connections that are being made
 */
export function connectOutside(
  border: Border,
  lookup: Lookup,
  signal: AbortSignal,
): buildConnector.connector {
  return (options, callback) => {
    const connect = (addresses: readonly string[]) => {
      signal.throwIfAborted();
      const connector = buildConnector({
        lookup: giving(addresses),
        autoSelectFamily: true,
        rejectUnauthorized: true,
        // The signal ends it in time.
        timeout: 0,
      });
      // The types keep it secret that a connector gives back the socket that it connects.
      const socket = connector(options, (...outcome) => {
        signal.removeEventListener('abort', stop);
        const [error, connected] = outcome;
        if (error === null && !border.mayConnect(options.hostname, connected.remoteAddress ?? '')) {
          connected.destroy();
          callback(new Refusal(INSIDE), null);
        } else callback(...outcome);
      }) as unknown as Socket;
      const stop = () => socket.destroy(new Error('The connection is no longer wanted.'));
      signal.addEventListener('abort', stop, { once: true });
    };
    allowedAddresses(options.hostname, border, lookup)
      .then(connect)
      .catch((error) => callback(error, null));
  };
}

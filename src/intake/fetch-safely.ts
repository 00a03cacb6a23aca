import { isIP } from 'node:net';
import type { Fetch, Fetched, FetchOptions } from './fetch.ts';
import { INSIDE } from './fetch-connection.ts';
import { type Lookup, lookUp } from './fetch-lookup.ts';
import { failureRefusal } from './fetch-refusals.ts';
import { ask } from './fetch-request.ts';
import { type Border, drawBorder } from './inside-addresses.ts';
import { Refusal } from './refusal.ts';

/** How far a fetch goes. */
export type SafeFetchOptions = {
  /** The ports that may be asked, {@link USUAL_PORTS} where nothing is said. */
  readonly ports?: readonly number[];
  /** Host names, IP addresses and CIDRs that may be asked although they are inside: none where nothing is said. */
  readonly inside?: readonly string[];
  /** The bytes that a body may have, as it is sent and unpacked: 5 MB where nothing is said. */
  readonly bytes?: number;
  /** The time that all of it may take, from a name's resolution to the last byte: 10 s where nothing is said. */
  readonly milliseconds?: number;
  /** How many redirects are followed: 5 where nothing is said. */
  readonly redirects?: number;
  /** What resolves names: the machine, where nothing is said. */
  readonly lookup?: Lookup;
  /** The networks that count as inside whatever their addresses are, as CIDRs: those of the machine, where nothing is said. */
  readonly attached?: () => readonly string[];
};

type Rules = Required<Omit<SafeFetchOptions, 'inside' | 'attached'>> & { readonly border: Border };

/** The ports of http and https. */
export const USUAL_PORTS: readonly number[] = [80, 443];

const rulesOf = (options: SafeFetchOptions): Rules => ({
  ports: options.ports ?? USUAL_PORTS,
  bytes: options.bytes ?? 5 * 1024 * 1024,
  milliseconds: options.milliseconds ?? 10_000,
  redirects: options.redirects ?? 5,
  lookup: options.lookup ?? lookUp,
  border: drawBorder(options.inside ?? [], options.attached),
});

const NO_ADDRESS = 'That is no address of a page: one begins with http:// or https://.';

function readAddress(address: string): URL {
  if (!URL.canParse(address)) throw new Refusal(NO_ADDRESS);
  return new URL(address);
}

// A URL takes nearly anything for a host. What is no name in the DNS goes neither to a resolver nor into what is said.
const HOST = /^(?:[a-z\d_-]+(?:\.[a-z\d_-]+)*\.?|\[[\da-f:]+\])$/;

/** An IPv6 address stands in brackets in a URL, and nowhere else. */
const hostOf = (url: URL): string => url.hostname.replace(/^\[(.*)\]$/, '$1');

/** Whether an address may be asked, as far as it tells without being resolved. */
function checkAddress(url: URL, { ports, border }: Rules): void {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new Refusal('Only addresses that begin with http:// or https:// are read.');
  }
  if (url.username !== '' || url.password !== '') {
    throw new Refusal('An address with a user name or a password in it is not asked.');
  }
  if (!HOST.test(url.hostname)) throw new Refusal(NO_ADDRESS);
  const host = hostOf(url);
  if (border.isInsideName(host) || (isIP(host) !== 0 && !border.mayConnect(host, host))) {
    throw new Refusal(INSIDE);
  }
  const port = url.port === '' ? (url.protocol === 'http:' ? 80 : 443) : Number(url.port);
  if (!ports.includes(port)) throw new Refusal(`That address has port ${port}, which is not asked.`);
}

/** A request with its redirects: where it has come to, and what ends it. */
type Trip = { url: URL; readonly signal: AbortSignal };

async function follow(trip: Trip, asked: FetchOptions, rules: Rules): Promise<Fetched> {
  for (let redirects = 0; ; redirects++) {
    checkAddress(trip.url, rules);
    const outcome = await ask(trip.url, asked, { ...rules, signal: trip.signal });
    if (!(outcome instanceof URL)) return outcome;
    if (redirects === rules.redirects) {
      throw new Refusal(`${trip.url.hostname} redirects more than ${rules.redirects} times.`);
    }
    trip.url = outcome;
  }
}

const tooSlow = (host: string, milliseconds: number): Refusal =>
  new Refusal(`${host} took longer than ${milliseconds / 1000} seconds.`);

/**
 * A fetch for addresses that anybody may give: it asks servers of the public internet only, on the usual ports, and takes no more
 * than it says of what they send. No cookies are kept, neither a Referer nor credentials are ever sent, and no proxy is used. Each
 * request has a connection of its own, which is closed when it ends.
 *
 * @throws Error with a sentence for whoever configures it, where an exception is no host name, address or CIDR
 */
export function createFetch(options: SafeFetchOptions = {}): Fetch {
  const rules = rulesOf(options);
  return async (address, asked = {}) => {
    asked.signal?.throwIfAborted();
    const end = new AbortController();
    const trip: Trip = { url: readAddress(address), signal: end.signal };
    const giveUp = () => end.abort();
    const clock = setTimeout(giveUp, rules.milliseconds);
    asked.signal?.addEventListener('abort', giveUp, { once: true });
    try {
      return await follow(trip, asked, rules);
    } catch (error) {
      asked.signal?.throwIfAborted();
      if (end.signal.aborted) throw tooSlow(trip.url.hostname, rules.milliseconds);
      throw failureRefusal(trip.url.hostname, error);
    } finally {
      clearTimeout(clock);
      asked.signal?.removeEventListener('abort', giveUp);
    }
  };
}

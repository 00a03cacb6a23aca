import { isIP } from 'node:net';
import { networkInterfaces } from 'node:os';
import ipaddr from 'ipaddr.js';

type Network = readonly [ipaddr.IPv4 | ipaddr.IPv6, number];

/** Whom requests may be sent to. Names are host names as a URL gives them, addresses are IPv4 or IPv6 without brackets. */
export type Border = {
  /** Whether a name is known to mean something inside whatever it resolves to. */
  isInsideName(name: string): boolean;
  /** Whether a connection to this address may be made when this name, or the address itself, is asked for. */
  mayConnect(name: string, address: string): boolean;
};

// All that is given out to the public internet (RFC 4291, IANA's registry). What lies beyond has no use, or leads to IPv4 in disguise.
const GLOBAL_UNICAST = ipaddr.parseCIDR('2000::/3');

// Addresses of the public internet by their range that a cloud's machines are answered at by the cloud itself: Azure.
const METADATA = [ipaddr.parseCIDR('168.63.129.16/32')];

// A mask wider than this is that of a tunnel that takes everything, and says nothing about who is near.
const WIDEST_ATTACHED = { ipv4: 8, ipv6: 32 } as const;

const isWithin = (address: ipaddr.IPv4 | ipaddr.IPv6, [network, bits]: Network): boolean =>
  address.kind() === network.kind() && address.match(network, bits);

/** An address as it is to be compared; undefined for what isn't exactly one (no zones, no octal or shortened IPv4). */
const parsed = (address: string): ipaddr.IPv4 | ipaddr.IPv6 | undefined =>
  isIP(address) === 0 || address.includes('%') ? undefined : ipaddr.parse(address);

/**
 * Whether an IP address is anything but one of the public internet: loopback, private, shared (carrier-grade NAT), link-local,
 * multicast, reserved, a cloud's metadata service, IPv4 within IPv6 in any of its forms, or no address at all.
 */
export function isInside(address: string): boolean {
  const ip = parsed(address);
  if (ip === undefined || ip.range() !== 'unicast') return true;
  if (ip.kind() === 'ipv6' && !isWithin(ip, GLOBAL_UNICAST)) return true;
  return METADATA.some((network) => isWithin(ip, network));
}

/**
 * The networks that this machine stands in, as CIDRs. Those with public addresses count: a firewall guards them from outside, not
 * from their neighbours, and with IPv6 all of a home's or an office's machines have such addresses.
 */
export const attachedNetworks = (): readonly string[] =>
  Object.values(networkInterfaces()).flatMap((addresses = []) => addresses.flatMap(({ cidr }) => cidr ?? []));

const isNear = (address: string, attached: readonly string[]): boolean => {
  const ip = parsed(address);
  if (ip === undefined) return true;
  return attached
    .map((cidr) => ipaddr.parseCIDR(cidr))
    .some((network) => {
      // The machine itself is near however wide the mask is.
      const own: Network = [network[0], network[0].kind() === 'ipv4' ? 32 : 128];
      return isWithin(ip, own) || (network[1] >= WIDEST_ATTACHED[network[0].kind()] && isWithin(ip, network));
    });
};

const bareName = (name: string): string => name.toLowerCase().replace(/\.$/, '');

/** Names that are never given out to the public (RFC 6761, 6762, 8375, and ICANN's .internal). */
const INSIDE_NAME = /(?:^|\.)(?:localhost|local|localdomain|internal|home\.arpa)$/;

type Exception = { readonly name: string } | { readonly network: Network };

/** An exception as it is written: a host name, an address (with or without brackets) or a CIDR. Undefined where it is none of them. */
function readException(entry: string): Exception | undefined {
  const address = entry.replace(/^\[(.*)\]$/, '$1');
  const ip = parsed(address);
  if (ip !== undefined) return { network: [ip, ip.kind() === 'ipv4' ? 32 : 128] };
  if (entry.includes('/')) {
    const base = parsed(entry.replace(/\/\d+$/, ''));
    return base !== undefined && ipaddr.isValidCIDR(entry) ? { network: ipaddr.parseCIDR(entry) } : undefined;
  }
  // The last part begins with a letter, or it would be an address.
  const isName = /^(?:[a-z\d_](?:[a-z\d_-]*[a-z\d])?\.)*[a-z](?:[a-z\d-]*[a-z\d])?\.?$/i.test(entry);
  return isName ? { name: bareName(entry) } : undefined;
}

/** Whether this can stand in the list of exceptions: a host name, an IP address or a CIDR. */
export const isException = (entry: string): boolean => readException(entry) !== undefined;

/**
 * The border between inside and outside.
 *
 * @param exceptions host names, addresses and CIDRs that may be asked although they are inside. A name among them may lead anywhere
 * @param attached the networks that the machine stands in, as CIDRs; asked each time, because a machine moves
 * @throws Error with a sentence for whoever configures it, where an exception is none of the three
 */
export function drawBorder(exceptions: readonly string[], attached = attachedNetworks): Border {
  const read = exceptions.map((entry) => {
    const exception = readException(entry);
    if (exception === undefined) throw new Error(`"${entry}" is no host name, IP address or CIDR.`);
    return exception;
  });
  const names = new Set(read.flatMap((exception) => ('name' in exception ? [exception.name] : [])));
  const networks = read.flatMap((exception) => ('network' in exception ? [exception.network] : []));
  const isExcepted = (name: string, address: string): boolean => {
    const ip = parsed(address);
    return (
      names.has(bareName(name)) || (ip !== undefined && networks.some((network) => isWithin(ip, network)))
    );
  };
  return {
    isInsideName: (name) => INSIDE_NAME.test(bareName(name)) && !names.has(bareName(name)),
    mayConnect: (name, address) =>
      isExcepted(name, address) || !(isInside(address) || isNear(address, attached())),
  };
}

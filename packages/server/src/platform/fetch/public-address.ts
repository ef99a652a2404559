import { BlockList, isIP } from 'node:net';
import { type TrustedProxies, trustProxies } from '../http/trusted-proxies.ts';

/** What lies not on the public internet, or leads into something else from there (IANA's registries of special-purpose addresses). */
const special: ReadonlyArray<readonly [string, number]> = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

const notPublic = new BlockList();
for (const [address, bits] of special)
  notPublic.addSubnet(address, bits, isIP(address) === 4 ? 'ipv4' : 'ipv6');
const unicast = new BlockList();
unicast.addSubnet('2000::', 3, 'ipv6');

/** Whether an IP address is one of the public internet. Of IPv6 only global unicast is, so that no IPv4 address hides in one. */
export function isPublicAddress(address: string): boolean {
  const version = isIP(address);
  if (version === 4) return !notPublic.check(address, 'ipv4');
  return version === 6 && unicast.check(address, 'ipv6') && !notPublic.check(address, 'ipv6');
}

/** Where something may be fetched from: any port of networks that are named, and the ports of HTTP and HTTPS of the public internet. */
export function allowedAddresses(named: TrustedProxies): (address: string, port: string) => boolean {
  const ours = Array.isArray(named) ? trustProxies(named) : () => false;
  return (address, port) => ours(address, 0) || (port === '' && isPublicAddress(address));
}

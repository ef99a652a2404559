import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';
import { fail } from '../../../platform/fail.ts';

/**
 * An address to connect to for a host that an administrator named. Link-local addresses are refused: what answers there (the metadata
 * service of clouds) hands out credentials to whoever asks from this machine. The name is resolved once, so that it cannot point
 * elsewhere a moment later; `servername` is what its certificate must name. Throws `channels.host_refused`, or what the resolver throws.
 */
export async function mailHost(host: string): Promise<{ address: string; servername: string | undefined }> {
  const { address } = await lookup(host);
  if (isLinkLocal(address)) throw fail('channels.host_refused', { host });
  return { address, servername: isIP(host) ? undefined : host };
}

/** RFC 3927 and RFC 4291, also as RFC 6052 writes an IPv4 address in IPv6; and AWS's metadata service in IPv6. */
const linkLocal = new BlockList();
linkLocal.addSubnet('169.254.0.0', 16, 'ipv4');
linkLocal.addSubnet('fe80::', 10, 'ipv6');
linkLocal.addSubnet('64:ff9b::a9fe:0', 112, 'ipv6');
linkLocal.addAddress('fd00:ec2::254', 'ipv6');

/** Whether an IP address is one of this machine's own wire, however it is written. */
export function isLinkLocal(address: string): boolean {
  const plain = address.replace(/%.*$/, '');
  return linkLocal.check(plain, isIP(plain) === 6 ? 'ipv6' : 'ipv4');
}

import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
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

/** 169.254.0.0/16 (RFC 3927), also as it is written in IPv6, and fe80::/10 (RFC 4291); and AWS's metadata service in IPv6. */
export function isLinkLocal(address: string): boolean {
  const plain = address.toLowerCase().replace(/^::ffff:/, '');
  return plain.startsWith('169.254.') || /^fe[89ab][0-9a-f]:/.test(plain) || plain === 'fd00:ec2::254';
}

import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';

/** Whose word on where a request comes from is taken: nobody's, that of whoever is connected, or that of these addresses. */
export type TrustedProxies = false | 'nearest' | readonly string[];

/** Whether the one at this many hops from us (0 is who is connected) is a proxy of ours. */
export type ProxyTrust = (address: string | undefined, hop: number) => boolean;

/** Loopback, by the name that a setting may call it. */
const named: Record<string, readonly string[]> = { loopback: ['127.0.0.0/8', '::1/128'] };

/** Whether a text names proxies: an address, a network such as `10.0.0.0/8`, or `loopback`. */
export function namesProxies(text: string): boolean {
  return Object.hasOwn(named, text) || networkOf(text) !== null;
}

/** Judges who may say where a request comes from. The texts of a list must be such that `namesProxies` holds. */
export function trustProxies(proxies: TrustedProxies): ProxyTrust {
  if (proxies === false) return () => false;
  // One hop and no more: what stands further left in the header was said by the caller.
  if (proxies === 'nearest') return (_address, hop) => hop === 0;
  const ours = new BlockList();
  for (const text of proxies.flatMap((it) => (Object.hasOwn(named, it) ? (named[it] ?? []) : it))) {
    const network = networkOf(text);
    if (network) ours.addSubnet(network.address, network.bits, network.family);
  }
  return (address = '') => {
    const family = isIP(address);
    return family !== 0 && ours.check(address, family === 4 ? 'ipv4' : 'ipv6');
  };
}

/**
 * Where a request comes from: the first address, going back from us through `X-Forwarded-For`, that is no proxy of ours. The same
 * that Fastify says of a request, for an upgrade that Fastify does not see.
 */
export function callerAddress({ socket, headers }: IncomingMessage, trusts: ProxyTrust): string {
  const peer = socket.remoteAddress ?? '';
  const forwarded = [headers['x-forwarded-for'] ?? []].flat().join(',').split(',');
  const hops = [
    peer,
    ...forwarded
      .map((it) => it.trim())
      .filter(Boolean)
      .reverse(),
  ];
  return hops.find((address, hop) => !trusts(address, hop)) ?? hops.at(-1) ?? peer;
}

const forwardingHeaders = [
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-real-ip',
  'forwarded',
  'via',
];

/** Whether whoever asks is on this machine, and not a proxy here that asks for somebody else. */
export function comesFromHere({ socket, headers }: IncomingMessage): boolean {
  return (
    trustProxies(['loopback'])(socket.remoteAddress, 0) && !forwardingHeaders.some((name) => name in headers)
  );
}

function networkOf(text: string): { address: string; bits: number; family: 'ipv4' | 'ipv6' } | null {
  const [address = '', length, ...rest] = text.split('/');
  const version = isIP(address);
  const most = version === 4 ? 32 : 128;
  const bits = length === undefined ? most : /^\d{1,3}$/.test(length) ? Number(length) : Number.NaN;
  if (version === 0 || rest.length > 0 || !(bits <= most)) return null;
  return { address, bits, family: version === 4 ? 'ipv4' : 'ipv6' };
}

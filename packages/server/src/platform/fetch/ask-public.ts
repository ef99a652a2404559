import { type LookupAddress, lookup } from 'node:dns';
import type { IncomingMessage } from 'node:http';
import { request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';

/** It leads to where nobody outside may send us: a private network, or no web address at all. */
export class AddressRefused extends Error {}

/**
 * Asks somebody else's server, at an address that somebody outside has chosen. Names are resolved once, and that address is connected to,
 * so that no name can pass the check and then lead elsewhere. Redirects are not followed. Throws AddressRefused, and what the connection
 * throws.
 */
export function askPublic(
  url: URL,
  allows: (address: string, port: string) => boolean,
  options: {
    method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
    headers: Record<string, string>;
    body?: string | Uint8Array;
    signal: AbortSignal;
  },
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new AddressRefused('no web address');
    const host = url.hostname.replace(/^\[|\]$/g, '');
    // For these nothing is looked up.
    if (isIP(host) !== 0 && !allows(host, url.port))
      throw new AddressRefused('an address that is not public');
    const request = url.protocol === 'https:' ? requestSecure : requestPlain;
    request(
      {
        method: options.method ?? 'GET',
        hostname: host,
        port: url.port || undefined,
        path: url.pathname + url.search,
        headers: { 'user-agent': 'Fairlead', ...options.headers },
        agent: false,
        lookup: checkedLookup(url.port, allows),
        signal: options.signal,
      },
      resolve,
    )
      .on('error', reject)
      .end(options.body);
  });
}

/** Answers only addresses that are allowed; the connection goes to one of these. */
const checkedLookup =
  (port: string, allows: (address: string, port: string) => boolean): LookupFunction =>
  (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found: LookupAddress[]) => {
      const allowed = error ? [] : found.filter(({ address }) => allows(address, port));
      const [first] = allowed;
      if (!first) callback(error ?? new AddressRefused('an address that is not public'), '', 0);
      else if (options.all) callback(null, allowed);
      else callback(null, first.address, first.family);
    });
  };

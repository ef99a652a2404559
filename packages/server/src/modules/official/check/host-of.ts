import { domainToUnicode } from 'node:url';
import { parse } from 'tldts';

/** The host that a browser would go to, in ASCII and without a dot at the end; null where it would go nowhere. */
export function hostOf(url: URL): string | null {
  const host = url.hostname.replace(/\.+$/, '');
  return host === '' ? null : host;
}

/** An address as a browser reads it; null where it is none. */
export const urlOf = (text: string): URL | null => URL.parse(text);

export const isIp = (host: string): boolean => host.startsWith('[') || /^\d+(?:\.\d+){3}$/.test(host);

/** What somebody can register for themselves, by the public suffix list (its private part too: `name.github.io`); null for a suffix alone. */
export const registrable = (host: string): string | null =>
  isIp(host) ? null : parse(host, { allowPrivateDomains: true, extractHostname: false }).domain;

/** Whether the internet has such an ending, or examples do (RFC 2606), which the demo is made of. */
export const hasKnownEnding = (host: string): boolean =>
  host.endsWith('.example') ||
  parse(host, { allowPrivateDomains: true, extractHostname: false }).isIcann === true;

/** The label that people go by: `htx` of `www.htx.com`. */
export const nameOf = (host: string): string => registrable(host)?.split('.')[0] ?? host;

/** As people see it. */
export const shown = (host: string): string => domainToUnicode(host) || host;

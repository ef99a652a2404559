import type { Config } from './settings.ts';

/**
 * Whether the demo is to be shown. Its password is known to everyone, so by default it needs that no other machine can connect and
 * that nothing says this is an installation for others: an address of its own, a proxy, a database server.
 */
export function wantsDemo({ DEMO, HOST, PUBLIC_URL, TRUST_PROXY, DATABASE_URL }: Config): boolean {
  return DEMO ?? (isLoopback(HOST) && !PUBLIC_URL && !TRUST_PROXY && !DATABASE_URL);
}

const isLoopback = (host: string) => /^(127\.|::1$|localhost$)/.test(host);

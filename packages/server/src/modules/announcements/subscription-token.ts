import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { type AnnouncementKind, announcementKinds } from '@fairlead/contract';
import type { Keys } from '../../platform/crypto/secrets.ts';

const sign = (keys: Keys, purpose: string, said: string): string =>
  createHmac('sha256', keys.derive(purpose)).update(said).digest('base64url');

function isSigned(keys: Keys, purpose: string, said: string, signature: string): boolean {
  const given = Buffer.from(signature);
  const right = Buffer.from(sign(keys, purpose, said));
  return given.length === right.length && timingSafeEqual(given, right);
}

const stopping = 'stop announcements';
const confirming = 'confirm announcements';
const day = 24 * 3_600_000;
/** Days within which somebody says that an address is theirs. */
const confirmDays = 7;

/** What ends a customer's announcements of a kind, or all of them, and can do nothing else. It does not expire: letters are opened late. */
export const makeStopToken = (keys: Keys, customerId: string, kind: AnnouncementKind): string =>
  `${customerId}.${kind}.${sign(keys, stopping, `${customerId}.${kind}`)}`;

/** Whose announcements of which kind a token ends; null for one that we did not sign. */
export function readStopToken(
  keys: Keys,
  token: string,
): { customerId: string; kind: AnnouncementKind } | null {
  const [, customerId = '', named = '', signature = ''] =
    /^([\da-f-]{36})\.([a-z]+)\.([\w-]{43})$/.exec(token) ?? [];
  const kind = announcementKinds.find((it) => it === named);
  return kind && isSigned(keys, stopping, `${customerId}.${kind}`, signature) ? { customerId, kind } : null;
}

const nameOf = (address: string): string =>
  createHash('sha256').update(address.toLowerCase()).digest('base64url').slice(0, 22);

/** What says that the holder of an address wishes the letters that somebody asked for. It holds for a week, and for that address only. */
export function makeConfirmToken(keys: Keys, customerId: string, address: string, now: Date): string {
  const until = Math.floor((now.getTime() + confirmDays * day) / 1000);
  const said = `${customerId}.${nameOf(address)}.${until}`;
  return `${said}.${sign(keys, confirming, said)}`;
}

/** Whose address a token confirms; `isFor` tells whether it is that one. Null for one that we did not sign, or that has ended. */
export function readConfirmToken(
  keys: Keys,
  token: string,
  now: Date,
): { customerId: string; isFor(address: string): boolean } | null {
  const [, said = '', customerId = '', name = '', until = '', signature = ''] =
    /^(([\da-f-]{36})\.([\w-]{22})\.(\d{9,11}))\.([\w-]{43})$/.exec(token) ?? [];
  if (!isSigned(keys, confirming, said, signature) || Number(until) * 1000 < now.getTime()) return null;
  return { customerId, isFor: (address) => nameOf(address) === name };
}

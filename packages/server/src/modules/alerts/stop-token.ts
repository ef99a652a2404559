import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Keys } from '../../platform/crypto/secrets.ts';

const sign = (keys: Keys, customerId: string): Buffer =>
  createHmac('sha256', keys.derive('stop alerts')).update(customerId).digest();

/** What ends a customer's alerts and briefs, and can do nothing else. It does not expire: letters are opened late. */
export const makeStopToken = (keys: Keys, customerId: string): string =>
  `${customerId}.${sign(keys, customerId).toString('base64url')}`;

/** Whose alerts a token ends; null for one that we did not sign. */
export function readStopToken(keys: Keys, token: string): string | null {
  const [, customerId, signature] = /^([\da-f-]{36})\.([\w-]{43})$/.exec(token) ?? [];
  if (customerId === undefined || signature === undefined) return null;
  const given = Buffer.from(signature, 'base64url');
  const right = sign(keys, customerId);
  return given.length === right.length && timingSafeEqual(given, right) ? customerId : null;
}

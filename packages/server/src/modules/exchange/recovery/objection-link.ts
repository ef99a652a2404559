import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Keys } from '../../../platform/crypto/secrets.ts';

const signatureOf = (keys: Keys, id: string) =>
  createHmac('sha256', keys.derive('recovery-objection')).update(id).digest();

/** What stands in the link of a letter: it stops this recovery, and does nothing else. */
export const objectionToken = (keys: Keys, id: string): string =>
  `${id}.${signatureOf(keys, id).toString('base64url')}`;

/** Which recovery a token stops; null where we did not sign it. */
export function readObjection(keys: Keys, token: string): string | null {
  const [, id = '', signature = ''] = /^([\da-f-]{36})\.([\w-]{43})$/.exec(token) ?? [];
  const given = Buffer.from(signature, 'base64url');
  const right = signatureOf(keys, id);
  return given.length === right.length && timingSafeEqual(given, right) ? id : null;
}

import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Keys } from '../../../platform/crypto/secrets.ts';

/** Seconds by which the clocks of a provider and ours may differ, and for which a request may be under way. */
const tolerance = 300;

/** What a provider signs letters for an inbox with. Made of the root of all keys, so that it is kept nowhere. */
export const webhookSecret = (keys: Keys, inboxId: string): string =>
  keys.derive(`letter-webhook:${inboxId}`).toString('base64url');

/** The signature of a letter: `v1=` and the HMAC-SHA256, in hex, of the time (seconds since 1970), a dot, and the letter's bytes. */
export function signWebhook(secret: string, time: string, raw: Uint8Array): string {
  return `v1=${createHmac('sha256', secret).update(`${time}.`).update(raw).digest('hex')}`;
}

/** Whether a time is near enough that what was signed then may be let in. */
export function isFresh(time: string, now: Date): boolean {
  return /^\d{1,12}$/.test(time) && Math.abs(now.getTime() / 1000 - Number(time)) <= tolerance;
}

/** Whether the letter is signed with the secret; compared in constant time. */
export function isSignedWebhook(secret: string, time: string, raw: Uint8Array, signature: string): boolean {
  const given = Buffer.from(signature);
  const right = Buffer.from(signWebhook(secret, time, raw));
  return given.length === right.length && timingSafeEqual(given, right);
}

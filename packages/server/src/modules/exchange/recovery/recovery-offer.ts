import { createHmac, timingSafeEqual } from 'node:crypto';
import { type FlowId, formatMessage, type Locale } from '@fairlead/contract';
import type { Keys } from '../../../platform/crypto/secrets.ts';
import { textOf } from '../flows/say-line.ts';

/** So long a link of the assistant's says from where somebody came. */
const minutes = 30;

/** Answers after which somebody may still not get in. */
const offeredAfter: ReadonlySet<string> = new Set([
  'account.cannot_sign_in',
  'account.lost_second_factor',
  'account.code_missing',
  'account.reset_long',
]);
export const offersRecovery = ({ flow, outcome }: { flow: FlowId; outcome: string }): boolean =>
  offeredAfter.has(`${flow}.${outcome}`);

const signatureOf = (keys: Keys, said: string) =>
  createHmac('sha256', keys.derive('recovery-offer')).update(said).digest();

/** Says from which conversation somebody comes, for half an hour. It opens nothing; who asks is proven in the portal as ever. */
export function offerToken(keys: Keys, conversationId: string, now: Date): string {
  const until = Math.floor(now.getTime() / 1_000) + minutes * 60;
  const signature = signatureOf(keys, `${conversationId}.${until}`).toString('base64url');
  // The digits last: a link that ends in punctuation is cut short where it is shown.
  return `${signature}.${conversationId}.${until}`;
}

/** The conversation of a token; null of one that we did not sign, or that has expired. */
export function readOffer(keys: Keys, token: string, now: Date): string | null {
  const [, signature = '', id = '', until = ''] =
    /^([\w-]{43})\.([\da-f-]{36})\.(\d{1,12})$/.exec(token) ?? [];
  if (id === '' || Number(until) * 1_000 <= now.getTime()) return null;
  const given = Buffer.from(signature, 'base64url');
  const right = signatureOf(keys, `${id}.${until}`);
  return given.length === right.length && timingSafeEqual(given, right) ? id : null;
}

/** What the assistant adds: the way to the page on which an account is asked back. The token stands in the fragment, which reaches no server's log. */
export function sayRecoveryOffer(
  { keys, publicUrl }: { keys: Keys; publicUrl: string },
  { conversationId, locale, now }: { conversationId: string; locale: Locale; now: Date },
): string {
  const link = `${publicUrl}/portal/new/account_security.lost_2fa#recover=${offerToken(keys, conversationId, now)}`;
  return `${formatMessage(locale, textOf(locale, 'recovery.offer'), { minutes })}\n${link}`;
}

import { createHmac, timingSafeEqual } from 'node:crypto';
import type { RawRequest } from '../../port.ts';

/** What comes with a letter from the door that took it in, none of it from the letter itself. */
export const doorHeaders = [
  'fairlead-signature',
  'fairlead-proof',
  'fairlead-delivered-to',
  'fairlead-envelope-from',
] as const;

/**
 * Signs a letter that one of our own doors (IMAP, SMTP, webhook) took in, with all that it says about it: nobody else can put a letter,
 * or a proof of who wrote it, where letters are understood. HMAC-SHA256 in hex.
 */
export function signLetter(request: Pick<RawRequest, 'headers' | 'body'>, secret: string): string {
  const hmac = createHmac('sha256', secret);
  for (const name of doorHeaders.slice(1)) hmac.update(`${name}:${request.headers[name] ?? ''}\n`);
  return hmac.update('\n').update(request.body).digest('hex');
}

/** Whether one of the secrets signed it; compared in constant time. */
export function isSigned(request: Pick<RawRequest, 'headers' | 'body'>, secrets: readonly string[]): boolean {
  const given = Buffer.from(request.headers['fairlead-signature'] ?? '');
  return secrets.some((secret) => {
    const right = Buffer.from(signLetter(request, secret));
    return given.length === right.length && timingSafeEqual(given, right);
  });
}

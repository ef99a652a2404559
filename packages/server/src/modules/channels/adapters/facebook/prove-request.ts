import { createHmac, timingSafeEqual } from 'node:crypto';
import { fail, type ProofMaterial, type RawRequest } from '../../port.ts';

/** The header in which Facebook signs what it sends. */
const signatureHeader = 'x-hub-signature-256';

/** What Facebook writes into the header: HMAC-SHA256 of the raw body under the app secret, in hex. */
export function signBody(body: Uint8Array, appSecret: string): string {
  return `sha256=${createHmac('sha256', appSecret).update(body).digest('hex')}`;
}

/** Throws unless the app's secret, or the one that it had before, signed the body. Both are tried, each in constant time. */
export function verifySignature({ headers, body }: RawRequest, { credentials = {} }: ProofMaterial): void {
  const given = headers[signatureHeader] ?? '';
  const secrets = [credentials.appSecret, credentials.formerAppSecret].filter((it) => it !== undefined);
  const proven = secrets.filter((secret) => secret !== '' && isSame(given, signBody(body, secret)));
  if (proven.length === 0) throw fail('request.invalid', { field: signatureHeader });
}

/**
 * Answers Facebook's question whether the address is ours: `hub.challenge`, where `hub.verify_token` is one of the secrets. Throws
 * otherwise.
 */
export function answerChallenge({ query }: RawRequest, { secrets }: ProofMaterial): string {
  const token = query['hub.verify_token'] ?? '';
  const proven = secrets.filter((secret) => isSame(token, secret));
  if (query['hub.mode'] !== 'subscribe' || proven.length === 0)
    throw fail('request.invalid', { field: 'hub.verify_token' });
  const challenge = query['hub.challenge'] ?? '';
  // It is echoed: nothing but what Facebook sends, a number, and never markup.
  if (!/^[\w-]{1,200}$/.test(challenge)) throw fail('request.invalid', { field: 'hub.challenge' });
  return challenge;
}

function isSame(given: string, right: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(right)];
  return right !== '' && a.length === b.length && timingSafeEqual(a, b);
}

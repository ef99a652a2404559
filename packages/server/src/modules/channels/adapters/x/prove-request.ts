import { createHmac, timingSafeEqual } from 'node:crypto';
import { fail, type ProofMaterial, type RawRequest } from '../../port.ts';

/** The header in which X signs what it sends. */
export const signatureHeader = 'x-twitter-webhooks-signature';

/** What X writes into the header, and what it is answered when it asks: HMAC-SHA256 under the consumer secret, in base64. */
export function signatureFor(content: Uint8Array | string, consumerSecret: string): string {
  return `sha256=${createHmac('sha256', consumerSecret).update(content).digest('base64')}`;
}

/**
 * Throws unless the app's consumer secret, or the one that it had before, signed the body, and the body is for the inbox's account. Both
 * secrets are tried, each in constant time.
 */
export function verifySignature(
  { headers, body }: RawRequest,
  { credentials = {}, account }: ProofMaterial,
): void {
  const given = headers[signatureHeader] ?? '';
  const secrets = [credentials.consumerSecret, credentials.formerConsumerSecret];
  const proven = secrets.filter(
    (it) => it !== undefined && it !== '' && isSame(given, signatureFor(body, it)),
  );
  if (proven.length === 0) throw fail('request.invalid', { field: signatureHeader });
  const recipient = recipientOf(body);
  if (account?.id !== undefined && recipient !== null && recipient !== account.id)
    throw fail('request.invalid', { field: 'for_user_id' });
}

/** Answers X's question whether the address is ours (CRC): JSON with the signature of its token. Throws where there is none. */
export function answerChallenge({ query }: RawRequest, { credentials = {} }: ProofMaterial): string {
  const token = query['crc_token'] ?? '';
  if (!/^[\x21-\x7e]{1,500}$/.test(token) || !credentials.consumerSecret)
    throw fail('request.invalid', { field: 'crc_token' });
  return JSON.stringify({ response_token: signatureFor(token, credentials.consumerSecret) });
}

/** Where it stands in what the Account Activity API sends, and the X Activity API. */
interface Recipient {
  readonly for_user_id?: unknown;
  readonly data?: { readonly filter?: { readonly user_id?: unknown } | null } | null;
}

/** Whose account a payload is for; null for what does not say it, which is understood or refused later. */
function recipientOf(body: Uint8Array): string | null {
  try {
    const payload: unknown = JSON.parse(new TextDecoder().decode(body));
    const { for_user_id: id, data } = (payload ?? {}) as Recipient;
    const recipient = id ?? data?.filter?.user_id;
    return typeof recipient === 'string' ? recipient : null;
  } catch {
    return null;
  }
}

function isSame(given: string, right: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}

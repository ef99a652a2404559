import { createHmac, timingSafeEqual } from 'node:crypto';

/** Hex digits: 48 bits of the HMAC, which nobody guesses by writing letters. In one case, since some mailers change that of addresses. */
const signatureLength = 12;

/**
 * The address that answers to a conversation go to: `support+<conversation>.<signature>@htx.com`. The signature is over the id and the
 * inbox's own address, so that it opens no other. `key` is a key for this purpose only. A local part is at most 64 octets (RFC 5321):
 * a UUID without dashes fits beside a name of 18.
 */
export function makePlusAddress(inboxAddress: string, conversationId: string, key: Uint8Array): string {
  const at = inboxAddress.lastIndexOf('@');
  const token = conversationId.replaceAll('-', '').toLowerCase();
  const signature = sign(inboxAddress, token, key);
  return `${inboxAddress.slice(0, at)}+${token}.${signature}${inboxAddress.slice(at)}`;
}

/** The conversation that an address of ours names, if we made it for this inbox; null for any other address. */
export function readPlusAddress(address: string, inboxAddress: string, key: Uint8Array): string | null {
  const at = inboxAddress.lastIndexOf('@');
  const own = `${inboxAddress.slice(0, at)}+`.toLowerCase();
  const domain = inboxAddress.slice(at).toLowerCase();
  const given = address.trim().toLowerCase();
  if (!given.startsWith(own) || !given.endsWith(domain) || given.length > 400) return null;
  const [, token, signature] =
    /^([0-9a-f]{32})\.([0-9a-f]{12})$/.exec(given.slice(own.length, given.length - domain.length)) ?? [];
  if (token === undefined || signature === undefined) return null;
  if (!timingSafeEqual(Buffer.from(sign(inboxAddress, token, key)), Buffer.from(signature))) return null;
  return [
    token.slice(0, 8),
    token.slice(8, 12),
    token.slice(12, 16),
    token.slice(16, 20),
    token.slice(20),
  ].join('-');
}

const sign = (inboxAddress: string, token: string, key: Uint8Array): string =>
  createHmac('sha256', key)
    .update(`${inboxAddress.toLowerCase()}\n${token}`)
    .digest('hex')
    .slice(0, signatureLength);

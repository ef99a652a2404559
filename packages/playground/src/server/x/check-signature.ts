import { createHmac } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { XApp } from './send-webhook.ts';

/** Seconds that a clock may be off, as X allows. */
const tolerance = 300;

/**
 * Whether a request is signed by OAuth 1.0a as the account: every parameter in its place, not too long ago, and not seen before. Bodies
 * of a form would be signed too; nothing here sends one.
 */
export function createSignatureCheck(app: XApp, now: () => number): (request: FastifyRequest) => boolean {
  const seen = new Set<string>();
  return (request) => {
    const header = request.headers.authorization ?? '';
    if (!header.startsWith('OAuth ')) return false;
    const given = new Map(
      header
        .slice('OAuth '.length)
        .split(',')
        .map((it): [string, string] => {
          const [name = '', value = ''] = it.trim().split('=', 2);
          return [decodeURIComponent(name), decodeURIComponent(value.replace(/^"|"$/g, ''))];
        }),
    );
    const signature = given.get('oauth_signature');
    given.delete('oauth_signature');
    const nonce = given.get('oauth_nonce') ?? '';
    const age = Math.abs(now() / 1000 - Number(given.get('oauth_timestamp')));
    const right =
      given.get('oauth_consumer_key') === app.consumerKey &&
      given.get('oauth_token') === app.accessToken &&
      given.get('oauth_signature_method') === 'HMAC-SHA1' &&
      age <= tolerance &&
      nonce !== '' &&
      !seen.has(nonce) &&
      signature === signatureOf(request, [...given], app);
    seen.add(nonce);
    if (seen.size > 10_000) seen.clear();
    return right;
  };
}

function signatureOf(
  request: FastifyRequest,
  own: ReadonlyArray<readonly [string, string]>,
  app: XApp,
): string {
  const url = new URL(request.url, `${request.protocol}://${request.host}`);
  const all = [...own, ...url.searchParams].map(([name, value]) => `${escape(name)}=${escape(value)}`);
  const base = [request.method, url.origin + url.pathname, all.sort().join('&')].map(escape).join('&');
  return createHmac('sha1', `${escape(app.consumerSecret)}&${escape(app.accessTokenSecret)}`)
    .update(base)
    .digest('base64');
}

function escape(text: string): string {
  return [...Buffer.from(text)]
    .map((byte) => {
      const character = String.fromCharCode(byte);
      return /[A-Za-z0-9._~-]/.test(character)
        ? character
        : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    })
    .join('');
}

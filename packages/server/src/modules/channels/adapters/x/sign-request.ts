import { createHmac } from 'node:crypto';

/** What a request is signed with: the app's pair and the account's. */
export interface SigningKeys {
  readonly consumerKey: string;
  readonly consumerSecret: string;
  readonly accessToken: string;
  readonly accessTokenSecret: string;
}

/** What makes each request another one. */
export interface Moment {
  readonly nonce: string;
  /** Seconds since 1970. */
  readonly timestamp: number;
}

/**
 * The `authorization` header of OAuth 1.0a (RFC 5849, HMAC-SHA1) for a request. Of a body only the fields of a form are signed, given as
 * `form`; JSON and multipart are not. https://docs.x.com/fundamentals/authentication/oauth-1-0a/creating-a-signature
 */
export function signRequest(
  { method, url, form = [] }: { method: string; url: URL; form?: ReadonlyArray<readonly [string, string]> },
  keys: SigningKeys,
  { nonce, timestamp }: Moment,
): string {
  const own: Array<readonly [string, string]> = [
    ['oauth_consumer_key', keys.consumerKey],
    ['oauth_nonce', nonce],
    ['oauth_signature_method', 'HMAC-SHA1'],
    ['oauth_timestamp', String(timestamp)],
    ['oauth_token', keys.accessToken],
    ['oauth_version', '1.0'],
  ];
  const signature = signatureOf(method, url, [...url.searchParams, ...form, ...own], keys);
  const fields = [...own, ['oauth_signature', signature] as const].sort(([a], [b]) => (a < b ? -1 : 1));
  return `OAuth ${fields.map(([name, value]) => `${encode(name)}="${encode(value)}"`).join(', ')}`;
}

function signatureOf(
  method: string,
  url: URL,
  parameters: ReadonlyArray<readonly [string, string]>,
  { consumerSecret, accessTokenSecret }: SigningKeys,
): string {
  const pairs = parameters
    .map(([name, value]) => [encode(name), encode(value)] as const)
    .sort(([a, x], [b, y]) => compare(a, b) || compare(x, y))
    .map(([name, value]) => `${name}=${value}`);
  const base = [method.toUpperCase(), `${url.origin}${url.pathname}`, pairs.join('&')].map(encode).join('&');
  const key = `${encode(consumerSecret)}&${encode(accessTokenSecret)}`;
  return createHmac('sha1', key).update(base).digest('base64');
}

/** By bytes, as the RFC has it: what is encoded is ASCII. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** RFC 3986: all but letters, digits and `-._~`. */
const encode = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (it) => `%${it.charCodeAt(0).toString(16).toUpperCase()}`);

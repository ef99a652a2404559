import { createHmac } from 'node:crypto';

export interface Credentials {
  readonly key: string;
  readonly secret: string;
}

/**
 * The address of a request, signed: HMAC-SHA256, SignatureVersion 2, over method, host, path and the parameters in the order of their bytes, a
 * line each (https://huobiapi.github.io/docs/spot/v1/en/#authentication). Of a POST the body is not signed. `at` is by the exchange's
 * clock, which takes what is within five minutes.
 */
export function signRequest(
  request: { method: 'GET' | 'POST'; url: string; parameters: Readonly<Record<string, string>> },
  { key, secret }: Credentials,
  at: Date,
): string {
  const { host, origin, pathname } = new URL(request.url);
  const parameters = {
    ...request.parameters,
    AccessKeyId: key,
    SignatureMethod: 'HmacSHA256',
    SignatureVersion: '2',
    Timestamp: at.toISOString().slice(0, 19),
  };
  const query = writeQuery(parameters);
  const signature = createHmac('sha256', secret)
    .update([request.method, host.toLowerCase(), pathname, query].join('\n'))
    .digest('base64');
  return `${origin}${pathname}?${query}&Signature=${encode(signature)}`;
}

/** Parameters as they are signed and sent. */
export function writeQuery(parameters: Readonly<Record<string, string>>): string {
  return Object.entries(parameters)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .join('&');
}

// As RFC 3986 wants it, with capitals: a colon is %3A, and a space is %20.
const encode = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (it) => `%${it.charCodeAt(0).toString(16).toUpperCase()}`);

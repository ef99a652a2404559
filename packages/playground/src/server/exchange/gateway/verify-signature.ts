import { createHmac, timingSafeEqual } from 'node:crypto';

/** What proves to the gateway who asks. */
export interface GatewayKeys {
  readonly key: string;
  readonly secret: string;
  /** The bearer token of the back-office contract. */
  readonly token: string;
}

const validFor = 5 * 60_000;

/** Why a request is not taken, in the exchange's own words; null where its signature is right. */
export function refusalOf(
  request: { method: string; host: string; url: string },
  keys: GatewayKeys,
  now: Date,
): string | null {
  const { pathname, searchParams } = new URL(request.url, `http://${request.host}`);
  const signature = searchParams.get('Signature') ?? '';
  if (searchParams.get('AccessKeyId') !== keys.key) return 'Signature not valid: Incorrect Access key';
  if (searchParams.get('SignatureMethod') !== 'HmacSHA256' || searchParams.get('SignatureVersion') !== '2')
    return 'Signature not valid: Incorrect method or version';
  const timestamp = searchParams.get('Timestamp') ?? '';
  const at = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/.test(timestamp) ? Date.parse(`${timestamp}Z`) : Number.NaN;
  if (!(Math.abs(now.getTime() - at) <= validFor))
    return 'Signature not valid: Invalid submission time or Incorrect time format';
  const signed = [...searchParams]
    .filter(([name]) => name !== 'Signature')
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map((pair) => pair.map(escape).join('='))
    .join('&');
  const expected = createHmac('sha256', keys.secret)
    .update(`${request.method}\n${request.host.toLowerCase()}\n${pathname}\n${signed}`)
    .digest('base64');
  const [given, right] = [Buffer.from(signature), Buffer.from(expected)];
  return given.length === right.length && timingSafeEqual(given, right)
    ? null
    : 'Signature not valid: Verification failure';
}

const escape = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (it) => `%${it.charCodeAt(0).toString(16).toUpperCase()}`);

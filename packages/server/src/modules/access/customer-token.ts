import { jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import { hashSecret } from '../../platform/crypto/secrets.ts';
import type { Platform } from '../../platform/platform.ts';

/** What a customer's session token says. */
export interface CustomerSession {
  customerId: string;
  inboxId: string;
  verified: boolean;
  /** The exchange's key that vouched for a verified customer; null for a visitor. */
  keyId: string | null;
  issuedAt: Date;
  endsAt: Date;
}

type Ground = Pick<Platform, 'keys' | 'clock'>;

const hour = 3600_000;
const lifetime = { visitor: 180 * 24 * hour, mailed: 7 * 24 * hour, verified: 12 * hour };
const claims = z.object({
  sub: z.uuid(),
  inbox: z.uuid(),
  ver: z.boolean(),
  /** Absent for a visitor. */
  key: z.uuid().optional(),
  browser: z.string(),
  iat: z.number(),
  exp: z.number(),
});
const keyOf = (platform: Ground) => platform.keys.derive('customer-token');

/**
 * The token by which a browser is known as a customer: for 180 days as a visitor, for 7 days as one who proved an e-mail address, for 12 hours as a customer verified by `keyId`, and
 * no longer than that key is active. It works only together with the browser's own key, of which it holds a hash.
 */
export function issueCustomerToken(
  platform: Ground,
  session: {
    customerId: string;
    inboxId: string;
    keyId: string | null;
    browserKey: string;
    mailed?: boolean;
  },
): Promise<string> {
  const now = platform.clock.now();
  const { inboxId, keyId, browserKey } = session;
  const kind = keyId ? 'verified' : session.mailed ? 'mailed' : 'visitor';
  const vouched = keyId ? { ver: true, key: keyId } : { ver: false };
  return new SignJWT({ inbox: inboxId, ...vouched, browser: hashSecret(browserKey) })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(session.customerId)
    .setIssuedAt(now)
    .setExpirationTime(new Date(now.getTime() + lifetime[kind]))
    .sign(keyOf(platform));
}

/**
 * What the token says; null when it is forged, has run out or was issued to another browser. Whether the key that vouched is still
 * active is not in it: see findCustomerSession.
 */
export async function readCustomerToken(
  platform: Ground,
  token: string,
  browserKey: string,
): Promise<CustomerSession | null> {
  try {
    const { payload } = await jwtVerify(token, keyOf(platform), {
      algorithms: ['HS256'],
      requiredClaims: ['exp'],
      currentDate: platform.clock.now(),
    });
    const { sub, inbox, ver, key, browser, iat, exp } = claims.parse(payload);
    // A verified one that names no key is of an older release: nothing could end it.
    if (browser !== hashSecret(browserKey) || ver !== (key !== undefined)) return null;
    const [issuedAt, endsAt] = [new Date(iat * 1000), new Date(exp * 1000)];
    return { customerId: sub, inboxId: inbox, verified: ver, keyId: key ?? null, issuedAt, endsAt };
  } catch {
    return null;
  }
}

import { jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import { hashSecret } from '../../platform/crypto/secrets.ts';
import type { Platform } from '../../platform/platform.ts';

/** What a customer's session token says. */
interface CustomerSession {
  customerId: string;
  inboxId: string;
  verified: boolean;
  issuedAt: Date;
}

type Ground = Pick<Platform, 'keys' | 'clock'>;

const hour = 3600_000;
const lifetime = { visitor: 180 * 24 * hour, verified: 12 * hour };
const claims = z.object({
  sub: z.uuid(),
  inbox: z.uuid(),
  ver: z.boolean(),
  browser: z.string(),
  iat: z.number(),
});
const keyOf = (platform: Ground) => platform.keys.derive('customer-token');

/**
 * The token by which a browser is known as a customer: for 180 days as a visitor, for 12 hours as a verified customer. It works
 * only together with the browser's own key, of which it holds a hash.
 */
export function issueCustomerToken(
  platform: Ground,
  session: { customerId: string; inboxId: string; verified: boolean; browserKey: string },
): Promise<string> {
  const now = platform.clock.now();
  const { inboxId, verified, browserKey } = session;
  return new SignJWT({ inbox: inboxId, ver: verified, browser: hashSecret(browserKey) })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(session.customerId)
    .setIssuedAt(now)
    .setExpirationTime(new Date(now.getTime() + lifetime[verified ? 'verified' : 'visitor']))
    .sign(keyOf(platform));
}

/** What the token says; null when it is forged, has run out or was issued to another browser. */
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
    const { sub, inbox, ver, browser, iat } = claims.parse(payload);
    if (browser !== hashSecret(browserKey)) return null;
    return { customerId: sub, inboxId: inbox, verified: ver, issuedAt: new Date(iat * 1000) };
  } catch {
    return null;
  }
}

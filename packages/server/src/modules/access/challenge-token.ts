import { jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import { hashSecret } from '../../platform/crypto/secrets.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Account } from './account.ts';

const lifetime = 5 * 60_000;
const claims = z.object({ sub: z.uuid(), pw: z.string() });
type Ground = Pick<Platform, 'keys' | 'clock'>;
const keyOf = (platform: Ground) => platform.keys.derive('second-factor-challenge');

/** The mark of a password that a challenge was made with, so that a changed password ends it. */
export const passwordMark = (account: Pick<Account, 'passwordHash'>) =>
  hashSecret(account.passwordHash ?? '');

/** Says for five minutes that somebody gave the right password of this account. Worth nothing without a code. */
export function signChallenge(
  platform: Ground,
  account: Pick<Account, 'id' | 'passwordHash'>,
): Promise<string> {
  return new SignJWT({ pw: passwordMark(account) })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(account.id)
    .setExpirationTime(new Date(platform.clock.now().getTime() + lifetime))
    .sign(keyOf(platform));
}

/** What a challenge says; null when it is not ours or has run out. */
export async function readChallenge(
  platform: Ground,
  challenge: string,
): Promise<{ accountId: string; passwordMark: string } | null> {
  try {
    const { payload } = await jwtVerify(challenge, keyOf(platform), {
      algorithms: ['HS256'],
      requiredClaims: ['exp'],
      currentDate: platform.clock.now(),
    });
    const { sub, pw } = claims.parse(payload);
    return { accountId: sub, passwordMark: pw };
  } catch {
    return null;
  }
}

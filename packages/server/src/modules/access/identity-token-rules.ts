import { createPublicKey, createSecretKey } from 'node:crypto';
import { type Locale, nearestLocale, type Tier, tier } from '@fairlead/contract';
import { decodeProtectedHeader, errors, type JWTPayload, jwtVerify } from 'jose';
import { z } from 'zod';
import { fail } from '../../platform/fail.ts';
import type { IdentityAlgorithm } from './identity-key.ts';

/** Who a customer is, as the exchange vouches for it. */
export interface VerifiedIdentity {
  /** The exchange's UID. */
  externalId: string;
  name: string | null;
  email: string | null;
  locale: Locale | null;
  tier: Tier;
  /** By which the customer knows letters of ours; null for none any more, undefined where the token does not say. */
  antiPhishingCode: string | null | undefined;
}

/** A key to check signatures with: the secret, or the public key (PEM). */
export interface VerifyingKey {
  id: string;
  algorithm: IdentityAlgorithm;
  material: string;
}

/** Seconds. Identities are proofs of this moment, not passes to keep. */
const longestLife = 15 * 60;
const clockTolerance = 30;

const plain = z.string().regex(/^[^\p{Cc}]*$/u);
const claims = z.object({
  sub: plain.min(1).max(128),
  exp: z.number(),
  name: plain.trim().max(200).nullish(),
  email: z.email().max(254).nullish(),
  locale: plain.max(35).nullish(),
  tier: tier.nullish(),
  antiPhishingCode: z.union([plain.trim().min(4).max(32), z.literal('')]).nullish(),
});

/**
 * Reads a token that one of the keys signed. A key accepts nothing but its own algorithm, whatever the token's header says.
 * `signed` is the part under the signature: unlike the signature itself it cannot be written in another way, so it tells tokens
 * apart. Throws `identity.token_expired` for one that was good, else `identity.token_invalid`.
 */
export async function readIdentityToken(
  token: string,
  keys: readonly VerifyingKey[],
  now: Date,
): Promise<{ keyId: string; identity: VerifiedIdentity; signed: string; expiresAt: Date }> {
  for (const key of keysFor(token, keys)) {
    const payload = await verifyWith(key, token, now);
    if (!payload) continue;
    const read = claims.safeParse(payload);
    if (!read.success) throw fail('identity.token_invalid');
    const { exp, sub, name, email, locale, tier, antiPhishingCode: code } = read.data;
    if (exp > now.getTime() / 1000 + longestLife + clockTolerance) throw fail('identity.token_invalid');
    return {
      keyId: key.id,
      identity: {
        externalId: sub,
        name: name || null,
        email: email ?? null,
        locale: (locale && nearestLocale(locale)) || null,
        tier: tier ?? 'standard',
        antiPhishingCode: code === undefined ? undefined : code || null,
      },
      signed: token.slice(0, token.lastIndexOf('.')),
      // Until then it would be accepted again.
      expiresAt: new Date((exp + clockTolerance) * 1000 + 1000),
    };
  }
  throw fail('identity.token_invalid');
}

/** The key that the token names, or each when it names none of ours. */
function keysFor(token: string, keys: readonly VerifyingKey[]): readonly VerifyingKey[] {
  try {
    const { kid } = decodeProtectedHeader(token);
    const named = keys.filter((key) => key.id === kid);
    return named.length > 0 ? named : keys;
  } catch {
    return [];
  }
}

/** What the token claims; null when this key did not sign it or the claims that every token must have do not hold. */
async function verifyWith(key: VerifyingKey, token: string, now: Date): Promise<JWTPayload | null> {
  const material =
    key.algorithm === 'HS256' ? createSecretKey(key.material, 'utf8') : createPublicKey(key.material);
  try {
    const { payload } = await jwtVerify(token, material, {
      algorithms: [key.algorithm],
      requiredClaims: ['sub', 'exp'],
      clockTolerance,
      currentDate: now,
    });
    return payload;
  } catch (error) {
    // The signature is checked before the claims.
    if (error instanceof errors.JWTExpired) throw fail('identity.token_expired');
    return null;
  }
}

import { createPublicKey, type KeyObject } from 'node:crypto';
import { fail } from '../../platform/fail.ts';

export type IdentityAlgorithm = 'HS256' | 'RS256' | 'ES256';

/** A key with which the exchange signs who its customers are. */
export interface IdentityKey {
  id: string;
  inboxId: string;
  algorithm: IdentityAlgorithm;
  /** HS256: the sealed secret. Otherwise the public key (PEM). */
  material: string;
  createdAt: Date;
  lastUsedAt: Date | null;
}

const minimumRsaBits = 2048;

/**
 * The public key of a PEM text as it is kept. Throws `request.invalid` for what is none, for another kind than the algorithm's
 * (RSA of at least 2048 bits, or the curve P-256), and for a private key, which must not be kept here.
 */
export function readPublicKey(algorithm: 'RS256' | 'ES256', pem: string): string {
  const key = pem.includes('PRIVATE KEY') ? null : parse(pem);
  if (!key || !fits(algorithm, key)) throw fail('request.invalid', { field: 'publicKey' });
  return key.export({ type: 'spki', format: 'pem' }).toString();
}

function parse(pem: string): KeyObject | null {
  try {
    return createPublicKey(pem);
  } catch {
    return null;
  }
}

function fits(algorithm: 'RS256' | 'ES256', { asymmetricKeyType, asymmetricKeyDetails }: KeyObject): boolean {
  return algorithm === 'RS256'
    ? asymmetricKeyType === 'rsa' && (asymmetricKeyDetails?.modulusLength ?? 0) >= minimumRsaBits
    : asymmetricKeyType === 'ec' && asymmetricKeyDetails?.namedCurve === 'prime256v1';
}

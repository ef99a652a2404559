import { createRequire } from 'node:module';
import type * as library from 'otplib';

const require = createRequire(import.meta.url);
/** Read by whoever has a second factor, not at every start. */
const otplib = () => require('otplib') as typeof library;

/** A new secret for an authenticator app, in base32 (160 bits). */
export function newTotpSecret(): string {
  return otplib().generateSecret({ length: 20 });
}

/** What an authenticator app reads from the QR code. SHA-1, six digits, 30 s: what every app can. */
export function totpUri(secret: string, email: string, organisation: string): string {
  return otplib().generateURI({
    issuer: organisation,
    label: email,
    secret,
    algorithm: 'sha1',
    digits: 6,
    period: 30,
  });
}

/**
 * The time step of a code that is right now, one step ago or one step ahead, and later than the last one taken; null when there
 * is none. The caller keeps the step, so that no code works twice.
 */
export function totpStep(secret: string, code: string, lastStep: number | null, now: Date): number | null {
  const result = otplib().verifySync({
    secret,
    token: code,
    algorithm: 'sha1',
    digits: 6,
    period: 30,
    epoch: Math.floor(now.getTime() / 1000),
    epochTolerance: 30,
  });
  if (!result.valid || !('timeStep' in result)) return null;
  return lastStep === null || result.timeStep > lastStep ? result.timeStep : null;
}

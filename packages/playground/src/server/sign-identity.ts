import { randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import type { Customer } from './customers.ts';

/** How long a page may take to hand the token to the chat. */
const identityLifetimeSeconds = 300;

/**
 * The proof that a customer is signed in at the exchange, as its back end would sign it: HS256, good for five
 * minutes, and with its own `jti`, so that each token opens one session only.
 */
export async function signIdentity(customer: Customer, secret: string, now: Date): Promise<string> {
  const issuedAt = Math.floor(now.getTime() / 1000);
  const { name, email, locale, tier, antiPhishingCode } = customer;
  return new SignJWT({ name, email, locale, tier, antiPhishingCode })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setSubject(customer.uid)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + identityLifetimeSeconds)
    .setJti(randomUUID())
    .sign(new TextEncoder().encode(secret));
}

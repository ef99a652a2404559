import type { Platform } from '../../platform/platform.ts';
import { type CustomerSession, readCustomerToken } from './customer-token.ts';
import { findActiveKeys } from './identity-store.ts';

/**
 * The customer's session that a token stands for; null when the token is not good for this browser, or when the exchange's key that
 * vouched for the customer was retired: what it signed may have been signed by a thief.
 */
export async function findCustomerSession(
  platform: Pick<Platform, 'keys' | 'clock' | 'database'>,
  token: string,
  browserKey: string,
): Promise<CustomerSession | null> {
  const session = await readCustomerToken(platform, token, browserKey);
  if (!session?.keyId) return session;
  const active = await findActiveKeys(platform.database.reader(), [session.keyId]);
  return active.has(session.keyId) ? session : null;
}

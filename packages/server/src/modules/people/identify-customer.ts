import { type Caller, nobody } from '../../platform/actor.ts';
import type { Platform } from '../../platform/platform.ts';
import { findCustomerSession } from '../access/index.ts';
import { listCustomersById } from './customer-store.ts';

/**
 * Which customer a chat session's token names: nobody when it is not good for this browser or no longer, or when they are gone or were merged
 * into another. Only the token says whether this session is a verified one.
 */
export async function identifyCustomer(
  platform: Platform,
  { token, browserKey }: { token: string; browserKey: string },
): Promise<Caller> {
  const session = await findCustomerSession(platform, token, browserKey);
  if (!session) return nobody;
  const [customer] = await listCustomersById(platform.database.reader(), [session.customerId]);
  if (!customer || customer.mergedInto) return nobody;
  const { verified, inboxId, keyId, endsAt } = session;
  return { type: 'customer', id: customer.id, verified, inboxId, session: { endsAt, vouchedBy: keyId } };
}

import type { Channel } from '@fairlead/contract';
import { newId } from '../../platform/crypto/ids.ts';
import type { Tx } from '../../platform/database/database.ts';
import { newCustomer, type Visit } from './begin-visitor.ts';
import { findIdentity, saveIdentity } from './channel-identity-store.ts';
import { insertCustomer, lockCustomers, saveCustomer } from './customer-store.ts';

/** Makes an address of a platform a customer's, unless it is somebody's already. */
export async function keepChannelAddress(
  tx: Tx,
  place: { inboxId: string; channel: Channel; address: string; customerId: string },
): Promise<void> {
  if (await findIdentity(tx, place.inboxId, place.address)) return;
  await saveIdentity(tx, { ...place, verified: false });
}

/**
 * The customer who writes from an address of a platform, such as a chat of Telegram's, who is made if there is none: not verified, with the name
 * that the platform tells. Whom the address was tied to stays who they are. Call with the address held (see lockCustomer).
 */
export async function matchChannelAddress(
  tx: Tx,
  visit: Visit & { inboxId: string; channel: Channel; address: string; name: string | null },
): Promise<{ id: string }> {
  const { inboxId, channel, address, name } = visit;
  const known = await findIdentity(tx, inboxId, address);
  const before = known && (await lockCustomers(tx, [known.customerId])).get(known.customerId);
  if (before && !before.mergedInto) {
    const after = { ...before, name: before.name ?? name, lastSeenAt: tx.now };
    await saveCustomer(tx, before, after);
    return { id: before.id };
  }
  const fresh = { ...newCustomer(newId(), visit, tx.now), name };
  await insertCustomer(tx, fresh);
  await saveIdentity(tx, { inboxId, channel, address, verified: false, customerId: fresh.id });
  return { id: fresh.id };
}

import { newId } from '../../platform/crypto/ids.ts';
import type { Reader, Tx } from '../../platform/database/database.ts';
import { newCustomer, type Visit } from './begin-visitor.ts';
import { listMailed, saveIdentity } from './channel-identity-store.ts';
import { insertCustomer, listCustomersById, lockCustomers, saveCustomer } from './customer-store.ts';
import { seenAgain } from './touch-customer.ts';

/**
 * The customer who proved that they read an e-mail address, who is made if there is none. Never one whom the exchange verified, even
 * with the same address: reading somebody's letters is less than being them. Call with the address held (see lockCustomer), so that
 * of two at once one makes them. `fresh`: who was made bears the name of the visit.
 */
export async function matchMailed(
  tx: Tx,
  visit: Visit & { inboxId: string; email: string; name?: string | null },
): Promise<{ id: string; fresh: boolean }> {
  const email = visit.email.toLowerCase();
  const [knownId] = await mailedCustomers(tx, email);
  const before = knownId ? (await lockCustomers(tx, [knownId])).get(knownId) : undefined;
  const proven = { email, emailVerified: true };
  if (before) {
    await saveCustomer(tx, before, { ...seenAgain(before, visit, tx.now), ...proven });
    return { id: before.id, fresh: false };
  }
  const fresh = { ...newCustomer(newId(), visit, tx.now), ...proven, name: visit.name ?? null };
  await insertCustomer(tx, fresh);
  await saveIdentity(tx, {
    inboxId: visit.inboxId,
    channel: 'email',
    address: email,
    verified: true,
    customerId: fresh.id,
  });
  return { id: fresh.id, fresh: true };
}

/** Those who proved an e-mail address and whom the exchange has not verified: at most one, but for races of long ago. */
export async function mailedCustomers(reader: Reader, email: string): Promise<string[]> {
  const found = await listCustomersById(reader, await listMailed(reader, email));
  return found.filter((customer) => !customer.verified && !customer.mergedInto).map(({ id }) => id);
}

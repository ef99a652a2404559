import { newId } from '../../platform/crypto/ids.ts';
import type { Tx } from '../../platform/database/database.ts';
import { newCustomer, type Visit } from './begin-visitor.ts';
import { findIdentity, saveIdentity } from './channel-identity-store.ts';
import { insertCustomer, lockCustomers, saveCustomer } from './customer-store.ts';
import { matchMailed } from './match-mailed.ts';
import { seenAgain } from './touch-customer.ts';

/**
 * The customer who writes from an e-mail address in an inbox, who is made if there is none. `proven`: the letter is known to come from
 * that address. One that is not never gets to whoever proved the address, let alone to whom the exchange verified: it is somebody
 * else's until shown otherwise. Call with the address held (see lockCustomer).
 */
export async function matchAddress(
  tx: Tx,
  visit: Visit & { inboxId: string; email: string; name: string | null; proven: boolean },
): Promise<{ id: string }> {
  const { id, fresh } = visit.proven ? await matchMailed(tx, visit) : await unproven(tx, visit);
  if (fresh) return { id };
  const customer = (await lockCustomers(tx, [id])).get(id);
  if (customer && customer.name === null && visit.name !== null)
    await saveCustomer(tx, customer, { ...customer, name: visit.name });
  return { id };
}

async function unproven(
  tx: Tx,
  visit: Visit & { inboxId: string; email: string; name: string | null },
): Promise<{ id: string; fresh: boolean }> {
  const email = visit.email.toLowerCase();
  const known = await findIdentity(tx, visit.inboxId, email);
  if (known && !known.verified) {
    const before = (await lockCustomers(tx, [known.customerId])).get(known.customerId);
    if (before && !before.verified && !before.mergedInto) {
      await saveCustomer(tx, before, seenAgain(before, visit, tx.now));
      return { id: before.id, fresh: false };
    }
  }
  const fresh = { ...newCustomer(newId(), visit, tx.now), email, name: visit.name };
  await insertCustomer(tx, fresh);
  // An address that somebody proved stays theirs.
  if (!known?.verified)
    await saveIdentity(tx, {
      inboxId: visit.inboxId,
      channel: 'email',
      address: email,
      verified: false,
      customerId: fresh.id,
    });
  return { id: fresh.id, fresh: true };
}

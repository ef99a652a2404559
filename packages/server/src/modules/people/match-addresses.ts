import { newId } from '../../platform/crypto/ids.ts';
import type { Tx } from '../../platform/database/database.ts';
import { newCustomer, type Visit } from './begin-visitor.ts';
import { findHolders, provenAmong, saveIdentities } from './channel-identity-store.ts';
import { insertCustomers } from './customer-store.ts';
import { matchAddress } from './match-address.ts';

type Writing = Visit & { inboxId: string; email: string; name: string | null; proven: boolean };

/**
 * What `matchAddress` answers, for several: those who write for the first time are made in few statements. `fresh`: they were made now. Call
 * with all addresses held.
 */
export async function matchAddresses(
  tx: Tx,
  visits: readonly Writing[],
): Promise<Array<{ id: string; fresh: boolean }>> {
  const places = visits.map((it) => ({ inboxId: it.inboxId, address: it.email.toLowerCase() }));
  const holders = await findHolders(tx, places);
  const proven = await provenAmong(
    tx,
    places.map((it) => it.address),
  );
  const made = new Map<number, { visit: Writing; id: string }>();
  const seen = new Set<string>();
  for (const [index, visit] of visits.entries()) {
    const address = visit.email.toLowerCase();
    // The second letter from one address is written by whom the first made.
    if (holders[index] === null && !proven.has(address) && !seen.has(address))
      made.set(index, { visit, id: newId() });
    seen.add(address);
  }
  if (made.size > 0) await begin(tx, [...made.values()]);
  const matched: Array<{ id: string; fresh: boolean }> = [];
  for (const [index, visit] of visits.entries()) {
    const fresh = made.get(index);
    matched.push(
      fresh ? { id: fresh.id, fresh: true } : { ...(await matchAddress(tx, visit)), fresh: false },
    );
  }
  return matched;
}

async function begin(tx: Tx, made: ReadonlyArray<{ visit: Writing; id: string }>): Promise<void> {
  await insertCustomers(
    tx,
    made.map(({ visit, id }) => ({
      ...newCustomer(id, visit, tx.now),
      email: visit.email.toLowerCase(),
      emailVerified: visit.proven,
      name: visit.name,
    })),
  );
  await saveIdentities(
    tx,
    made.map(({ visit, id }) => ({
      inboxId: visit.inboxId,
      channel: 'email',
      address: visit.email.toLowerCase(),
      verified: visit.proven,
      customerId: id,
    })),
  );
}

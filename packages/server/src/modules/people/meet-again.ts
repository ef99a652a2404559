import type { Tx } from '../../platform/database/database.ts';
import { findHolders } from './channel-identity-store.ts';
import { listCustomersById, saveSeen } from './customer-store.ts';

/** Milliseconds within which it is not noted again that a customer was in touch. */
const seenEvery = 60_000;

/**
 * Notes that customers write again from their addresses on platforms. Answers in the order of `senders` whether each is known so well that
 * `matchChannelAddress` would do no more than that; for the others nothing is done. Call with the addresses held (see lockCustomer).
 */
export async function meetAgain(
  tx: Tx,
  senders: ReadonlyArray<{ inboxId: string; address: string; name: string | null }>,
): Promise<boolean[]> {
  const holders = await findHolders(tx, senders);
  const ids = [...new Set(holders.flatMap((id) => id ?? []))];
  const customers = new Map((await listCustomersById(tx, ids)).map((it) => [it.id, it]));
  const known = senders.map(({ name }, index) => {
    const customer = customers.get(holders[index] ?? '');
    return customer !== undefined && !customer.mergedInto && (customer.name !== null || name === null);
  });
  const met = new Set(holders.filter((_, index) => known[index]));
  const stale = [...customers.values()].filter(
    (it) => met.has(it.id) && tx.now.getTime() - it.lastSeenAt.getTime() >= seenEvery,
  );
  if (stale.length > 0)
    await saveSeen(
      tx,
      stale.map((it) => it.id),
    );
  return known;
}

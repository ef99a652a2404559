import type { Channel } from '@fairlead/contract';
import type { Reader, Tx } from '../../platform/database/database.ts';
import { deleteIdentities, findIdentity, listBound, saveIdentity } from './channel-identity-store.ts';
import { mergeVisitorInto } from './merge-visitor.ts';

/**
 * Ties an address of a platform, such as a chat of Telegram's, to a customer whom the exchange vouches for; one at an inbox, so that a former one
 * is let go of. A visitor who wrote from it becomes the customer: `merged` is who they were. Somebody else's account that it was tied to loses it and
 * nothing else. `released`: addresses whose conversations must not be gone on with from there.
 */
export async function bindChannelAddress(
  tx: Tx,
  binding: { inboxId: string; channel: Channel; address: string; customerId: string },
): Promise<{ merged: string | null; released: string[] }> {
  const { inboxId, address, customerId } = binding;
  const released = await deleteIdentities(tx, inboxId, customerId, address);
  const known = await findIdentity(tx, inboxId, address);
  const others = known !== undefined && known.customerId !== customerId;
  const merged =
    others && (await mergeVisitorInto(tx, known.customerId, customerId)) ? known.customerId : null;
  if (others && !merged) released.push(address);
  await saveIdentity(tx, { ...binding, verified: true, bound: true });
  return { merged, released };
}

/**
 * Unties what is tied to a customer at an inbox, with all that became theirs by it, such as what the same person writes below posts; answers the
 * addresses. Nothing where nothing is tied.
 */
export async function unbindChannelAddresses(tx: Tx, inboxId: string, customerId: string): Promise<string[]> {
  const isBound = (await listBound(tx, customerId)).some((it) => it.inboxId === inboxId);
  return isBound ? deleteIdentities(tx, inboxId, customerId) : [];
}

/** The addresses that are tied to a customer, where, and since when. */
export function boundAddresses(
  reader: Reader,
  customerId: string,
): Promise<Array<{ inboxId: string; address: string; boundAt: Date }>> {
  return listBound(reader, customerId);
}

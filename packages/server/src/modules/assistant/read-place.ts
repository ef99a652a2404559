import { socialCredentials } from '@fairlead/contract';
import type { Reader } from '../../platform/database/database.ts';
import { isPublicPlace, readSocialThread } from '../channels/index.ts';
import type { ConversationRecord } from '../conversations/index.ts';
import { isBoundTo, type VerifiedCustomer, verifiedCustomer } from '../people/index.ts';

/** Where the assistant meets somebody. */
export interface Place {
  /** Of whose account facts may be told there; null: of nobody's. */
  readonly customer: VerifiedCustomer | null;
  /** It is a chat on a platform. */
  readonly onPlatform: boolean;
  /** Everybody reads what is said there. */
  readonly inPublic: boolean;
}

/** Reads it. On a platform nobody is who their account says but in the very chat that they tied to it. */
export async function readPlace(
  reader: Reader,
  { id, channel, inboxId, customerId }: ConversationRecord,
): Promise<Place> {
  const customer = await verifiedCustomer(reader, customerId);
  if (socialCredentials[channel] === undefined) return { customer, onPlatform: false, inPublic: false };
  const thread = await readSocialThread(reader, id);
  if (!thread) return { customer: null, onPlatform: true, inPublic: false };
  const { address } = thread;
  const isTheirs =
    customer !== null && (await isBoundTo(reader, { inboxId, address, customerId: customer.id }));
  return {
    customer: isTheirs ? customer : null,
    onPlatform: true,
    inPublic: isPublicPlace(channel, address),
  };
}

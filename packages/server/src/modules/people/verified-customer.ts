import type { Reader } from '../../platform/database/database.ts';
import { findIdByExternalId, listCustomersById } from './customer-store.ts';

declare const proven: unique symbol;

/**
 * A customer of whom the exchange has vouched that the UID is theirs. Only `verifiedCustomer` makes one, so that whoever holds it need not ask
 * again whose the facts of that account are.
 */
export interface VerifiedCustomer {
  readonly id: string;
  /** The exchange's number for the account. */
  readonly uid: string;
  readonly [proven]: true;
}

/** Of somebody who may have been a visitor before. Null for who is not verified, and where there is nobody. */
export async function verifiedCustomer(reader: Reader, id: string): Promise<VerifiedCustomer | null> {
  const [named] = await listCustomersById(reader, [id]);
  const [customer] = named?.mergedInto ? await listCustomersById(reader, [named.mergedInto]) : [named];
  if (!customer?.verified || customer.externalId === null) return null;
  return { id: customer.id, uid: customer.externalId } as VerifiedCustomer;
}

/** Whose account has that number; nothing says that it is they who ask. Null where no verified customer has it. */
export async function holderOfUid(reader: Reader, uid: string): Promise<VerifiedCustomer | null> {
  const id = await findIdByExternalId(reader, uid);
  return id === undefined ? null : verifiedCustomer(reader, id);
}

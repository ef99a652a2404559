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
  return (await verifiedCustomers(reader, [id])).get(id)?.customer ?? null;
}

/** The same for several, by the id that is asked for, with the time zone that the browser of each said, as an IANA name; null where none did. */
export async function verifiedCustomers(
  reader: Reader,
  ids: readonly string[],
): Promise<Map<string, { customer: VerifiedCustomer | null; timeZone: string | null }>> {
  const named = await listCustomersById(reader, ids);
  const merged = await listCustomersById(
    reader,
    named.flatMap((it) => it.mergedInto ?? []),
  );
  const known = new Map([...merged, ...named].map((it) => [it.id, it]));
  return new Map(
    named.map((it) => {
      const customer = it.mergedInto ? known.get(it.mergedInto) : it;
      const proven =
        customer?.verified && customer.externalId !== null
          ? ({ id: customer.id, uid: customer.externalId } as VerifiedCustomer)
          : null;
      return [it.id, { customer: proven, timeZone: it.timeZone }];
    }),
  );
}

/** Whose account has that number; nothing says that it is they who ask. Null where no verified customer has it. */
export async function holderOfUid(reader: Reader, uid: string): Promise<VerifiedCustomer | null> {
  const id = await findIdByExternalId(reader, uid);
  return id === undefined ? null : verifiedCustomer(reader, id);
}

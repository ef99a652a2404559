import { type AnnouncementKind, announcementKind, type Locale } from '@fairlead/contract';
import { z } from 'zod';
import type { Reader, Tx } from '../../platform/database/database.ts';

export interface SubscriptionRecord {
  readonly customerId: string;
  readonly kinds: readonly AnnouncementKind[];
  readonly locale: Locale;
  readonly since: Date | null;
  /** In small letters, as other addresses here. */
  readonly confirmedAddress: string | null;
  readonly askedAt: Date | null;
  readonly askedAddress: string | null;
  readonly suppressedAddress: string | null;
}

export async function findSubscription(
  reader: Reader,
  customerId: string,
): Promise<SubscriptionRecord | undefined> {
  const row = await reader.sql
    .selectFrom('announcement_subscriptions')
    .selectAll()
    .where('customer_id', '=', customerId)
    .executeTakeFirst();
  return (
    row && {
      customerId,
      kinds: z.array(announcementKind).parse(row.kinds),
      locale: row.locale as Locale,
      since: row.since,
      confirmedAddress: row.confirmed_address,
      askedAt: row.asked_at,
      askedAddress: row.asked_address,
      suppressedAddress: row.suppressed_address,
    }
  );
}

export async function putSubscription(tx: Tx, record: SubscriptionRecord): Promise<void> {
  const columns = {
    kinds: [...record.kinds],
    locale: record.locale,
    since: record.since,
    confirmed_address: record.confirmedAddress,
    asked_at: record.askedAt,
    asked_address: record.askedAddress,
    suppressed_address: record.suppressedAddress,
  };
  await tx.sql
    .insertInto('announcement_subscriptions')
    .values({ customer_id: record.customerId, ...columns })
    .onConflict((at) => at.column('customer_id').doUpdateSet(columns))
    .execute();
}

/** How often an address was asked since a moment, by whomever. */
export async function countAsked(reader: Reader, address: string, since: Date): Promise<number> {
  const row = await reader.sql
    .selectFrom('announcement_subscriptions')
    .select((of) => of.fn.countAll<number>().as('count'))
    .where('asked_address', '=', address.toLowerCase())
    .where('asked_at', '>', since)
    .executeTakeFirst();
  return row?.count ?? 0;
}

/** The mail server says that there is no such address. */
export async function suppressAddress(tx: Tx, customerId: string, address: string): Promise<void> {
  await tx.sql
    .updateTable('announcement_subscriptions')
    .set({ suppressed_address: address.toLowerCase() })
    .where('customer_id', '=', customerId)
    .execute();
}

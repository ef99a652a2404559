import type { Channel, Locale } from '@fairlead/contract';
import { newId } from '../../platform/crypto/ids.ts';
import type { Tx } from '../../platform/database/database.ts';
import { saveIdentity } from './channel-identity-store.ts';
import type { CustomerRecord, Page } from './customer.ts';
import { tidyPage, tidyTimeZone } from './customer-rules.ts';
import { insertCustomer } from './customer-store.ts';

/** What a customer's browser says of itself. None of it is proven. */
export interface Visit {
  locale: Locale;
  timeZone?: string | undefined;
  page?: Page | undefined;
}

/** Begins a customer of whom nothing is known but where they came in. Answers their id. */
export async function beginVisitor(
  tx: Tx,
  visit: Visit & { inboxId: string; channel: Channel },
): Promise<string> {
  const id = newId();
  await insertCustomer(tx, newCustomer(id, visit, tx.now));
  // A visitor's address on the channel is the browser itself, which only their own id names.
  await saveIdentity(tx, {
    inboxId: visit.inboxId,
    channel: visit.channel,
    address: id,
    verified: false,
    customerId: id,
  });
  return id;
}

/** A customer as they are first seen. */
export function newCustomer(id: string, visit: Visit, now: Date): CustomerRecord {
  return {
    id,
    externalId: null,
    verified: false,
    name: null,
    email: null,
    emailVerified: false,
    locale: visit.locale,
    tier: 'standard',
    timeZone: tidyTimeZone(visit.timeZone),
    country: null,
    page: tidyPage(visit.page),
    firstSeenAt: now,
    lastSeenAt: now,
    onlineUntil: null,
    mergedInto: null,
  };
}

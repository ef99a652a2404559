import type { Tx } from '../../platform/database/database.ts';
import { fail } from '../../platform/fail.ts';
import type { Visit } from './begin-visitor.ts';
import type { CustomerRecord } from './customer.ts';
import { tidyPage, tidyTimeZone } from './customer-rules.ts';
import { lockCustomers, saveCustomer } from './customer-store.ts';

/** A known customer came again, or to another page. Throws `people.not_found`. */
export async function touchCustomer(tx: Tx, id: string, visit: Visit): Promise<void> {
  const customer = (await lockCustomers(tx, [id])).get(id);
  if (!customer) throw fail('people.not_found');
  await saveCustomer(tx, customer, seenAgain(customer, visit, tx.now));
}

/** The customer with what their browser says now; what it keeps to itself stays as it was. */
export function seenAgain(customer: CustomerRecord, visit: Visit, now: Date): CustomerRecord {
  return {
    ...customer,
    locale: visit.locale,
    timeZone: tidyTimeZone(visit.timeZone) ?? customer.timeZone,
    page: tidyPage(visit.page) ?? customer.page,
    lastSeenAt: now,
  };
}

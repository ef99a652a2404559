import { system } from '../../platform/actor.ts';
import type { Tx } from '../../platform/database/database.ts';
import { announce } from '../../platform/events/event.ts';
import { moveIdentities } from './channel-identity-store.ts';
import type { CustomerRecord } from './customer.ts';
import { lockCustomers, saveCustomer } from './customer-store.ts';
import { customerMerged } from './events.ts';

/**
 * Makes a visitor and a verified customer one: the visitor's addresses become the customer's, and the visitor's session is refused
 * from then on. Answers false, and changes nothing, where that must not be: into oneself, a visitor who is verified (somebody else
 * signed in with the same browser) or was merged before, a customer who is not verified. With `anybody` another visitor will do, where
 * it was proven otherwise that the two are one.
 */
export async function mergeVisitorInto(
  tx: Tx,
  visitorId: string,
  customerId: string,
  into: 'verified' | 'anybody' = 'verified',
): Promise<boolean> {
  if (visitorId === customerId) return false;
  const customers = await lockCustomers(tx, [visitorId, customerId]);
  const visitor = customers.get(visitorId);
  const customer = customers.get(customerId);
  if (!visitor || visitor.verified || visitor.mergedInto || !customer || customer.mergedInto) return false;
  if (into === 'verified' && !customer.verified) return false;
  await saveCustomer(tx, visitor, { ...visitor, mergedInto: customerId, onlineUntil: null });
  await saveCustomer(tx, customer, enriched(customer, visitor));
  await moveIdentities(tx, visitorId, customerId);
  await announce(tx, customerMerged, {
    subjectId: customerId,
    actor: system('identity'),
    payload: { fromCustomerId: visitorId, toCustomerId: customerId },
  });
  return true;
}

/** The customer with what only the visitor was known to have. */
function enriched(customer: CustomerRecord, visitor: CustomerRecord): CustomerRecord {
  return {
    ...customer,
    // The name of who is verified is the exchange's word.
    name: customer.verified ? customer.name : (customer.name ?? visitor.name),
    // An address that a visitor typed is no proof of anything, and is kept as such.
    email: customer.email ?? visitor.email,
    timeZone: customer.timeZone ?? visitor.timeZone,
    page: customer.page ?? visitor.page,
    firstSeenAt: visitor.firstSeenAt < customer.firstSeenAt ? visitor.firstSeenAt : customer.firstSeenAt,
  };
}

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
 * signed in with the same browser) or was merged before, a customer who is not verified.
 */
export async function mergeVisitorInto(tx: Tx, visitorId: string, verifiedId: string): Promise<boolean> {
  if (visitorId === verifiedId) return false;
  const customers = await lockCustomers(tx, [visitorId, verifiedId]);
  const visitor = customers.get(visitorId);
  const verified = customers.get(verifiedId);
  if (!visitor || visitor.verified || visitor.mergedInto || !verified?.verified) return false;
  await saveCustomer(tx, visitor, { ...visitor, mergedInto: verifiedId, onlineUntil: null });
  await saveCustomer(tx, verified, enriched(verified, visitor));
  await moveIdentities(tx, visitorId, verifiedId);
  await announce(tx, customerMerged, {
    subjectId: verifiedId,
    actor: system('identity'),
    payload: { fromCustomerId: visitorId, toCustomerId: verifiedId },
  });
  return true;
}

/** The verified customer with what only the visitor was known to have. */
function enriched(verified: CustomerRecord, visitor: CustomerRecord): CustomerRecord {
  return {
    ...verified,
    // An address that a visitor typed is no proof of anything, and is kept as such.
    email: verified.email ?? visitor.email,
    timeZone: verified.timeZone ?? visitor.timeZone,
    page: verified.page ?? visitor.page,
    firstSeenAt: visitor.firstSeenAt < verified.firstSeenAt ? visitor.firstSeenAt : verified.firstSeenAt,
  };
}

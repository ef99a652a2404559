import { type Channel, type Tier, tidyLine } from '@fairlead/contract';
import { system } from '../../platform/actor.ts';
import { newId } from '../../platform/crypto/ids.ts';
import type { Tx } from '../../platform/database/database.ts';
import { announce } from '../../platform/events/event.ts';
import { newCustomer, type Visit } from './begin-visitor.ts';
import { saveIdentity } from './channel-identity-store.ts';
import type { CustomerRecord } from './customer.ts';
import { insertCustomer, lockByExternalId, saveCustomer } from './customer-store.ts';
import { customerTierChanged } from './events.ts';
import { seenAgain } from './touch-customer.ts';

/** Who somebody is by the exchange's word, and what their browser says. */
export interface ProvenVisit extends Visit {
  inboxId: string;
  channel?: Channel;
  externalId: string;
  name: string | null;
  email: string | null;
  tier: Tier;
}

/**
 * The customer with the exchange's UID, who is made if there is none; of two sessions that begin at once one makes them. What the
 * exchange says of name, e-mail address and tier holds; where it says nothing, what was known stays.
 */
export async function matchVerified(tx: Tx, visit: ProvenVisit): Promise<{ id: string; created: boolean }> {
  const fresh = withProof({ ...newCustomer(newId(), visit, tx.now), verified: true }, visit);
  const created = await insertCustomer(tx, fresh);
  const known = created ? fresh : await lockByExternalId(tx, visit.externalId);
  if (!known) throw new Error('a customer with a UID vanished');
  if (!created) await saveCustomer(tx, known, withProof(seenAgain(known, visit, tx.now), visit));
  if (known.tier !== visit.tier) {
    await announce(tx, customerTierChanged, {
      subjectId: known.id,
      actor: system('identity'),
      payload: { before: known.tier, after: visit.tier },
    });
  }
  await saveIdentity(tx, {
    inboxId: visit.inboxId,
    channel: visit.channel ?? 'chat',
    address: visit.externalId,
    verified: true,
    customerId: known.id,
  });
  return { id: known.id, created };
}

function withProof(customer: CustomerRecord, { externalId, name, email, tier }: ProvenVisit): CustomerRecord {
  return {
    ...customer,
    externalId,
    tier,
    name: (name && tidyLine(name)) || customer.name,
    ...(email === null ? {} : { email, emailVerified: true }),
  };
}

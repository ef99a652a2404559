import type { AlertHoldReason, AlertSettings } from '@fairlead/contract';
import type { AgentActor, CustomerActor } from '../../platform/actor.ts';
import { newId } from '../../platform/crypto/ids.ts';
import type { Tx } from '../../platform/database/database.ts';
import { announce } from '../../platform/events/event.ts';
import { fail } from '../../platform/fail.ts';
import { findHolds, insertHold, liftHold, writeAlertSettings } from './alert-desk-store.ts';
import { alertSettingsChanged, alertsHeld, alertsLifted } from './events.ts';

/** An agent stops what a customer is sent. Throws `alert.held`. */
export async function holdAlerts(
  tx: Tx,
  actor: AgentActor,
  customerId: string,
  { reason, note }: { reason: AlertHoldReason; note: string },
): Promise<void> {
  const id = newId(tx.now.getTime());
  const nobody = { liftedBy: null, liftedNote: null, liftedAt: null };
  const hold = { id, customerId, reason, note, heldBy: actor.id, heldAt: tx.now, ...nobody };
  if (!(await insertHold(tx, hold))) throw fail('alert.held');
  await announce(tx, alertsHeld, { subjectId: customerId, actor, payload: { holdId: id, reason, note } });
}

/** An agent lets it be sent again. Throws `alert.not_held`. */
export async function liftAlerts(tx: Tx, actor: AgentActor, customerId: string, note: string): Promise<void> {
  const holdId = await liftHold(tx, customerId, { by: actor.id, note });
  if (holdId === null) throw fail('alert.not_held');
  await announce(tx, alertsLifted, { subjectId: customerId, actor, payload: { holdId, note } });
}

/** Staff stopped it for another reason than that the customer wished it. Throws `alert.held`. */
export async function mustNotBeHeld(tx: Tx, customerId: string): Promise<void> {
  const hold = (await findHolds(tx, [customerId])).get(customerId);
  if (hold && hold.reason !== 'customer_request') throw fail('alert.held');
}

/** A customer wishes again what was stopped at their own wish. Throws `alert.held` where it was stopped for another reason. */
export async function liftOwn(tx: Tx, actor: CustomerActor, customerId: string): Promise<void> {
  await mustNotBeHeld(tx, customerId);
  const holdId = await liftHold(tx, customerId, { by: null, note: null });
  if (holdId === null) return;
  await announce(tx, alertsLifted, { subjectId: customerId, actor, payload: { holdId, note: null } });
}

/** An administrator says what there is. */
export async function allowAlerts(tx: Tx, actor: AgentActor, settings: AlertSettings): Promise<void> {
  await writeAlertSettings(tx, actor.id, settings);
  await announce(tx, alertSettingsChanged, { subjectId: actor.id, actor, payload: settings });
}

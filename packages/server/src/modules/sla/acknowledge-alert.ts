import type { SlaAlert } from '@fairlead/contract';
import type { AgentActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/database/database.ts';
import { fail } from '../../platform/fail.ts';
import type { Platform } from '../../platform/platform.ts';
import { lockAlert, markAcknowledged } from './alert-store.ts';
import { presentAlert } from './present-clocks.ts';
import { settleClocks } from './settle-clocks.ts';

/** An agent has seen what they were told; nobody else on call is told any more. Throws `sla.alert_not_found`. */
export async function acknowledgeAlert(
  tx: Tx,
  platform: Platform,
  actor: AgentActor,
  id: string,
): Promise<SlaAlert> {
  const alert = await lockAlert(tx, actor.id, id);
  if (!alert) throw fail('sla.alert_not_found');
  if (alert.acknowledgedAt) return presentAlert(alert);
  await markAcknowledged(tx, id);
  if (alert.onCallPlace !== null) await settleClocks(tx, platform, [alert.ticketId]);
  return presentAlert({ ...alert, acknowledgedAt: tx.now });
}

import type { SlaAlert } from '@fairlead/contract';
import type { AgentActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/database/database.ts';
import { fail } from '../../platform/fail.ts';
import type { Platform } from '../../platform/platform.ts';
import { type AlertRecord, lockAlert, lockAlertsUpTo, markAcknowledged } from './alert-store.ts';
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
  await acknowledge(tx, platform, actor, [alert]);
  return presentAlert({ ...alert, acknowledgedAt: tx.now });
}

/** The same for all that they were told up to an alert; answers how many that were. Throws `sla.alert_not_found`. */
export async function acknowledgeAlerts(
  tx: Tx,
  platform: Platform,
  actor: AgentActor,
  upTo: string,
): Promise<number> {
  const last = await lockAlert(tx, actor.id, upTo);
  if (!last) throw fail('sla.alert_not_found');
  const alerts = await lockAlertsUpTo(tx, actor.id, last.createdAt);
  await acknowledge(tx, platform, actor, alerts);
  return alerts.length;
}

/** Notes it, tells the agent's other windows, and lets clocks be whose next call is off. */
async function acknowledge(
  tx: Tx,
  platform: Platform,
  actor: AgentActor,
  alerts: readonly AlertRecord[],
): Promise<void> {
  await markAcknowledged(
    tx,
    alerts.map((it) => it.id),
  );
  for (const it of alerts) {
    const alert = presentAlert({ ...it, acknowledgedAt: tx.now });
    platform.live.hint(tx, [`agent:${actor.id}`], { type: 'sla.alert', alert });
  }
  const called = alerts.filter((it) => it.onCallPlace !== null).map((it) => it.ticketId);
  if (called.length > 0) await settleClocks(tx, platform, [...new Set(called)]);
}

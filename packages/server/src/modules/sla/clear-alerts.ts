import type { Tx } from '../../platform/database/database.ts';
import type { Platform } from '../../platform/platform.ts';
import type { TicketRecord } from '../tickets/index.ts';
import { hasCleared } from './alert-rules.ts';
import { type AlertRecord, markCleared } from './alert-store.ts';
import { presentAlert } from './present-clocks.ts';
import type { Settled } from './settled.ts';

/**
 * Takes what agents were told of out of their lists once the promise was kept after all, or nobody waits for it any more. It does not come
 * back should the ticket be reopened: what is told then is new.
 */
export async function clearAlerts(
  tx: Tx,
  platform: Platform,
  settled: ReadonlyArray<{ ticket: TicketRecord; clocks: readonly Settled[] }>,
  told: ReadonlyMap<string, readonly AlertRecord[]>,
): Promise<void> {
  const over = settled.flatMap(({ ticket, clocks }) =>
    (told.get(ticket.id) ?? []).filter((alert) =>
      hasCleared(
        alert,
        ticket.status,
        clocks.map((it) => it.measured),
      ),
    ),
  );
  if (over.length === 0) return;
  const cleared = await markCleared(
    tx,
    over.map((it) => it.id),
  );
  for (const it of cleared)
    platform.live.hint(tx, [`agent:${it.agentId}`], { type: 'sla.alert', alert: presentAlert(it) });
}

import { type RuleRun, undoMinutes } from '@fairlead/contract';
import type { AgentActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/database/database.ts';
import { fail } from '../../platform/fail.ts';
import type { Platform } from '../../platform/platform.ts';
import { accessTicket, restoreTicket } from '../tickets/index.ts';
import { undoCauseOf } from './cause-chain.ts';
import { presentRuns } from './present-runs.ts';
import { lockRun, markUndone } from './run-store.ts';

/** An agent takes back what a rule changed about a ticket. A second time changes nothing more. See the endpoint `automation.undoRun`. */
export async function undoRun(tx: Tx, platform: Platform, actor: AgentActor, id: string): Promise<RuleRun> {
  const run = await lockRun(tx, id);
  if (!run) throw fail('automation.run_not_found');
  await accessTicket(tx, actor, run.ticketId).catch(() => {
    throw fail('automation.run_not_found');
  });
  const { before, ranAt, ticketId } = run;
  if (!run.undoneAt && before) {
    if (tx.now.getTime() - ranAt.getTime() > undoMinutes * 60_000) throw fail('ticket.undo_expired');
    await restoreTicket(tx, platform, actor, ticketId, { editedAt: ranAt, before }, undoCauseOf(run.ruleId));
    await markUndone(tx, id);
  }
  const [shown] = await presentRuns(tx, [{ ...run, undoneAt: run.undoneAt ?? (before ? tx.now : null) }]);
  if (!shown) throw fail('automation.run_not_found');
  return shown;
}

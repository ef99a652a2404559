import type { AgentActor } from '../../../platform/actor.ts';
import { announce } from '../../../platform/events/event.ts';
import { fail } from '../../../platform/fail.ts';
import type { Platform } from '../../../platform/platform.ts';
import { accountFreezeChanged } from '../events.ts';
import { freezeJob } from './carry-out.ts';
import { decideApproval, decideRefusal, type FreezeRecord } from './freeze-rules.ts';
import { lockFreeze, saveFreeze } from './freeze-store.ts';

/** A second person agrees to a freeze, or does not; who asked may take it back. Throws `freeze.not_found`, `freeze.decided`, `freeze.own`. */
export function decideFreeze(
  { database, jobs }: Platform,
  actor: AgentActor,
  id: string,
  agrees: boolean,
): Promise<FreezeRecord> {
  return database.write(async (tx) => {
    const before = await lockFreeze(tx, id);
    const mayDecide = actor.permissions.has('exchange.approve_freeze') || before?.requestedBy === actor.id;
    if (!before || !mayDecide) throw fail('freeze.not_found');
    const after = (agrees ? decideApproval : decideRefusal)(before, actor.id, tx.now);
    await saveFreeze(tx, after);
    await announce(tx, accountFreezeChanged, {
      subjectId: after.customerId,
      actor,
      payload: { freezeId: id, state: after.state },
    });
    if (agrees) await jobs.enqueue(tx, freezeJob, { id });
    return after;
  });
}

import { type BulkResult, undoMinutes } from '@fairlead/contract';
import type { AgentActor } from '../../platform/actor.ts';
import { newId } from '../../platform/crypto/ids.ts';
import type { Tx } from '../../platform/database/database.ts';
import { Failure, fail } from '../../platform/fail.ts';
import type { Platform } from '../../platform/platform.ts';
import { requireAgent, requireTeam } from '../people/index.ts';
import { lockReachable } from './access-ticket.ts';
import { moveAlong } from './assign-ticket.ts';
import { type BulkChange, decideBulk } from './bulk-rules.ts';
import { insertBulk, lockBulk, markBulkUndone } from './bulk-store.ts';
import { changeTickets } from './change-tickets.ts';
import { restored } from './restore-ticket.ts';
import { refuseUnfilled, refuseWhileWaiting } from './set-status.ts';
import type { TicketRecord } from './ticket.ts';
import { withoutGone } from './without-gone.ts';

/** Changes many tickets; see the endpoint `tickets.bulk`. What cannot be done on one does not keep it from the others. */
export async function bulkEdit(
  tx: Tx,
  platform: Platform,
  actor: AgentActor,
  ids: readonly string[],
  change: BulkChange,
): Promise<{ results: BulkResult[]; undoId: string | null }> {
  if (change.teamId) await requireTeam(tx, change.teamId);
  if (change.assigneeId) await requireAgent(tx, change.assigneeId);
  const decide = async (before: TicketRecord) => {
    const after = decideBulk(before, change, tx.now);
    if (after && change.status) {
      await refuseWhileWaiting(tx, after);
      if (after.status !== before.status) await refuseUnfilled(tx, actor, after);
    }
    return after && withoutGone(tx, before, after);
  };
  const { results, done } = await each(tx, platform, actor, ids, decide);
  if (done.length === 0) return { results, undoId: null };
  const undoId = newId();
  const edits = done.map((before) => ({
    id: before.id,
    editedAt: tx.now,
    before: { ...before, tags: [...before.tags] },
  }));
  await insertBulk(tx, { id: undoId, agentId: actor.id, editedAt: tx.now, edits });
  return { results, undoId };
}

/** Takes one's own bulk edit back; see the endpoint `tickets.undoBulk`. A second time changes nothing more. */
export async function undoBulk(
  tx: Tx,
  platform: Platform,
  actor: AgentActor,
  id: string,
): Promise<{ results: BulkResult[] }> {
  const bulk = await lockBulk(tx, id);
  if (bulk?.agentId !== actor.id) throw fail('request.not_found');
  if (bulk.undone) return { results: bulk.edits.map((edit) => resultOf(edit.id, false, null)) };
  if (tx.now.getTime() - bulk.editedAt.getTime() > undoMinutes * 60_000) throw fail('ticket.undo_expired');
  const edits = new Map(bulk.edits.map((edit) => [edit.id, edit]));
  const decide = async (now: TicketRecord) => {
    const edit = edits.get(now.id);
    if (!edit) throw fail('ticket.changed_since');
    return restored(tx, now, edit);
  };
  const { results } = await each(tx, platform, actor, [...edits.keys()], decide);
  await markBulkUndone(tx, id);
  return { results };
}

/** Decides on each ticket within reach, writes what was decided together, and says of each what became of it. */
async function each(
  tx: Tx,
  platform: Platform,
  actor: AgentActor,
  ids: readonly string[],
  decide: (before: TicketRecord) => Promise<TicketRecord | null>,
): Promise<{ results: BulkResult[]; done: TicketRecord[] }> {
  const tickets = await lockReachable(tx, actor, ids);
  const results: BulkResult[] = [];
  const changes: Array<{ before: TicketRecord; after: TicketRecord }> = [];
  for (const id of ids) {
    try {
      const before = tickets.get(id);
      if (!before) throw fail('ticket.not_found');
      const after = await decide(before);
      if (after) changes.push({ before, after });
      results.push(resultOf(id, after !== null, null));
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      results.push(resultOf(id, false, error));
    }
  }
  await changeTickets(
    tx,
    platform,
    changes.map((change) => ({ ...change, actor })),
  );
  for (const { before, after } of changes) await moveAlong(tx, platform, actor, before, after);
  return { results, done: changes.map(({ before }) => before) };
}

const resultOf = (id: string, changed: boolean, refused: Failure | null): BulkResult => ({
  id,
  changed,
  refused: refused && { code: refused.code, params: refused.params },
});

import type { AgentActor } from '../../platform/actor.ts';
import { newId } from '../../platform/crypto/ids.ts';
import type { Tx } from '../../platform/database/database.ts';
import { fail } from '../../platform/fail.ts';
import type { Platform } from '../../platform/platform.ts';
import { lockTicket } from './access-ticket.ts';
import { changeTicket } from './change-tickets.ts';
import type { ChecklistEntry } from './ticket.ts';
import { begun, refuseClosed } from './ticket-rules.ts';

/** What an agent does to a checklist. */
export type ChecklistChange = { add: string } | { entryId: string; done: boolean } | { remove: string };

const maximum = 50;

/**
 * An agent adds to a ticket's checklist, ticks something (who and when is kept; a tick that is there stays whose it is), or takes
 * something off it. Throws `request.not_found` for an entry that is not there, and `ticket.checklist_full`.
 */
export async function changeChecklist(
  tx: Tx,
  platform: Pick<Platform, 'live'>,
  actor: AgentActor,
  ticketId: string,
  change: ChecklistChange,
): Promise<{ checklist: ChecklistEntry[] }> {
  const before = await lockTicket(tx, actor, ticketId);
  refuseClosed(before);
  const checklist = changed(before.checklist, change, { agentId: actor.id, now: tx.now });
  const after = checklist ? begun({ ...before, checklist }, tx.now) : null;
  const { record } = await changeTicket(tx, platform, { actor, before, after });
  return { checklist: [...record.checklist] };
}

/** A checklist with one more thing to do. Throws `ticket.checklist_full`. */
export function withEntry(checklist: readonly ChecklistEntry[], add: string): ChecklistEntry[] {
  if (checklist.length >= maximum) throw fail('ticket.checklist_full', { maximum });
  const text = add.replaceAll('\u0000', '').toWellFormed();
  return [...checklist, { id: newId(), item: null, text, doneAt: null, doneBy: null }];
}

function changed(
  checklist: readonly ChecklistEntry[],
  change: ChecklistChange,
  by: { agentId: string; now: Date },
): ChecklistEntry[] | null {
  if ('add' in change) return withEntry(checklist, change.add);
  const id = 'remove' in change ? change.remove : change.entryId;
  const entry = checklist.find((it) => it.id === id);
  if (!entry) throw fail('request.not_found');
  if ('remove' in change) return checklist.filter((it) => it !== entry);
  if ((entry.doneAt !== null) === change.done) return null;
  const tick = change.done
    ? { doneAt: by.now.toISOString(), doneBy: by.agentId }
    : { doneAt: null, doneBy: null };
  return checklist.map((it) => (it === entry ? { ...it, ...tick } : it));
}

import type { AgentActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/database/database.ts';
import { fail } from '../../platform/fail.ts';
import type { Platform } from '../../platform/platform.ts';
import { lockTicket } from './access-ticket.ts';
import { moveAlong } from './assign-ticket.ts';
import { changeTicket } from './change-tickets.ts';
import { followRisk } from './risk/weigh-tickets.ts';
import type { TicketRecord } from './ticket.ts';
import { openNumberOf } from './ticket-store.ts';

/** What can be put back about a ticket. */
export type Restorable = Pick<
  TicketRecord,
  | 'status'
  | 'statusAt'
  | 'solvedAt'
  | 'closedAt'
  | 'reopenedCount'
  | 'priority'
  | 'prioritySet'
  | 'category'
  | 'teamId'
  | 'assigneeId'
  | 'tags'
>;

/** How a ticket stood before an edit, and when that was. */
interface Edit {
  readonly editedAt: Date;
  readonly before: Partial<Restorable>;
}

/**
 * The ticket as it was before an edit. Throws `ticket.changed_since` where it was changed after that, and `ticket.already_open` where its
 * conversation has another ticket by now.
 */
export async function restored(tx: Tx, now: TicketRecord, { editedAt, before }: Edit): Promise<TicketRecord> {
  if (now.updatedAt.getTime() !== editedAt.getTime()) throw fail('ticket.changed_since');
  const opens = before.status !== undefined && before.status !== 'closed';
  const reopens = now.status === 'closed' && opens && now.conversationId;
  const another = reopens ? await openNumberOf(tx, reopens) : undefined;
  if (another) throw fail('ticket.already_open', { number: another });
  return { ...now, ...before };
}

/** An agent takes back what was done to a ticket; see restored. Throws `ticket.not_found` as well. */
export async function restoreTicket(
  tx: Tx,
  platform: Platform,
  actor: AgentActor,
  id: string,
  edit: Edit,
  cause: string,
): Promise<void> {
  const now = await lockTicket(tx, actor, id);
  const after = await restored(tx, now, edit);
  const { record } = await changeTicket(tx, platform, { actor, before: now, after, cause });
  await moveAlong(tx, platform, actor, now, after, cause);
  await followRisk(tx, platform, record, { mayLower: false });
}

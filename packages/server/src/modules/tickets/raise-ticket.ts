import { type Category, maximumFollowers, type RiskReason } from '@fairlead/contract';
import type { SystemActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { changeTicket } from './change-tickets.ts';
import type { TicketRecord } from './ticket.ts';
import { isActive } from './ticket-rules.ts';

/** A danger that was heard of in a ticket's thread. */
export interface Alarm {
  /** What it is about from now on; null: what it was about. */
  readonly category: Category | null;
  readonly because: RiskReason;
  /** Whose matter it is; null: whoever's it was. */
  readonly teamId: string | null;
}

/**
 * Makes a ticket urgent that is held, for a module above that has heard of a danger, and gives it to whose matter that is; whoever had it follows it. Its conversation
 * stays where it is, since somebody may be talking there. What is so already changes nothing.
 */
export async function raiseTicket(
  tx: Tx,
  platform: Pick<Platform, 'live'>,
  actor: SystemActor,
  ticket: TicketRecord,
  alarm: Alarm,
): Promise<TicketRecord> {
  const after = raised(ticket, alarm);
  const { record } = await changeTicket(tx, platform, {
    actor,
    before: ticket,
    after,
    cause: 'risk',
    because: [alarm.because],
  });
  return record;
}

/** The ticket as a danger makes it; null where it is so already, and where it is done with. Pure. */
function raised(before: TicketRecord, { category, teamId }: Alarm): TicketRecord | null {
  if (!isActive(before)) return null;
  const after = { ...before, category: category ?? before.category, priority: 'urgent' as const };
  // What no category says is not to be lowered by what is known of money.
  const chosen = { ...after, prioritySet: before.prioritySet || category === null };
  const moves = teamId !== null && teamId !== before.teamId;
  const same =
    !moves &&
    chosen.category === before.category &&
    before.priority === 'urgent' &&
    chosen.prioritySet === before.prioritySet;
  if (same) return null;
  return moves ? { ...chosen, teamId, assigneeId: null, followerIds: followersWith(before) } : chosen;
}

function followersWith({ assigneeId, followerIds }: TicketRecord): readonly string[] {
  if (assigneeId === null || followerIds.includes(assigneeId) || followerIds.length >= maximumFollowers)
    return followerIds;
  return [...followerIds, assigneeId];
}

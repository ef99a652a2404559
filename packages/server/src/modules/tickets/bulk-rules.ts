import { maximumTags, type TicketPriority, type TicketStatus } from '@fairlead/contract';
import { fail } from '../../platform/fail.ts';
import type { TicketRecord } from './ticket.ts';
import { changedParts } from './ticket-facts.ts';
import { begun, decideStatus, refuseClosed } from './ticket-rules.ts';

/** What a bulk edit sets; what is undefined stays. */
export interface BulkChange {
  readonly status?: TicketStatus | undefined;
  readonly priority?: TicketPriority | undefined;
  readonly teamId?: string | undefined;
  readonly assigneeId?: string | null | undefined;
  readonly addTags: readonly string[];
  readonly removeTags: readonly string[];
}

/** What a bulk edit makes of one ticket; null when it is so already. Throws why it cannot be. */
export function decideBulk(before: TicketRecord, change: BulkChange, now: Date): TicketRecord | null {
  refuseClosed(before);
  const kept = before.tags.filter((tag) => !change.removeTags.includes(tag));
  const tags = [...new Set([...kept, ...change.addTags])];
  if (tags.length > maximumTags) throw fail('ticket.too_many_tags', { maximum: maximumTags });
  const moved = change.teamId !== undefined && change.teamId !== before.teamId;
  const assigneeId = change.assigneeId !== undefined ? change.assigneeId : moved ? null : before.assigneeId;
  const given: TicketRecord = {
    ...before,
    priority: change.priority ?? before.priority,
    teamId: change.teamId ?? before.teamId,
    assigneeId,
    tags,
  };
  const after = (change.status ? decideStatus(given, change.status, now) : null) ?? given;
  if (changedParts(before, after).length === 0) return null;
  return change.status ? after : begun(after, now);
}

import type { CustomerSummary, Ticket } from '@fairlead/contract';
import type { TicketRecord } from './ticket.ts';

const iso = (moment: Date | null) => moment?.toISOString() ?? null;

/** A ticket as a line of a list. */
export function presentTicket(record: TicketRecord, customer: CustomerSummary | null): Ticket {
  return {
    id: record.id,
    number: record.number,
    version: record.version,
    subject: record.subject,
    category: record.category,
    priority: record.priority,
    status: record.status,
    teamId: record.teamId,
    assigneeId: record.assigneeId,
    followerIds: [...record.followerIds],
    tags: [...record.tags],
    customer,
    conversationId: record.conversationId,
    parentId: record.parentId,
    parentWaits: record.parentWaits,
    followsId: record.followsId,
    language: record.language,
    locale: record.locale,
    channel: record.channel,
    source: record.source,
    createdAt: record.createdAt.toISOString(),
    updatedAt: record.updatedAt.toISOString(),
    solvedAt: iso(record.solvedAt),
    closedAt: iso(record.closedAt),
    reopenedCount: record.reopenedCount,
    dueAt: iso(record.dueAt),
    mergedIntoId: record.mergedIntoId,
    sideUnread: record.sideUnread,
    isTracker: record.isTracker,
  };
}

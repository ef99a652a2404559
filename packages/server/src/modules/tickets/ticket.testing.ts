import type { TicketRecord } from './ticket.ts';

/** A ticket for tests of rules; what a test is about is given. */
export function someTicket(given: Partial<TicketRecord> = {}): TicketRecord {
  const now = new Date('2026-11-20T10:00:00Z');
  return {
    id: '01938a00-0000-7000-8000-000000000001',
    number: 10_001,
    version: 1,
    subject: 'Deposit missing',
    category: 'deposit_withdrawal.deposit_not_credited',
    priority: 'normal',
    prioritySet: false,
    status: 'open',
    statusAt: now,
    teamId: 'team',
    assigneeId: null,
    followerIds: [],
    tags: [],
    customerId: 'customer',
    conversationId: 'conversation',
    threadTeamId: 'team',
    threadAssigneeId: null,
    parentId: null,
    parentWaits: false,
    followsId: null,
    language: 'en',
    locale: 'en',
    channel: 'chat',
    source: 'agent',
    fields: {},
    checklist: [],
    commentCount: 0,
    isTracker: false,
    dueAt: null,
    mergedIntoId: null,
    reopenedCount: 0,
    createdAt: now,
    updatedAt: now,
    solvedAt: null,
    closedAt: null,
    ...given,
  };
}

import { expect, test } from 'vitest';
import type { ConversationRecord } from './conversation.ts';
import { toPeople } from './warn-in-thread.ts';

const now = new Date('2026-11-27T12:00:00Z');
const since = new Date('2026-11-27T11:00:00Z');
const to = { teamId: 'security', topic: 'account_security' as const };
const at = (more: Partial<ConversationRecord>) =>
  ({
    state: 'bot',
    teamId: 'support',
    topic: null,
    assigneeId: null,
    accepted: false,
    waitingSince: since,
    priority: 0,
    ...more,
  }) as ConversationRecord;

test.each<[string, Partial<ConversationRecord>]>([
  ['from the assistant', {}],
  ['from the queue of another team', { state: 'queued' }],
])('%s it goes to whose matter it is, waiting since it waits', (_, more) => {
  expect(toPeople(at(more), to, now)).toMatchObject({ state: 'queued', ...to, queuedAt: since });
});

test.each<[string, Partial<ConversationRecord>]>([
  ['its team has it already', { state: 'queued', teamId: 'security' }],
  ['an agent has it', { state: 'assigned', assigneeId: 'mei', accepted: true }],
  ['it is closed', { state: 'closed' }],
])('it stays where %s', (_, more) => {
  expect(toPeople(at(more), to, now)).toBeNull();
});

import { describe, expect, test } from 'vitest';
import type { ConversationRecord } from './conversation.ts';
import {
  decideAnsweredFirst,
  decideAssign,
  decideClose,
  decideLapse,
  decideOffer,
  decideRelease,
  decideReopen,
  decideTake,
  decideTransferToTeam,
  destinationOf,
  maySee,
  movedOnBy,
} from './conversation-rules.ts';
import { blankConversation } from './start-conversation.ts';

const now = new Date('2026-11-24T10:00:00Z');
const earlier = new Date('2026-11-24T09:50:00Z');
const queued: ConversationRecord = {
  ...blankConversation(earlier),
  id: 'c',
  number: 1001,
  version: 1,
  channel: 'chat',
  inboxId: 'i',
  topic: null,
  language: 'en',
  locale: 'en',
  customerId: 'cu',
  teamId: 't1',
  previousId: null,
  waitingSince: earlier,
};
const held = { ...queued, state: 'assigned' as const, assigneeId: 'a1', accepted: true, queuedAt: null };
const offered = { ...held, accepted: false, offeredAt: earlier };
const closed = { ...held, state: 'closed' as const, closedAt: earlier, waitingSince: null };

describe('who may see a conversation', () => {
  const scope = (teamIds: string[], all = false) => ({ agentId: 'a1', all, teamIds: new Set(teamIds) });
  test.each([
    ['everyone with the right to all', scope([], true), { teamId: 't9', assigneeId: null }, true],
    ['a member of its team', scope(['t1']), { teamId: 't1', assigneeId: 'a9' }, true],
    ['its agent, wherever it went', scope([]), { teamId: 't9', assigneeId: 'a1' }, true],
    ['nobody else', scope(['t2']), { teamId: 't1', assigneeId: 'a9' }, false],
  ])('%s', (_name, reach, conversation, allowed) => {
    expect(maySee(reach, conversation)).toBe(allowed);
  });
});

describe('answered before anybody took it up', () => {
  test.each([
    ['one that waits', queued],
    ['one that is offered', offered],
  ])('%s is done with', (_name, before) => {
    expect(decideAnsweredFirst(before, now)).toMatchObject({
      state: 'closed',
      closeReason: 'solved',
      assigneeId: null,
      waitingSince: null,
      closedAt: now,
    });
  });
  test.each([
    ['one that somebody has', held],
    ['one that is done with', closed],
    ['one that the assistant has', { ...queued, state: 'bot' as const }],
  ])('%s is left alone', (_name, before) => {
    expect(decideAnsweredFirst(before, now)).toBeNull();
  });
});

describe('taking', () => {
  test('a waiting one becomes the taker’s', () => {
    expect(decideTake(queued, 'a1', '')).toMatchObject({
      state: 'assigned',
      assigneeId: 'a1',
      accepted: true,
    });
  });
  test('an offer is accepted', () => {
    expect(decideTake(offered, 'a1', '')).toMatchObject({ accepted: true, offeredAt: null });
  });
  test('an offer not taken up may go to a quicker colleague', () => {
    expect(decideTake(offered, 'a2', 'Mei')).toMatchObject({ assigneeId: 'a2', accepted: true });
  });
  test('one’s own changes nothing', () => {
    expect(decideTake(held, 'a1', '')).toBeNull();
  });
  test('a colleague’s is refused with their name', () => {
    expect(() => decideTake(held, 'a2', 'Mei')).toThrow('conversation.already_assigned');
  });
});

describe('offering', () => {
  test('only what still waits', () => {
    expect(decideOffer(queued, 'a1', now)).toMatchObject({
      state: 'assigned',
      accepted: false,
      offeredAt: now,
    });
    expect(decideOffer(held, 'a2', now)).toBeNull();
  });
  test('an offer lapses at its deadline, goes ahead of others, and remembers who let it go', () => {
    expect(decideLapse(offered, earlier, now)).toMatchObject({
      state: 'queued',
      assigneeId: null,
      priority: 1,
      declinedBy: 'a1',
      declinedAt: now,
      queuedAt: earlier,
    });
  });
  test('not before, and not once accepted', () => {
    expect(decideLapse(offered, new Date(earlier.getTime() - 1), now)).toBeNull();
    expect(decideLapse(held, now, now)).toBeNull();
  });
});

describe('giving away', () => {
  test('to an agent, who holds it', () => {
    expect(decideAssign(queued, 'a2')).toMatchObject({ state: 'assigned', assigneeId: 'a2', accepted: true });
  });
  test('to whom it has already changes nothing', () => {
    expect(decideAssign(held, 'a1')).toBeNull();
  });
  test('to a team, in its old place in time', () => {
    expect(decideTransferToTeam(held, 't2', now)).toMatchObject({
      state: 'queued',
      teamId: 't2',
      assigneeId: null,
      queuedAt: earlier,
    });
    expect(decideTransferToTeam(queued, 't1', now)).toBeNull();
  });
  test('back into the queue, by its agent only', () => {
    expect(decideRelease(held, 'a1', now)).toMatchObject({ state: 'queued', declinedBy: 'a1' });
    expect(() => decideRelease(held, 'a2', now)).toThrow('conversation.not_assigned_to_you');
  });
});

describe('closing and reopening', () => {
  test.each([
    ['its agent', { agentId: 'a1', anyone: false }],
    ['whoever may assign', { agentId: 'a9', anyone: true }],
  ])('%s may close', (_name, by) => {
    expect(decideClose(held, by, 'solved', now)).toMatchObject({
      state: 'closed',
      closeReason: 'solved',
      closedAt: now,
      waitingSince: null,
    });
  });
  test('others may not', () => {
    expect(() => decideClose(held, { agentId: 'a2', anyone: false }, 'solved', now)).toThrow(
      'conversation.not_assigned_to_you',
    );
  });
  test('an agent reopens it for themselves', () => {
    expect(decideReopen(closed, 'a2')).toMatchObject({ state: 'assigned', assigneeId: 'a2', closedAt: null });
    expect(() => decideReopen(held, 'a2')).toThrow('conversation.not_closed');
  });
  test.each([
    ['taken', () => decideTake(closed, 'a1', '')],
    ['assigned', () => decideAssign(closed, 'a1')],
    ['transferred', () => decideTransferToTeam(closed, 't2', now)],
    ['released', () => decideRelease(closed, 'a1', now)],
    ['closed again', () => decideClose(closed, { agentId: 'a1', anyone: true }, 'spam', now)],
  ])('a closed one is not %s', (_name, decide) => {
    expect(decide).toThrow('conversation.closed');
  });
  test.each([
    ['open', held, 0, 'here'],
    ['closed within the time', closed, 1, 'reopen'],
    ['closed before', closed, 0, 'new'],
  ] as const)('a customer’s message to one %s', (_name, conversation, hours, destination) => {
    expect(destinationOf(conversation, hours, now)).toBe(destination);
  });
});

test('a thread has moved on by what others wrote, not by one’s own or the system’s', () => {
  const by = (
    type: 'agent' | 'customer' | 'bot' | 'system',
    id: string | null,
    kind: 'text' | 'note' | 'system' = 'text',
    clientKey: string | null = null,
  ) => ({ kind, author: { type, id, name: null }, clientKey });
  const later = [
    by('agent', 'a1'),
    by('system', null, 'system'),
    by('agent', 'a2', 'note'),
    by('customer', 'cu'),
  ];
  expect(movedOnBy(later, 'a1')).toBe(1);
  // The key of a customer's message is theirs to choose: only the bot's make news of it.
  expect(movedOnBy([by('customer', 'cu', 'text', 'told:ticket:1')], 'a1')).toBe(1);
  expect(movedOnBy([by('bot', null, 'text', 'told:ticket:1')], 'a1')).toBe(0);
});

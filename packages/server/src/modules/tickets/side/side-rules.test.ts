import { describe, expect, test } from 'vitest';
import type { SideRecord } from './side.ts';
import { afterArrival, afterWriting, isParty, marksAsSeen, writerOf } from './side-rules.ts';

const begun = new Date('2026-11-24T08:00:00Z');
const now = new Date('2026-11-24T09:00:00Z');
const side: SideRecord = {
  id: 'side',
  ticketId: 'ticket',
  inboxId: 'inbox',
  subject: 'Transfer 1',
  parties: ['desk@bank.example'],
  state: 'done',
  messageCount: 3,
  unread: 1,
  createdBy: { id: 'mei', name: 'Mei' },
  clientKey: 'mei:key',
  createdAt: begun,
  lastActivityAt: begun,
};

test.each([
  ['desk@bank.example', true],
  [' Desk@Bank.example ', true],
  ['desk@bank.example.thief.example', false],
  ['', false],
])('%j is a party: %s', (address, expected) => {
  expect(isParty(side, address)).toBe(expected);
});

describe('a letter', () => {
  test.each([
    ['a party', { known: true, automatic: false }, 'party', { state: 'open', unread: 2 }],
    ['a stranger', { known: false, automatic: false }, 'stranger', { state: 'done', unread: 2 }],
    ['a machine of a party', { known: true, automatic: true }, 'machine', { state: 'done', unread: 1 }],
  ])('of %s', (_, came, writer, after) => {
    expect(writerOf(came)).toBe(writer);
    expect(afterArrival(side, came, now)).toEqual({
      ...side,
      ...after,
      messageCount: 4,
      lastActivityAt: now,
    });
  });

  test('of an agent opens it, and leaves what was not seen', () => {
    expect(afterWriting(side, now)).toMatchObject({ state: 'open', unread: 1, messageCount: 4 });
  });
});

test.each([
  [null, true],
  ['mei', true],
  ['bao', false],
])('a ticket of %s is seen by Mei: %s', (assigneeId, expected) => {
  expect(marksAsSeen({ assigneeId }, 'mei')).toBe(expected);
});

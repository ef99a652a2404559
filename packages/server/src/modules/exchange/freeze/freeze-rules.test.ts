import { expect, test } from 'vitest';
import { maskEmail } from './freeze-own.ts';
import { decideApproval, decideRefusal, type FreezeRecord } from './freeze-rules.ts';

const now = new Date('2026-11-26T12:00:00Z');
const waiting: FreezeRecord = {
  id: 'freeze',
  customerId: 'customer',
  conversationId: null,
  reason: 'stolen_account',
  note: 'Somebody else changed the password.',
  state: 'waiting',
  requestedBy: 'bao',
  requestedAt: now,
  decidedBy: null,
  decidedAt: null,
  frozenAt: null,
};

test('another one agrees, or not; who asked may take it back', () => {
  expect(decideApproval(waiting, 'mei', now)).toMatchObject({ state: 'approved', decidedBy: 'mei' });
  expect(decideRefusal(waiting, 'mei', now)).toMatchObject({ state: 'refused', decidedBy: 'mei' });
  expect(decideRefusal(waiting, 'bao', now)).toMatchObject({ state: 'refused', decidedBy: 'bao' });
});

test('who asked cannot agree', () => {
  expect(() => decideApproval(waiting, 'bao', now)).toThrow(expect.objectContaining({ code: 'freeze.own' }));
});

test.each(['approved', 'frozen', 'refused', 'failed'] as const)('one that is %s is decided', (state) => {
  for (const decide of [decideApproval, decideRefusal])
    expect(() => decide({ ...waiting, state }, 'mei', now)).toThrow(
      expect.objectContaining({ code: 'freeze.decided' }),
    );
});

test.each([
  ['anna.larsson@example.com', 'a…@example.com'],
  ['x@example.com', 'x…@example.com'],
])('%s is shown as %s', (email, shown) => {
  expect(maskEmail(email)).toBe(shown);
});

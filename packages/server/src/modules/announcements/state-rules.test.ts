import type { AnnouncementState } from '@fairlead/contract';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Move, mayApprove, stateAfter } from './state-rules.ts';

const soon = new Date('2026-12-01T08:00:00Z');
const states: AnnouncementState[] = [
  'draft',
  'in_review',
  'approved',
  'scheduled',
  'published',
  'corrected',
  'withdrawn',
];
const moves: Move[] = [
  'edit',
  'submit',
  'take_back',
  'approve',
  'send_back',
  'publish',
  'correct',
  'drop',
  'withdraw',
  'remove',
];

test.each<[AnnouncementState, number, Date | null, Move, AnnouncementState | null]>([
  ['draft', 0, null, 'edit', 'draft'],
  ['in_review', 0, null, 'edit', null],
  ['published', 1, null, 'edit', null],
  ['draft', 0, null, 'submit', 'in_review'],
  ['in_review', 0, null, 'submit', null],
  ['in_review', 0, null, 'approve', 'approved'],
  ['in_review', 0, soon, 'approve', 'scheduled'],
  ['draft', 0, null, 'approve', null],
  ['approved', 0, null, 'approve', null],
  ['in_review', 0, null, 'send_back', 'draft'],
  ['scheduled', 0, soon, 'take_back', 'draft'],
  ['published', 1, null, 'take_back', null],
  ['in_review', 0, null, 'publish', null],
  ['draft', 0, null, 'publish', null],
  ['approved', 0, null, 'publish', 'published'],
  ['scheduled', 0, soon, 'publish', 'published'],
  ['approved', 1, null, 'publish', 'corrected'],
  ['published', 1, null, 'correct', 'draft'],
  ['corrected', 2, null, 'correct', 'draft'],
  ['withdrawn', 1, null, 'correct', null],
  ['draft', 1, null, 'drop', 'published'],
  ['draft', 2, null, 'drop', 'corrected'],
  ['draft', 0, null, 'drop', null],
  ['draft', 0, null, 'withdraw', null],
  ['draft', 1, null, 'withdraw', 'withdrawn'],
  ['published', 1, null, 'withdraw', 'withdrawn'],
  ['withdrawn', 1, null, 'withdraw', null],
  ['draft', 0, null, 'remove', 'draft'],
  ['draft', 1, null, 'remove', null],
])('%s (published %i times, due %s): %s leads to %s', (state, edition, publishAt, move, wanted) => {
  expect(stateAfter({ state, edition, publishAt }, move)).toBe(wanted);
});

test('whatever is done, nothing is published that was not approved, and nothing comes back that was withdrawn', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...moves), { maxLength: 40 }), fc.boolean(), (path, timed) => {
      const publishAt = timed ? soon : null;
      let [state, edition, approved]: [AnnouncementState, number, boolean] = ['draft', 0, false];
      for (const move of path) {
        const after = stateAfter({ state, edition, publishAt }, move);
        if (after === null) continue;
        expect(states).toContain(after);
        if (state === 'withdrawn') throw new Error(`${move} after it was withdrawn`);
        if (move === 'approve') approved = true;
        if (move === 'take_back' || move === 'send_back' || move === 'correct') approved = false;
        if (move === 'publish') {
          expect(approved).toBe(true);
          edition++;
          approved = false;
        }
        if (move === 'remove') return;
        state = after;
      }
    }),
  );
});

test('an author does not approve', () => {
  expect(mayApprove(['a', 'b'], 'b')).toBe(false);
  expect(mayApprove(['a', 'b'], 'c')).toBe(true);
});

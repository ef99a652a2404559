import { statusMoves, type TicketStatus, ticketStatus } from '@fairlead/contract';
import { expect, it } from 'vitest';
import { stepsBack } from './status-steps.ts';

it.each<[TicketStatus, TicketStatus, readonly TicketStatus[] | null]>([
  ['open', 'solved', ['open']],
  ['pending', 'solved', ['open', 'pending']],
  ['on_hold', 'solved', ['open', 'on_hold']],
  ['new', 'solved', ['open']],
  ['new', 'open', null],
  ['new', 'pending', ['open']],
  ['solved', 'closed', null],
  ['solved', 'open', ['solved']],
])('from %s to %s and back', (before, after, steps) => {
  expect(stepsBack(before, after)).toEqual(steps);
});

it('every step of every way back is a move that is allowed', () => {
  for (const before of ticketStatus.options) {
    for (const after of statusMoves[before]) {
      let at = after;
      for (const step of stepsBack(before, after) ?? []) {
        expect(statusMoves[at]).toContain(step);
        at = step;
      }
    }
  }
});

import { expect, test } from 'vitest';
import { answerToInvitation } from './answer-to-invitation.ts';

const invitation = (method: string | null, attendeeStatus: string | null) => ({
  method,
  attendeeStatus,
  summary: 'Call',
  start: null,
  organizer: null,
});

test.each([
  ['REPLY', 'ACCEPTED', 'accepted'],
  ['REPLY', 'DECLINED', 'declined'],
  ['REPLY', 'TENTATIVE', 'tentative'],
  ['REPLY', 'DELEGATED', null],
  ['REPLY', null, null],
  ['COUNTER', 'TENTATIVE', 'countered'],
  ['REQUEST', 'NEEDS-ACTION', null],
  [null, 'ACCEPTED', null],
])('%s of one who %s answers %s', (method, status, answer) => {
  expect(answerToInvitation(invitation(method, status))).toBe(answer);
});

test('a letter without a calendar answers none', () => {
  expect(answerToInvitation(null)).toBeNull();
});

import { expect, test } from 'vitest';
import type { Event } from '../../platform/events/event.ts';
import { someFacts } from './facts.testing.ts';
import { standAt, stateKey } from './ticket-story.ts';

const { ticket } = someFacts({
  ticket: { status: 'pending', priority: 'high', statusAt: new Date('2026-11-20T13:00:00Z') },
});
const moment = (hour: number) => new Date(`2026-11-20T${String(hour).padStart(2, '0')}:00:00Z`);
const team = '01938a00-0000-7000-8000-00000000000a';
const standing = (status: string, priority = 'normal') => ({
  status,
  priority,
  category: ticket.category,
  teamId: team,
  assigneeId: null,
});

let ids = 0;
const fact = (hour: number, type: string, payload: object): Event => ({
  id: `01938a00-0000-7000-8000-0000000001${String(++ids).padStart(2, '0')}`,
  type,
  occurredAt: moment(hour),
  subjectId: ticket.id,
  actor: { type: 'system', id: null },
  cause: null,
  payload,
});
const said = (hour: number, author: string, kind = 'text') =>
  fact(hour, 'message.posted', { messageId: team, seq: hour, kind, author, outbound: false });
const opened = fact(10, 'ticket.opened', {
  ...standing('new'),
  number: 1,
  conversationId: null,
  customerId: null,
  parentId: null,
  followsId: null,
  source: 'agent',
  channel: null,
  language: 'en',
  isTracker: false,
});
const change = (hour: number, before: object, after: object) =>
  fact(hour, 'ticket.changed', { before, after, parts: ['status'] });
const story = [
  said(9, 'customer'),
  opened,
  said(11, 'agent'),
  change(11, standing('new'), standing('open')),
  change(12, standing('open'), standing('open', 'high')),
  said(12, 'bot'),
  said(12, 'agent', 'note'),
  change(13, standing('open', 'high'), standing('pending', 'high')),
];

test.each([
  [10, 'new', 'normal', 10, null],
  [11, 'open', 'normal', 11, 11],
  [12, 'open', 'high', 11, 11],
  [23, 'pending', 'high', 13, 11],
] as const)('at %i it is %s and %s, for %i and answered at %o', (hour, status, priority, since, agent) => {
  const stand = standAt(ticket, story, moment(hour));
  expect(stand.ticket).toMatchObject({ status, priority, teamId: team });
  expect(stand.since.status).toEqual(moment(since));
  expect(stand.since.customer).toEqual(moment(9));
  expect(stand.since.agent).toEqual(agent === null ? null : moment(agent));
});

test('without a story it stands as it does now', () => {
  expect(standAt(ticket, [], moment(20))).toMatchObject({
    ticket,
    since: { status: ticket.statusAt, customer: null },
  });
});

test('a state is another one once the status is, or somebody wrote whose words are asked about', () => {
  const key = (more: Event[], asked: Parameters<typeof stateKey>[1]) =>
    stateKey(standAt(ticket, [...story, ...more], moment(23)), asked);
  const [none, customer] = [new Set<never>(), new Set(['customer'] as const)];
  expect(key([said(15, 'customer')], none)).toBe(key([], none));
  expect(key([said(15, 'customer')], customer)).not.toBe(key([], customer));
  expect(key([change(15, standing('pending'), standing('open'))], none)).not.toBe(key([], none));
});

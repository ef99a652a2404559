import { randomUUID } from 'node:crypto';
import { endpoints } from '@fairlead/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { listEventsOf } from '../../platform/events/event-store.ts';
import type { TestServer } from '../../testing/test-server.ts';
import { at, type TicketScene, ticketScene, ticketServer } from './tickets.testing.ts';

const { tickets } = endpoints;
let server: TestServer;
let scene: TicketScene;

beforeAll(async () => {
  server = await ticketServer();
  scene = await ticketScene(server);
});

const open = (subject: string, more: object = {}) =>
  scene.lead.try(tickets.create, { body: { subject, teamId: scene.team, ...more } });
const factsOf = (id: string) =>
  listEventsOf(server.platform.database.reader(), [id], {
    before: null,
    types: ['ticket.opened'],
    limit: 10,
  });

describe('tickets that are opened at once', () => {
  test('have a number each, which is that of their fact', async () => {
    const opened = await Promise.all(Array.from({ length: 12 }, (_, index) => open(`Case ${index}`)));
    const made = opened.map((it) => (it.ok ? it.body : undefined));
    expect(made.map((it) => it?.subject)).toEqual(opened.map((_, index) => `Case ${index}`));
    expect(new Set(made.map((it) => it?.number)).size).toBe(12);
    for (const ticket of made) {
      const facts = await factsOf(ticket?.id ?? '');
      expect(facts.map((it) => it.payload)).toMatchObject([{ number: ticket?.number, status: 'new' }]);
      expect((await scene.lead.call(tickets.get, at(ticket?.id ?? ''))).number).toBe(ticket?.number);
    }
  });

  test('are refused each for itself', async () => {
    const wrong = { category: 'deposit_withdrawal', fields: { amount: 'a lot' } };
    const [first, ...others] = await Promise.all([
      open('Begins'),
      open('To a team that is not there', { teamId: randomUUID() }),
      open('Fits'),
      open('With wrong evidence', wrong),
      open('Fits as well'),
    ]);
    expect(first?.ok).toBe(true);
    expect(others.map((it) => (it.ok ? it.body.subject : it.error.code))).toEqual([
      'people.team_not_found',
      'Fits',
      'ticket.field_invalid',
      'Fits as well',
    ]);
  });
});

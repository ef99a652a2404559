import { randomUUID } from 'node:crypto';
import { endpoints } from '@fairlead/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { listEventsOf } from '../../platform/events/event-store.ts';
import type { TestServer } from '../../testing/test-server.ts';
import type { TestAgent } from '../../testing/world.ts';
import { answer, at, startThread, type TicketScene, ticketScene, ticketServer } from './tickets.testing.ts';

const { conversations, tickets } = endpoints;
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

describe('tickets on conversations that are opened at once', () => {
  /** Two agents see conversations of their team, one does not. */
  const openOn = (by: TestAgent, conversationId: string, subject: string, more: object = {}) =>
    by.try(tickets.create, { body: { conversationId, subject, ...more } });
  const threads = (count: number, text?: string) =>
    Promise.all(Array.from({ length: count }, async () => startThread(await scene.newcomer(), text)));
  type Answer = Awaited<ReturnType<typeof openOn>>;
  const outcome = (it: Answer) => (it.ok ? it.body.subject : it.error.code);

  test('are each that of its own, sorted by its own words, and told once', async () => {
    const texts = ['My deposit is missing', 'I forgot my password', 'My verification was refused'];
    const ids = await Promise.all(texts.map(async (text) => startThread(await scene.newcomer(), text)));
    const opened = await Promise.all(ids.map((id, index) => openOn(scene.mei, id, `Case ${index}`)));
    const made = opened.map((it) => (it.ok ? it.body : undefined));
    expect(made.map((it) => [it?.conversationId, it?.category])).toEqual([
      [ids[0], 'deposit_withdrawal.deposit_not_credited'],
      [ids[1], 'account_security.cannot_sign_in'],
      [ids[2], 'verification.rejected'],
    ]);
    for (const it of made) {
      const facts = await factsOf(it?.id ?? '');
      expect(facts.map(({ payload }) => payload)).toMatchObject([
        { number: it?.number, conversationId: it?.conversationId },
      ]);
    }
  });

  test('are refused each for itself: out of reach, to nobody, with wrong evidence, to no team', async () => {
    const [a = '', b = '', c = '', d = '', e = '', f = ''] = await threads(6);
    const category = 'deposit_withdrawal';
    const answers = await Promise.all([
      openOn(scene.mei, a, 'First'),
      openOn(scene.kim, b, 'Of another team'),
      openOn(scene.mei, c, 'To nobody', { assigneeId: randomUUID() }),
      openOn(scene.mei, d, 'With wrong evidence', { category, fields: { amount: 'a lot' } }),
      openOn(scene.lead, e, 'To no team', { teamId: randomUUID() }),
      openOn(scene.lead, f, 'Last'),
      openOn(scene.lead, randomUUID(), 'On nothing'),
    ]);
    expect(answers.map(outcome)).toEqual([
      'First',
      'conversation.not_found',
      'people.not_found',
      'ticket.field_invalid',
      'people.team_not_found',
      'Last',
      'conversation.not_found',
    ]);
    // What was refused left nothing behind.
    expect(outcome(await openOn(scene.lead, b, 'By who may'))).toBe('By who may');
    expect(outcome(await openOn(scene.lead, e, 'To its own team'))).toBe('To its own team');
  });

  test('of several on one conversation only one is there, and the others name it', async () => {
    const [one = '', other = ''] = await threads(2);
    const answers = await Promise.all([
      ...Array.from({ length: 5 }, (_, index) => openOn(scene.mei, one, `Copy ${index}`)),
      openOn(scene.mei, other, 'Beside them'),
    ]);
    const beside = answers.pop();
    expect(beside && outcome(beside)).toBe('Beside them');
    const made = answers.flatMap((it) => (it.ok ? [it.body] : []));
    expect(made).toHaveLength(1);
    const refused = answers.flatMap((it) => (it.ok ? [] : [it.error]));
    expect(refused).toEqual(
      refused.map(() =>
        expect.objectContaining({ code: 'ticket.already_open', params: { number: made[0]?.number } }),
      ),
    );
    expect(refused).toHaveLength(4);
  });

  test('while customers write into them, nothing is lost and the seq has no gap', async () => {
    const ids = await threads(6);
    const [opened] = await Promise.all([
      Promise.all(ids.map((id, index) => openOn(scene.mei, id, `Busy ${index}`))),
      Promise.all(ids.flatMap((id) => [answer(scene.bao, id), answer(scene.bao, id, 'And another')])),
    ]);
    expect(opened.map(outcome)).toEqual(ids.map((_, index) => `Busy ${index}`));
    for (const id of ids) {
      const { items } = await scene.lead.call(conversations.messages, at(id));
      expect(items.map(({ seq }) => seq).sort((a, b) => a - b)).toEqual(items.map((_, index) => index + 1));
    }
  });
});

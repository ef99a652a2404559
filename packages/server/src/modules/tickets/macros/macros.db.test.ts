import { endpoints, type TicketAction } from '@fairlead/contract';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { TestServer } from '../../../testing/test-server.ts';
import { at, openOn, type TicketScene, ticketScene, ticketServer, words } from '../tickets.testing.ts';

const { macros } = endpoints;
let server: TestServer;
let scene: TicketScene;

beforeAll(async () => {
  server = await ticketServer();
});
beforeEach(async () => {
  scene = await ticketScene(server);
});

const texts = { en: 'Hello {customer.name}, #{ticket.number}: {field.amount} {field.asset}. {agent.name}' };
const make = (more: object = {}) =>
  scene.mei.call(macros.create, { body: { name: 'Greeting', folder: 'Deposits', texts, ...more } });
const namesOf = async (agent: TicketScene['mei']) =>
  (await agent.call(macros.list, {})).items.map(({ id }) => id);

describe('keeping macros', () => {
  test('one’s own are one’s own; a team’s are the team’s and the leads’', async () => {
    const own = await make();
    expect(own).toMatchObject({ sharing: 'personal', editable: true, uses: 0, usedAt: null });
    const shared = await make({ sharing: { teamId: scene.team } });
    expect(await namesOf(scene.bao)).toContain(shared.id);
    expect(await namesOf(scene.bao)).not.toContain(own.id);
    expect(await namesOf(scene.kim)).not.toContain(shared.id);
    expect(await namesOf(scene.lead)).toContain(shared.id);
    const body = { name: 'Changed', texts };
    expect(await scene.kim.refused(macros.update, { ...at(shared.id), body })).toBe('macro.not_found');
    expect(await scene.bao.refused(macros.update, { ...at(shared.id), body })).toBe('access.forbidden');
    expect(await scene.bao.refused(macros.remove, at(shared.id))).toBe('access.forbidden');
    await scene.lead.call(macros.remove, at(shared.id));
    expect(await namesOf(scene.mei)).toEqual([own.id]);
  });

  test('only who manages may share with all or with a team of others', async () => {
    const body = { name: 'For all', texts, sharing: 'all' as const };
    expect(await scene.mei.refused(macros.create, { body })).toBe('access.forbidden');
    const sharing = { teamId: scene.other };
    expect(await scene.mei.refused(macros.create, { body: { ...body, sharing } })).toBe('access.forbidden');
    const made = await scene.lead.call(macros.create, { body });
    expect(await namesOf(scene.kim)).toContain(made.id);
    await scene.lead.call(macros.remove, at(made.id));
  });

  test('an unknown placeholder, no text, and a team that is not there are refused', async () => {
    const answered = await scene.mei.try(macros.create, {
      body: { name: 'X', texts: { ...texts, ja: '{customer.shoe}' } },
    });
    expect(answered).toMatchObject({
      error: { code: 'macro.placeholder_unknown', params: { placeholder: 'customer.shoe' } },
    });
    expect(await scene.mei.refused(macros.create, { body: { name: 'X', texts: {} } })).toBe(
      'request.invalid',
    );
    const sharing = { teamId: scene.conversationId };
    expect(await scene.lead.refused(macros.create, { body: { name: 'X', texts, sharing } })).toBe(
      'people.team_not_found',
    );
  });
});

describe('filling a macro', () => {
  const fill = (id: string, agent = scene.mei) =>
    agent.call(macros.fill, { ...at(id), body: { conversationId: scene.conversationId } });

  test('names what is known and marks what is not', async () => {
    const { id } = await make();
    const bare = await fill(id);
    expect(bare.empty).toEqual(expect.arrayContaining(['ticket.number', 'field.amount', 'field.asset']));
    expect(bare.text).toContain('{ticket.number}');
    const ticket = await openOn(scene, { fields: { amount: '850', asset: 'xrp' } });
    const filled = await fill(id);
    expect(filled.text).toContain(`#${ticket.number}: 850 XRP. Mei`);
    expect(bare.ticketId).toBeNull();
    expect(filled).toMatchObject({ locale: 'en', wanted: 'en', ticketId: ticket.id });
  });

  test('says when there is no text in the customer’s language', async () => {
    const { id } = await make({ texts: { ja: 'こんにちは' } });
    expect(await fill(id)).toEqual({
      text: 'こんにちは',
      empty: [],
      locale: 'ja',
      wanted: 'en',
      ticketId: null,
    });
  });

  test('tells nothing of a conversation or a macro out of reach', async () => {
    const own = await scene.kim.call(macros.create, { body: { name: 'Kim’s', texts } });
    const body = { conversationId: scene.conversationId };
    expect(await scene.kim.refused(macros.fill, { ...at(own.id), body })).toBe('conversation.not_found');
    expect(await scene.mei.refused(macros.fill, { ...at(own.id), body })).toBe('macro.not_found');
  });
});

describe('a message made with macros', () => {
  const setUrgent: TicketAction = { do: 'set_priority', priority: 'urgent' };
  const note: TicketAction = { do: 'write_note', text: 'First aid was sent for #{ticket.number}.' };
  const urgent: TicketAction[] = [setUrgent, { do: 'add_tags', tags: ['stolen'] }, note];
  const firstAid = () => words('Change your password first.');
  const send = (
    agent: TicketScene['mei'],
    macro: { id: string; actions?: TicketAction[] },
    text = firstAid(),
  ) =>
    agent.try(endpoints.conversations.post, {
      ...at(scene.conversationId),
      body: { ...text, kind: 'text', seenSeq: 99, macros: [macro] },
    });
  const usesOf = async (id: string) =>
    (await scene.mei.call(macros.list, {})).items.find((it) => it.id === id)?.uses;

  test('counts a use once a message, however often it is sent, and only of a macro that one has', async () => {
    const { id } = await make();
    const text = firstAid();
    expect(await send(scene.mei, { id }, text)).toMatchObject({ status: 200 });
    expect(await send(scene.mei, { id }, text)).toMatchObject({ status: 200 });
    expect(await send(scene.bao, { id })).toMatchObject({ status: 200 });
    expect(await usesOf(id)).toBe(1);
  });

  test('does what was left in to the ticket, in the agent’s name, once', async () => {
    const { id } = await make({ actions: urgent });
    const ticket = await openOn(scene);
    const text = firstAid();
    await send(scene.mei, { id, actions: [setUrgent, note] }, text);
    await send(scene.mei, { id, actions: [setUrgent, note] }, text);
    const after = await scene.mei.call(endpoints.tickets.get, at(ticket.id));
    expect(after).toMatchObject({ priority: 'urgent', tags: ticket.tags });
    const { items } = await scene.mei.call(endpoints.tickets.comments, at(ticket.id));
    expect(items).toMatchObject([
      { author: { id: scene.mei.id }, text: `First aid was sent for #${ticket.number}.` },
    ]);
    const { items: line } = await scene.mei.call(endpoints.tickets.timeline, at(ticket.id));
    expect(line.find((it) => it.type === 'ticket.changed')).toMatchObject({ cause: `macro:${id}` });
  });

  test('is not sent, and does nothing, where one of its actions is refused', async () => {
    const { id } = await make({ actions: urgent });
    const count = async () =>
      (await scene.mei.call(endpoints.conversations.messages, at(scene.conversationId))).items.length;
    const before = await count();
    expect(await send(scene.mei, { id, actions: urgent })).toMatchObject({
      error: { code: 'ticket.not_found' },
    });
    const ticket = await openOn(scene);
    const nobody: TicketAction = { do: 'set_team', teamId: scene.conversationId };
    expect(await send(scene.mei, { id, actions: [setUrgent, nobody] })).toMatchObject({
      error: { code: 'people.team_not_found' },
    });
    expect(await count()).toBe(before);
    const after = await scene.mei.call(endpoints.tickets.get, at(ticket.id));
    expect(after.priority).toBe(ticket.priority);
    expect(await usesOf(id)).toBe(0);
  });

  test('may give the ticket to another team, while the chat stays with who answers', async () => {
    const { id } = await make();
    const ticket = await openOn(scene);
    const actions: TicketAction[] = [{ do: 'set_team', teamId: scene.other }];
    expect(await send(scene.mei, { id, actions })).toMatchObject({ status: 200 });
    const after = await scene.lead.call(endpoints.tickets.get, at(ticket.id));
    expect(after).toMatchObject({ teamId: scene.other, assigneeId: null });
    const thread = await scene.lead.call(endpoints.conversations.get, at(scene.conversationId));
    expect(thread).toMatchObject({ teamId: scene.team, assigneeId: scene.mei.id });
  });

  test('takes no reply among its actions, and none that names whom there is not', async () => {
    const reply: TicketAction = { do: 'reply', texts: { en: 'Hello' }, fallback: 'en' };
    const body = { name: 'X', texts };
    expect(await scene.mei.refused(macros.create, { body: { ...body, actions: [reply] } })).toBe(
      'request.invalid',
    );
    const team: TicketAction = { do: 'set_team', teamId: scene.conversationId };
    expect(await scene.mei.refused(macros.create, { body: { ...body, actions: [team] } })).toBe(
      'people.team_not_found',
    );
  });
});

import { endpoints } from '@fairlead/contract';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { TestServer } from '../../../testing/test-server.ts';
import { answer, at, openOn, type TicketScene, ticketScene, ticketServer } from '../tickets.testing.ts';

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
    expect(filled).toMatchObject({ locale: 'en', wanted: 'en' });
  });

  test('says when there is no text in the customer’s language', async () => {
    const { id } = await make({ texts: { ja: 'こんにちは' } });
    expect(await fill(id)).toEqual({ text: 'こんにちは', empty: [], locale: 'ja', wanted: 'en' });
  });

  test('tells nothing of a conversation or a macro out of reach', async () => {
    const own = await scene.kim.call(macros.create, { body: { name: 'Kim’s', texts } });
    const body = { conversationId: scene.conversationId };
    expect(await scene.kim.refused(macros.fill, { ...at(own.id), body })).toBe('conversation.not_found');
    expect(await scene.mei.refused(macros.fill, { ...at(own.id), body })).toBe('macro.not_found');
  });
});

test('a use is counted once a message, and only in one’s own', async () => {
  const { id } = await make({ sharing: { teamId: scene.team } });
  const { message } = await answer(scene.mei, scene.conversationId);
  const body = { conversationId: scene.conversationId, messageId: message.id };
  await scene.mei.call(macros.use, { ...at(id), body });
  await scene.mei.call(macros.use, { ...at(id), body });
  expect(await scene.bao.refused(macros.use, { ...at(id), body })).toBe('conversation.message_not_found');
  expect(await scene.kim.refused(macros.use, { ...at(id), body })).toBe('macro.not_found');
  const found = (await scene.mei.call(macros.list, {})).items.find((it) => it.id === id);
  expect(found?.uses).toBe(1);
  expect(found?.usedAt).not.toBeNull();
});

import { endpoints, permissionsOf, type TicketAction } from '@fairlead/contract';
import { beforeAll, expect, test } from 'vitest';
import { type AgentActor, system } from '../../platform/actor.ts';
import type { TestServer } from '../../testing/test-server.ts';
import type { TestAgent } from '../../testing/world.ts';
import { applyActions } from './apply-actions.ts';
import {
  at,
  openOn,
  say,
  startThread,
  type TicketScene,
  ticketScene,
  ticketServer,
} from './tickets.testing.ts';

const { conversations, tickets } = endpoints;

let server: TestServer;
let scene: TicketScene;
let keys = 0;

beforeAll(async () => {
  server = await ticketServer();
  scene = await ticketScene(server);
});

const rule = '0193aaaa-0000-7000-8000-000000000001';

function apply(ticketId: string, actions: TicketAction[], agent?: TestAgent) {
  const key = `test:${++keys}`;
  const actor: AgentActor | undefined = agent && {
    type: 'agent',
    id: agent.id,
    roles: ['agent'],
    permissions: permissionsOf(['agent']),
    sessionId: '',
    mustSetUpTwoFactor: false,
  };
  return server.platform.database.write((tx) =>
    applyActions(tx, server.platform, actor ?? system('automation'), ticketId, actions, {
      cause: `rule:${rule}`,
      author: { id: rule, name: 'A rule' },
      key,
    }),
  );
}

test('changes a ticket once, says so in the thread and to colleagues, and opens a child', async () => {
  const ticket = await openOn(scene);
  await say(scene);
  const { results } = await apply(ticket.id, [
    { do: 'write_note', text: '{customer.name} lost {field.amount}, see #{ticket.number}' },
    { do: 'set_priority', priority: 'urgent' },
    { do: 'add_tags', tags: ['stolen'] },
    { do: 'set_team', teamId: scene.other },
    { do: 'reply', texts: { en: 'We look into #{ticket.number}.', ja: '確認中です。' }, fallback: 'en' },
    { do: 'notify', agentIds: [scene.kim.id], teamId: null, text: 'Please look' },
    {
      do: 'open_child',
      subject: 'Freeze of #{ticket.number}',
      category: 'account_security',
      teamId: scene.other,
      waits: true,
    },
  ]);
  expect(results.map(({ changed, refused }) => [changed, refused])).toEqual(results.map(() => [true, null]));

  const after = await scene.lead.call(tickets.get, at(ticket.id));
  expect(after).toMatchObject({
    priority: 'urgent',
    tags: ['stolen'],
    teamId: scene.other,
    assigneeId: null,
  });
  expect(after.followerIds).toContain(scene.kim.id);
  expect(after.children).toMatchObject([{ subject: `Freeze of #${ticket.number}`, teamId: scene.other }]);
  const { items: comments } = await scene.lead.call(tickets.comments, at(ticket.id));
  expect(comments).toMatchObject([{ author: { name: 'A rule' }, text: `— lost —, see #${ticket.number}` }]);

  const { items } = await scene.lead.call(conversations.messages, at(scene.conversationId));
  expect(items).toContainEqual(
    expect.objectContaining({
      kind: 'text',
      text: `We look into #${ticket.number}.`,
      author: { type: 'bot', id: null, name: null },
    }),
  );
  const thread = await scene.lead.call(conversations.get, at(scene.conversationId));
  expect(thread.waitingSince, 'no person has answered').not.toBeNull();

  const { items: line } = await scene.lead.call(tickets.timeline, at(ticket.id));
  expect(line.filter(({ cause }) => cause === `rule:${rule}`).map(({ type }) => type)).toEqual(
    expect.arrayContaining(['ticket.changed', 'ticket.commented', 'message.posted']),
  );
});

test('does what it can and says of the rest why it cannot', async () => {
  const ticket = await scene.lead.call(tickets.create, {
    body: { subject: 'Back office', category: 'other' },
  });
  const { results } = await apply(ticket.id, [
    { do: 'set_team', teamId: rule },
    { do: 'set_status', status: 'closed' },
    { do: 'reply', texts: { en: 'Hello' }, fallback: 'en' },
    { do: 'add_followers', agentIds: [rule] },
    { do: 'set_priority', priority: 'high' },
  ]);
  expect(results.map(({ refused, changed }) => refused?.code ?? changed)).toEqual([
    'people.team_not_found',
    'ticket.move_refused',
    'ticket.no_thread',
    'people.not_found',
    true,
  ]);
  expect(await scene.lead.call(tickets.get, at(ticket.id))).toMatchObject({
    priority: 'high',
    status: 'new',
  });
});

test('keeps a reply back that would have a hole in it', async () => {
  const newcomer = await scene.newcomer();
  const { results } = await apply((await ticketOf(newcomer)).id, [
    { do: 'reply', texts: { en: 'About your {field.amount}' }, fallback: 'en' },
  ]);
  expect(results).toMatchObject([
    {
      changed: false,
      refused: { code: 'ticket.placeholder_empty', params: { placeholder: 'field.amount' } },
    },
  ]);
});

test('of an agent reaches what the agent may see and nothing else', async () => {
  const ticket = await ticketOf(await scene.newcomer());
  await expect(apply(ticket.id, [{ do: 'set_priority', priority: 'high' }], scene.kim)).rejects.toMatchObject(
    {
      code: 'ticket.not_found',
    },
  );
  const { after } = await apply(ticket.id, [{ do: 'set_priority', priority: 'high' }], scene.mei);
  expect(after).toMatchObject({ priority: 'high', status: 'open' });
});

async function ticketOf(customer: Awaited<ReturnType<TicketScene['newcomer']>>) {
  const conversationId = await startThread(customer, 'Where is it?');
  return openOn({ ...scene, customer, conversationId });
}

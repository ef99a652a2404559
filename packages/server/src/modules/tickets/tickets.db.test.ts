import { endpoints, permissionsOf } from '@fairlead/contract';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { AgentActor } from '../../platform/actor.ts';
import { connectLive, welcome } from '../../testing/live-client.ts';
import type { TestServer } from '../../testing/test-server.ts';
import type { TestAgent } from '../../testing/world.ts';
import { assignTicket } from './assign-ticket.ts';
import { hearMessage } from './hear-message.ts';
import type { Assignment } from './ticket-rules.ts';
import {
  answer,
  at,
  openOn,
  say,
  startThread,
  type TicketScene,
  ticketScene,
  ticketServer,
} from './tickets.testing.ts';

const { conversations, people, tickets } = endpoints;
let server: TestServer;
let scene: TicketScene;

beforeAll(async () => {
  server = await ticketServer();
});
beforeEach(async () => {
  scene = await ticketScene(server);
});

const actorOf = (agent: TestAgent): AgentActor => ({
  type: 'agent',
  id: agent.id,
  roles: ['team_lead'],
  permissions: permissionsOf(['team_lead']),
  sessionId: '',
  mustSetUpTwoFactor: false,
});
const statusOf = async (id: string) => (await scene.lead.call(tickets.get, at(id))).status;
const move = (id: string, status: 'open' | 'pending' | 'on_hold' | 'solved' | 'closed') =>
  scene.mei.call(tickets.setStatus, { ...at(id), body: { status } });

describe('opening', () => {
  test('takes customer, language, channel, team and agent of the conversation, and a number from 10001', async () => {
    await scene.mei.call(conversations.take, at(scene.conversationId));
    const ticket = await openOn(scene, { tags: ['XRP', 'xrp', ' Memo '], fields: { asset: 'xrp' } });
    expect(ticket).toMatchObject({
      version: 1,
      status: 'open',
      priority: 'normal',
      teamId: scene.team,
      assigneeId: scene.mei.id,
      tags: ['xrp', 'memo'],
      conversationId: scene.conversationId,
      language: 'en',
      channel: 'chat',
      source: 'agent',
    });
    expect(ticket.customer?.id).toBe(scene.customer.id);
    expect(ticket.number).toBeGreaterThanOrEqual(10_001);
    const detail = await scene.mei.call(tickets.get, at(ticket.id));
    expect(detail.fields).toEqual({ asset: 'XRP' });
    expect(detail.checklist.map((it) => it.item)).toEqual([
      'verify_identity',
      'check_transaction',
      'credit_by_hand',
      'tell_customer',
    ]);
  });

  test('is new while nobody has it', async () => {
    expect(await openOn(scene)).toMatchObject({ status: 'new', assigneeId: null });
  });

  test('without a category it is sorted by the customer’s words, else by their topic', async () => {
    const body = { subject: 'Sorted' };
    const clear = await scene.mei.call(tickets.create, {
      body: {
        ...body,
        conversationId: await startThread(await scene.newcomer(), 'Someone hacked my account'),
      },
    });
    expect(clear.category).toBe('account_security.hacked');
    const txid = '8f5b0d2f1a0c4a6e9b1d7c3e5f7a9b1c3d5e7f9a1b3c5d7e9f1a3b5c7d9e1f3a';
    const evident = await startThread(
      await scene.newcomer(),
      `My deposit of 850 XRP has not arrived. TXID ${txid}`,
    );
    const opened = await scene.mei.call(tickets.create, {
      body: { ...body, conversationId: evident, fields: { amount: '851' } },
    });
    expect((await scene.mei.call(tickets.get, at(opened.id))).fields).toEqual({
      txid,
      asset: 'XRP',
      amount: '851',
    });
    const chosen = await startThread(await scene.newcomer(), 'Hello there', 'verification');
    expect(
      (await scene.mei.call(tickets.create, { body: { ...body, conversationId: chosen } })).category,
    ).toBe('verification');
    const vague = await startThread(await scene.newcomer(), 'Hello there');
    expect(
      (await scene.mei.call(tickets.create, { body: { ...body, conversationId: vague } })).category,
    ).toBe('other');
  });

  test('a second one on the same conversation is refused, with the number of the first, until that is closed', async () => {
    const first = await openOn(scene);
    const again = await scene.bao.try(tickets.create, {
      body: { conversationId: scene.conversationId, subject: 'Again' },
    });
    expect(again).toMatchObject({ error: { code: 'ticket.already_open', params: { number: first.number } } });
    await move(first.id, 'solved');
    await move(first.id, 'closed');
    const second = await openOn(scene);
    expect(second.number).toBeGreaterThan(first.number);
  });

  test('of two at once one wins', async () => {
    const body = { conversationId: scene.conversationId, subject: 'Both' };
    const answers = await Promise.all([
      scene.mei.try(tickets.create, { body }),
      scene.bao.try(tickets.create, { body }),
    ]);
    expect(answers.map((it) => it.ok).sort()).toEqual([false, true]);
  });

  test('is refused on a conversation out of reach, to a team that is not there, and with wrong evidence', async () => {
    const body = { conversationId: scene.conversationId, subject: 'Mine?' };
    expect(await scene.kim.refused(tickets.create, { body })).toBe('conversation.not_found');
    const nobody = scene.conversationId;
    expect(await scene.mei.refused(tickets.create, { body: { ...body, teamId: nobody } })).toBe(
      'people.team_not_found',
    );
    const answered = await scene.mei.try(tickets.create, {
      body: {
        ...body,
        category: 'deposit_withdrawal.deposit_not_credited',
        fields: { network: 'tron', txid: 'nonsense' },
      },
    });
    expect(answered).toMatchObject({ error: { code: 'ticket.txid_invalid', params: { field: 'txid' } } });
    expect(
      (await scene.lead.call(tickets.list, { query: { conversationId: scene.conversationId } })).items,
    ).toEqual([]);
  });
});

describe('reach', () => {
  test('ends at one’s teams, one’s own, what one follows, and the conversations one sees', async () => {
    const ticket = await openOn(scene, { teamId: scene.other });
    // Mei’s team has the conversation, Kim’s the ticket.
    for (const agent of [scene.lead, scene.mei, scene.kim]) {
      expect((await agent.call(tickets.get, at(ticket.id))).id).toBe(ticket.id);
      const listed = await agent.call(tickets.list, { query: { view: 'open', limit: 100 } });
      expect(listed.items.map((it) => it.id)).toContain(ticket.id);
    }
    const eve = await server.world.agent({ name: 'Eve' });
    expect(await eve.refused(tickets.get, at(ticket.id))).toBe('ticket.not_found');
    expect((await eve.call(tickets.list, { query: {} })).items).toEqual([]);
    await scene.mei.call(tickets.setFollowers, { ...at(ticket.id), body: { agentIds: [eve.id] } });
    expect((await eve.call(tickets.get, at(ticket.id))).followerIds).toEqual([eve.id]);
    expect((await eve.call(tickets.list, { query: { view: 'followed' } })).items).toHaveLength(1);
    await scene.mei.call(tickets.setFollowers, { ...at(ticket.id), body: { agentIds: [] } });
    expect(await eve.refused(tickets.timeline, at(ticket.id))).toBe('ticket.not_found');
  });

  test('answers every act on a ticket out of reach as if it were not there, and does nothing', async () => {
    const ticket = await openOn(scene);
    const { kim } = scene;
    const it = at(ticket.id);
    const refusals = [
      kim.refused(tickets.get, it),
      kim.refused(tickets.update, { ...it, body: { subject: 'Hello' } }),
      kim.refused(tickets.setStatus, { ...it, body: { status: 'solved' } }),
      kim.refused(tickets.assign, { ...it, body: { to: 'me' } }),
      kim.refused(tickets.setFollowers, { ...it, body: { agentIds: [kim.id] } }),
      kim.refused(tickets.comments, it),
      kim.refused(tickets.comment, { ...it, body: { key: 'intruder-1', text: 'Hello' } }),
      kim.refused(tickets.addChecklistEntry, { ...it, body: { text: 'Hello' } }),
      kim.refused(tickets.link, { ...it, body: { kind: 'related', ticketId: ticket.id } }),
      kim.refused(tickets.merge, { ...it, body: { intoId: ticket.id } }),
      kim.refused(tickets.undoMerge, it),
      kim.refused(tickets.track, { ...it, body: { ticketIds: [ticket.id] } }),
      kim.refused(tickets.trackerRuns, it),
      kim.refused(tickets.timeline, it),
      kim.refused(tickets.split, {
        ...it,
        body: { messageId: ticket.id, subject: 'Hello', key: 'intruder-2' },
      }),
    ];
    expect(new Set(await Promise.all(refusals))).toEqual(new Set(['ticket.not_found']));
    const bulk = await kim.call(tickets.bulk, { body: { ids: [ticket.id], priority: 'urgent' } });
    expect(bulk).toEqual({
      results: [{ id: ticket.id, changed: false, refused: { code: 'ticket.not_found', params: {} } }],
      undoId: null,
    });
    expect(await scene.lead.call(tickets.get, it)).toMatchObject({ version: 1, status: 'new' });
  });
});

describe('changing', () => {
  test('what it says opens a new one, tells who did it, and the same again changes nothing', async () => {
    const ticket = await openOn(scene);
    const body = { subject: 'XRP', priority: 'urgent' as const, fields: { network: 'xrp' }, tags: ['memo'] };
    const changed = await scene.mei.call(tickets.update, { ...at(ticket.id), body });
    expect(changed).toMatchObject({ ...body, version: 2, status: 'open' });
    expect((await scene.mei.call(tickets.update, { ...at(ticket.id), body })).version).toBe(2);
    const moved = await scene.mei.call(tickets.update, { ...at(ticket.id), body: { category: 'api.keys' } });
    expect(moved.fields).toEqual({ network: 'xrp' });
    const { items } = await scene.mei.call(tickets.timeline, at(ticket.id));
    const told = items.filter((it) => it.of === 'ticket');
    expect(told.map((it) => it.type)).toEqual(['ticket.changed', 'ticket.changed', 'ticket.opened']);
    expect(told[1]?.actor).toEqual({ type: 'agent', id: scene.mei.id, name: 'Mei' });
    expect(told[1]?.changes).toEqual(
      expect.arrayContaining([
        { field: 'priority', before: 'normal', after: 'urgent' },
        { field: 'status', before: 'new', after: 'open' },
      ]),
    );
    expect(told[1]?.details['parts']).toEqual(['status', 'priority', 'subject', 'fields', 'tags']);
  });

  test('the status goes only where the rules let it', async () => {
    const { id } = await openOn(scene);
    await move(id, 'pending');
    const refused = await scene.mei.try(tickets.setStatus, { ...at(id), body: { status: 'on_hold' } });
    expect(refused).toMatchObject({
      error: { code: 'ticket.move_refused', params: { from: 'pending', to: 'on_hold' } },
    });
    expect((await move(id, 'solved')).solvedAt).not.toBeNull();
    expect(await move(id, 'open')).toMatchObject({ solvedAt: null, reopenedCount: 1 });
    await move(id, 'solved');
    await move(id, 'closed');
    const { mei } = scene;
    expect(await mei.refused(tickets.setStatus, { ...at(id), body: { status: 'open' } })).toBe(
      'ticket.closed',
    );
    expect(await mei.refused(tickets.update, { ...at(id), body: { subject: 'No' } })).toBe('ticket.closed');
    expect(await mei.refused(tickets.assign, { ...at(id), body: { to: 'me' } })).toBe('ticket.closed');
  });
});

describe('assigning', () => {
  test('of two who take one wins; a lead gives it on, and to a team it goes without an agent', async () => {
    const { id } = await openOn(scene);
    const take = { ...at(id), body: { to: 'me' as const } };
    expect(await scene.mei.call(tickets.assign, take)).toMatchObject({
      assigneeId: scene.mei.id,
      status: 'open',
    });
    expect(await scene.bao.try(tickets.assign, take)).toMatchObject({
      error: { code: 'ticket.already_assigned', params: { agent: 'Mei' } },
    });
    const give = { ...at(id), body: { to: 'agent' as const, agentId: scene.bao.id } };
    expect(await scene.lead.call(tickets.assign, give)).toMatchObject({ assigneeId: scene.bao.id });
    const pass = { ...at(id), body: { to: 'team' as const, teamId: scene.other } };
    expect(await scene.bao.call(tickets.assign, pass)).toMatchObject({
      teamId: scene.other,
      assigneeId: null,
    });
  });

  test('leaves a live chat with whoever has it', async () => {
    await scene.mei.call(conversations.take, at(scene.conversationId));
    const { id } = await openOn(scene);
    await scene.mei.call(tickets.assign, { ...at(id), body: { to: 'team', teamId: scene.other } });
    const thread = await scene.mei.call(conversations.get, at(scene.conversationId));
    expect(thread).toMatchObject({ teamId: scene.team, assigneeId: scene.mei.id });
  });

  test('moves the thread along on a channel that is not spoken live', async () => {
    const { database } = server.platform;
    const { id } = await openOn(scene);
    await database.raw(`update tickets set channel = 'email' where id = $1`, [id]);
    const threadOf = async () => {
      const { teamId, assigneeId } = await scene.lead.call(conversations.get, at(scene.conversationId));
      return { teamId, assigneeId };
    };
    const give = (assignment: Assignment) =>
      database.write((tx) => assignTicket(tx, server.platform, actorOf(scene.mei), id, assignment));
    await give({ to: 'me' });
    expect(await threadOf()).toEqual({ teamId: scene.team, assigneeId: scene.mei.id });
    await give({ to: 'nobody' });
    expect(await threadOf()).toEqual({ teamId: scene.team, assigneeId: null });
    await give({ to: 'team', teamId: scene.other });
    expect(await threadOf()).toEqual({ teamId: scene.other, assigneeId: null });
  });

  test('goes along with the conversation, unless it was set apart', async () => {
    const { id } = await openOn(scene);
    await scene.mei.call(conversations.take, at(scene.conversationId));
    await server.settle();
    expect(await scene.lead.call(tickets.get, at(id))).toMatchObject({
      assigneeId: scene.mei.id,
      status: 'open',
    });
    await scene.mei.call(conversations.transfer, {
      ...at(scene.conversationId),
      body: { agentId: scene.bao.id, note: '' },
    });
    await server.settle();
    expect((await scene.lead.call(tickets.get, at(id))).assigneeId).toBe(scene.bao.id);
    await scene.lead.call(tickets.assign, { ...at(id), body: { to: 'agent', agentId: scene.kim.id } });
    await scene.bao.call(conversations.release, at(scene.conversationId));
    await server.settle();
    expect((await scene.lead.call(tickets.get, at(id))).assigneeId).toBe(scene.kim.id);
  });
});

describe('the customer writes', () => {
  test('and what waited for them, or was solved, is open again; told of twice, once', async () => {
    const { id } = await openOn(scene);
    await move(id, 'pending');
    const { message } = await say(scene);
    await server.settle();
    expect(await statusOf(id)).toBe('open');
    await move(id, 'solved');
    // The relay hands out at least once.
    const again = {
      conversationId: scene.conversationId,
      author: 'customer' as const,
      at: new Date(message.createdAt),
    };
    await server.platform.database.write((tx) => hearMessage(tx, server.platform, again));
    expect(await statusOf(id)).toBe('solved');
    await say(scene);
    await server.settle();
    expect(await scene.mei.call(tickets.get, at(id))).toMatchObject({ status: 'open', reopenedCount: 1 });
  });

  test('an agent’s answer opens what was new', async () => {
    const { id } = await openOn(scene);
    await answer(scene.mei, scene.conversationId);
    await server.settle();
    expect(await statusOf(id)).toBe('open');
  });

  test('too late to reopen it, and a ticket begins that follows it with its evidence', async () => {
    const { id } = await openOn(scene, { fields: { asset: 'XRP' }, priority: 'high' });
    await move(id, 'solved');
    await scene.lead.call(tickets.saveSettings, { body: { reopenDays: 0, closeDays: 7 } });
    await say(scene, 'It is still missing');
    await server.settle();
    await scene.lead.call(tickets.saveSettings, { body: { reopenDays: 7, closeDays: 7 } });
    const { items } = await scene.mei.call(tickets.list, { query: { conversationId: scene.conversationId } });
    expect(items).toHaveLength(2);
    const [follow, old] = items[0]?.id === id ? items.toReversed() : items;
    expect(old?.status).toBe('closed');
    expect(follow).toMatchObject({ followsId: id, priority: 'high', status: 'new', teamId: scene.team });
    expect((await scene.mei.call(tickets.get, at(follow?.id ?? ''))).fields).toEqual({ asset: 'XRP' });
    await say(scene, 'Hello?');
    await server.settle();
    const after = await scene.mei.call(tickets.list, { query: { conversationId: scene.conversationId } });
    expect(after.items).toHaveLength(2);
  });
});

test('what was solved closes by itself after the days that are set', async () => {
  const own = await ticketServer();
  const there = await ticketScene(own);
  const { id } = await openOn(there);
  await there.mei.call(tickets.setStatus, { ...at(id), body: { status: 'solved' } });
  own.clock.advance({ days: 6 });
  await own.platform.jobs.turn('tickets.close-solved');
  const mei = await own.world.agent({ roles: ['team_lead'] });
  expect((await mei.call(tickets.get, at(id))).status).toBe('solved');
  own.clock.advance({ days: 2 });
  const lead = await own.world.agent({ roles: ['team_lead'] });
  await own.platform.jobs.turn('tickets.close-solved');
  const closed = await lead.call(tickets.get, at(id));
  expect(closed.status).toBe('closed');
  expect(closed.closedAt).not.toBeNull();
});

test('what a disabled agent had is nobody’s, also where it was set apart from its conversation', async () => {
  const { id } = await openOn(scene, { assigneeId: scene.bao.id });
  const solved = await ticketScene(server);
  const done = await openOn(solved, { assigneeId: scene.bao.id });
  const { lead } = solved;
  await lead.call(tickets.setStatus, { ...at(done.id), body: { status: 'solved' } });
  const admin = await server.world.agent({ roles: ['administrator'] });
  await admin.call(people.updateAgent, { ...at(scene.bao.id), body: { disabled: true } });
  await server.settle();
  expect(await scene.mei.call(tickets.get, at(id))).toMatchObject({ assigneeId: null, status: 'open' });
  // Who solved it stays known, until it is opened again for somebody to see.
  expect((await lead.call(tickets.get, at(done.id))).assigneeId).toBe(scene.bao.id);
  server.clock.advance({ minutes: 1 });
  await say(solved);
  await server.settle();
  expect(await lead.call(tickets.get, at(done.id))).toMatchObject({ assigneeId: null, status: 'open' });
});

test('a visitor who turns out to be somebody brings their tickets along', async () => {
  const team = await server.world.team();
  const inbox = await server.world.inbox({ team });
  const visitor = await server.world.customer(inbox.key);
  const conversationId = await startThread(visitor);
  const mei = await server.world.agent({ teams: [team] });
  const { id } = await mei.call(tickets.create, { body: { conversationId, subject: 'Mine' } });
  const identity = await server.world.identity(inbox.secret, { sub: '77001' });
  const { browserKey } = visitor;
  const token = visitor.session.token;
  const known = await server.world.customer(inbox.key, { identity, browserKey, token });
  await server.settle();
  expect((await mei.call(tickets.get, at(id))).customer?.id).toBe(known.id);
});

test('agents hear what becomes of tickets they see, and that one has left their sight', async () => {
  const hear = async (agent: TicketScene['mei']) => {
    const live = connectLive(server.url, agent);
    await live.hear(welcome);
    return live;
  };
  const [mei, kim, lead] = [await hear(scene.mei), await hear(scene.kim), await hear(scene.lead)];
  const eventsOf = (live: typeof mei) =>
    live.heard.flatMap((frame) => (frame.t === 'event' ? [frame.event] : []));
  const changed = (live: typeof mei, version: number) =>
    live.hear(() =>
      eventsOf(live).some(
        (it) => it.type === 'ticket.changed' && it.ticket.id === id && it.ticket.version === version,
      ),
    );
  const { id } = await openOn(scene);
  await Promise.all([changed(mei, 1), changed(lead, 1)]);
  const ticket = await scene.mei.call(tickets.assign, {
    ...at(id),
    body: { to: 'team', teamId: scene.other },
  });
  await Promise.all([changed(mei, 2), changed(kim, 2), changed(lead, 2)]);
  expect(eventsOf(kim).filter((it) => it.type.startsWith('ticket'))).toEqual([
    { type: 'ticket.changed', ticket },
  ]);
  await scene.kim.call(tickets.assign, { ...at(id), body: { to: 'team', teamId: scene.team } });
  await kim.hear(() => eventsOf(kim).some((it) => it.type === 'ticket.removed' && it.ticketId === id));
  for (const live of [mei, kim, lead]) live.close();
});

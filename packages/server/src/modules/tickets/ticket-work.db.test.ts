import { endpoints } from '@fairlead/contract';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { TestServer } from '../../testing/test-server.ts';
import { at, openOn, type TicketScene, ticketScene, ticketServer } from './tickets.testing.ts';

/** What agents keep on a ticket: checklist, comments, children, links. */
const { tickets } = endpoints;
let server: TestServer;
let scene: TicketScene;
let id: string;

beforeAll(async () => {
  server = await ticketServer();
});
beforeEach(async () => {
  scene = await ticketScene(server);
  ({ id } = await openOn(scene));
});

describe('the checklist', () => {
  test('is ticked with who and when, once; added to; and taken from', async () => {
    const { checklist } = await scene.mei.call(tickets.get, at(id));
    const [first] = checklist;
    if (!first) throw new Error('the category has no checklist');
    const tick = { params: { id, entryId: first.id }, body: { done: true } };
    const ticked = await scene.mei.call(tickets.tickChecklistEntry, tick);
    expect(ticked.checklist[0]).toMatchObject({ item: 'verify_identity', doneBy: scene.mei.id });
    const again = await scene.bao.call(tickets.tickChecklistEntry, tick);
    expect(again.checklist[0]).toEqual(ticked.checklist[0]);
    const off = await scene.bao.call(tickets.tickChecklistEntry, { ...tick, body: { done: false } });
    expect(off.checklist[0]).toMatchObject({ doneAt: null, doneBy: null });
    const added = await scene.bao.call(tickets.addChecklistEntry, {
      ...at(id),
      body: { text: ' Ask the bank ' },
    });
    expect(added.checklist.at(-1)).toMatchObject({ item: null, text: 'Ask the bank', doneAt: null });
    const removed = await scene.bao.call(tickets.removeChecklistEntry, { params: tick.params });
    expect(removed.checklist.map((it) => it.id)).not.toContain(first.id);
    expect(await scene.bao.refused(tickets.removeChecklistEntry, { params: tick.params })).toBe(
      'request.not_found',
    );
    expect((await scene.mei.call(tickets.get, at(id))).status).toBe('open');
  });

  test('has an end', async () => {
    for (let entry = 4; entry < 50; entry++) {
      await scene.mei.call(tickets.addChecklistEntry, { ...at(id), body: { text: `Step ${entry}` } });
    }
    const another = { ...at(id), body: { text: 'One more' } };
    expect(await scene.mei.refused(tickets.addChecklistEntry, another)).toBe('ticket.checklist_full');
  });
});

describe('comments', () => {
  test('stand in order and once per key; other words under it are refused', async () => {
    const write = (agent: TicketScene['mei'], key: string, text: string) =>
      agent.try(tickets.comment, { ...at(id), body: { key, text } });
    const first = await write(scene.mei, 'comment-1', 'Looks like form A');
    expect(await write(scene.mei, 'comment-1', 'Looks like form A')).toMatchObject({
      body: { id: first.ok && first.body.id },
    });
    expect(await write(scene.mei, 'comment-1', 'Form B')).toMatchObject({
      error: { code: 'conversation.key_reused' },
    });
    await Promise.all([
      write(scene.bao, 'comment-1', 'Agreed'),
      write(scene.mei, 'comment-2', 'Sent to finance'),
    ]);
    const { items } = await scene.bao.call(tickets.comments, at(id));
    expect(items.map((it) => it.seq)).toEqual([1, 2, 3]);
    expect(items[0]).toMatchObject({ author: { id: scene.mei.id, name: 'Mei' }, text: 'Looks like form A' });
    const rest = await scene.bao.call(tickets.comments, { ...at(id), query: { after: 2 } });
    expect(rest.items.map((it) => it.seq)).toEqual([3]);
    const told = await scene.bao.call(tickets.timeline, at(id));
    expect(told.items.filter((it) => it.type === 'ticket.commented')).toHaveLength(3);
    expect(JSON.stringify(told)).not.toContain('form A');
  });
});

describe('back-office tickets', () => {
  const child = (more: object = {}) =>
    scene.mei.call(tickets.create, {
      body: { parentId: id, subject: 'Credit by hand', teamId: scene.other, ...more },
    });
  const solve = (agent: TicketScene['mei'], ticketId: string) =>
    agent.try(tickets.setStatus, { ...at(ticketId), body: { status: 'solved' } });

  test('belong to their parent’s customer and to another team; whoever opened one follows it', async () => {
    const made = await child();
    expect(made).toMatchObject({
      parentId: id,
      parentWaits: true,
      conversationId: null,
      channel: null,
      teamId: scene.other,
      assigneeId: null,
      followerIds: [scene.mei.id],
    });
    expect(made.customer?.id).toBe(scene.customer.id);
    const parent = await scene.mei.call(tickets.get, at(id));
    expect(parent.children.map((it) => it.id)).toEqual([made.id]);
    expect(parent.waitsFor).toBe(1);
    // Bao’s team has the parent, not the child; Kim’s the child, not the parent.
    expect((await scene.bao.call(tickets.get, at(id))).children).toEqual([]);
    expect((await scene.kim.call(tickets.get, at(made.id))).parent).toBeNull();
    expect((await scene.lead.call(tickets.get, at(made.id))).parent?.id).toBe(id);
    const opened = async (agent: TicketScene['mei'], limit = 50) => {
      const { items } = await agent.call(tickets.timeline, { ...at(id), query: { limit } });
      return items.filter((it) => it.of === 'child');
    };
    const told = { type: 'ticket.opened', actor: { name: scene.mei.name }, details: { number: made.number } };
    expect(await opened(scene.mei)).toMatchObject([told]);
    expect(await opened(scene.mei, 1)).toMatchObject([told]);
    expect(await opened(scene.bao)).toEqual([]);
  });

  test('keep their parent from being solved, until the last is; then its time line says so once', async () => {
    const [one, two] = [await child(), await child({ subject: 'Ask the bank' })];
    await child({ subject: 'For information', parentWaits: false });
    expect(await solve(scene.mei, id)).toMatchObject({
      error: { code: 'ticket.waits_for_children', params: { count: 2 } },
    });
    const [first, second] = await Promise.all([solve(scene.kim, one.id), solve(scene.kim, two.id)]);
    expect([first.ok, second.ok]).toEqual([true, true]);
    const { items } = await scene.mei.call(tickets.timeline, at(id));
    expect(items.filter((it) => it.type === 'ticket.children_solved')).toHaveLength(1);
    expect((await scene.mei.call(tickets.get, at(id))).waitsFor).toBe(0);
    expect((await solve(scene.mei, id)).ok).toBe(true);
  });

  test('have no children, and none are opened for what is closed or out of reach', async () => {
    const made = await child();
    const under = (parentId: string) => ({ body: { parentId, subject: 'Deeper' } });
    expect(await scene.mei.refused(tickets.create, under(made.id))).toBe('ticket.parent_refused');
    expect(await scene.kim.refused(tickets.create, under(id))).toBe('ticket.not_found');
    expect(
      await scene.mei.refused(tickets.create, { body: { parentId: id, subject: 'x', tracker: true } }),
    ).toBe('ticket.parent_refused');
  });
});

describe('links', () => {
  test('are seen from both sides, stand once, and can be taken away', async () => {
    const there = await ticketScene(server);
    const other = await openOn(there, { subject: 'The same again' });
    const link = { ...at(id), body: { kind: 'duplicate_of' as const, ticketId: other.id } };
    const linked = await scene.lead.call(tickets.link, link);
    expect(linked.links).toMatchObject([
      { kind: 'duplicate_of', direction: 'from', ticket: { id: other.id } },
    ]);
    const versions = (await scene.lead.call(tickets.link, link)).version;
    expect(versions).toBe(linked.version);
    const back = await scene.lead.call(tickets.get, at(other.id));
    expect(back.links).toMatchObject([{ direction: 'to', ticket: { id } }]);
    expect(back.version).toBe(2);
    // Mei may not see the other ticket, nor that there is one.
    expect((await scene.mei.call(tickets.get, at(id))).links).toEqual([]);
    const params = { id: other.id, linkId: back.links[0]?.id ?? '' };
    expect((await scene.lead.call(tickets.unlink, { params })).links).toEqual([]);
    expect(await scene.lead.refused(tickets.unlink, { params })).toBe('request.not_found');
  });

  test('do not lead to the same ticket, or out of reach', async () => {
    const there = await ticketScene(server);
    const other = await openOn(there);
    const to = (ticketId: string) => ({ ...at(id), body: { kind: 'related' as const, ticketId } });
    expect(await scene.mei.refused(tickets.link, to(id))).toBe('ticket.link_refused');
    expect(await scene.mei.refused(tickets.link, to(other.id))).toBe('ticket.not_found');
  });
});

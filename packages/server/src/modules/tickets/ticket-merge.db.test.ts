import { endpoints } from '@fairlead/contract';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createTestServer, type TestServer } from '../../testing/test-server.ts';
import type { TestCustomer } from '../../testing/world.ts';
import { lockTickets } from './ticket-store.ts';
import { at, openOn, say, type TicketScene, ticketScene, ticketServer, words } from './tickets.testing.ts';

/** Merging and taking it back, splitting, and trackers. */
const { chat, conversations, tickets } = endpoints;
let server: TestServer;
let scene: TicketScene;

beforeAll(async () => {
  server = await ticketServer();
});
beforeEach(async () => {
  scene = await ticketScene(server);
});

const linesOf = async (customer: TestCustomer, id: string) =>
  (await customer.call(chat.messages, at(id))).items.flatMap((it) => (it.system ? [it.system] : []));

/** A second conversation of the scene’s customer with a ticket on it, as another message of theirs became one. */
async function secondTicket() {
  const first = await openOn(scene, { tags: ['memo'] });
  const { message } = await say(scene, 'And my card was refused');
  const body = { messageId: message.id, subject: 'Card refused', key: 'split-it-1' };
  const second = await scene.mei.call(tickets.split, { ...at(first.id), body });
  return { first, second, body, message };
}

describe('splitting', () => {
  test('begins a conversation with the customer’s message that links back, and a ticket that is linked; once', async () => {
    const { first, second, body } = await secondTicket();
    expect(second).toMatchObject({ subject: 'Card refused', teamId: scene.team, status: 'new' });
    expect(second.customer?.id).toBe(scene.customer.id);
    const conversationId = second.conversationId ?? '';
    const thread = await scene.mei.call(conversations.messages, at(conversationId));
    expect(thread.conversation.previousConversationId).toBe(scene.conversationId);
    expect(thread.items.filter((it) => it.kind === 'text').map((it) => [it.author.type, it.text])).toEqual([
      ['customer', 'And my card was refused'],
    ]);
    const detail = await scene.mei.call(tickets.get, at(second.id));
    expect(detail.links).toMatchObject([{ kind: 'related', ticket: { id: first.id } }]);
    expect((await scene.mei.call(tickets.split, { ...at(first.id), body })).id).toBe(second.id);
    expect((await scene.customer.call(chat.list)).items).toHaveLength(2);
  });

  test('takes a message that the customer wrote, of the ticket’s own thread', async () => {
    const { first } = await secondTicket();
    const { items } = await scene.mei.call(conversations.messages, at(scene.conversationId));
    const note = await scene.mei.call(conversations.post, {
      ...at(scene.conversationId),
      body: { ...words('A note'), kind: 'note', seenSeq: 1000 },
    });
    const split = (messageId: string) =>
      scene.mei.refused(tickets.split, {
        ...at(first.id),
        body: { messageId, subject: 'No', key: `split-${messageId}` },
      });
    expect(await split(note.message.id)).toBe('ticket.split_refused');
    expect(await split(scene.conversationId)).toBe('conversation.message_not_found');
    expect(items.length).toBeGreaterThan(0);
  });
});

describe('merging', () => {
  test('closes the source, unites followers and tags, and says so in both threads; undone, all is as it was', async () => {
    const { first, second } = await secondTicket();
    await scene.mei.call(tickets.update, { ...at(second.id), body: { tags: ['card', 'memo'] } });
    const before = await scene.mei.call(tickets.get, at(second.id));
    const merged = await scene.mei.call(tickets.merge, { ...at(second.id), body: { intoId: first.id } });
    expect(merged).toMatchObject({ status: 'closed', mergedIntoId: first.id });
    expect(merged.mergeUndoUntil).not.toBeNull();
    expect(await scene.mei.call(tickets.get, at(first.id))).toMatchObject({
      tags: ['memo', 'card'],
      followerIds: [scene.mei.id],
    });
    const params = { source: second.number, target: first.number };
    const there = second.conversationId ?? '';
    expect((await linesOf(scene.customer, there)).at(-1)).toEqual({ key: 'ticket_merged_into', params });
    expect((await linesOf(scene.customer, scene.conversationId)).at(-1)).toEqual({
      key: 'ticket_merged_from',
      params,
    });
    expect(
      (await scene.mei.call(tickets.timeline, at(first.id))).items.some((it) => it.type === 'ticket.merged'),
    ).toBe(true);

    const undone = await scene.bao.call(tickets.undoMerge, at(second.id));
    const { version: _, updatedAt: __, links: ___, ...was } = before;
    expect(undone).toMatchObject(was);
    expect(await scene.mei.call(tickets.get, at(first.id))).toMatchObject({
      tags: ['memo'],
      followerIds: [],
    });
    expect((await linesOf(scene.customer, there)).at(-1)?.key).toBe('ticket_unmerged');
    expect(await scene.mei.refused(tickets.undoMerge, at(second.id))).toBe('ticket.not_merged');
  });

  test('what the customer writes to the source then opens the target', async () => {
    const { first, second } = await secondTicket();
    await scene.mei.call(tickets.merge, { ...at(second.id), body: { intoId: first.id } });
    await scene.mei.call(tickets.setStatus, { ...at(first.id), body: { status: 'pending' } });
    await say({ ...scene, conversationId: second.conversationId ?? '' }, 'Any news of my card?');
    await server.settle();
    expect((await scene.mei.call(tickets.get, at(first.id))).status).toBe('open');
    expect((await scene.mei.call(tickets.get, at(second.id))).status).toBe('closed');
  });

  test('takes back-office tickets and trackers along; undone, all are where they were', async () => {
    const { first, second } = await secondTicket();
    const child = await scene.mei.call(tickets.create, {
      body: { parentId: second.id, parentWaits: true, subject: 'Ask the bank' },
    });
    const tracker = await scene.lead.call(tickets.create, {
      body: { subject: 'Cards are refused', tracker: true, category: 'other.general' },
    });
    await scene.lead.call(tickets.track, { ...at(tracker.id), body: { ticketIds: [second.id] } });
    await scene.mei.call(tickets.merge, { ...at(second.id), body: { intoId: first.id } });
    const target = await scene.lead.call(tickets.get, at(first.id));
    expect(target).toMatchObject({ waitsFor: 1, children: [{ id: child.id }] });
    expect(target.links).toContainEqual(
      expect.objectContaining({ kind: 'caused_by', ticket: expect.objectContaining({ id: tracker.id }) }),
    );
    expect((await scene.lead.call(tickets.trackerRuns, at(tracker.id))).tracked).toBe(1);
    const body = { key: `solve-${tracker.id}` };
    const run = await scene.lead.call(tickets.solveTracked, { ...at(tracker.id), body });
    expect(run.total).toBe(1);

    await scene.mei.call(tickets.undoMerge, at(second.id));
    expect(await scene.lead.call(tickets.get, at(first.id))).toMatchObject({ waitsFor: 0, children: [] });
    expect((await scene.lead.call(tickets.get, at(second.id))).children).toMatchObject([{ id: child.id }]);
    const { items } = await scene.lead.call(tickets.timeline, at(first.id));
    expect(items.filter((it) => it.type === 'ticket.unlinked')).toHaveLength(1);
  });

  test('taken back after the customer wrote to the source, it is open', async () => {
    const { first, second } = await secondTicket();
    await scene.mei.call(tickets.setStatus, { ...at(second.id), body: { status: 'pending' } });
    await scene.mei.call(tickets.merge, { ...at(second.id), body: { intoId: first.id } });
    await say({ ...scene, conversationId: second.conversationId ?? '' }, 'Any news of my card?');
    await server.settle();
    expect((await scene.mei.call(tickets.undoMerge, at(second.id))).status).toBe('open');
  });

  test('of what a customer asked into the back office is refused', async () => {
    const ticket = await openOn(scene);
    const child = await scene.mei.call(tickets.create, { body: { parentId: ticket.id, subject: 'Part' } });
    const body = { intoId: child.id };
    expect(await scene.mei.refused(tickets.merge, { ...at(ticket.id), body })).toBe(
      'ticket.merge_into_back_office',
    );
  });

  test('is refused between customers, out of reach and on what is closed; too late to undo is too late', async () => {
    const own = await ticketServer();
    const [here, there] = [await ticketScene(own), await ticketScene(own)];
    const [mine, theirs] = [await openOn(here), await openOn(there)];
    const into = (intoId: string) => ({ ...at(mine.id), body: { intoId } });
    expect(await here.lead.refused(tickets.merge, into(theirs.id))).toBe('ticket.merge_refused');
    expect(await here.mei.refused(tickets.merge, into(theirs.id))).toBe('ticket.not_found');
    expect(await here.lead.refused(tickets.merge, into(mine.id))).toBe('ticket.merge_refused');
    const child = await here.mei.call(tickets.create, { body: { parentId: mine.id, subject: 'Part' } });
    await here.mei.call(tickets.merge, { ...at(child.id), body: { intoId: mine.id } });
    own.clock.advance({ minutes: 31 });
    expect(await here.mei.refused(tickets.undoMerge, at(child.id))).toBe('ticket.undo_expired');
    expect((await here.mei.call(tickets.get, at(child.id))).mergeUndoUntil).toBeNull();
  });
});

describe('a tracker', () => {
  test('gathers tickets, answers each customer once in their language, and solves them all', async () => {
    const worker = await ticketWorker();
    const [en, zh, deaf] = [await worker.scene('en'), await worker.scene('zh-CN'), await worker.scene('vi')];
    const { lead } = en;
    const all = [await openOn(en), await openOn(zh), await openOn(deaf)];
    const tracker = await lead.call(tickets.create, {
      body: { subject: 'XRP deposits are late', tracker: true, category: 'deposit_withdrawal' },
    });
    expect(tracker).toMatchObject({ isTracker: true, customer: null, conversationId: null });
    const ticketIds = [...all.map((it) => it.id), tracker.id];
    expect(await lead.call(tickets.track, { ...at(tracker.id), body: { ticketIds } })).toEqual({
      added: 3,
      total: 3,
    });
    expect(await lead.call(tickets.track, { ...at(tracker.id), body: { ticketIds } })).toEqual({
      added: 0,
      total: 3,
    });
    expect(await lead.refused(tickets.track, { ...at(all[0]?.id ?? ''), body: { ticketIds } })).toBe(
      'ticket.not_tracker',
    );
    const body = {
      key: 'reply-to-all',
      texts: { en: 'The XRP node is back.', 'zh-TW': 'XRP 節點已恢復。' },
      fallback: 'en' as const,
      status: 'pending' as const,
    };
    const run = await lead.call(tickets.replyToTracked, { ...at(tracker.id), body });
    expect(run).toMatchObject({ kind: 'reply', total: 3 });
    expect(await worker.finished(lead, tracker.id, run.id)).toMatchObject({ done: 3, failed: 0 });
    expect((await lead.call(tickets.replyToTracked, { ...at(tracker.id), body })).id).toBe(run.id);
    const said = await Promise.all(
      [en, zh, deaf].map(async ({ customer, conversationId }) =>
        (await customer.call(chat.messages, at(conversationId))).items
          .filter((it) => it.author.type === 'agent')
          .map((it) => it.text),
      ),
    );
    expect(said).toEqual([['The XRP node is back.'], ['XRP 節點已恢復。'], ['The XRP node is back.']]);

    // While the run waits for the first, the second is taken off.
    const [held, off] = [all[0]?.id ?? '', all[1]?.id ?? ''];
    const again = { ...body, key: 'reply-again', texts: { en: 'All is credited.' } };
    const shortened = await worker.whileHeld(held, async () => {
      const ordered = await lead.call(tickets.replyToTracked, { ...at(tracker.id), body: again });
      const [link] = (await lead.call(tickets.get, at(off))).links;
      await lead.call(tickets.unlink, { params: { id: off, linkId: link?.id ?? '' } });
      return ordered;
    });
    expect(await worker.finished(lead, tracker.id, shortened.id)).toMatchObject({
      total: 2,
      done: 2,
      failed: 0,
    });
    const toldOff = (await zh.customer.call(chat.messages, at(zh.conversationId))).items;
    expect(toldOff.map((it) => it.text)).not.toContain('All is credited.');
    await lead.call(tickets.track, { ...at(tracker.id), body: { ticketIds: [off] } });

    const closed = all[2]?.id ?? '';
    for (const status of ['solved', 'closed'] as const) {
      await lead.call(tickets.setStatus, { ...at(closed), body: { status } });
    }
    const solving = await lead.call(tickets.solveTracked, { ...at(tracker.id), body: { key: 'solve-all' } });
    expect(await worker.finished(lead, tracker.id, solving.id)).toMatchObject({ done: 2, failed: 1 });
    for (const { id } of [...all.slice(0, 2), tracker]) {
      expect((await lead.call(tickets.get, at(id))).status).toBe('solved');
    }
    const runs = await lead.call(tickets.trackerRuns, at(tracker.id));
    expect(runs.items.map((it) => it.kind)).toEqual(['solve', 'reply', 'reply']);
    expect(runs.tracked).toBe(3);
  });
});

/** A node that does jobs, and scenes on it whose customers speak a language. */
async function ticketWorker() {
  const node = await createTestServer();
  return {
    async scene(locale: 'en' | 'zh-CN' | 'vi') {
      const made = await ticketScene(node);
      const customer = await node.world.customer(made.inboxKey, { locale });
      const start = { ...words('Hello'), topic: null, locale };
      const { conversation } = await customer.call(chat.start, { body: start });
      return { ...made, customer, conversationId: conversation.id };
    },
    /** Nobody else changes the ticket until that is done. */
    whileHeld: <T>(ticketId: string, work: () => Promise<T>) =>
      node.platform.database.write(async (tx) => {
        await lockTickets(tx, [ticketId]);
        return work();
      }),
    async finished(agent: TicketScene['lead'], trackerId: string, runId: string) {
      for (;;) {
        const { items } = await agent.call(tickets.trackerRuns, at(trackerId));
        const run = items.find((it) => it.id === runId);
        if (run?.finishedAt) return run;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
  };
}

import { endpoints } from '@fairlead/contract';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { createJobs } from '../../platform/jobs/jobs.ts';
import { createTestServer, type TestServer } from '../../testing/test-server.ts';
import type { TestAgent } from '../../testing/world.ts';
import type { DeliveryResult } from '../channels/index.ts';
import { attemptDelivery } from './deliver-message.ts';
import { deliverMessage } from './delivery-job.ts';
import { retryDelays } from './delivery-rules.ts';

/** A message of a channel that is pushed to. No such channel exists yet, so the message is made to wait and the way out is ours. */
const { chat, conversations } = endpoints;
const lastAttempt = retryDelays.length + 1;
let server: TestServer;
let mei: TestAgent;
let inbox: { key: string };

beforeAll(async () => {
  server = await createTestServer({ ROLE: 'web' });
  const team = await server.world.team();
  inbox = await server.world.inbox({ team });
  mei = await server.world.agent({ name: 'Mei', teams: [team] });
});

async function queued(): Promise<{ conversationId: string; messageId: string }> {
  const customer = await server.world.customer(inbox.key);
  const { conversation } = await customer.call(chat.start, {
    body: { key: 'start-start', text: 'hello', attachmentIds: [], topic: null, locale: 'en' },
  });
  const { message } = await mei.call(conversations.post, {
    params: { id: conversation.id },
    body: { key: 'answer-answer', kind: 'text', text: 'one two', attachmentIds: [], seenSeq: 99 },
  });
  await server.platform.database.raw(`update messages set delivery_state = 'queued' where id = $1`, [
    message.id,
  ]);
  return { conversationId: conversation.id, messageId: message.id };
}

async function deliveryOf({ conversationId, messageId }: { conversationId: string; messageId: string }) {
  const { items } = await mei.call(conversations.messages, { params: { id: conversationId } });
  return items.find((it) => it.id === messageId)?.delivery;
}

async function orderedFor(messageId: string) {
  const { rows } = await server.platform.database.raw(
    `select data, start_after from pgboss.job where name = $1 and data ->> 'messageId' = $2 and state = 'created'`,
    [deliverMessage.name, messageId],
  );
  return rows as Array<{ data: object; start_after: Date }>;
}

const answers = (result: DeliveryResult) => async () => result;
const busy = (after: number | null): DeliveryResult => ({
  state: 'retry',
  after,
  reason: 'too many requests',
  partsSent: 1,
});

describe('a message that the platform does not take yet', () => {
  test('is tried again when the platform says, without the parts that have arrived; a run that comes twice orders it once', async () => {
    const it = await queued();
    const before = server.clock.now().getTime();
    for (let run = 0; run < 2; run++)
      await attemptDelivery(server.platform, it, { last: false }, answers(busy(90)));
    const ordered = await orderedFor(it.messageId);
    expect(ordered).toMatchObject([{ data: { ...it, attempt: 2, partsSent: 1 } }]);
    const waits = (ordered[0]?.start_after.getTime() ?? 0) - before;
    expect([waits >= 90_000, waits < 95_000]).toEqual([true, true]);
    expect(await deliveryOf(it)).toEqual({ state: 'queued', error: null });

    const sent: number[] = [];
    await attemptDelivery(
      server.platform,
      { ...it, attempt: 2, partsSent: 1 },
      { last: false },
      async (_platform, _conversation, message) => {
        sent.push(message.partsSent);
        return { state: 'sent', externalIds: ['2'] };
      },
    );
    expect(sent).toEqual([1]);
    expect(await deliveryOf(it)).toEqual({ state: 'sent', error: null });
  });

  test('has failed after the last attempt, with the reason; an agent can send it again', async () => {
    const it = await queued();
    const data = { ...it, attempt: lastAttempt, partsSent: 1 };
    await attemptDelivery(server.platform, data, { last: false }, answers(busy(null)));
    expect(await deliveryOf(it)).toEqual({ state: 'failed', error: 'too many requests' });
    expect(await orderedFor(it.messageId)).toEqual([]);

    await mei.call(conversations.retry, { params: { id: it.conversationId, messageId: it.messageId } });
    expect(await orderedFor(it.messageId)).toMatchObject([{ data: it }]);
  });
});

test('a message whose predecessor is just being settled goes behind it, though whoever settles it knows of nothing that waits', async () => {
  const first = await queued();
  const { database } = server.platform;
  const { message } = await mei.call(conversations.post, {
    params: { id: first.conversationId },
    body: { key: 'answer-again', kind: 'text', text: 'three', attachmentIds: [], seenSeq: 99 },
  });
  const second = { ...first, messageId: message.id };
  const state = (it: typeof first, now: string) =>
    database.raw(`update messages set delivery_state = $2 where id = $1`, [it.messageId, now]);
  await state(second, 'queued');
  const sent: string[] = [];
  const attempt = () =>
    attemptDelivery(server.platform, second, { last: false }, async (_platform, _conversation, { id }) => {
      sent.push(id);
      return { state: 'sent', externalIds: ['1'] };
    });
  // Of one that is under way it is told when that is settled.
  await attempt();
  expect(sent).toEqual([]);

  let attempted: Promise<void> | undefined;
  await database.write(async (tx) => {
    await sql`update messages set delivery_state = 'sent' where id = ${first.messageId}`.execute(tx.sql);
    attempted = attempt();
    const stuck = `select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    const waits = vi.waitFor(async () => expect((await database.raw(stuck, [])).rows).not.toEqual([]), {
      timeout: 20_000,
    });
    await Promise.race([attempted, waits]);
  });
  await attempted;
  expect(sent).toEqual([second.messageId]);
  expect((await deliveryOf(second))?.state).toBe('sent');
});

test('an error that nobody foresaw leaves the message waiting for the queue’s next run, and failed after its last', async () => {
  const it = await queued();
  const breaks = async () => {
    throw new Error('no such credential');
  };
  await expect(attemptDelivery(server.platform, it, { last: false }, breaks)).rejects.toThrow(
    'no such credential',
  );
  expect(await deliveryOf(it)).toEqual({ state: 'queued', error: null });
  await expect(attemptDelivery(server.platform, it, { last: true }, breaks)).rejects.toThrow(
    'no such credential',
  );
  expect(await deliveryOf(it)).toEqual({ state: 'failed', error: 'Error: no such credential' });
});

describe('a message that waits and that no job will send', () => {
  const sweep = async () => {
    server.clock.advance({ minutes: 11 });
    await server.platform.jobs.turn('conversations.sweep-deliveries');
  };
  /** The order's only run ends as a crash would end it: nobody writes down what became of the message. */
  async function giveUp(it: { conversationId: string; messageId: string }) {
    const once = { ...deliverMessage, retries: 0 };
    const worker = createJobs({ ...server.platform, work: true });
    worker.work(once, async () => {
      throw new Error('the server was killed');
    });
    await worker.start();
    await server.platform.database.write((tx) => worker.enqueue(tx, once, it));
    const standing = async () =>
      (await worker.standing(server.platform.database.reader(), once, [it.messageId])).get(it.messageId);
    await expect.poll(standing, { timeout: 10_000 }).toBe('given_up');
    await worker.stop();
  }

  test('has failed when its job was given up; an agent can send it again, and then it is left to its job', async () => {
    const it = await queued();
    await giveUp(it);
    await sweep();
    expect(await deliveryOf(it)).toEqual({ state: 'failed', error: 'interrupted while it was sent' });
    expect(await orderedFor(it.messageId)).toEqual([]);

    await mei.call(conversations.retry, { params: { id: it.conversationId, messageId: it.messageId } });
    await sweep();
    expect(await deliveryOf(it)).toEqual({ state: 'queued', error: null });
    expect(await orderedFor(it.messageId)).toHaveLength(1);
  }, 30_000);

  test('gets a job when there is none, once', async () => {
    const it = await queued();
    await sweep();
    await sweep();
    expect(await orderedFor(it.messageId)).toMatchObject([{ data: it }]);
    expect(await deliveryOf(it)).toEqual({ state: 'queued', error: null });
  });

  test('is left alone while its order may be on its way, and while its next attempt is due later', async () => {
    const young = await queued();
    await server.platform.jobs.turn('conversations.sweep-deliveries');
    expect(await orderedFor(young.messageId)).toEqual([]);

    const later = await queued();
    await attemptDelivery(server.platform, later, { last: false }, answers(busy(3_600)));
    await sweep();
    expect(await orderedFor(later.messageId)).toMatchObject([{ data: { attempt: 2 } }]);
    expect(await deliveryOf(later)).toEqual({ state: 'queued', error: null });
  });
});

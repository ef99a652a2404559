import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createKeys } from '../../platform/crypto/secrets.ts';
import { retryDelays } from '../../platform/events/relay.ts';
import { createTestServer, type TestServer, testSecret } from '../../testing/test-server.ts';
import { chatAdapter } from './adapters/chat.ts';
import type { Inbox } from './inbox.ts';
import { readInbox } from './inbox-store.ts';
import { type InboundSink, ingest, sweepPayloads } from './ingest.ts';
import { keepPayloadsSealed } from './keep-payloads-sealed.ts';
import { insertPayload, type Payload } from './payload-store.ts';
import type { ChannelAdapter, InboundMessage, RawRequest } from './port.ts';
import { sealPayload } from './seal-payload.ts';

let server: TestServer;
let inbox: Inbox;

beforeAll(async () => {
  server = await createTestServer();
});
beforeEach(async () => {
  const made = await server.world.inbox({ team: await server.world.team() });
  inbox = (await readInbox(server.platform.database.reader(), made.id)) as Inbox;
});

/** Keeps messages in a table, so that what is rolled back is gone. */
const sink: InboundSink =
  async (_inbox, { externalId }) =>
  async (tx) => {
    const row = await tx.sql
      .insertInto('settings')
      .values({ key: externalId, value: '1', updated_at: tx.now })
      .onConflict((conflict) => conflict.doNothing())
      .returning('key')
      .executeTakeFirst();
    return row ? 'accepted' : 'duplicate';
  };
const failing: InboundSink =
  async (...given) =>
  async (tx) => {
    await (await sink(...given))(tx);
    throw new Error('not now');
  };

function request(body: unknown = { key: randomUUID(), text: 'Hello' }): RawRequest {
  return {
    headers: { authorization: 'Bearer secret', 'user-agent': 'widget' },
    query: {},
    body: new TextEncoder().encode(JSON.stringify(body)),
    session: { customerId: randomUUID(), inboxId: inbox.id },
    receivedAt: server.clock.now(),
  };
}

const payloads = () =>
  server.platform.database
    .reader()
    .sql.selectFrom('inbound_payloads')
    .selectAll()
    .where('inbox_id', '=', inbox.id)
    .execute();
/** What a node left that died after its answer. */
const left = () => ({
  id: randomUUID(),
  inboxId: inbox.id,
  channel: 'chat' as const,
  attempts: 0,
  request: { ...request(), headers: {} },
  key: null,
});
const leave = (payload: Payload) =>
  server.platform.database.write((tx) => insertPayload(tx, payload, new Date(tx.now.getTime() + 60_000)));
const take = async (raw: RawRequest, into = sink) =>
  (await ingest(server.platform, chatAdapter, inbox, raw, into)).done;
const sweepAll = async (into = sink) => {
  while ((await sweepPayloads(server.platform, into)) > 0);
};

describe('a request', () => {
  test('that is proven is stored, then taken in', async () => {
    const { payloadId, done } = await ingest(server.platform, chatAdapter, inbox, request(), sink);
    expect((await payloads()).map((it) => it.id)).toEqual([payloadId]);
    expect(await done).toEqual({ state: 'ingested', accepted: 1, duplicates: 0 });
    expect(await payloads()).toMatchObject([{ state: 'ingested', next_attempt_at: null, error: null }]);
  });

  test('that is not proven leaves nothing', async () => {
    const foreign = { ...request(), session: { customerId: randomUUID(), inboxId: randomUUID() } };
    await expect(ingest(server.platform, chatAdapter, inbox, foreign, sink)).rejects.toMatchObject({
      code: 'identity.session_invalid',
    });
    expect(await payloads()).toEqual([]);
  });

  test('is stored without headers that decoding does not read, credentials above all', async () => {
    await take(request());
    expect(JSON.stringify((await payloads())[0]?.request)).not.toMatch(/secret|widget/);
  });

  test('that comes twice is taken in once', async () => {
    const raw = request();
    expect(await take(raw)).toMatchObject({ accepted: 1 });
    expect(await take(raw)).toEqual({ state: 'ingested', accepted: 0, duplicates: 1 });
  });

  test('that cannot be understood is given up at once, with the reason', async () => {
    expect(await take(request({ text: 'no key' }))).toMatchObject({ state: 'failed' });
    expect(await payloads()).toMatchObject([
      { state: 'failed', attempts: 1, error: 'request.invalid {"field":"key"}', next_attempt_at: null },
    ]);
  });
});

describe('the sweep', () => {
  test('takes up what a node left that died after its answer, once its time is over', async () => {
    await leave(sealPayload(server.platform.keys, left()));
    await sweepAll();
    expect(await payloads()).toMatchObject([{ state: 'received' }]);
    server.clock.advance({ seconds: 61 });
    await sweepAll();
    expect(await payloads()).toMatchObject([{ state: 'ingested' }]);
  });

  test('tries again what was not taken in, with nothing left of the failed attempt', async () => {
    expect(await take(request(), failing)).toEqual({ state: 'retry', error: 'not now' });
    expect(await payloads()).toMatchObject([{ state: 'received', attempts: 1, error: 'not now' }]);
    server.clock.advance({ seconds: retryDelays[0] + 1 });
    const taken: InboundMessage[] = [];
    await sweepAll(async (to, inbound, payloadId) => {
      taken.push(inbound);
      return sink(to, inbound, payloadId);
    });
    expect(taken).toHaveLength(1);
    expect(await payloads()).toMatchObject([{ state: 'ingested', error: null }]);
  });

  test('gives up in the end, and says so', async () => {
    await take(request(), failing);
    for (const delay of retryDelays) {
      expect(await payloads()).toMatchObject([{ state: 'received' }]);
      server.clock.advance({ seconds: delay + 1 });
      await sweepAll(failing);
    }
    expect(await payloads()).toMatchObject([
      { state: 'failed', attempts: retryDelays.length + 1, error: 'not now', next_attempt_at: null },
    ]);
  });

  test('of two nodes takes each request up once', async () => {
    for (let index = 0; index < 10; index++) await take(request(), failing);
    server.clock.advance({ seconds: retryDelays[0] + 1 });
    const counts = await Promise.all([
      sweepPayloads(server.platform, sink),
      sweepPayloads(server.platform, sink),
    ]);
    expect(counts[0] + counts[1]).toBe(10);
  });
});

describe('what is kept of a request', () => {
  test('lies encrypted, and is read all the same', async () => {
    await take(request({ key: randomUUID(), text: 'my passport' }), failing);
    const [row] = await payloads();
    expect(row?.data_key).not.toBeNull();
    expect(JSON.stringify([row, row?.body.toString('latin1')])).not.toContain('my passport');
    server.clock.advance({ seconds: retryDelays[0] + 1 });
    await sweepAll();
    expect(await payloads()).toMatchObject([{ state: 'ingested' }]);
  });

  test('is refused when it was changed, or put under another name', async () => {
    const payload = sealPayload(server.platform.keys, left());
    await leave({ ...payload, id: randomUUID() });
    server.clock.advance({ seconds: 61 });
    await sweepAll();
    expect(await payloads()).toMatchObject([{ state: 'received', attempts: 1 }]);
  });

  test('by an earlier build lies open: it is read, and encrypted by the sweep', async () => {
    const payload = left();
    await leave(payload);
    const later = left();
    await leave(later);
    server.clock.advance({ seconds: 61 });
    await sweepAll();
    expect((await payloads()).map((it) => it.state)).toEqual(['ingested', 'ingested']);
    await keepPayloadsSealed(server.platform);
    for (const row of await payloads()) {
      expect(row.data_key).not.toBeNull();
      expect(row.body.toString('latin1')).not.toContain('Hello');
    }
  });

  test('opens under another root secret, and then under that one alone', async () => {
    const [before, now] = ['the-root-secret-until-now-0000000', 'the-root-secret-from-now-on-00000'];
    await leave(sealPayload(createKeys(before), left()));
    await keepPayloadsSealed({ ...server.platform, keys: createKeys(now, [before, testSecret]) });
    server.clock.advance({ seconds: 61 });
    const moved = { ...server.platform, keys: createKeys(now) };
    while ((await sweepPayloads(moved, sink)) > 0);
    expect(await payloads()).toMatchObject([{ state: 'ingested', error: null }]);
  });

  test('is wrapped anew though another one’s key opens under no root secret', async () => {
    const [lost, before, now] = [
      'the-root-secret-that-is-lost-00000',
      'the-root-secret-until-now-0000000',
      'the-root-secret-from-now-on-00000',
    ];
    for (const root of [lost, before, lost, before]) await leave(sealPayload(createKeys(root), left()));
    await keepPayloadsSealed({ ...server.platform, keys: createKeys(now, [before, testSecret]) });
    server.clock.advance({ seconds: 61 });
    const moved = { ...server.platform, keys: createKeys(now) };
    while ((await sweepPayloads(moved, sink)) > 0);
    const states = (await payloads()).map((it) => it.state);
    expect(states.sort()).toEqual(['ingested', 'ingested', 'received', 'received']);
  });
});

describe('several messages in one request', () => {
  const several: ChannelAdapter = {
    ...chatAdapter,
    decode: (stored) =>
      [3, 1, 2].flatMap((second) =>
        chatAdapter.decode(stored).map((message) => ({
          ...message,
          externalId: `${message.externalId}:${second}`,
          text: String(second),
          writtenAt: new Date(second * 1000),
        })),
      ),
  };

  test('are taken in as they were written', async () => {
    const order: string[] = [];
    const { done } = await ingest(
      server.platform,
      several,
      inbox,
      request(),
      async (to, inbound, payloadId) => {
        order.push(inbound.text);
        return sink(to, inbound, payloadId);
      },
    );
    expect(await done).toMatchObject({ accepted: 3 });
    expect(order).toEqual(['1', '2', '3']);
  });

  test('do not wait for one that fails, and none is taken in twice', async () => {
    const raw = request();
    const { done } = await ingest(server.platform, several, inbox, raw, async (to, inbound, payloadId) => {
      if (inbound.text === '2') throw new Error('not this one');
      return sink(to, inbound, payloadId);
    });
    expect(await done).toEqual({ state: 'retry', error: 'not this one' });
    const again = await ingest(server.platform, several, inbox, raw, sink);
    expect(await again.done).toEqual({ state: 'ingested', accepted: 1, duplicates: 2 });
  });
});

import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createKeys } from '../../platform/crypto/secrets.ts';
import { retryDelays } from '../../platform/events/relay.ts';
import { createTestServer, type TestServer, testSecret } from '../../testing/test-server.ts';
import { chatAdapter } from './adapters/chat.ts';
import type { Inbox } from './inbox.ts';
import { readInbox } from './inbox-store.ts';
import { type Arrived, createIngest, type InboundSink } from './ingest.ts';
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

type Alone = InboundSink['alone'];

/** Keeps messages in a table, so that what is rolled back is gone. */
const keep: Alone =
  async ({ inbound: { externalId } }) =>
  async (tx) => {
    const row = await tx.sql
      .insertInto('settings')
      .values({ key: externalId, value: '1', updated_at: tx.now })
      .onConflict((conflict) => conflict.doNothing())
      .returning('key')
      .executeTakeFirst();
    return row ? 'accepted' : 'duplicate';
  };
const sink: InboundSink = { alone: keep };
const failing: InboundSink = {
  alone:
    async (...given) =>
    async (tx) => {
      await (await keep(...given))(tx);
      throw new Error('not now');
    },
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
  (await createIngest(server.platform, into).receive(chatAdapter, inbox, raw)).done;
const sweepAll = async (into = sink) => {
  const { sweep } = createIngest(server.platform, into);
  while ((await sweep()) > 0);
};

describe('a request', () => {
  test('that is proven is stored, then taken in', async () => {
    const { payloadId, done } = await createIngest(server.platform, sink).receive(
      chatAdapter,
      inbox,
      request(),
    );
    expect((await payloads()).map((it) => it.id)).toEqual([payloadId]);
    expect(await done).toEqual({ state: 'ingested', accepted: 1, duplicates: 0 });
    expect(await payloads()).toMatchObject([{ state: 'ingested', next_attempt_at: null, error: null }]);
  });

  test('that is not proven leaves nothing', async () => {
    const foreign = { ...request(), session: { customerId: randomUUID(), inboxId: randomUUID() } };
    await expect(
      createIngest(server.platform, sink).receive(chatAdapter, inbox, foreign),
    ).rejects.toMatchObject({
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

  test('is not tried for ever because why it failed cannot be noted', async () => {
    const saying: Alone = async () => {
      throw new Error('a nought \u0000 and half \ud800 a pair');
    };
    expect(await take(request(), { alone: saying })).toMatchObject({ state: 'retry' });
    expect(await payloads()).toMatchObject([{ attempts: 1, error: expect.stringContaining('a nought') }]);
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
    await sweepAll({
      alone: async (arrived) => {
        taken.push(arrived.inbound);
        return keep(arrived);
      },
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
      createIngest(server.platform, sink).sweep(),
      createIngest(server.platform, sink).sweep(),
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
    while ((await createIngest(moved, sink).sweep()) > 0);
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
    while ((await createIngest(moved, sink).sweep()) > 0);
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

  const takeSeveral = async (raw: RawRequest, into: InboundSink) =>
    (await createIngest(server.platform, into).receive(several, inbox, raw)).done;

  test('are taken in as they were written', async () => {
    const order: string[] = [];
    const noting: Alone = async (arrived) => {
      order.push(arrived.inbound.text);
      return keep(arrived);
    };
    expect(await takeSeveral(request(), { alone: noting })).toMatchObject({ accepted: 3 });
    expect(order).toEqual(['1', '2', '3']);
  });

  test('do not wait for one that fails, and none is taken in twice', async () => {
    const raw = request();
    const refusing: Alone = async (arrived) => {
      if (arrived.inbound.text === '2') throw new Error('not this one');
      return keep(arrived);
    };
    expect(await takeSeveral(raw, { alone: refusing })).toEqual({ state: 'retry', error: 'not this one' });
    expect(await takeSeveral(raw, sink)).toEqual({ state: 'ingested', accepted: 1, duplicates: 2 });
  });
});

describe('requests that come at once', () => {
  const texts = (arrived: readonly Arrived[]) => arrived.map((it) => it.inbound.text);
  /** Takes all together but what says that it is not to be; notes what came in one go. */
  function shared() {
    const groups: string[][] = [];
    const alone: string[] = [];
    const { receive } = createIngest(server.platform, {
      async together(arrived) {
        groups.push(texts(arrived));
        if (texts(arrived).includes('spoils all')) throw new Error('nothing of this');
        return server.platform.database.write(async (tx) => {
          const taken: Array<'accepted' | 'duplicate' | undefined> = [];
          for (const it of arrived)
            taken.push(it.inbound.text === 'not plain' ? undefined : await (await keep(it))(tx));
          return taken;
        });
      },
      async alone(arrived) {
        alone.push(arrived.inbound.text);
        if (arrived.inbound.text === 'spoils all') throw new Error('nor alone');
        return keep(arrived);
      },
    });
    const receiveAll = async (said: string[], session = () => request().session) => {
      const raws = said.map((text) => ({ ...request({ key: randomUUID(), text }), session: session() }));
      const received = await Promise.all(raws.map((raw) => receive(chatAdapter, inbox, raw)));
      return Promise.all(received.map(({ done }) => done));
    };
    return { groups, alone, receiveAll };
  }
  const all = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

  test('of different senders share commits', async () => {
    const { groups, alone, receiveAll } = shared();
    expect(await receiveAll(all)).toEqual(all.map(() => ({ state: 'ingested', accepted: 1, duplicates: 0 })));
    expect(groups.length).toBeLessThan(all.length);
    expect(groups.flat().sort()).toEqual(all);
    expect(alone).toEqual([]);
    expect((await payloads()).filter((it) => it.state !== 'ingested')).toEqual([]);
  });

  test('of one sender stay in their order', async () => {
    const { groups, receiveAll } = shared();
    const session = request().session;
    await receiveAll(all, () => session);
    expect(groups.flat()).toEqual(all);
  });

  test('go alone where they need more, and where one spoils what it shares', async () => {
    const { alone, receiveAll } = shared();
    const outcomes = await receiveAll([...all, 'not plain', 'spoils all']);
    expect(outcomes.map((it) => it.state)).toEqual([...all.map(() => 'ingested'), 'ingested', 'retry']);
    expect(alone).toContain('not plain');
    expect(await payloads()).toContainEqual(
      expect.objectContaining({ state: 'received', error: 'nor alone' }),
    );
  });
});

import { endpoints } from '@fairlead/contract';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { system } from '../platform/actor.ts';
import { newId } from '../platform/crypto/ids.ts';
import type { Tx } from '../platform/database/database.ts';
import { announce, announceAll, eventType } from '../platform/events/event.ts';
import { retryDelays } from '../platform/events/relay.ts';
import { createTestServer, type TestServer } from '../testing/test-server.ts';
import type { TestAgent } from '../testing/world.ts';

/** What is announced reaches every subscriber: after commit, at least once, each on its own, whoever dies or fails. */
const { operations } = endpoints;
let a: TestServer;
let b: TestServer;
let operator: TestAgent;
let names = 0;

beforeAll(async () => {
  // Neither hands out by itself: the tests say when.
  a = await createTestServer({ ROLE: 'web' });
  b = await createTestServer({ ROLE: 'web' }, a);
  operator = await a.world.agent({ roles: ['administrator'] });
});

/** A kind of fact of one's own, and a subscriber on a node that notes what it gets. */
function happening() {
  const event = eventType(`test.happened-${++names}`, z.object({ n: z.number() }));
  const tell = (tx: Tx, n: number) =>
    announce(tx, event, { subjectId: newId(), actor: system('test'), payload: { n } });
  const subscribe = (node: TestServer, name: string, handle: (n: number) => unknown = () => {}) => {
    const got: number[] = [];
    const subscriber = `test.${name}-${names}`;
    node.platform.relay.on(event, subscriber, async (events) => {
      for (const { payload } of events) {
        got.push(payload.n);
        await handle(payload.n);
      }
    });
    return { got, subscriber };
  };
  return {
    event,
    subscribe,
    tell: (n: number) => a.platform.database.write((tx) => tell(tx, n)),
    tellIn: tell,
  };
}

const drain = (node = a) => node.platform.relay.drain();
const deadLetters = async (subscriber: string) =>
  (await operator.call(operations.listDeadLetters)).items.filter((it) => it.subscriber === subscriber);
const fails = () => {
  throw new Error('not today');
};

let it: ReturnType<typeof happening>;
beforeEach(async () => {
  await drain();
  it = happening();
});

describe('an event', () => {
  test('reaches every subscriber, in order, with what was told', async () => {
    const [first, second] = [it.subscribe(a, 'first'), it.subscribe(a, 'second')];
    await it.tell(1);
    await a.platform.database.write((tx) =>
      announceAll(
        tx,
        [2, 3].map((n) => ({ event: it.event, subjectId: newId(), actor: system('test'), payload: { n } })),
      ),
    );
    await drain();
    await drain();
    expect([first.got, second.got]).toEqual([
      [1, 2, 3],
      [1, 2, 3],
    ]);
  });

  test('is not there before its transaction is committed', async () => {
    const { got } = it.subscribe(a, 'early');
    await a.platform.database.write(async (tx) => {
      await it.tellIn(tx, 1);
      await drain(b);
      await drain(a);
      expect(got).toEqual([]);
    });
    await drain();
    expect(got).toEqual([1]);
  });

  test('never was when its transaction is rolled back', async () => {
    const { got } = it.subscribe(a, 'never');
    const undone = a.platform.database.write(async (tx) => {
      await it.tellIn(tx, 1);
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    await it.tell(2);
    await drain();
    expect(got).toEqual([2]);
  });

  test('that a node left behind is handed out by another', async () => {
    const { got } = it.subscribe(b, 'survivor');
    const dying = await createTestServer({ ROLE: 'web' }, a);
    await dying.platform.database.write((tx) => it.tellIn(tx, 1));
    await dying.stop();
    expect(got).toEqual([]);
    await drain(b);
    expect(got).toEqual([1]);
  });

  test('comes again when the node that handed it out died before it could note that', async () => {
    const { got } = it.subscribe(b, 'survivor');
    const dying = await createTestServer({ ROLE: 'web' }, a);
    const handed: number[] = [];
    dying.platform.relay.on(it.event, 'test.dying', async ([event]) => {
      handed.push(event?.payload.n ?? 0);
      // Its connection goes with it, in the middle of handing out.
      await b.platform.database.raw(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and state = 'idle in transaction'`,
      );
    });
    await it.tell(1);
    await expect(dying.platform.relay.drain()).rejects.toThrow();
    expect([handed, got]).toEqual([[1], []]);
    await drain(b);
    expect(got).toEqual([1]);
  });

  test('is handed out by one of two nodes that look at once', async () => {
    const gate = Promise.withResolvers<void>();
    const reached = Promise.withResolvers<void>();
    const onA = it.subscribe(a, 'shared', () => {
      reached.resolve();
      return gate.promise;
    });
    const onB = it.subscribe(b, 'shared');
    await it.tell(1);
    const under = drain(a);
    await reached.promise;
    await drain(b);
    gate.resolve();
    await under;
    await drain(b);
    expect([onA.got, onB.got]).toEqual([[1], []]);
  });

  test('that a subscriber announces in turn is handed out too', async () => {
    const { got } = it.subscribe(a, 'echo', (n) => (n < 3 ? it.tell(n + 1) : undefined));
    await it.tell(1);
    await drain();
    expect(got).toEqual([1, 2, 3]);
  });
});

describe('a subscriber that fails', () => {
  test('is tried again, later each time, and not before', async () => {
    const { got } = it.subscribe(a, 'failing', fails);
    await it.tell(1);
    await drain();
    for (const [index, seconds] of retryDelays.entries()) {
      expect(got).toHaveLength(index + 1);
      a.clock.advance({ seconds: seconds - 0.9 });
      await drain();
      expect(got).toHaveLength(index + 1);
      a.clock.advance({ seconds: 1 });
      await drain();
    }
    expect(got).toHaveLength(retryDelays.length + 1);
  });

  test('ends in the list of dead letters, and is tried no more until somebody asks', async () => {
    let mended = false;
    const { got, subscriber } = it.subscribe(a, 'mended', () => mended || fails());
    await it.tell(7);
    await drain();
    expect(await deadLetters(subscriber)).toEqual([]);
    await exhaust();
    const [letter, ...more] = await deadLetters(subscriber);
    expect(more).toEqual([]);
    expect(letter).toMatchObject({
      eventType: it.event.type,
      error: 'Error: not today',
      attempts: retryDelays.length + 1,
    });
    const tried = got.length;
    a.clock.advance({ days: 1 });
    await drain();
    expect(got).toHaveLength(tried);

    mended = true;
    operator = await a.world.agent({ roles: ['administrator'] });
    const params = { id: letter?.id ?? '' };
    await operator.call(operations.retryDeadLetter, { params });
    await drain();
    expect(got).toHaveLength(tried + 1);
    expect(await deadLetters(subscriber)).toEqual([]);
    expect(await operator.refused(operations.retryDeadLetter, { params })).toBe('request.not_found');
  });

  test('that fails again after it was asked has all its attempts anew', async () => {
    const { got, subscriber } = it.subscribe(a, 'hopeless', fails);
    await it.tell(1);
    await drain();
    await exhaust();
    const [letter] = await deadLetters(subscriber);
    await operator.call(operations.retryDeadLetter, { params: { id: letter?.id ?? '' } });
    await drain();
    expect(await deadLetters(subscriber)).toEqual([]);
    await exhaust();
    expect(got).toHaveLength(2 * (retryDelays.length + 1));
    const [again] = await deadLetters(subscriber);
    await operator.call(operations.discardDeadLetter, { params: { id: again?.id ?? '' } });
    expect(await deadLetters(subscriber)).toEqual([]);
    a.clock.advance({ hours: 2 });
    await drain();
    expect(got).toHaveLength(2 * (retryDelays.length + 1));
  });

  test('disturbs neither the others nor its own later events', async () => {
    const failing = it.subscribe(a, 'picky', (n) => n === 1 && fails());
    const other = it.subscribe(a, 'other');
    await it.tell(1);
    await it.tell(2);
    await drain();
    await it.tell(3);
    await drain();
    expect(other.got).toEqual([1, 2, 3]);
    a.clock.advance({ seconds: 2 });
    await drain();
    a.clock.advance({ seconds: 6 });
    await drain();
    // The whole batch is tried again, each event alone: only the first goes on failing.
    expect(new Set(failing.got)).toEqual(new Set([1, 2, 3]));
    expect(failing.got.filter((n) => n === 2)).toHaveLength(1);
    expect(failing.got.filter((n) => n === 1)).toHaveLength(3);
    expect(other.got).toEqual([1, 2, 3]);
  });

  test('is not known any more in this build: its letters are kept', async () => {
    const { subscriber } = it.subscribe(a, 'gone', fails);
    await it.tell(1);
    await drain();
    // The other node has no such subscriber.
    await exhaust(b);
    expect(await deadLetters(subscriber)).toMatchObject([{ error: 'no such subscriber in this build' }]);
  });

  test('is nobody’s business but the operators’', async () => {
    const agent = await a.world.agent({ roles: ['agent'] });
    const lead = await a.world.agent({ roles: ['team_lead'] });
    const params = { id: newId() };
    expect(await agent.refused(operations.listDeadLetters)).toBe('access.forbidden');
    expect(await lead.refused(operations.retryDeadLetter, { params })).toBe('access.forbidden');
    expect(await lead.refused(operations.discardDeadLetter, { params })).toBe('access.forbidden');
  });
});

/** Lets all the time pass that retries take. */
async function exhaust(node = a) {
  for (const seconds of retryDelays) {
    a.clock.advance({ seconds: seconds + 0.1 });
    await drain(node);
  }
}

import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createTestServer, type TestServer } from '../../testing/test-server.ts';
import { system } from '../actor.ts';
import { newId } from '../crypto/ids.ts';
import { announce, eventType } from './event.ts';
import { createRelay, type Relay, retryDelays } from './relay.ts';

/** A subscriber that does not come to an end: the claim must not die of it, and its events must not come round for ever. */
let server: TestServer;
let relay: Relay;
let names = 0;

beforeAll(async () => {
  server = await createTestServer({ ROLE: 'web' });
});
beforeEach(async () => {
  await server.platform.database.raw('truncate event_outbox, event_retries');
  relay = createRelay({ ...server.platform, patience: 100 });
});

function happening() {
  const event = eventType(`test.slow-${++names}`, z.object({ n: z.number() }));
  const tell = (n: number) =>
    server.platform.database.write((tx) =>
      announce(tx, event, { subjectId: newId(), actor: system('test'), payload: { n } }),
    );
  return { event, tell };
}

async function retries() {
  const { rows } = await server.platform.database.raw(
    'select subscriber, attempts, error, next_attempt_at from event_retries order by subscriber',
  );
  return rows as Array<{
    subscriber: string;
    attempts: number;
    error: string;
    next_attempt_at: Date | null;
  }>;
}

describe('a subscriber that takes too long', () => {
  test('has its events tried again later, and holds up nobody else’s', async () => {
    const { event, tell } = happening();
    const got: number[] = [];
    relay.on(event, 'test.endless', () => new Promise(() => {}));
    relay.on(event, 'test.prompt', async (events) => void got.push(...events.map((it) => it.payload.n)));
    await tell(1);
    await tell(2);
    await relay.drain();
    expect(got).toEqual([1, 2]);
    expect(await retries()).toMatchObject([
      { subscriber: 'test.endless', attempts: 1, error: 'Error: took longer than 0.1 seconds' },
      { subscriber: 'test.endless', attempts: 1, error: 'Error: took longer than 0.1 seconds' },
    ]);
  });

  test('is given up after its last attempt', async () => {
    const { event, tell } = happening();
    relay.on(event, 'test.endless', () => new Promise(() => {}));
    await tell(1);
    await relay.drain();
    for (const seconds of retryDelays) {
      server.clock.advance({ seconds: seconds + 0.1 });
      await relay.drain();
    }
    expect(await retries()).toMatchObject([{ attempts: retryDelays.length + 1, next_attempt_at: null }]);
  });

  test('keeps the others waiting for no more than its own time: many of its retries do not hold up fresh events', async () => {
    const { event, tell } = happening();
    const other = happening();
    const begun: string[] = [];
    relay.on(event, 'test.endless', ([it]) => {
      begun.push(`retry ${it?.payload.n}`);
      return new Promise(() => {});
    });
    relay.on(other.event, 'test.prompt', async () => void begun.push('fresh'));
    for (let n = 1; n <= 5; n++) await tell(n);
    await relay.drain();
    server.clock.advance({ seconds: 2 });
    begun.length = 0;
    relay.start();
    await other.tell(1);
    while (!begun.includes('fresh')) await new Promise((resolve) => setTimeout(resolve, 10));
    await relay.stop();
    expect(begun.indexOf('fresh')).toBeLessThan(5);
  });
});

test('whatever a subscriber says of its failure, others have their events, and it has them again', async () => {
  const { event, tell } = happening();
  const got: number[] = [];
  relay.on(event, 'test.fails', async () => {
    JSON.parse('\u0000');
  });
  relay.on(event, 'test.prompt', async (events) => void got.push(...events.map((it) => it.payload.n)));
  await tell(1);
  await relay.drain();
  await relay.drain();
  expect(got).toEqual([1]);
  expect(await retries()).toMatchObject([
    { subscriber: 'test.fails', attempts: 1, error: expect.stringContaining('SyntaxError') },
  ]);
});

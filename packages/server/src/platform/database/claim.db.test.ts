import { beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { createTestServer, type TestServer } from '../../testing/test-server.ts';
import { system } from '../actor.ts';
import { newId } from '../crypto/ids.ts';
import { announce, eventType } from '../events/event.ts';

/** What holds a claim while others work must never keep a connection from them. */
let server: TestServer;
const turns = ['one', 'two', 'three', 'four', 'five'];

beforeAll(async () => {
  server = await createTestServer({ ROLE: 'web', DATABASE_POOL: '4' });
});

test('on the smallest pool, turns that are all under way have connections for their work', async () => {
  const { database, jobs } = server.platform;
  const begun = new Set<string>();
  const all = Promise.withResolvers<void>();
  const done: string[] = [];
  for (const name of turns) {
    jobs.every(`test.${name}`, 3_600_000, async () => {
      begun.add(name);
      if (begun.size === turns.length) all.resolve();
      await all.promise;
      await database.write(async (tx) => void (await tx.sql.selectFrom('settings').select('key').execute()));
      done.push(name);
    });
  }
  await Promise.all(turns.map((name) => jobs.turn(`test.${name}`)));
  expect(done.sort()).toEqual([...turns].sort());
});

test('turns that wait for others, however many, do not keep events from their subscribers', async () => {
  const { database, jobs, relay } = server.platform;
  const answer = Promise.withResolvers<void>();
  const names = Array.from({ length: 40 }, (_, n) => `test.waits-${n}`);
  for (const name of names) jobs.every(name, 3_600_000, () => answer.promise);
  // Where there is no connection left for a turn, it waits for its next time.
  const waiting = Promise.allSettled(names.map((name) => jobs.turn(name)));
  const event = eventType('test.meanwhile', z.object({}));
  const heard: string[] = [];
  relay.on(event, 'test.meanwhile', async (events) => void heard.push(...events.map((it) => it.subjectId)));
  const subjectId = newId();
  await database.write((tx) => announce(tx, event, { subjectId, actor: system('test'), payload: {} }));
  try {
    await relay.drain();
  } finally {
    answer.resolve();
    await waiting;
  }
  expect(heard).toEqual([subjectId]);
});

test('a claim is one transaction: what it wrote is undone when its body fails', async () => {
  const { database } = server.platform;
  const undone = database.claim(async (tx) => {
    await tx.sql
      .insertInto('settings')
      .values({ key: 'test.claim', value: '1', updated_at: tx.now })
      .execute();
    throw new Error('undone');
  });
  await expect(undone).rejects.toThrow('undone');
  const rows = await database
    .reader()
    .sql.selectFrom('settings')
    .select('key')
    .where('key', '=', 'test.claim')
    .execute();
  expect(rows).toEqual([]);
});

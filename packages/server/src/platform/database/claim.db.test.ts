import { beforeAll, expect, test } from 'vitest';
import { createTestServer, type TestServer } from '../../testing/test-server.ts';

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

import { endpoints } from '@fairlead/contract';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { z } from 'zod';
import { hurryJobs } from '../../testing/hurry-jobs.ts';
import { createTestServer, type TestServer } from '../../testing/test-server.ts';
import type { TestAgent } from '../../testing/world.ts';
import { createJobs, type Jobs, type JobType } from './jobs.ts';

/** Jobs that fail at every attempt end where operators look. */
const { operations } = endpoints;
const hopeless: JobType<{ secret: string; n: number }> = {
  name: 'test.hopeless',
  schema: z.object({ secret: z.string(), n: z.number() }),
  retries: 1,
};
const keyed: JobType<{ key: string }> = {
  name: 'test.keyed',
  schema: z.object({ key: z.string() }),
  retries: 0,
  key: ({ key }) => key,
};
/** Looks at what is committed, one at a time. */
const looking: JobType<{ key: string }> = { ...keyed, name: 'test.looking', atOnce: 1 };
const waiting: JobType<{ n: number }> = {
  name: 'test.waiting',
  schema: z.object({ n: z.number() }),
  retries: 0,
};
/** Of an earlier release: the node that answers operators does not do it. */
const retired: JobType<{ n: number }> = {
  name: 'test.retired',
  schema: z.object({ n: z.number() }),
  retries: 0,
};
/** Its data has another shape in this release. */
const reshaped: JobType<{ n: number }> = {
  name: 'test.reshaped',
  schema: z.object({ n: z.number() }),
  retries: 0,
};
/** Fails with what PostgreSQL and a mail server say of people. */
const telling: JobType<{ n: number }> = {
  name: 'test.telling',
  schema: z.object({ n: z.number() }),
  retries: 0,
};
const runs: Array<{ n: number; last: boolean }> = [];
const waited: number[] = [];
const looks: string[] = [];
const released = Promise.withResolvers<void>();
let committed = false;
let mended = false;
let server: TestServer;
let jobs: Jobs;
let operator: TestAgent;

beforeAll(async () => {
  server = await createTestServer({ ROLE: 'web' });
  operator = await server.world.agent({ roles: ['administrator'] });
  jobs = createJobs({ ...server.platform, work: true });
  jobs.work(hopeless, async ({ n }, { last }) => {
    runs.push({ n, last });
    if (!mended) throw new Error('the mail server is gone');
  });
  jobs.work(keyed, async () => {
    if (!mended) throw new Error('not today');
  });
  jobs.work(waiting, async ({ n }) => void waited.push(n));
  jobs.work(looking, async ({ key }) => {
    looks.push(`${key} ${committed ? 'after' : 'before'}`);
    if (key === 'first') await released.promise;
  });
  for (const job of [retired, reshaped]) {
    jobs.work(job, async () => {
      throw new Error('not today');
    });
  }
  jobs.work(telling, async ({ n }) => {
    if (n === 1) await server.platform.database.raw(`select 'my deposit of Linh'::uuid`);
    const response = '550 5.1.1 <linh.nguyen@example.com> User unknown';
    throw Object.assign(new Error(`all recipients were rejected: ${response}`), {
      code: 'EENVELOPE',
      responseCode: 550,
    });
  });
  await jobs.start();
  hurryJobs(server.platform, hopeless.name);
  // The node that answers operators knows the same kinds of work, and does none of it.
  server.platform.jobs.work(hopeless, async () => {});
  server.platform.jobs.work(keyed, async () => {});
  const reshapedNow = { name: reshaped.name, schema: z.object({ n: z.string() }), retries: 0 };
  server.platform.jobs.work(reshapedNow, async () => {});
});
afterAll(() => jobs.stop());

const order = (n: number) =>
  server.platform.database.write((tx) => jobs.enqueue(tx, hopeless, { secret: 'sealed', n }));
const lettersOf = async (name: string) =>
  (await operator.call(operations.listDeadLetters)).items.filter((it) => it.eventType === name);

async function letterOf(name: string) {
  for (;;) {
    const [letter] = await lettersOf(name);
    if (letter) return letter;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

test('a job for later is done when its time has come, though nobody says so then', async () => {
  const after = new Date(Date.now() + 50);
  await server.platform.database.write((tx) => jobs.enqueue(tx, waiting, { n: 7 }, { after }));
  await vi.waitFor(() => expect(waited).toEqual([7]), { timeout: 20_000 });
});

test('an order that is one with a job that waits is done after its own commit', async () => {
  const { database } = server.platform;
  const orderLook = (key: string) => database.write((tx) => jobs.enqueue(tx, looking, { key }));
  const looked = (look: string) => vi.waitFor(() => expect(looks).toContain(look), { timeout: 20_000 });
  await orderLook('first');
  await looked('first before');
  await orderLook('same');
  await database.write(async (tx) => {
    await jobs.enqueue(tx, looking, { key: 'same' });
    released.resolve();
    // The node has room and looks for more while this is open.
    await orderLook('other');
    await looked('other before');
    tx.afterCommit(() => {
      committed = true;
    });
  });
  await looked('same after');
  expect(looks).toEqual(['first before', 'other before', 'same after']);
});

describe('a job that fails at every attempt', () => {
  test('stands among the dead letters, with why and without what it was about; a retry has all its attempts anew', async () => {
    await order(1);
    const letter = await letterOf('test.hopeless');
    expect(letter).toMatchObject({ kind: 'job', subscriber: 'jobs', attempts: 2 });
    expect(letter.error).toBe('Error: the mail server is gone');
    expect(JSON.stringify(letter)).not.toContain('sealed');
    expect(runs).toEqual([
      { n: 1, last: false },
      { n: 1, last: true },
    ]);

    await operator.call(operations.retryDeadLetter, { params: { id: letter.id } });
    await vi.waitFor(() => expect(runs).toHaveLength(4), { timeout: 20_000 });
    const again = await letterOf('test.hopeless');
    expect(again.id).not.toBe(letter.id);
    expect(await lettersOf('test.hopeless')).toHaveLength(1);
    expect(runs).toHaveLength(4);

    mended = true;
    await operator.call(operations.retryDeadLetter, { params: { id: again.id } });
    while (runs.length < 5) await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await lettersOf('test.hopeless')).toEqual([]);
    const params = { id: again.id };
    expect(await operator.refused(operations.retryDeadLetter, { params })).toBe('request.not_found');
    mended = false;
  }, 60_000);

  test('can be discarded', async () => {
    await server.platform.database.write((tx) => jobs.enqueue(tx, keyed, { key: 'one' }));
    const { id } = await letterOf('test.keyed');
    await operator.call(operations.discardDeadLetter, { params: { id } });
    expect(await lettersOf('test.keyed')).toEqual([]);
    expect(await operator.refused(operations.discardDeadLetter, { params: { id } })).toBe(
      'request.not_found',
    );
  });

  test('stays in the list until somebody decides', async () => {
    await server.platform.database.write((tx) => jobs.enqueue(tx, keyed, { key: 'two' }));
    const { id } = await letterOf('test.keyed');
    const { rows } = await server.platform.database.raw(
      `select keep_until > now() + interval '50 years' as kept from pgboss.job where id = $1`,
      [id],
    );
    expect(rows).toEqual([{ kept: true }]);
  });

  test.each([retired, reshaped])(
    'is refused, and kept, where this build cannot do it: $name',
    async (job) => {
      await server.platform.database.write((tx) => jobs.enqueue(tx, job, { n: 1 }));
      const { id } = await letterOf(job.name);
      expect(await operator.refused(operations.retryDeadLetter, { params: { id } })).toBe(
        'operations.job_unknown',
      );
      expect(await lettersOf(job.name)).toMatchObject([{ id }]);
    },
  );

  test.each([
    {
      n: 1,
      says: 'DatabaseError: invalid input syntax for type uuid: [value] (code 22P02, severity ERROR, routine string_to_uuid)',
    },
    {
      n: 2,
      says: 'Error: all recipients were rejected: 550 5.1.1 <[address]> User unknown (code EENVELOPE, responseCode 550)',
    },
  ])('says why without what it was about: $says', async ({ n, says }) => {
    await server.platform.database.write((tx) => jobs.enqueue(tx, telling, { n }));
    const { id, error } = await letterOf(telling.name);
    expect(error).toBe(says);
    const { rows } = await server.platform.database.raw(
      'select source_output from pgboss.job where id = $1',
      [id],
    );
    expect(JSON.stringify(rows)).not.toMatch(/linh|deposit/i);
    await operator.call(operations.discardDeadLetter, { params: { id } });
  });
});

test('what stands for a key is known: a job that is due later, one that was given up, or none', async () => {
  const { database, clock, jobs: web } = server.platform;
  await database.write((tx) => web.enqueue(tx, keyed, { key: 'given up' }));
  while ((await lettersOf('test.keyed')).length < 2) await new Promise((resolve) => setTimeout(resolve, 50));
  const after = new Date(clock.now().getTime() + 3_600_000);
  await database.write((tx) => web.enqueue(tx, keyed, { key: 'later' }, { after }));
  const standing = await web.standing(database.reader(), keyed, ['later', 'given up', 'never']);
  expect([...standing].sort()).toEqual([
    ['given up', 'given_up'],
    ['later', 'ordered'],
  ]);
});

describe('while jobs hang', () => {
  const silent = Promise.withResolvers<void>();
  const delivery: JobType<{ to: string; n: number }> = {
    name: 'test.delivery',
    schema: z.object({ to: z.string(), n: z.number() }),
    retries: 0,
    atOnce: 4,
    waitsFor: ({ to }) => to,
  };
  const begun: string[] = [];
  const done: string[] = [];
  let node: Jobs;
  beforeAll(async () => {
    node = createJobs({ ...server.platform, work: true });
    node.work(delivery, async ({ to, n }) => {
      begun.push(`${to} ${n}`);
      if (to === 'silent') await silent.promise;
      done.push(`${to} ${n}`);
    });
    await node.start();
  });
  afterAll(async () => {
    silent.resolve();
    await node.stop();
  });
  const order = (...all: Array<[to: string, n: number]>) =>
    server.platform.database.write((tx) =>
      node.enqueueAll(
        tx,
        delivery,
        all.map(([to, n]) => ({ to, n })),
      ),
    );
  const within = { timeout: 20_000 };

  test('those beside them and those that come later are done', async () => {
    await order(['silent', 1], ['quick', 1]);
    await vi.waitFor(() => expect(begun.toSorted()).toEqual(['quick 1', 'silent 1']), within);
    await order(['quick', 2]);
    await vi.waitFor(() => expect(done).toEqual(['quick 1', 'quick 2']), within);
  });

  test('however many wait for the same, half of the room is for the others; in the end all are done', async () => {
    await order(...[2, 3, 4, 5, 6, 7].map((n): [string, number] => ['silent', n]));
    await order(...[3, 4, 5, 6, 7, 8].map((n): [string, number] => ['quick', n]));
    await vi.waitFor(() => expect(done).toHaveLength(8), within);
    expect(begun.filter((it) => it.startsWith('silent'))).toHaveLength(2);
    silent.resolve();
    await vi.waitFor(() => expect(done).toHaveLength(15), within);
    expect(new Set(done).size).toBe(15);
  });
});

test('a run that never ends keeps its room until its time is over', async () => {
  const { database } = server.platform;
  const endless: JobType<{ n: number }> = {
    name: 'test.endless',
    schema: z.object({ n: z.number() }),
    retries: 0,
    atOnce: 1,
    longest: 1,
  };
  const begun: number[] = [];
  const never = Promise.withResolvers<void>();
  const node = createJobs({ ...server.platform, work: true });
  node.work(endless, async ({ n }) => {
    begun.push(n);
    if (n === 1) await never.promise;
  });
  await node.start();
  onTestFinished(async () => {
    never.resolve();
    await node.stop();
  });
  await database.write((tx) => node.enqueueAll(tx, endless, [{ n: 1 }, { n: 2 }]));
  await vi.waitFor(() => expect(begun).toEqual([1, 2]), { timeout: 20_000 });
});

test('a job whose node is gone is done by another within a minute', async () => {
  const { database } = server.platform;
  const done = Promise.withResolvers<string>();
  const left: JobType<{ of: string }> = {
    name: 'test.left',
    schema: z.object({ of: z.string() }),
    retries: 1,
  };
  const gone = createJobs({ ...server.platform, work: false });
  gone.work(left, async () => {});
  await gone.start();
  await database.write((tx) => gone.enqueue(tx, left, { of: 'a node that was killed' }));
  // As a killed node leaves it: begun a minute ago, with no sign since.
  const { rows } = await database.raw(
    `update pgboss.job set state = 'active', started_on = now() - interval '1 minute', heartbeat_on = now() - interval '1 minute'
     where name = $1 returning heartbeat_seconds`,
    [left.name],
  );
  expect(rows).toEqual([{ heartbeat_seconds: 30 }]);
  const other = createJobs({ ...server.platform, work: true, lookEvery: 1 });
  onTestFinished(hurryJobs(server.platform, left.name));
  other.work(left, async ({ of }) => done.resolve(of));
  await other.start();
  expect(await done.promise).toBe('a node that was killed');
  await Promise.all([gone.stop(), other.stop()]);
}, 60_000);

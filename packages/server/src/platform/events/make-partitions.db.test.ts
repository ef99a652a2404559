import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { ManualClock } from '../../testing/manual-clock.ts';
import { createTestServer, type TestServer } from '../../testing/test-server.ts';
import { makePartitions } from './make-partitions.ts';

let server: TestServer;

beforeAll(async () => {
  server = await createTestServer({ ROLE: 'web' });
});

const quick = { attempts: 3, lockMilliseconds: 20, pauseMilliseconds: 5 };

/** Years ahead, where no partition is yet. */
function clockIn(year: number): ManualClock {
  const clock = new ManualClock();
  clock.advance({ seconds: (Date.UTC(year, 0, 15) - clock.now().getTime()) / 1000 });
  return clock;
}

async function monthsOf(year: number): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select inhrelid::regclass::text as name from pg_inherits where inhparent = 'events'::regclass
  `.execute(server.platform.database.reader().sql);
  return rows.flatMap(({ name }) => (name.startsWith(`events_${year}`) ? [name] : [])).sort();
}

/** Reads events in a claim that stays open, as a relay does while its subscribers work, until it is let go. */
async function readInClaim() {
  const { database } = server.platform;
  const reads = Promise.withResolvers<void>();
  const over = Promise.withResolvers<void>();
  const claim = database.claim(async (tx) => {
    await tx.sql.selectFrom('events').select('id').limit(1).execute();
    reads.resolve();
    await over.promise;
  });
  await reads.promise;
  return async () => {
    over.resolve();
    await claim;
  };
}

describe('partitions of events', () => {
  test('are made for this month and the next two, and again changes nothing', async () => {
    const ground = { ...server.platform, clock: clockIn(2101) };
    for (let turn = 0; turn < 2; turn++) await makePartitions(ground, quick);
    expect(await monthsOf(2101)).toEqual(['events_2101_01', 'events_2101_02', 'events_2101_03']);
  });

  test('wait for a relay that is at events, without holding up others, and are made once it is done', async () => {
    const letGo = await readInClaim();
    const failed = Promise.withResolvers<void>();
    const log = { warn: () => failed.resolve() };
    const made = makePartitions(
      { ...server.platform, log, clock: clockIn(2102) },
      { ...quick, attempts: 1_000 },
    );
    await failed.promise;
    expect(await monthsOf(2102)).toEqual([]);
    await letGo();
    await made;
    expect(await monthsOf(2102)).toHaveLength(3);
  });

  test('are left to the next turn, with a word, when that takes too long', async () => {
    const letGo = await readInClaim();
    const said: unknown[] = [];
    const log = { warn: (...words: unknown[]) => said.push(words) };
    await makePartitions({ ...server.platform, log, clock: clockIn(2103) }, quick);
    await letGo();
    expect(said).toHaveLength(quick.attempts);
    expect(await monthsOf(2103)).toEqual([]);
    await makePartitions({ ...server.platform, clock: clockIn(2103) }, quick);
    expect(await monthsOf(2103)).toHaveLength(3);
  });

  test('are left alone where the partition for all others holds events of that month', async () => {
    const { database } = server.platform;
    await database.raw(
      `insert into events (id, occurred_at, type, subject_id, actor_type, payload)
       values (gen_random_uuid(), '2104-01-10', 'test.happened', gen_random_uuid(), 'system', '{}')`,
    );
    const said: unknown[] = [];
    const log = { warn: (...words: unknown[]) => said.push(words) };
    await makePartitions({ ...server.platform, log, clock: clockIn(2104) }, quick);
    expect(said).toHaveLength(1);
  });
});

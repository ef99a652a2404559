import { CompiledQuery, sql } from 'kysely';
import { PgBoss } from 'pg-boss';
import type { z } from 'zod';
import type { Bus } from '../bus/bus.ts';
import { type Database, idleLimit, type Reader, type Tx } from '../database/database.ts';
import { fail } from '../fail.ts';
import { errorInLine } from '../log/error-in-log.ts';
import type { Log } from '../log/log.ts';
import type { Metrics } from '../metrics.ts';
import { deadJobRetention, deadJobs, deadJobsOf, takeDeadJob } from './dead-job-store.ts';
import { dueNames, holdWaiting, orderedKeys } from './job-store.ts';
import { type Outcome, startWorkLoop, type TakenJob, type WorkLoop } from './work-loop.ts';

/** A kind of work that is done later: its name and the shape of its data. */
export interface JobType<T extends object> {
  readonly name: string;
  readonly schema: z.ZodType<T>;
  /** Attempts after the first, with exponential back-off. */
  readonly retries: number;
  /** How many a node does at once; 25 unless it says otherwise. */
  readonly atOnce?: number;
  /** Seconds that a run may take before another node tries it; 900 unless it says otherwise. A node that is gone is noticed sooner. */
  readonly longest?: number;
  /**
   * What one job at a time works on: at most one waits for it and one is at it. More orders of the same are the one that waits, which then begins after
   * the commit of each of them.
   */
  key?(data: T): string;
  /** Whom it waits for: where all who wait for one hang, the others still have half of the node's room. */
  waitsFor?(data: T): string | undefined;
}

/** What a run is told of itself. */
export interface Attempt {
  /** After it, the job is given up: a dead letter. */
  readonly last: boolean;
}

export interface Jobs {
  /**
   * Says how a kind of work is done. Must be idempotent: a job may run again. One that has failed at every attempt is a dead letter.
   */
  work<T extends object>(job: JobType<T>, run: (data: T, attempt: Attempt) => Promise<void>): void;
  /** Orders work in the transaction: it is done after commit, or never if that fails. */
  enqueue<T extends object>(tx: Tx, job: JobType<T>, data: T, options?: { after?: Date }): Promise<void>;
  /** The same for several, in one statement. */
  enqueueAll<T extends object>(
    tx: Tx,
    job: JobType<T>,
    all: readonly T[],
    options?: { after?: Date },
  ): Promise<void>;
  /** For each of these keys what stands for it: a job that waits or runs, or else one that was given up. Keys of neither are absent. */
  standing<T extends object>(
    reader: Reader,
    job: JobType<T>,
    keys: readonly string[],
  ): Promise<Map<string, 'ordered' | 'given_up'>>;
  /**
   * Orders a job that was given up anew, with all its attempts; false if there is none. Throws `operations.job_unknown` where this
   * build does not do such jobs, or their data has another shape by now.
   */
  revive(tx: Tx, deadJobId: string): Promise<boolean>;
  /** Does something every so often, on one node at a time. Missed turns are not made up for. */
  every(name: string, milliseconds: number, run: () => Promise<void>): void;
  /** Takes a turn of `every` now, after one that another node may be at. For tests. */
  turn(name: string): Promise<void>;
  /** Begins to do the work, on nodes whose role it is. Until then orders are only taken. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** A node that has given no sign for so many seconds has left the jobs that it was at. It gives one twice as often. */
const signWithin = 30;
/** Seconds from one look for jobs that were left to the next, unless a test says otherwise. */
const usualLook = 15;

/** Milliseconds from one look for what is due to the next: for jobs that were to wait, and where word of a new one was lost. */
const pollEvery = 2_000;
/** Milliseconds from the first turn of one to that of the next: all at one moment would have messages wait for the database. */
const turnsApart = 100;
/** Jobs of one name that a node does at once, unless it says otherwise. */
const usuallyAtOnce = 25;
/** Milliseconds that jobs have to end when a node stops. */
const stopWithin = 5_000;
/** On the bus: there is a new job of this name. */
const topic = 'jobs';

/** Jobs on PostgreSQL (pg-boss), kept beside what they are about. `work` says whether this node does them. */
export function createJobs(options: {
  database: Database;
  bus: Bus;
  log: Log;
  metrics: Metrics;
  work: boolean;
  lookEvery?: number;
}): Jobs {
  const { database, bus, log, metrics, lookEvery = usualLook } = options;
  const boss = new PgBoss({
    // Its own statements may be several in one, which the query builder does not answer fully.
    db: { executeSql: (text, values) => database.raw(text, values) },
    schema: 'pgboss',
    supervise: options.work,
    superviseIntervalSeconds: lookEvery,
    monitorIntervalSeconds: lookEvery,
    schedule: false,
  });
  boss.on('error', (error) => log.error({ err: error }, 'jobs'));
  const workers: Array<{ job: JobType<object>; run: (data: object, attempt: Attempt) => Promise<void> }> = [];
  const turns = new Map<string, { milliseconds: number; run: () => Promise<void> }>();
  const loops = new Map<string, WorkLoop>();
  const timers: NodeJS.Timeout[] = [];
  const busy = new Map<string, Promise<void>>();
  /** Names of jobs that were committed and not told of yet: many at once are one word. */
  const ordered = new Set<string>();
  let hush = () => {};
  let looking = false;

  function tell(name: string) {
    if (ordered.size === 0)
      setImmediate(() => {
        for (const it of ordered) bus.publish(topic, it);
        ordered.clear();
      });
    ordered.add(name);
  }

  /** One look for the jobs of all names, since nearly always there are none. */
  async function wakeDue(): Promise<void> {
    if (looking) return;
    looking = true;
    try {
      for (const name of await dueNames(database.reader(), [...loops.keys()])) loops.get(name)?.wake();
    } catch (error) {
      log.error({ err: error }, 'jobs');
    } finally {
      looking = false;
    }
  }

  async function once(name: string, patient = false): Promise<void> {
    const turn = turns.get(name);
    if (!turn) throw new Error(`nothing is done every so often under the name ${name}`);
    await database.claim(async (tx) => {
      const lock = `every:${name}`;
      const { rows } = patient
        ? await sql<{
            mine: true;
          }>`select true as mine from pg_advisory_xact_lock(hashtext(${lock}))`.execute(tx.sql)
        : await sql<{ mine: boolean }>`select pg_try_advisory_xact_lock(hashtext(${lock})) as mine`.execute(
            tx.sql,
          );
      if (rows[0]?.mine) await keepAlive(tx, turn.run);
    });
  }

  async function runOne({ job, run }: (typeof workers)[number], taken: TakenJob): Promise<Outcome> {
    const attempt = { last: taken.retryCount >= taken.retryLimit };
    try {
      await run(job.schema.parse(taken.data), attempt);
      metrics.jobs.inc({ job: job.name, result: 'ok' });
      return 'done';
    } catch (error) {
      metrics.jobs.inc({ job: job.name, result: 'failed' });
      if (attempt.last) metrics.deadLetters.inc({ subscriber: job.name });
      log.warn({ job: job.name, err: error, givenUp: attempt.last }, 'job failed');
      return { failure: { error: errorInLine(error) } };
    }
  }

  async function order<T extends object>(
    tx: Tx,
    job: JobType<T>,
    all: readonly T[],
    after?: Date,
  ): Promise<void> {
    if (all.length === 0) return;
    let orders = all.map((data) => ({
      data: job.schema.parse(data),
      ...groupOf(job.waitsFor?.(data)),
      retryLimit: job.retries,
      retryBackoff: true,
      retryDelay: 2,
      heartbeatSeconds: signWithin,
      deadLetter: deadJobs,
      ...(after ? { startAfter: after } : {}),
      ...(job.longest ? { expireInSeconds: job.longest } : {}),
      ...(job.key ? { singletonKey: job.key(data) } : {}),
    }));
    while (orders.length > 0) {
      const fresh = await boss.insert(job.name, orders, {
        returnId: job.key !== undefined,
        db: {
          executeSql: async (text, values) => {
            const { rows } = await tx.sql.executeQuery(CompiledQuery.raw(text, values ?? []));
            return { rows };
          },
        },
      });
      if (!job.key || fresh?.length === orders.length) break;
      // What the order is one with must not be begun before this commit: it would not see what it is ordered for. What has begun meanwhile is no such one.
      const keys = orders.flatMap(({ singletonKey }) => singletonKey ?? []);
      const waiting = await holdWaiting(tx, job.name, keys);
      orders = orders.filter(({ singletonKey }) => singletonKey && !waiting.has(singletonKey));
    }
    if (!after) tx.afterCommit(() => tell(job.name));
  }

  return {
    work: (job, run) => void workers.push({ job, run: run as (typeof workers)[number]['run'] }),
    enqueue: (tx, job, data, { after } = {}) => order(tx, job, [data], after),
    enqueueAll: (tx, job, all, { after } = {}) => order(tx, job, all, after),
    async revive(tx, deadJobId) {
      const dead = await takeDeadJob(tx, deadJobId);
      if (!dead) return false;
      const job = workers.find((worker) => worker.job.name === dead.name)?.job;
      const data = job?.schema.safeParse(dead.data);
      // Thrown, the transaction leaves the job in the list.
      if (!job || !data?.success) throw fail('operations.job_unknown');
      await order(tx, job, [data.data]);
      return true;
    },
    async standing(reader, job, keys) {
      const found = new Map<string, 'ordered' | 'given_up'>();
      const wanted = new Set(keys);
      for (const dead of await deadJobsOf(reader, job.name)) {
        const data = job.schema.safeParse(dead);
        const key = data.success && job.key?.(data.data);
        if (key && wanted.has(key)) found.set(key, 'given_up');
      }
      for (const key of await orderedKeys(reader, job.name, keys)) found.set(key, 'ordered');
      return found;
    },
    every: (name, milliseconds, run) => void turns.set(name, { milliseconds, run }),
    turn: (name) => once(name, true),
    async start() {
      await boss.start();
      const there = new Set((await boss.getQueues()).map(({ name }) => name));
      if (!there.has(deadJobs)) await boss.createQueue(deadJobs, { retentionSeconds: deadJobRetention });
      hush = bus.subscribe(topic, (name) => loops.get(name)?.wake());
      for (const worker of workers) {
        const { job } = worker;
        if (!there.has(job.name))
          await boss.createQueue(job.name, { policy: job.key ? 'stately' : 'standard' });
        if (!options.work) continue;
        const loop = startWorkLoop({
          boss,
          name: job.name,
          atOnce: job.atOnce ?? usuallyAtOnce,
          signEvery: signWithin / 2,
          run: (taken) => runOne(worker, taken),
          onError: (error) => log.error({ job: job.name, err: error }, 'jobs'),
        });
        loops.set(job.name, loop);
      }
      if (!options.work) return;
      void wakeDue();
      timers.push(setInterval(() => void wakeDue(), pollEvery));
      for (const [place, [name, { milliseconds }]] of [...turns].entries()) {
        const take = () => {
          // A turn that takes longer than the time to the next must not ask for its own lock.
          if (busy.has(name)) return;
          const turn = once(name).catch((error) => log.error({ name, err: error }, 'turn failed'));
          busy.set(
            name,
            turn.finally(() => busy.delete(name)),
          );
        };
        timers.push(setTimeout(() => timers.push(setInterval(take, milliseconds)), place * turnsApart));
      }
    },
    async stop() {
      hush();
      for (const timer of timers) clearInterval(timer);
      await Promise.all([...busy.values(), ...[...loops.values()].map((it) => it.stop(stopWithin))]);
      await boss.stop({ graceful: false });
    },
  };
}

const groupOf = (id: string | undefined) => id && { group: { id } };

/** Works while a transaction stays open and holds a lock; says now and then that this node lives, or the database would end it. */
async function keepAlive(tx: Tx, work: () => Promise<void>): Promise<void> {
  const sign = setInterval(() => {
    // Where this fails the transaction is gone, and its commit will say so.
    sql`select 1`.execute(tx.sql).catch(() => {});
  }, idleLimit / 3);
  try {
    await work();
  } finally {
    clearInterval(sign);
  }
}

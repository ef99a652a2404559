import { Kysely, PostgresDialect } from 'kysely';
import { Pool, type QueryResult, types } from 'pg';
import type { Clock } from '../clock.ts';
import type { Log } from '../log/log.ts';
import type { DB } from './database-types.ts';
import { keepPrepared } from './prepared.ts';

/** What a read needs: a handle to query, and the moment it is asked at. */
export interface Reader {
  readonly sql: Kysely<DB>;
  readonly now: Date;
}

/**
 * An open transaction, and the only way to write. `now` is one moment for everything written in it.
 * Nothing may be sent over the network while one is open; what others should hear goes through `afterCommit`.
 */
export interface Tx extends Reader {
  /** Runs once the transaction is committed, and never if it is not. Must not throw; nothing may depend on it (a crash skips it). */
  afterCommit(hook: () => void): void;
  /** Says that events were appended: the relay is woken once the transaction is committed. */
  wakeRelay(): void;
}

export interface Database {
  /** For queries that need no transaction. */
  reader(): Reader;
  /**
   * Runs `body` in a transaction. A deadlock or serialisation failure runs it again (at most 5 times in all), so it must have no
   * effect but through `tx`.
   */
  write<T>(body: (tx: Tx) => Promise<T>): Promise<T>;
  /**
   * For a `body` whose last statement is the only one that writes: that statement commits by itself, without a transaction around it,
   * which spares two round trips. What was read before is not held: the statement must check that it still is so. Never run again.
   */
  writeOnce<T>(body: (tx: Tx) => Promise<T>): Promise<T>;
  /**
   * The same, for a transaction that holds rows or a lock while others do the work in transactions of their own. Its connection is
   * one of a reserve beside the pool: whoever holds it waits for the pool, and nobody who holds one of the pool waits for it.
   * Its commit does not wait for the disk: one that a crash undoes is of work that is done again. The relay's is kept for it: what is done
   * every so often may wait for somebody outside, all at once when the network fails, and events are handed out meanwhile.
   */
  claim<T>(body: (tx: Tx) => Promise<T>, by?: Claimant): Promise<T>;
  /** For a library that brings its own SQL: a text of one or more statements, outside of any transaction. */
  raw(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
  /** Whether the database answers. */
  ping(): Promise<boolean>;
  close(): Promise<void>;
}

/** Who holds a claim: the relay, or what is done every so often. */
type Claimant = 'relay' | 'turn';
/** Connections for claims, beside the pool. The relay makes one at a time. */
const reserved = { relay: 1, turn: 10 } as const satisfies Record<Claimant, number>;
/** A transaction whose node no longer says anything is ended after this, and what it held is free; see keepAlive in jobs. */
export const idleLimit = 60_000;

const retryable = new Set(['40001', '40P01']);
const attempts = 5;

// Timestamps with zone stay Dates; bigint fits our numbers (conversation numbers, byte sizes), so it is read as a number.
types.setTypeParser(types.builtins.INT8, Number);

/** Opens a pool of connections. They are made when first needed. */
export function openDatabase(options: {
  connectionString: string;
  connections: number;
  clock: Clock;
  log: Log;
  /** Called after each commit that appended events. */
  onEvents: () => void;
}): Database {
  const { clock, log } = options;
  const pool = openPool({ ...options, max: options.connections });
  const sql = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
  const reserveFor = (by: Claimant) =>
    new Kysely<DB>({
      dialect: new PostgresDialect({
        pool: openPool({ ...options, max: reserved[by], settings: '-c synchronous_commit=off' }),
      }),
    });
  const reserve = { relay: reserveFor('relay'), turn: reserveFor('turn') };

  /** Gives `run` the means to write, and does what was left for after the commit once it has settled. */
  async function commit<T>(run: (txOn: (on: Kysely<DB>) => Tx) => Promise<T>): Promise<T> {
    const hooks: Array<() => void> = [];
    let events = false;
    const result = await run((on) => ({
      sql: on,
      now: clock.now(),
      afterCommit: (hook) => hooks.push(hook),
      wakeRelay: () => {
        events = true;
      },
    }));
    for (const hook of hooks) hook();
    if (events) options.onEvents();
    return result;
  }

  async function transact<T>(on: Kysely<DB>, body: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await commit((txOn) => on.transaction().execute((transaction) => body(txOn(transaction))));
      } catch (error) {
        if (attempt === attempts || !retryable.has((error as { code?: string }).code ?? '')) throw error;
        log.debug({ attempt, code: (error as { code?: string }).code }, 'transaction retried');
      }
    }
  }

  return {
    reader: () => ({ sql, now: clock.now() }),
    write: (body) => transact(sql, body),
    writeOnce: (body) => commit((txOn) => body(txOn(sql))),
    claim: (body, by = 'turn') => transact(reserve[by], body),
    async raw(text, values) {
      const results = (await pool.query(text, values)) as QueryResult | QueryResult[];
      return { rows: [results].flat().flatMap((result) => result.rows ?? []) };
    },
    ping: () =>
      pool.query('select 1').then(
        () => true,
        () => false,
      ),
    async close() {
      await Promise.all([reserve.relay.destroy(), reserve.turn.destroy()]);
      await sql.destroy();
    },
  };
}

function openPool(options: { connectionString: string; max: number; log: Log; settings?: string }): Pool {
  const pool = new Pool({
    connectionString: options.connectionString,
    max: options.max,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    // Whoever waits for an answer of a machine that is gone would wait for ever, the relay among them: no packet says that it is.
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    application_name: 'fairlead',
    // A request that waits longer than this on a lock is better answered with an error than left hanging.
    options: `-c lock_timeout=8000 -c statement_timeout=30000 -c idle_in_transaction_session_timeout=${idleLimit} ${options.settings ?? ''}`,
  });
  // Without a listener a lost idle connection would end the process.
  const lost = (error: Error) => {
    // A pool is let go of before the server has heard of each connection's end, and a server that stops meanwhile says so.
    if (!pool.ending) options.log.warn({ error: error.message }, 'database connection lost');
  };
  pool.on('error', lost);
  // The same for one that is lost while in use: its query fails by itself.
  pool.on('connect', (client) => {
    client.on('error', lost);
    keepPrepared(client);
  });
  return pool;
}

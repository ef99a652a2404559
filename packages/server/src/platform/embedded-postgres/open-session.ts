import pg from 'pg';
import { EmbeddedPostgresError } from './embedded-postgres-error.ts';

/** One connection to the database, for work that is bound to it. */
export interface Session {
  /** Aborted, with a `connection_lost`, when the connection ends without being closed here. */
  readonly lost: AbortSignal;
  /** Throws `connection_lost` when the server is gone. */
  query<Row extends Record<string, unknown>>(text: string, values?: unknown[]): Promise<Row[]>;
  close(): Promise<void>;
}

/** Connects, without any limit to how long a statement may take. */
export async function openSession(connectionString: string): Promise<Session> {
  const client = new pg.Client({ connectionString, application_name: 'fairlead-backup', keepAlive: true });
  const lost = new AbortController();
  let closing = false;
  client.on('error', (error) => lost.abort(asLost(error)));
  client.on('end', () => {
    if (!closing) lost.abort(asLost(new Error('it ended')));
  });
  try {
    await client.connect();
  } catch (error) {
    throw asLost(error);
  }
  return {
    lost: lost.signal,
    async query<Row extends Record<string, unknown>>(text: string, values?: unknown[]) {
      try {
        return (await client.query<Row>(text, values)).rows;
      } catch (error) {
        throw asLost(error);
      }
    },
    async close() {
      closing = true;
      await client.end().catch(() => {});
    },
  };
}

/** Errors of the server carry a code, and those of class 57P say that it stops; all others come from the connection. */
function asLost(cause: unknown): unknown {
  if (cause instanceof pg.DatabaseError && !cause.code?.startsWith('57P')) return cause;
  return new EmbeddedPostgresError(
    'connection_lost',
    `The embedded database closed the connection while it was used (${(cause as Error).message}). If Fairlead was stopped or started meanwhile, run the command again.`,
    { cause },
  );
}

import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';

/** The database that the application uses. */
export const databaseName = 'fairlead';

/** Answers once the server takes connections and the application's database exists. Asked again and again until `ended`. */
export async function openCluster(
  connectionString: string,
  ended: Promise<void>,
): Promise<'ready' | 'ended'> {
  for (;;) {
    const refusal = await tryConnect(connectionString);
    if (refusal === undefined) return 'ready';
    if (refusal === '3D000') await createDatabase(connectionString);
    else if (!passing.has(refusal)) throw new Error(`the server refused us: ${refusal}`);
    else if (await Promise.race([ended.then(() => true), wait(8, false)])) return 'ended';
  }
}

/** Not listening yet, at its port or with its socket file; starting up, and connections cut while it does. */
const passing = new Set(['ENOENT', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', '57P03', '57P01']);

async function tryConnect(connectionString: string): Promise<string | undefined> {
  const client = new pg.Client({ connectionString });
  client.on('error', () => {});
  try {
    await client.connect();
    return undefined;
  } catch (error) {
    const { code, message } = error as Error & { code?: string };
    return code ?? (message.includes('terminated') ? 'ECONNRESET' : message);
  } finally {
    await client.end().catch(() => {});
  }
}

async function createDatabase(connectionString: string): Promise<void> {
  const address = new URL(connectionString);
  address.pathname = '/postgres';
  const client = new pg.Client({ connectionString: address.href });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query(`create database ${databaseName}`);
  } finally {
    await client.end().catch(() => {});
  }
}

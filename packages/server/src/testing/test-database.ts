import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { inject } from 'vitest';

/** A fresh migrated database of one's own, cloned from the template. Answers its address. */
export async function createTestDatabase(): Promise<string> {
  const server = inject('postgres');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const client = new Client({ connectionString: server });
  await client.connect();
  // Two clones at once wait for each other; that is a matter of milliseconds.
  await client.query('select pg_advisory_lock(1)');
  // File by file: to log every page takes three times as long.
  await client.query(`create database ${name} template template strategy file_copy`);
  await client.end();
  const address = new URL(server);
  address.pathname = `/${name}`;
  return address.href;
}

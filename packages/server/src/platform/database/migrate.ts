import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { Client } from 'pg';

const folder = new URL('../../../migrations/', import.meta.url);
// Any number will do, as long as every node takes the same lock.
const lock = 72_160_431;

/** A migration that was applied has since been changed in the code; the database cannot be trusted to match. */
class MigrationChanged extends Error {}

/**
 * Brings the database to the schema of this build: applies, in order and each in its own transaction, the migrations that it lacks.
 * Nodes that start together wait for each other. Answers the names of those applied. A database that is already ahead of this build
 * (a newer release ran on it) is left alone.
 */
export async function migrate(connectionString: string): Promise<string[]> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [lock]);
    await client.query(
      'create table if not exists migrations (name text primary key, hash text not null, applied_at timestamptz not null default now())',
    );
    const { rows } = await client.query<{ name: string; hash: string }>('select name, hash from migrations');
    const applied = new Map(rows.map((row) => [row.name, row.hash]));
    const done: string[] = [];
    for (const name of (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort()) {
      const text = await readFile(new URL(name, folder), 'utf8');
      const hash = createHash('sha256').update(text).digest('hex');
      const before = applied.get(name);
      if (before === hash) continue;
      if (before !== undefined)
        throw new MigrationChanged(`Migration ${name} was changed after it was applied.`);
      await client.query('begin');
      await client.query(text);
      await client.query('insert into migrations (name, hash) values ($1, $2)', [name, hash]);
      await client.query('commit');
      done.push(name);
    }
    return done;
  } finally {
    await client.end();
  }
}

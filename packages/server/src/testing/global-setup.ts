import { execFile } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Client } from 'pg';
import type { TestProject } from 'vitest/node';
import { startEmbeddedPostgres } from '../platform/embedded-postgres/index.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The address of the test server's `postgres` database. */
    postgres: string;
  }
}

const prepare = fileURLToPath(new URL('prepare-template.ts', import.meta.url));

/** One database server for the whole run, with a template that every test file clones: as a first start leaves it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'fairlead-test-'));
  // The database runs as another user when root runs the tests.
  await chmod(folder, 0o755);
  const postgres = await startEmbeddedPostgres({
    dataDirectory: join(folder, 'postgres'),
    durable: false,
    log: () => {},
  });
  const template = new URL(postgres.connectionString);
  template.pathname = '/template';
  const client = new Client({ connectionString: postgres.connectionString });
  await client.connect();
  await client.query('create database template');
  await promisify(execFile)(process.execPath, [prepare, template.href]);
  await client.end();
  project.provide('postgres', postgres.connectionString);
  return async () => {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  };
}

import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import pg from 'pg';
import { onTestFinished } from 'vitest';
import { afterFile } from '../../testing/after-file.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './start-embedded-postgres.ts';

/** A folder of the test's own, removed after it. */
export async function makeFolder(mode: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'fairlead-embedded-'));
  await chmod(folder, mode);
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

let template: Promise<string> | undefined;

/** A data directory as a first start leaves it, copied from one that is made once: a cluster takes a second to make. */
export async function makeDataDirectory(): Promise<string> {
  const folder = await makeFolder(0o711);
  template ??= makeTemplate();
  await promisify(execFile)('cp', ['-Rp', await template, folder]);
  return join(folder, 'postgres');
}

async function makeTemplate(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'fairlead-embedded-'));
  afterFile(() => {
    template = undefined;
    return rm(folder, { recursive: true, force: true });
  });
  await chmod(folder, 0o711);
  const dataDirectory = join(folder, 'postgres');
  const postgres = await startEmbeddedPostgres({ dataDirectory, durable: false, log: () => {} });
  await postgres.stop();
  return dataDirectory;
}

/** Starts without waiting for the disk; stopped after the test. */
export async function start(
  dataDirectory: string,
  options: { port?: number; log?: (line: string) => void } = {},
): Promise<EmbeddedPostgres> {
  const postgres = await startEmbeddedPostgres({ dataDirectory, durable: false, log: () => {}, ...options });
  onTestFinished(() => postgres.stop());
  return postgres;
}

export async function query(connectionString: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Another process that starts the database and holds it until it is killed. Settles when the database is ready. */
export async function startInChild(
  dataDirectory: string,
): Promise<{ connectionString: string; kill: () => Promise<void> }> {
  const module = new URL('./start-embedded-postgres.ts', import.meta.url).href;
  const program = `
    import { startEmbeddedPostgres } from ${JSON.stringify(module)};
    const options = { dataDirectory: ${JSON.stringify(dataDirectory)}, log() {} };
    console.log((await startEmbeddedPostgres(options)).connectionString);
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const kill = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  };
  onTestFinished(kill);
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return { connectionString: line.toString().trim(), kill };
}

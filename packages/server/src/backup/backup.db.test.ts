import { existsSync } from 'node:fs';
import { mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type CustomerMessage, endpoints } from '@fairlead/contract';
import { expect, onTestFinished, test } from 'vitest';
import { readConfig } from '../platform/config/read-config.ts';
import {
  makeDataDirectory,
  makeFolder,
  query,
} from '../platform/embedded-postgres/embedded-postgres.testing.ts';
import { startEmbeddedPostgres } from '../platform/embedded-postgres/index.ts';
import { startServer } from '../server.ts';
import { createTestClient } from '../testing/test-client.ts';
import { createWorld } from '../testing/world.ts';
import { beginCommand } from './backup.testing.ts';
import { makeBackup } from './make-backup.ts';
import { restoreBackup } from './restore-backup.ts';
import { runCommand } from './run-command.ts';
import { beginWriting } from './writer.testing.ts';

/** A database that waits for the disk, as in use: a backup needs its whole log. */
async function startDatabase(dataDirectory: string) {
  const options = { dataDirectory: join(dataDirectory, 'postgres'), log: () => {} };
  const postgres = await startEmbeddedPostgres(options);
  onTestFinished(() => postgres.stop());
  return postgres;
}

/** A whole installation on a data directory, as `npm start` runs it. */
async function startInstallation(dataDirectory: string) {
  const postgres = await startDatabase(dataDirectory);
  const { connectionString } = postgres;
  const config = readConfig({
    LOG_LEVEL: 'silent',
    PORT: '0',
    RATE_LIMITS: 'false',
    SECRET: 'a-root-secret-for-tests-of-32-characters',
  });
  const server = await startServer({ config, connectionString, dataDirectory });
  let stopping: Promise<void> | undefined;
  const stopAll = () => (stopping ??= server.stop().then(() => postgres.stop()));
  onTestFinished(stopAll);
  return {
    platform: server.platform,
    connectionString,
    url: `http://127.0.0.1:${server.port}`,
    stop: stopAll,
  };
}

test('a backup taken while customers write holds all that was acknowledged before it, whole', {
  timeout: 180_000,
}, async () => {
  const folder = await makeFolder(0o711);
  const [data, backup, restored] = [join(folder, 'data'), join(folder, 'backup'), join(folder, 'restored')];
  const before = await startInstallation(data);
  const world = createWorld(before.platform, before.url);
  const inbox = await world.inbox({ team: await world.team() });
  const begin = async () => beginWriting(await world.customer(inbox.key), before.url);
  const writers = [await begin(), await begin(), await begin()];
  await Promise.all(writers.map((writer) => writer.more(12)));

  const sentBefore = writers.map(({ sent }) => sent.length);
  const backingUp = beginCommand('backup', [backup, '--data-directory', data]);
  // Checkpoints move the place where a server that knows of no backup would begin to recover, past what was copied before.
  do await query(before.connectionString, 'checkpoint');
  while (backingUp.runs());
  const { code, said } = await backingUp.ended;
  expect(said).toContain(`MiB in ${backup}`);
  expect(code).toBe(0);
  const sentDuring = writers.map(({ sent }) => sent.length);
  await Promise.all(writers.map((writer) => writer.more(5)));
  await Promise.all(writers.map((writer) => writer.end()));
  expect(await query(before.connectionString, 'select slot_name from pg_replication_slots')).toEqual([]);
  await before.stop();
  for (const path of ['', ...(await readdir(backup, { recursive: true }))])
    expect((await stat(join(backup, path))).mode & 0o077, path).toBe(0);

  const restoring = await beginCommand('restore', [`--data-directory=${restored}`, backup]).ended;
  expect(restoring.said).toContain(`Done. ${restored} is as it was`);
  const after = await startInstallation(restored);
  for (const [index, { customer, conversationId, sent }] of writers.entries()) {
    const messages = await readThread(after.url, customer.headers, conversationId);
    const texts = messages.filter(({ kind }) => kind === 'text');
    expect(texts.length).toBeGreaterThanOrEqual(sentBefore[index] ?? 0);
    expect(sentDuring[index]).toBeGreaterThan((sentBefore[index] ?? 0) + 5);
    // What was written once the backup was done is not in it.
    expect(texts.length).toBeLessThan(sent.length);
    expect(texts.map(({ text }) => text)).toEqual(sent.slice(0, texts.length).map(({ text }) => text));
    for (const [place, { attachments }] of texts.entries()) {
      const bytes = await Promise.all(attachments.map(({ url }) => readBytes(new URL(url ?? '', after.url))));
      const { file = null } = sent[place] ?? {};
      expect(bytes.map((found) => file?.equals(found))).toEqual(file ? [true] : []);
    }
  }
  await expectSound(after.connectionString);
});

async function readThread(url: string, headers: Readonly<Record<string, string>>, id: string) {
  const client = createTestClient(url, headers);
  const found: CustomerMessage[] = [];
  for (;;) {
    const query = { after: found.length, limit: 200 };
    const { items } = await client.call(endpoints.chat.messages, { params: { id }, query });
    if (items.length === 0) return found;
    for (const message of items) {
      found.push(message);
      expect(message.seq).toBe(found.length);
    }
  }
}

async function readBytes(url: URL): Promise<Buffer> {
  const answer = await fetch(url);
  expect(answer.status).toBe(200);
  return Buffer.from(await answer.arrayBuffer());
}

/** Every page of every table is well, every index agrees with its table, and no conversation has a gap. */
async function expectSound(connectionString: string): Promise<void> {
  await query(connectionString, 'create extension amcheck');
  const pages = `select relname, problem.* from pg_class, verify_heapam(pg_class.oid) as problem
    where relkind = 'r' and relpersistence = 'p'`;
  expect(await query(connectionString, pages)).toEqual([]);
  const indexes = `select count(bt_index_parent_check(indexrelid, true)::text) > 50 as enough
    from pg_index join pg_class on pg_class.oid = indexrelid join pg_am on pg_am.oid = relam
    where amname = 'btree' and relkind = 'i' and relpersistence = 'p'`;
  expect(await query(connectionString, indexes)).toMatchObject([{ enough: true }]);
  const gaps = `select conversations.id from conversations left join messages on conversation_id = conversations.id
    group by conversations.id having count(*) <> last_seq or max(seq) <> last_seq or min(seq) <> 1`;
  expect(await query(connectionString, gaps)).toEqual([]);
}

test('an interrupted backup is refused, and so is a data directory in use', {
  timeout: 60_000,
}, async () => {
  const data = dirname(await makeDataDirectory());
  const folder = await makeFolder(0o711);
  const [half, backup, target] = [join(folder, 'half'), join(folder, 'backup'), join(folder, 'target')];
  const restore = () => restoreBackup({ folder: backup, dataDirectory: target });

  const killed = beginCommand('backup', [half, '--data-directory', data]);
  await expect
    .poll(() => existsSync(join(half, 'postgres', 'cluster')), { interval: 5, timeout: 10_000 })
    .toBe(true);
  await killed.kill();
  const pidFile = join(data, 'postgres', 'cluster', 'postmaster.pid');
  await expect.poll(() => existsSync(pidFile), { timeout: 10_000 }).toBe(false);
  await expect(restoreBackup({ folder: half, dataDirectory: target })).rejects.toThrow(/no complete backup/);
  const again = makeBackup({ dataDirectory: data, folder: half, filesOnDisk: true });
  await expect(again).rejects.toThrow(/was interrupted.*remove it/);

  // Nothing runs on the data directory any more: the database is started for the time of the backup.
  await mkdir(join(data, 'files', 'attachments'), { recursive: true });
  await writeFile(join(data, 'files', 'attachments', 'one@'), 'the only one');
  await makeBackup({ dataDirectory: data, folder: backup, filesOnDisk: true });
  await expect(restoreBackup({ folder: backup, dataDirectory: data })).rejects.toThrow(/is not empty/);
  const other = await startDatabase(data);
  await expect(restoreBackup({ folder: backup, dataDirectory: data })).rejects.toThrow(/Fairlead is running/);
  expect(await query(other.connectionString, 'select 1 as one')).toEqual([{ one: 1 }]);

  await restore();
  expect((await readdir(target)).sort()).toEqual(['files', 'postgres']);
  expect((await readdir(join(target, 'files', 'attachments'))).sort()).toEqual(['one@']);
  await expect(restore()).rejects.toThrow(/is not empty/);
});

test('a backup whose database is stopped meanwhile fails with what to do, and leaves nothing', {
  timeout: 60_000,
}, async () => {
  const data = dirname(await makeDataDirectory());
  const folder = join(await makeFolder(0o711), 'backup');
  const postgres = await startDatabase(data);
  const outcome = makeBackup({ dataDirectory: data, folder, filesOnDisk: true }).catch(
    (error: unknown) => error,
  );
  await expect
    .poll(() => existsSync(join(folder, 'postgres', 'cluster')), { interval: 5, timeout: 10_000 })
    .toBe(true);
  await postgres.stop();
  expect(await outcome).toMatchObject({ code: 'connection_lost' });
  expect(await readdir(folder)).toEqual([]);
});

test('the commands say what they need, and send users of another database to its own means', async () => {
  const data = await makeFolder(0o711);
  const run = async (command: 'backup' | 'restore', words: string[], environment = {}) => {
    let complaint = '';
    const complain = (text: string) => {
      complaint += text;
    };
    const code = await runCommand(command, words, { environment, directory: data, say: () => {}, complain });
    return `${code} ${complaint}`;
  };
  const url = { DATABASE_URL: 'postgres://db.example.com/fairlead' };
  expect(await run('backup', ['/backup'], url)).toMatch(/^1 DATABASE_URL is set.*pg_dump/);
  expect(await run('restore', ['/backup'], url)).toMatch(/^1 DATABASE_URL is set.*pg_restore/);
  expect(await run('backup', [])).toMatch(/^1 Name one directory.*npm run backup -- DIRECTORY/);
  expect(await run('restore', ['a', '--speed'])).toMatch(/^1 .*--speed.*npm run restore -- DIRECTORY/);
  expect(await run('backup', ['x'], { DATA_DIRECTORY: data })).toMatch(/^1 There is no embedded database in/);
  expect(await readdir(data)).toEqual([]);

  await mkdir(join(data, 'postgres', 'cluster'), { recursive: true });
  const inside = ['postgres/../files/x', '--data-directory', data];
  expect(await run('backup', inside)).toMatch(/^1 .*files\/x lies in the data directory/);
  expect(await run('backup', ['.', '--data-directory', data])).toMatch(/lies in the data directory/);
});

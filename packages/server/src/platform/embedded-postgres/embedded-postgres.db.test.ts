import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { expect, onTestFinished, test } from 'vitest';
import { chooseDataDirectory } from './choose-data-directory.ts';
import { makeDataDirectory, makeFolder, query, start, startInChild } from './embedded-postgres.testing.ts';
import { findFreePort } from './free-port.ts';
import { findRuntimeUser, isRoot, runAs } from './runtime-user.ts';
import { serverSettings } from './server-settings.ts';
import { startEmbeddedPostgres } from './start-embedded-postgres.ts';

const closedToOthers = 0o077;
/** At its socket file, or at its port. */
const gone = /ENOENT|ECONNREFUSED/;

test('the first start makes a database, a later one finds its data', async () => {
  const dataDirectory = join(await makeFolder(0o711), 'deep', 'postgres');
  const first = await startEmbeddedPostgres({ dataDirectory, log: () => {} });
  await query(first.connectionString, "create table kept as select 'ångström 交易' as text");
  await first.stop();
  await first.stop();
  await expect(query(first.connectionString, 'select 1')).rejects.toThrow(gone);

  const second = await start(dataDirectory);
  expect(await query(second.connectionString, 'select text from kept')).toEqual([{ text: 'ångström 交易' }]);
  expect(
    await query(
      second.connectionString,
      "select current_database() as name, current_setting('server_encoding') as encoding, upper('ö') as upper",
    ),
  ).toEqual([{ name: 'fairlead', encoding: 'UTF8', upper: 'Ö' }]);
  expect((await readdir(join(dataDirectory, 'log'))).join()).toMatch(/^postgres-\w+\.log$/);
});

test('nobody gets in without the password, and the password is ours alone', async () => {
  const dataDirectory = await makeDataDirectory();
  const { connectionString } = await start(dataDirectory);
  for (const password of ['', 'guess']) {
    const address = new URL(connectionString);
    address.password = password;
    await expect(query(address.href, 'select 1')).rejects.toThrow(/password/);
  }
  for (const name of ['password', 'lock', 'cluster', 'log']) {
    expect((await stat(join(dataDirectory, name))).mode & closedToOthers, name).toBe(0);
  }
  // The socket file is in the folder that is closed to others, and asks for the password too.
  expect(await query(connectionString, 'show unix_socket_directories')).toEqual([
    { unix_socket_directories: '.' },
  ]);
});

test.each([
  ['its socket file', '', 'null'],
  ['its port, where the path is too long for a socket', 'folder/'.repeat(12), '127.0.0.1'],
])('is reached by %s', async (_, below, from) => {
  const { connectionString } = await start(join(await makeDataDirectory(), below));
  const where = 'select host(inet_client_addr()) as "from"';
  expect(JSON.stringify(await query(connectionString, where))).toContain(from);
});

test('a server whose process was killed ends, and the next start has its data', async () => {
  const dataDirectory = await makeDataDirectory();
  const killed = await startInChild(dataDirectory);
  await query(killed.connectionString, 'create table kept as select 7 as number');
  await killed.kill();
  const next = await start(dataDirectory);
  expect(await query(next.connectionString, 'select number from kept')).toEqual([{ number: 7 }]);
  await expect(query(killed.connectionString, 'select 1')).rejects.toThrow(gone);
});

test('a server ends by itself when its process is killed and nobody comes', async () => {
  const dataDirectory = await makeDataDirectory();
  const { connectionString, kill } = await startInChild(dataDirectory);
  await query(connectionString, 'select 1');
  await kill();
  await expect
    .poll(() => query(connectionString, 'select 1').catch((error: Error) => error.message), {
      timeout: 10_000,
    })
    .toMatch(gone);
});

test('a server that runs without a holder is stopped and its data taken over', async () => {
  const dataDirectory = await makeDataDirectory();
  const before = await start(dataDirectory);
  await query(before.connectionString, 'create table kept as select 7 as number');
  await before.stop();
  const cluster = join(dataDirectory, 'cluster');
  const port = await findFreePort(undefined);
  const layout = {
    directory: dataDirectory,
    cluster,
    log: join(dataDirectory, 'log'),
    password: '',
    lock: '',
  };
  const settings = serverSettings(layout, { port, durable: false }).slice(2);
  const user = await findRuntimeUser(cluster);
  const pgCtl = join(before.binDirectory, 'pg_ctl');
  const options = settings.map((word) => `'${word}'`).join(' ');
  const begun = await runAs(user, pgCtl, ['start', '-w', '-D', cluster, '-l', '/dev/null', '-o', options]);
  expect(begun).toMatchObject({ status: 0 });
  onTestFinished(() => runAs(user, pgCtl, ['stop', '-m', 'immediate', '-D', cluster]).then(() => {}));

  const said: string[] = [];
  const after = await start(dataDirectory, { log: (line) => said.push(line) });
  expect(await query(after.connectionString, 'select number from kept')).toEqual([{ number: 7 }]);
  expect(said.join()).toContain('stopped a database server');
  const address = new URL(after.connectionString);
  address.port = String(port);
  await expect(query(address.href, 'select 1')).rejects.toThrow(gone);
});

test('a server that dies is noticed, and its stale pid file does not block the next start', async () => {
  const dataDirectory = await makeDataDirectory();
  const postgres = await startEmbeddedPostgres({ dataDirectory, log: () => {} });
  onTestFinished(() => postgres.stop());
  await query(postgres.connectionString, 'create table kept as select 7 as number');
  const exit = new Promise<void>((resolve) => postgres.onExit(resolve));
  const pidFile = join(dataDirectory, 'cluster', 'postmaster.pid');
  process.kill(Number.parseInt(await readFile(pidFile, 'utf8'), 10), 'SIGKILL');
  await exit;
  // The machine restarted meanwhile, and the number is another program's: this one's.
  await writeFile(pidFile, (await readFile(pidFile, 'utf8')).replace(/^\d+/, String(process.pid)));
  const next = await start(dataDirectory);
  expect(await query(next.connectionString, 'select number from kept')).toEqual([{ number: 7 }]);
  const name = `.s.PGSQL.${new URL(next.connectionString).port}`;
  const sockets = (await readdir(join(dataDirectory, 'cluster'))).filter((it) => it.startsWith('.s.PGSQL'));
  expect(sockets.toSorted()).toEqual([name, `${name}.lock`]);
});

test('a directory that a live process holds is refused, in this process and in another', async () => {
  const dataDirectory = await makeDataDirectory();
  const other = await startInChild(dataDirectory);
  await expect(start(dataDirectory)).rejects.toMatchObject({
    code: 'directory_in_use',
    message: expect.stringContaining('DATA_DIRECTORY') as string,
  });
  expect(await query(other.connectionString, 'select 1 as one')).toEqual([{ one: 1 }]);
  await other.kill();
  const own = await start(dataDirectory);
  await expect(start(dataDirectory)).rejects.toMatchObject({ code: 'directory_in_use' });
  expect(await query(own.connectionString, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('a port that is taken is refused, one that is free is used', async () => {
  const port = await findFreePort(undefined);
  const first = await start(await makeDataDirectory(), { port });
  expect(new URL(first.connectionString).port).toBe(String(port));
  await expect(start(await makeDataDirectory(), { port })).rejects.toMatchObject({ code: 'port_in_use' });
});

test('an interrupted first start leaves nothing that blocks, a damaged cluster is told with the words of the server', async () => {
  const dataDirectory = await makeDataDirectory();
  const first = await start(dataDirectory);
  await first.stop();
  await rm(join(dataDirectory, 'cluster'), { recursive: true });
  await writeFile(join(dataDirectory, 'password.new.1'), 'half');
  const second = await start(dataDirectory);
  await second.stop();
  expect((await readdir(dataDirectory)).sort()).toEqual(['cluster', 'log', 'password']);

  await rm(join(dataDirectory, 'cluster', 'global', 'pg_control'));
  await expect(start(dataDirectory)).rejects.toMatchObject({
    code: 'failed_to_start',
    message: expect.stringContaining('pg_control') as string,
  });
  expect(await readdir(dataDirectory)).not.toContain('lock');
});

test('works for a project that only its owner may enter', async () => {
  const project = await makeFolder(0o700);
  const chosen = await chooseDataDirectory(project);
  expect(await chooseDataDirectory(project)).toBe(chosen);
  if (isRoot()) {
    expect(chosen).toMatch(/^\/var\/lib\/fairlead\/fairlead-embedded-\w+-[0-9a-f]{8}$/);
    onTestFinished(() => rm(chosen, { recursive: true, force: true }));
  } else {
    expect(chosen).toBe(join(project, 'data'));
  }
  const postgres = await start(join(chosen, 'postgres'));
  expect(await query(postgres.connectionString, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('a place where the database cannot work is refused with what to do', async () => {
  // Root may write there but its database may not enter; anyone else may not even write.
  const closed = await makeFolder(isRoot() ? 0o700 : 0o500);
  await expect(start(join(closed, 'postgres'))).rejects.toMatchObject({
    code: 'not_writable',
    message: expect.stringContaining('DATA_DIRECTORY') as string,
  });
  const open = await makeFolder(0o711);
  await writeFile(join(open, 'file'), '');
  await expect(start(join(open, 'file', 'postgres'))).rejects.toMatchObject({ code: 'not_writable' });
  if (isRoot()) expect(await chooseDataDirectory(open)).toBe(join(open, 'data'));
});

import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DirectoryLayout, Session } from '../platform/embedded-postgres/index.ts';
import { BackupError } from './backup-error.ts';
import { logFiles, takeBaseBackup } from './base-backup.ts';
import { addDirectory, addFile, type Choice, copyTree, type Filling } from './copy-tree.ts';
import type { Migrations } from './manifest.ts';

/** Of the running server, or written anew by the next one. */
const passing = new Set([
  'postmaster.pid',
  'postmaster.opts',
  'backup_label',
  'tablespace_map',
  'backup_manifest',
  'current_logfiles',
  'current_logfiles.tmp',
  'postgresql.auto.conf.tmp',
]);
/** Directories that PostgreSQL wants to find, empty: see "Making a base backup" in its manual. The log is copied on its own. */
const emptied = new Set([
  'pg_dynshmem',
  'pg_notify',
  'pg_replslot',
  'pg_serial',
  'pg_snapshots',
  'pg_stat_tmp',
  'pg_subtrans',
  'pg_tblspc',
]);
const control = 'global/pg_control';

/**
 * Copies the cluster of a running server, its log and its password into a backup. Answers the migrations applied in it. Everything
 * committed before the call is in the copy.
 */
export async function copyCluster(
  backup: Filling,
  layout: DirectoryLayout,
  session: Session,
): Promise<Migrations> {
  const target = 'postgres/cluster';
  await addDirectory(backup, 'postgres');
  const { label, log, migrations } = await takeBaseBackup(session, async () => {
    await copyTree(backup, layout.cluster, target, choose);
    for (const name of emptied) await addDirectory(backup, `${target}/${name}`);
    await addBytes(backup, `${target}/${control}`, await readSettled(join(layout.cluster, control)));
  });
  for (const name of ['pg_wal', 'pg_wal/archive_status', 'pg_wal/summaries']) {
    await addDirectory(backup, `${target}/${name}`);
  }
  for (const name of logFiles(log)) {
    await addNeeded(backup, join(layout.cluster, 'pg_wal', name), `${target}/pg_wal/${name}`);
  }
  await addBytes(backup, `${target}/backup_label`, Buffer.from(label));
  await addNeeded(backup, layout.password, 'postgres/password');
  return migrations;
}

const choose: Choice = (path, kind) => {
  if (kind === 'directory') return !emptied.has(path) && path !== 'pg_wal' && !path.includes('pgsql_tmp');
  return path !== control && !passing.has(path) && !/(^|\/)(pgsql_tmp|pg_internal\.init)/.test(path);
};

async function addNeeded(backup: Filling, from: string, path: string): Promise<void> {
  if (await addFile(backup, from, path)) return;
  throw new BackupError(`The database lost ${from} while it was copied. Run the command again.`);
}

async function addBytes({ folder, list }: Filling, path: string, bytes: Buffer): Promise<void> {
  await writeFile(join(folder, path), bytes, { mode: 0o600, flag: 'wx' });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await list.add({ path, size: bytes.length, sha256 });
}

/** Reads a file until it is the same twice: nothing mends this one, should we read it half written. */
async function readSettled(path: string): Promise<Buffer> {
  const flag = constants.O_RDONLY | constants.O_NOFOLLOW;
  for (let bytes = await readFile(path, { flag }); ; ) {
    const again = await readFile(path, { flag });
    if (again.equals(bytes)) return bytes;
    bytes = again;
  }
}

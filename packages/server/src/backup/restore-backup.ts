import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rename, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import {
  giveTo,
  openSession,
  prepareDirectory,
  type RuntimeUser,
  readConnectionString,
  requireEntry,
  startEmbeddedPostgres,
} from '../platform/embedded-postgres/index.ts';
import { BackupError } from './backup-error.ts';
import { readMigrations } from './base-backup.ts';
import { copyFile, syncPath } from './copy-file.ts';
import { hashList, readList, syncListed } from './file-list.ts';
import { listName, type Manifest, machine, readManifest } from './manifest.ts';

const draftMark = '.restoring-';

/**
 * Puts a backup into a new or empty data directory. Every file is compared with its hash, the database is started until it has
 * recovered and answers with the migrations of the manifest, and stopped again; only then is anything in its place. What fails
 * throws, and leaves the directory as it was.
 */
export async function restoreBackup(options: { folder: string; dataDirectory: string }): Promise<Manifest> {
  const { folder, dataDirectory } = options;
  const manifest = await readManifest(folder);
  if (manifest.machine !== machine) {
    throw new BackupError(
      `The backup in ${folder} was made on ${manifest.machine}, and this machine is ${machine}. PostgreSQL's files work on a machine of their own kind only. Nothing was restored. Restore it on ${manifest.machine}.`,
    );
  }
  await requireEmpty(dataDirectory);
  const draft = join(dataDirectory, `${draftMark}${randomUUID()}`);
  try {
    // Makes the directories above as a start would, so the database's user gets in.
    const { layout, user } = await prepareDirectory(join(draft, 'postgres'));
    await requireEntry(layout, user);
    await copyListed(folder, draft, manifest);
    await giveTree(user, layout.cluster);
    await recover(layout.directory, manifest);
    await settle(draft, dataDirectory);
    return manifest;
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    throw error;
  }
}

async function requireEmpty(dataDirectory: string): Promise<void> {
  const names = (await readdir(dataDirectory).catch(ifGone)) ?? [];
  if (names.includes('postgres') && (await readConnectionString(join(dataDirectory, 'postgres')))) {
    throw new BackupError(
      `Fairlead is running on ${dataDirectory}. Nothing was restored. A backup is restored into an empty data directory: name another one with --data-directory, or stop Fairlead and move this one away first.`,
    );
  }
  const left = names.find((name) => name.startsWith(draftMark));
  if (left) {
    throw new BackupError(
      `${dataDirectory} holds what an interrupted restore left. If no other restore is under way, remove it (rm -r ${join(dataDirectory, left)}) and run the command again.`,
    );
  }
  if (names.length > 0) {
    throw new BackupError(
      `The data directory ${dataDirectory} is not empty. Nothing was restored. Move what is in it away first, or name another one with --data-directory.`,
    );
  }
}

/** Copies what the list names, comparing each file with its hash. */
async function copyListed(folder: string, draft: string, { list }: Manifest): Promise<void> {
  const file = join(folder, listName);
  const hash = await hashList(file).catch(ifGone);
  if (hash === undefined) throw damaged(folder, `${listName} is missing`);
  if (hash !== list.sha256) throw damaged(folder, `${listName} is not as it was written`);
  for await (const entry of readList(file)) {
    const to = join(draft, entry.path);
    if ('directory' in entry) {
      // That one is there, with the mode that the database's user needs.
      if (entry.path !== 'postgres') await mkdir(to, { mode: 0o700 });
      continue;
    }
    const copied = await copyFile(join(folder, entry.path), to);
    if (!copied) throw damaged(folder, `${entry.path} is missing`);
    if (copied.sha256 !== entry.sha256) throw damaged(folder, `${entry.path} is not as it was written`);
  }
  await syncListed(file, draft);
}

/** Gives a directory and what is in it to the user, itself last: until then the user cannot enter, and can exchange nothing. */
async function giveTree(user: RuntimeUser, path: string): Promise<void> {
  for (const entry of await readdir(path, { withFileTypes: true })) {
    const below = join(path, entry.name);
    await (entry.isDirectory() ? giveTree(user, below) : giveTo(user, below));
  }
  await giveTo(user, path);
}

/** Starts the database, so that it recovers from its log, looks whether it is what the manifest says, and stops it. */
async function recover(dataDirectory: string, { migrations }: Manifest): Promise<void> {
  const postgres = await startEmbeddedPostgres({ dataDirectory, log: () => {} });
  try {
    const session = await openSession(postgres.connectionString);
    try {
      const found = await readMigrations(session);
      if (JSON.stringify(found) === JSON.stringify(migrations)) return;
      throw new BackupError(
        `The database of the backup recovered, but not to the state that the manifest tells: it has ${found.length} migrations, not the ${migrations.length} of the manifest. Nothing was restored. Use another backup, and keep this one for whoever looks into it.`,
      );
    } finally {
      await session.close();
    }
  } finally {
    await postgres.stop();
  }
}

/** Moves what is complete to its place, the database last: a start without it would make a new one. */
async function settle(draft: string, dataDirectory: string): Promise<void> {
  for (const name of (await readdir(draft)).sort())
    await rename(join(draft, name), join(dataDirectory, name));
  await rmdir(draft);
  await syncPath(dataDirectory);
}

const damaged = (folder: string, what: string) =>
  new BackupError(
    `The backup in ${folder} is damaged: ${what}. Nothing was restored. Use another backup, or another copy of this one.`,
  );

const ifGone = (error: NodeJS.ErrnoException): undefined => {
  if (error.code !== 'ENOENT') throw error;
};

import { existsSync } from 'node:fs';
import { readdir, readFile, realpath, rm } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import {
  EmbeddedPostgresError,
  layoutOf,
  makeDirectory,
  openSession,
  readConnectionString,
  startEmbeddedPostgres,
} from '../platform/embedded-postgres/index.ts';
import { BackupError } from './backup-error.ts';
import { copyCluster } from './copy-cluster.ts';
import { copyTree } from './copy-tree.ts';
import { createList, syncListed } from './file-list.ts';
import { listName, type Manifest, type Migrations, machine, writeManifest } from './manifest.ts';

/**
 * Makes a backup of the installation in a data directory in a new or empty directory. Fairlead may run on it meanwhile, and goes
 * on undisturbed; where it does not, the database is started for the time. Everything committed before the call is in the backup, with
 * every attachment that its database names. The manifest is written last: without one a backup is not complete. What fails
 * throws, and leaves the directory empty.
 */
export async function makeBackup(options: {
  dataDirectory: string;
  folder: string;
  /** Whether attachments are kept in the data directory, not in a bucket. */
  filesOnDisk: boolean;
}): Promise<Manifest> {
  const { dataDirectory, folder, filesOnDisk } = options;
  const database = join(dataDirectory, 'postgres');
  if (!existsSync(join(database, 'cluster'))) {
    throw new BackupError(
      `There is no embedded database in ${dataDirectory}, so there is nothing to back up there. Name the data directory that the start prints, with --data-directory or in DATA_DIRECTORY. If Fairlead is started with DATABASE_URL, back up that PostgreSQL server with its own means.`,
    );
  }
  await prepareFolder(folder, dataDirectory);
  const begun = new Date().toISOString();
  try {
    const list = await createList(join(folder, listName));
    try {
      const backup = { folder, list };
      const migrations = await withDatabase(database, async (connectionString): Promise<Migrations> => {
        const session = await openSession(connectionString);
        try {
          const filling = { ...backup, signal: session.lost };
          return await copyCluster(filling, layoutOf(await realpath(database)), session);
        } finally {
          await session.close();
        }
      });
      // After the database: a file is stored before the row that names it. Names with a dot in front are of files half written.
      if (filesOnDisk) {
        await copyTree(backup, join(dataDirectory, 'files'), 'files', (path) => !path.startsWith('.'));
      }
      const summary = await list.finish();
      await syncListed(join(folder, listName), folder);
      return await writeManifest(folder, {
        version: await readVersion(),
        machine,
        begun,
        ended: new Date().toISOString(),
        migrations,
        holdsFiles: filesOnDisk,
        list: summary,
      });
    } finally {
      await list.close();
    }
  } catch (error) {
    await emptyFolder(folder);
    throw error;
  }
}

/** Makes the directory where it is missing. What is in it already stays: it may be another backup, or something else altogether. */
async function prepareFolder(folder: string, dataDirectory: string): Promise<void> {
  if (`${await trueEnd(folder)}${sep}`.startsWith(`${await realpath(dataDirectory)}${sep}`)) {
    throw new BackupError(
      `${folder} lies in the data directory, and would be lost with it. Name a directory elsewhere, best on another disk.`,
    );
  }
  await makeDirectory(folder, 0o700);
  const names = await readdir(folder);
  if (names.includes(listName) && !names.includes('manifest.json')) {
    throw new BackupError(
      `${folder} holds a backup that was interrupted. It is of no use: remove it (rm -r ${folder}), or name another directory.`,
    );
  }
  if (names.length > 0) {
    throw new BackupError(`${folder} is not empty. Name a new directory: each backup has one of its own.`);
  }
}

/** Where the part of a path that exists really leads. */
const trueEnd = (path: string): Promise<string> =>
  existsSync(path) ? realpath(path) : trueEnd(dirname(path));

/** Lends the address of the database: the one that runs, or one started for the time. */
async function withDatabase<T>(
  dataDirectory: string,
  use: (connectionString: string) => Promise<T>,
): Promise<T> {
  const running = await readConnectionString(dataDirectory);
  if (running) return use(running);
  const postgres = await startEmbeddedPostgres({ dataDirectory, log: () => {} }).catch((error: unknown) => {
    if (!(error instanceof EmbeddedPostgresError) || error.code !== 'directory_in_use') throw error;
    throw new BackupError(
      `Fairlead is just starting or stopping on ${dataDirectory}. Wait a moment and run the command again.`,
      { cause: error },
    );
  });
  try {
    return await use(postgres.connectionString);
  } finally {
    await postgres.stop();
  }
}

async function emptyFolder(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    await rm(join(folder, name), { recursive: true, force: true });
  }
}

async function readVersion(): Promise<string> {
  const text = await readFile(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

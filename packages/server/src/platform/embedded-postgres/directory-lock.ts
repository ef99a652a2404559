import { randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import process from 'node:process';
import { EmbeddedPostgresError } from './embedded-postgres-error.ts';
import { identifyProcess } from './process-identity.ts';

/** The hold of this process on a data directory. */
export interface DirectoryLock {
  release(): Promise<void>;
}

/**
 * Takes the data directory for this process. The file names the holder by process id and birth, so one left behind by a process
 * that was killed never blocks, not even when its number was given to another. Throws `directory_in_use` when the holder lives.
 */
export async function lockDirectory(file: string, directory: string): Promise<DirectoryLock> {
  const own = `${process.pid}\n${await identifyProcess(process.pid)}\n${randomUUID()}\n`;
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, own, { mode: 0o600, flag: 'wx' });
  try {
    // A hard link appears whole or not at all, and only if the name is free.
    while (!(await tryLink(draft, file))) await removeStale(file, directory);
  } finally {
    await rm(draft, { force: true });
  }
  return {
    async release() {
      const held = await readFile(file, 'utf8').catch(() => '');
      if (held === own) await rm(file, { force: true });
    },
  };
}

async function tryLink(draft: string, file: string): Promise<boolean> {
  try {
    await link(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function removeStale(file: string, directory: string): Promise<void> {
  const seen = await readFile(file, 'utf8').catch(() => undefined);
  if (seen === undefined) return;
  const [pid = '', birth] = seen.split('\n');
  if (/^\d+$/.test(pid) && (await identifyProcess(Number(pid))) === birth) {
    throw new EmbeddedPostgresError(
      'directory_in_use',
      `Another Fairlead (process ${pid}) is running on ${directory}. Stop it first, or start this one with another DATA_DIRECTORY.`,
    );
  }
  // Moved aside rather than deleted: when another process was quicker, what we moved is its lock, and goes back.
  const aside = `${file}.${randomUUID()}`;
  await rename(file, aside).catch(() => {});
  const moved = await readFile(aside, 'utf8').catch(() => seen);
  if (moved !== seen) await link(aside, file).catch(() => {});
  await rm(aside, { force: true });
}

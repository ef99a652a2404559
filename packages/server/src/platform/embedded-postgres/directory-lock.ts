import { randomUUID } from 'node:crypto';
import { link, readFile, rm, writeFile } from 'node:fs/promises';
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
  for (;;) {
    const lock = await tryLock(file);
    if (lock) return lock;
    const holder = await readHolder(file);
    if (holder.state === 'alive') {
      throw new EmbeddedPostgresError(
        'directory_in_use',
        `Another Fairlead (process ${holder.pid}) is running on ${directory}. Stop it first, or start this one with another DATA_DIRECTORY.`,
      );
    }
    if (holder.state === 'dead') await removeStale(file);
  }
}

/** Takes the lock if its name is free; undefined when somebody has it, alive or not. */
async function tryLock(file: string): Promise<DirectoryLock | undefined> {
  const own = `${process.pid}\n${await identifyProcess(process.pid)}\n${randomUUID()}\n`;
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, own, { mode: 0o600, flag: 'wx' });
  try {
    // A hard link appears whole or not at all, and only if the name is free.
    await link(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return undefined;
    throw error;
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

async function readHolder(
  file: string,
): Promise<{ state: 'none' | 'dead' } | { state: 'alive'; pid: string }> {
  const content = await readFile(file, 'utf8').catch(() => undefined);
  if (content === undefined) return { state: 'none' };
  const [pid = '', birth] = content.split('\n');
  const alive = /^\d+$/.test(pid) && (await identifyProcess(Number(pid))) === birth;
  return alive ? { state: 'alive', pid } : { state: 'dead' };
}

/**
 * Removes what a dead process left. Looking and removing are two steps, between which another could remove it and take the lock, and
 * we would remove that one's: so only the holder of a second lock may do it. If that was left behind too, it goes the same way.
 */
async function removeStale(file: string): Promise<void> {
  const guard = await tryLock(`${file}.stale`);
  if (!guard) {
    if ((await readHolder(`${file}.stale`)).state === 'dead') await removeStale(`${file}.stale`);
    return;
  }
  try {
    if ((await readHolder(file)).state === 'dead') await rm(file, { force: true });
  } finally {
    await guard.release();
  }
}

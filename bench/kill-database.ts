import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';

/**
 * Ends the embedded database of a data directory as a crash would: every process of it by SIGKILL, the postmaster first, so that
 * none is left to write anything down.
 */
export async function killDatabase(dataDirectory: string): Promise<void> {
  const file = join(dataDirectory, 'postgres', 'cluster', 'postmaster.pid');
  const postmaster = Number.parseInt(await readFile(file, 'utf8'), 10);
  // Each process of the server is a session leader, so no group holds them together; the form of `ps` is that of Linux and macOS.
  const { stdout } = await promisify(execFile)('ps', ['-A', '-o', 'pid=,ppid=']);
  const children = stdout
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .flatMap(([pid, parent]) => (parent === postmaster && pid ? [pid] : []));
  for (const pid of [postmaster, ...children]) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch (error) {
      // A connection may have ended since the look.
      if ((error as { code?: string }).code !== 'ESRCH') throw error;
    }
  }
}

/** How often the database found at its start that it had crashed, and put itself right from its log. */
export async function countRecoveries(dataDirectory: string): Promise<number> {
  const folder = join(dataDirectory, 'postgres', 'log');
  const logs = await Promise.all((await readdir(folder)).map((file) => readFile(join(folder, file), 'utf8')));
  return logs.join('\n').split('automatic recovery in progress').length - 1;
}

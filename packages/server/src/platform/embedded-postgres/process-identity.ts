import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import process from 'node:process';
import { promisify } from 'node:util';

const ps = async (format: string, pid: number): Promise<string> => {
  const found = await promisify(execFile)('ps', ['-ww', '-o', format, '-p', String(pid)]).catch(
    () => undefined,
  );
  return found?.stdout.trim() ?? '';
};

/**
 * What tells this life of a process id from another one that got the same number: when it began. Undefined when no such process
 * lives (a zombie does not).
 */
export async function identifyProcess(pid: number): Promise<string | undefined> {
  if (process.platform !== 'linux') {
    const [state = '', ...began] = (await ps('stat=,lstart=', pid)).split(/\s+/);
    return state === '' || state.startsWith('Z') ? undefined : began.join(' ');
  }
  const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  if (status === undefined) return undefined;
  // The second field is the program's name in brackets and may hold anything; the rest follows its last bracket.
  const fields = status.slice(status.lastIndexOf(')') + 2).split(' ');
  if (fields[0] === 'Z' || fields[0] === 'X') return undefined;
  const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '');
  return `${boot.trim()} ${fields[19]}`;
}

/** The command line of a live process; empty when there is none. */
export async function commandLineOf(pid: number): Promise<string> {
  if (process.platform !== 'linux') return ps('args=', pid);
  const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  return line.replaceAll('\0', ' ').trim();
}

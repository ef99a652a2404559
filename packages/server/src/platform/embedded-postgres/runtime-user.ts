import { execFile } from 'node:child_process';
import { chown, readFile, stat } from 'node:fs/promises';
import process from 'node:process';
import { EmbeddedPostgresError } from './embedded-postgres-error.ts';

/** As whom the database runs: the user of this process, or another one when this process is root (PostgreSQL refuses to be root). */
export interface RuntimeUser {
  /** For messages. */
  readonly name: string;
  /** For `spawn`. Empty when no change of user is needed. */
  readonly identity: { readonly uid: number; readonly gid: number } | Record<string, never>;
}

/** Whether this process may act for every user, and must not run the database itself. */
export const isRoot = (): boolean => process.getuid?.() === 0;

/**
 * The user that runs the database. Root hands it to the owner of a cluster that exists (so that root can start what an ordinary
 * user made), and otherwise to `nobody`.
 */
export async function findRuntimeUser(cluster?: string): Promise<RuntimeUser> {
  if (!isRoot()) return { name: 'you', identity: {} };
  const owner = cluster ? await stat(cluster).catch(() => undefined) : undefined;
  if (owner && owner.uid !== 0)
    return { name: `user ${owner.uid}`, identity: { uid: owner.uid | 0, gid: owner.gid | 0 } };
  const line = /^nobody:[^:]*:(-?\d+):(-?\d+):/m.exec(await readFile('/etc/passwd', 'utf8').catch(() => ''));
  if (!line) {
    throw new EmbeddedPostgresError(
      'failed_to_start',
      'PostgreSQL does not run as root, and this system has no user "nobody" to run it. Start Fairlead as an ordinary user, or set DATABASE_URL to a PostgreSQL server.',
    );
  }
  // `nobody` is -2 on macOS and may be written as 4294967294: spawn wants the signed form.
  return { name: 'nobody', identity: { uid: Number(line[1]) | 0, gid: Number(line[2]) | 0 } };
}

/** Gives a file or directory that we made to the user. Nothing to do when it is ours already. */
export async function giveTo({ identity }: RuntimeUser, path: string): Promise<void> {
  if (identity.uid !== undefined) await chown(path, identity.uid >>> 0, (identity.gid ?? 0) >>> 0);
}

/** Runs a program as the user to its end, in a bare environment, so that no `PG…` variable of the caller reaches PostgreSQL. */
export function runAs(
  user: RuntimeUser,
  program: string,
  args: readonly string[],
): Promise<{ status: number | string; output: string }> {
  return new Promise((resolve) => {
    const options = { cwd: '/', env: { LC_ALL: 'C' }, ...user.identity };
    execFile(program, args, options, (error, stdout, stderr) => {
      const status = error ? (error.code ?? error.signal ?? 'failed') : 0;
      resolve({ status, output: (stderr || stdout || error?.message || '').trim() });
    });
  });
}

/** Whether the user can enter a directory. Tried, not computed: modes alone do not tell (access lists, mounts, containers). */
export async function canEnter(user: RuntimeUser, directory: string): Promise<boolean> {
  const { status } = await runAs(user, '/bin/sh', ['-c', 'cd -- "$1"', 'sh', directory]);
  return status === 0;
}

import { randomUUID } from 'node:crypto';
import { realpath, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres-error.ts';
import { makeDirectory } from './make-directory.ts';
import { canEnter, findRuntimeUser, isRoot, type RuntimeUser } from './runtime-user.ts';

/**
 * What lies in a data directory. The directory and the secrets belong to us; only the cluster and its log belong to the user
 * that runs the database, so that this user can plant nothing where root writes.
 */
export interface DirectoryLayout {
  readonly directory: string;
  readonly cluster: string;
  readonly log: string;
  readonly password: string;
  readonly lock: string;
}

/** Where everything is, given the true path of a data directory. */
export function layoutOf(directory: string): DirectoryLayout {
  return {
    directory,
    cluster: join(directory, 'cluster'),
    log: join(directory, 'log'),
    password: join(directory, 'password'),
    lock: join(directory, 'lock'),
  };
}

/** Makes the data directory where it is missing and says who runs the database. Throws `not_writable` where that cannot work. */
export async function prepareDirectory(
  dataDirectory: string,
): Promise<{ layout: DirectoryLayout; user: RuntimeUser }> {
  try {
    // Others may pass through root's directory, no more: the database's user must get to its cluster.
    await makeDirectory(dataDirectory, isRoot() ? 0o711 : 0o700);
    const directory = await realpath(dataDirectory);
    const probe = join(directory, `.probe.${randomUUID()}`);
    await writeFile(probe, '', { mode: 0o600, flag: 'wx' });
    await rm(probe);
    const layout = layoutOf(directory);
    return { layout, user: await findRuntimeUser(layout.cluster) };
  } catch (cause) {
    if (cause instanceof EmbeddedPostgresError) throw cause;
    throw new EmbeddedPostgresError(
      'not_writable',
      `The data directory ${dataDirectory} cannot be written: ${(cause as Error).message}\nMake it writable for the user that starts Fairlead, or name another one in DATA_DIRECTORY.`,
      { cause },
    );
  }
}

/** Throws `not_writable` when the user that runs the database cannot get to the data directory. */
export async function requireEntry({ directory }: DirectoryLayout, user: RuntimeUser): Promise<void> {
  if (await canEnter(user, directory)) return;
  throw new EmbeddedPostgresError(
    'not_writable',
    `PostgreSQL does not run as root, and its user (${user.name}) cannot enter ${directory}: a directory on the way is closed to it. Name a place outside of private directories in DATA_DIRECTORY (such as /var/lib/fairlead/data), or start Fairlead as an ordinary user.`,
  );
}

import { readFile, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { superuser } from './initialise-cluster.ts';
import { databaseName } from './open-cluster.ts';
import { type DirectoryLayout, layoutOf } from './prepare-directory.ts';
import { findServer } from './server-process.ts';

/** How PostgreSQL calls its socket files and their locks; the port follows. */
export const socketPrefix = '.s.PGSQL.';
/** What a socket's path may have at most, in bytes: macOS has room for 104, Linux for 108, each with a zero at the end. */
const longestSocket = 103;

/**
 * The address of the application's database at a port, with the password of the data directory. It leads through the server's socket
 * file, which answers small queries half as fast again as TCP on the same machine, unless the file's path is too long for one.
 */
export async function connectionStringAt(
  { password, cluster }: DirectoryLayout,
  port: number,
): Promise<string> {
  const secret = (await readFile(password, 'utf8')).trim();
  const address = new URL(`postgres://${superuser}:${secret}@127.0.0.1:${port}/${databaseName}`);
  if (Buffer.byteLength(join(cluster, `${socketPrefix}${port}`)) <= longestSocket)
    address.searchParams.set('host', cluster);
  return address.href;
}

/**
 * The address of the server that runs on a data directory, whoever started it. Undefined when none does, or when it is still
 * starting or already stopping. Changes nothing.
 */
export async function readConnectionString(dataDirectory: string): Promise<string | undefined> {
  const layout = layoutOf(await realpath(dataDirectory));
  if ((await findServer(layout.cluster)) === undefined) return undefined;
  // Its fourth line is the port, its eighth how far the server is.
  const lines = (await readFile(join(layout.cluster, 'postmaster.pid'), 'utf8')).split('\n');
  const port = Number(lines[3]);
  if (lines[7]?.trim() !== 'ready' || !Number.isInteger(port)) return undefined;
  return connectionStringAt(layout, port);
}

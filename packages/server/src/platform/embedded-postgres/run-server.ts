import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { EmbeddedPostgresError } from './embedded-postgres-error.ts';
import { findFreePort } from './free-port.ts';
import { openCluster } from './open-cluster.ts';
import type { DirectoryLayout } from './prepare-directory.ts';
import { identifyProcess } from './process-identity.ts';
import { connectionStringAt, socketPrefix } from './read-connection-string.ts';
import type { RuntimeUser } from './runtime-user.ts';
import { readServerLog } from './server-log.ts';
import { readServerPid, type ServerProcess, startServerProcess } from './server-process.ts';
import { serverSettings } from './server-settings.ts';

const attempts = 5;

/** Starts the server on an initialised cluster that nothing runs on, and waits until it answers. */
export async function runServer(
  layout: DirectoryLayout,
  options: {
    user: RuntimeUser;
    binDirectory: string;
    durable: boolean;
    port: number | undefined;
    log: (line: string) => void;
  },
): Promise<{ server: ServerProcess; connectionString: string }> {
  for (let attempt = 1; ; attempt++) {
    await dropForeignPidFile(layout.cluster);
    await dropSockets(layout.cluster);
    const port = await findFreePort(options.port);
    const connectionString = await connectionStringAt(layout, port);
    const server = startServerProcess({
      ...options,
      cluster: layout.cluster,
      settings: serverSettings(layout, { port, durable: options.durable }),
    });
    try {
      if ((await openCluster(connectionString, server.ended)) === 'ready')
        return { server, connectionString };
    } catch (cause) {
      await server.stop();
      throw failedToStart(layout, (cause as Error).message, cause);
    }
    const words = `${server.said()}\n${await readServerLog(layout.log)}`;
    // The port was taken since we looked; or processes of a server that was killed are still on their way out.
    const passes = /Address already in use|pre-existing shared memory block/.test(words);
    if (!passes || attempt === attempts) throw failedToStart(layout, words.trim());
    options.log(`the embedded database could not start yet, attempt ${attempt} of ${attempts}`);
    await wait(attempt * 100);
  }
}

/** After a crash and a restart of the machine, the number in the pid file may be another program's; PostgreSQL would believe it. */
async function dropForeignPidFile(cluster: string): Promise<void> {
  const pid = await readServerPid(cluster);
  if (pid !== undefined && (await identifyProcess(pid)) !== undefined) {
    await rm(join(cluster, 'postmaster.pid'), { force: true });
  }
}

/** Those of a server that was killed: every start listens at another port, and they would be one more each time. */
async function dropSockets(cluster: string): Promise<void> {
  for (const name of await readdir(cluster))
    if (name.startsWith(socketPrefix)) await rm(join(cluster, name), { force: true });
}

function failedToStart(layout: DirectoryLayout, words: string, cause?: unknown): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    'failed_to_start',
    `The embedded database in ${layout.directory} did not start. Its log is in ${layout.log}. It said:\n${words}`,
    { cause },
  );
}

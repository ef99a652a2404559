import { sharedPlace } from './choose-data-directory.ts';
import { lockDirectory } from './directory-lock.ts';
import { EmbeddedPostgresError } from './embedded-postgres-error.ts';
import { initialiseCluster } from './initialise-cluster.ts';
import { findInstalledBinaries, locateBinaries } from './locate-binaries.ts';
import { prepareDirectory, requireEntry } from './prepare-directory.ts';
import { runServer } from './run-server.ts';
import { isRoot } from './runtime-user.ts';
import { stopLeftServer } from './server-process.ts';

/** A PostgreSQL server that belongs to this process and ends with it. */
export interface EmbeddedPostgres {
  /** Address of the application's database, with the superuser and its password. */
  readonly connectionString: string;
  /** Where `postgres`, `initdb` and `pg_ctl` are. */
  readonly binDirectory: string;
  /** Ends the server in order, within half a minute at worst. Safe to call again. */
  stop(): Promise<void>;
  /** Calls back once if the server ends without being told to. */
  onExit(callback: () => void): void;
}

/**
 * Starts the embedded database on a data directory, making it at the first start. Whatever a killed predecessor left (a server
 * that still runs, stale files, a half-made cluster) is put in order first; data committed before is there. Throws
 * EmbeddedPostgresError. `durable: false` is for tests: faster, and a crash may lose everything.
 */
export async function startEmbeddedPostgres(options: {
  dataDirectory: string;
  log: (line: string) => void;
  durable?: boolean;
  port?: number;
}): Promise<EmbeddedPostgres> {
  const { log, durable = true, port } = options;
  const installed = findInstalledBinaries();
  const { layout, user } = await prepareDirectory(options.dataDirectory);
  await requireEntry(layout, user);
  const lock = await lockDirectory(layout.lock, layout.directory);
  try {
    const place = isRoot() ? sharedPlace : layout.directory;
    const binDirectory = await locateBinaries(installed, user, place, log);
    if (await stopLeftServer(layout.cluster)) log('stopped a database server that a killed process had left');
    await initialiseCluster(layout, { user, binDirectory, durable });
    const { server, connectionString } = await runServer(layout, { user, binDirectory, durable, port, log });
    let stopping: Promise<void> | undefined;
    const unexpected = server.ended.then(() => (stopping ? undefined : lock.release()));
    return {
      connectionString,
      binDirectory,
      stop: () => (stopping ??= server.stop().then(() => lock.release())),
      onExit(callback) {
        void unexpected.then(() => {
          if (!stopping) callback();
        });
      },
    };
  } catch (error) {
    await lock.release();
    if (error instanceof EmbeddedPostgresError) throw error;
    throw new EmbeddedPostgresError(
      'failed_to_start',
      `The embedded database in ${layout.directory} could not be started: ${(error as Error).message}`,
      { cause: error },
    );
  }
}

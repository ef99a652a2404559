import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createPlatform,
  createWorld,
  type Platform,
  readConfig,
  startEmbeddedPostgres,
  type World,
} from '@fairlead/server/testing';
import { freePort, type ServerProcess, startServerProcess } from './server-process.ts';

/** A server process on a database of its own, and the means to fill it. */
export interface Installation {
  readonly server: ServerProcess;
  readonly connectionString: string;
  /** Where it receives letters. */
  readonly smtpPort: number;
  readonly platform: Platform;
  readonly world: World;
  stop(): Promise<void>;
}

/** The root secret of every installation that a bench makes. */
export const secret = 'a-root-secret-for-benches-of-32-characters';

/** A folder of its own below the system's, which the database's own user may enter. */
export async function makeFolder(prefix: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), prefix));
  await chmod(folder, 0o755);
  return folder;
}

/** Makes an installation: PostgreSQL as it is delivered (every commit on disk), one server process. In a folder that is kept, or in its own. */
export async function createInstallation(kept?: string): Promise<Installation> {
  const folder = kept ?? (await makeFolder('fairlead-bench-'));
  const postgres = await startEmbeddedPostgres({ dataDirectory: join(folder, 'postgres'), log: () => {} });
  const { connectionString } = postgres;
  const settings = {
    DATABASE_URL: connectionString,
    SECRET: secret,
    DATA_DIRECTORY: folder,
    // Platforms that a bench plays are on this machine.
    PLATFORMS_AT: '127.0.0.0/8',
    MODELS_AT: 'loopback',
  };
  const smtpPort = await freePort();
  const server = await startServerProcess({ ...settings, INBOUND_SMTP_PORT: String(smtpPort) });
  const config = readConfig({ ...settings, LOG_LEVEL: 'silent', RATE_LIMITS: 'false', DATABASE_POOL: '4' });
  const platform = await createPlatform({ config, connectionString, dataDirectory: folder });
  return {
    server,
    connectionString,
    smtpPort,
    platform,
    world: createWorld(platform, server.url),
    async stop() {
      await server.stop();
      await platform.bus.close();
      await platform.database.close();
      await postgres.stop();
      if (!kept) await rm(folder, { recursive: true, force: true });
    },
  };
}

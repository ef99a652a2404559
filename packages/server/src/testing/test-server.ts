import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../platform/config/read-config.ts';
import { type Server, startServer } from '../server.ts';
import { afterFile } from './after-file.ts';
import { ManualClock } from './manual-clock.ts';
import { notingLog } from './noted-warnings.ts';
import { createTestClient, type TestClient } from './test-client.ts';
import { createTestDatabase } from './test-database.ts';
import { createWorld, type World } from './world.ts';

/** A whole node for a test, on a database of its own, listening on a free port. Stopped after the test file. */
export interface TestServer extends Server {
  readonly clock: ManualClock;
  readonly connectionString: string;
  readonly url: string;
  /** Makes people, teams and inboxes. */
  readonly world: World;
  /** A caller nobody knows. */
  readonly nobody: TestClient;
  /** Hands out every event and runs routing, until nothing is left to do. */
  settle(): Promise<void>;
}

/** The root secret of every node in tests, unless it is given another. */
export const testSecret = 'a-root-secret-for-tests-of-32-characters';

/** Starts a node. `share` starts another node of the same installation. */
export async function createTestServer(
  settings: Record<string, string> = {},
  share?: Pick<TestServer, 'connectionString' | 'clock'>,
): Promise<TestServer> {
  const clock = share?.clock ?? new ManualClock();
  const connectionString = share?.connectionString ?? (await createTestDatabase());
  const dataDirectory = await mkdtemp(join(tmpdir(), 'fairlead-files-'));
  const config = readConfig({
    PORT: '0',
    DEMO: 'false',
    DATABASE_POOL: '8',
    RATE_LIMITS: 'false',
    // It takes seconds of a core for each picture.
    READ_PICTURES: 'false',
    SECRET: testSecret,
    ...settings,
  });
  const server = await startServer({ config, connectionString, dataDirectory, clock, log: notingLog() });
  const url = `http://127.0.0.1:${server.port}`;
  afterFile(async () => {
    await server.stop();
    await rm(dataDirectory, { recursive: true, force: true });
  });
  return {
    ...server,
    clock,
    connectionString,
    url,
    world: createWorld(server.platform, url),
    nobody: createTestClient(url),
    async settle() {
      await server.platform.relay.drain();
      await server.assistant.settled();
      await server.platform.jobs.turn('routing.pass');
      await server.platform.relay.drain();
    },
  };
}

import { join } from 'node:path';
import process from 'node:process';
import { seedDemo } from '../demo/seed-demo.ts';
import { readConfig } from '../platform/config/read-config.ts';
import { startEmbeddedPostgres } from '../platform/embedded-postgres/index.ts';
import { startServer } from '../server.ts';
import { ManualClock } from './manual-clock.ts';

/** The process behind `startTimedServer` of the browser tests: a demo exchange on a clock that its parent moves on. */
const [directory = ''] = process.argv.slice(2);
const postgres = await startEmbeddedPostgres({ dataDirectory: join(directory, 'postgres'), log: () => {} });
const clock = new ManualClock();
const server = await startServer({
  config: readConfig({
    LOG_LEVEL: 'error',
    PORT: '0',
    RATE_LIMITS: 'false',
    DATA_DIRECTORY: directory,
    SECRET: 'a-root-secret-for-journeys-of-32-characters',
  }),
  connectionString: postgres.connectionString,
  dataDirectory: directory,
  clock,
  prepare: async (platform) => void (await seedDemo(platform)),
});

process.on('message', (said: { minutes: number } | 'stop') => {
  if (said !== 'stop') return clock.advance({ minutes: said.minutes });
  void (async () => {
    await server.stop();
    await postgres.stop();
    process.exit(0);
  })();
});
process.send?.({ url: `http://localhost:${server.port}` });

import { tmpdir } from 'node:os';
import process from 'node:process';
import { readConfig } from '../platform/config/read-config.ts';
import { startServer } from '../server.ts';

/** The process that has a node start once on the database that tests clone: what a first start leaves there costs more than all other starts. */
const [connectionString = ''] = process.argv.slice(2);
const config = readConfig({
  LOG_LEVEL: 'silent',
  PORT: '0',
  DEMO: 'false',
  ROLE: 'web',
  READ_PICTURES: 'false',
  SECRET: 'a-root-secret-for-the-template-of-tests',
});
const server = await startServer({ config, connectionString, dataDirectory: tmpdir() });
await server.stop();

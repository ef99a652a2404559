import { basename, dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import type { Demo } from './demo/seed-demo.ts';
import { ConfigError, readConfig } from './platform/config/read-config.ts';
import type { Config } from './platform/config/settings.ts';
import {
  chooseDataDirectory,
  type EmbeddedPostgres,
  EmbeddedPostgresError,
  startEmbeddedPostgres,
} from './platform/embedded-postgres/index.ts';
import { PortInUse } from './port-in-use.ts';
import type { Server } from './server.ts';

/** Milliseconds after which a stop that hangs is given up. */
const longestStop = 30_000;

const project = join(dirname(fileURLToPath(import.meta.url)), '../../..');

/**
 * Starts a node and keeps it until it is told to stop (Ctrl-C, SIGTERM). `pages` settles once the browser applications are
 * built. What goes wrong at the start is said in one paragraph, with what to do, and ends the process with code 1.
 */
export async function run(options: string[], { pages }: { pages: Promise<void> }): Promise<void> {
  let postgres: EmbeddedPostgres | undefined;
  let server: Server | undefined;
  let stopping: Promise<void> | undefined;
  const stop = () =>
    (stopping ??= (async () => {
      await server?.stop();
      await postgres?.stop();
    })());
  pages.catch(() => {});

  async function startDatabase(dataDirectory: string): Promise<string> {
    postgres = await startEmbeddedPostgres({
      dataDirectory: join(dataDirectory, 'postgres'),
      log: () => {},
    });
    postgres.onExit(() => {
      if (stopping) return;
      console.error(
        'The embedded database ended unexpectedly. Start again to go on; nothing committed is lost.',
      );
      process.exit(1);
    });
    return postgres.connectionString;
  }

  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      // Whoever asks twice does not want to wait. Nothing committed is lost, and the next start tidies up.
      if (stopping) process.exit(1);
      setTimeout(() => process.exit(1), longestStop).unref();
      stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
  try {
    const config = readConfig(process.env, options);
    const dataDirectory = config.DATA_DIRECTORY ?? (await chooseDataDirectory(project));
    // The database starts while the node's many modules are read.
    const [{ startNode }, connectionString] = await Promise.all([
      import('./start-node.ts'),
      config.DATABASE_URL ?? startDatabase(dataDirectory),
    ]);
    const { demo, ...node } = await startNode({ config, connectionString, dataDirectory });
    server = node.server;
    await pages;
    say(config, server, demo, dataDirectory);
    // What figures are now, so that one that a visitor changes at the exchange's desk is seen to have changed.
    // Where that fails, or the server is stopped meanwhile, the next turn looks.
    if (demo) void server.platform.jobs.turn('helpcenter.drift').catch(() => {});
  } catch (error) {
    await stop().catch(() => {});
    console.error(explain(error));
    process.exit(1);
  }
}

function say(config: Config, server: Server, demo: Demo | null, dataDirectory: string): void {
  const url = config.PUBLIC_URL ?? `http://localhost:${server.port}`;
  // Since the process began: what whoever starts it waits for.
  const seconds = performance.now() / 1000;
  const lines = [
    `Fairlead is ready (${seconds.toFixed(1)} s). Ctrl-C stops it.`,
    '',
    ...(demo
      ? [
          `  Trading page with the chat   ${url}/playground/`,
          `  Telegram on a phone          ${url}/playground/telegram`,
          `  Facebook on a phone          ${url}/playground/facebook`,
          `  WeChat on a phone            ${url}/playground/wechat`,
          `  X on a phone                 ${url}/playground/x`,
          `  Exchange's desk              ${url}/playground/desk`,
        ]
      : []),
    `  Console for agents           ${url}/console/${demo ? '' : 'setup   (first run: make the administrator)'}`,
    `  Customers' own tickets       ${url}/portal/`,
    `  Help pages                   ${url}/help/`,
    '',
    ...(demo
      ? [
          `  Sign in: ${demo.email}   password: ${demo.password}`,
          `  More demo agents, same password: ${demo.others.join(', ')}`,
          '',
        ]
      : []),
    `  Data: ${config.DATABASE_URL ? 'the database of DATABASE_URL, files in ' : ''}${dataDirectory}`,
  ];
  console.log(lines.join('\n'));
}

function explain(error: unknown): string {
  if (error instanceof ConfigError)
    return `A setting is not right.\n${error.message}\nSee docs/operations.md.`;
  if (error instanceof PortInUse) {
    return `Port ${error.message} is in use. Stop what uses it, or choose another: npm start -- --port 4801`;
  }
  if (error instanceof EmbeddedPostgresError) return error.message;
  return `${basename(process.argv[1] ?? 'fairlead')} could not start.\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}

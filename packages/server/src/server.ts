import type { Assistant } from './modules/assistant/index.ts';
import type { Exchange } from './modules/exchange/index.ts';
import { servePages } from './pages/serve-pages.ts';
import type { Clock } from './platform/clock.ts';
import type { Config } from './platform/config/settings.ts';
import { makePartitions } from './platform/events/make-partitions.ts';
import type { Log } from './platform/log/log.ts';
import { createPlatform, type Platform } from './platform/platform.ts';
import { PortInUse } from './port-in-use.ts';
import { wire } from './wiring.ts';

/** A node that runs. */
export interface Server {
  readonly platform: Platform;
  /** The port it listens on. */
  readonly port: number;
  readonly exchange: Exchange;
  readonly assistant: Assistant;
  /** Takes nothing more, sends sockets elsewhere, lets requests under way end (ten seconds at most), and closes everything. */
  stop(): Promise<void>;
}

/** Starts a node against a database. What it does follows its role. */
export async function startServer(options: {
  config: Config;
  connectionString: string;
  dataDirectory: string;
  clock?: Clock;
  log?: Log;
  /** Done once everything is there and before anybody is answered: the last moment to add routes. */
  prepare?: (platform: Platform) => Promise<void>;
}): Promise<Server> {
  const { config } = options;
  const platform = await createPlatform(options);
  const { bus, database, http, jobs, live, mail, pictureReader, relay } = platform;
  const modules = wire(platform);
  await makePartitions(platform);
  await jobs.start();
  if (config.ROLE !== 'web') {
    relay.start();
    bus.subscribe('outbox', () => relay.wake());
  }
  servePages(platform, modules);
  await options.prepare?.(platform);
  http.app.server.on('upgrade', (request, socket, head) => live.upgrade(request, socket, head));
  const stop = async () => {
    // Together: whoever loses a socket must not find a server that still lets them in.
    await Promise.all([http.stop(), live.stop()]);
    await modules.stop();
    await relay.stop();
    // A picture that is being read would be waited for.
    await pictureReader.stop();
    await jobs.stop();
    mail.close();
    await bus.close();
    await database.close();
  };
  try {
    await http.app.listen({ port: config.PORT, host: config.HOST });
    await modules.start();
  } catch (error) {
    await stop();
    if ((error as { code?: string }).code === 'EADDRINUSE') throw new PortInUse(String(config.PORT));
    throw error;
  }
  const address = http.app.server.address();
  const port = typeof address === 'object' && address ? address.port : config.PORT;
  return { platform, port, exchange: modules.exchange, assistant: modules.assistant, stop };
}

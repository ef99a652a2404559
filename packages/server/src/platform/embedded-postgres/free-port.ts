import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { EmbeddedPostgresError } from './embedded-postgres-error.ts';

/** A port of this machine that nobody listens on at the moment: the wanted one, or any. Throws `port_in_use`. */
export async function findFreePort(wanted: number | undefined): Promise<number> {
  const server = createServer();
  try {
    server.listen(wanted ?? 0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    server.close();
    await once(server, 'close');
    return port;
  } catch (cause) {
    throw new EmbeddedPostgresError(
      'port_in_use',
      `Port ${wanted ?? ''} for the embedded database is not free. Stop what uses it, or let a free one be found.`,
      { cause },
    );
  }
}

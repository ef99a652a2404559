import type { WebSocket } from 'ws';
import type { Installation } from './installation.ts';
import { openSocket, wait } from './message-load.ts';
import { printTable } from './table.ts';

/** What an idle customer's socket costs the server. */
export async function benchSockets({ server, world }: Installation): Promise<void> {
  const inbox = await world.inbox({ team: await world.team() });
  const open: WebSocket[] = [];
  const rows: Array<Array<string | number>> = [];
  const before = await server.memory();
  for (const count of [1000, 5000]) {
    while (open.length < count) {
      const customer = await world.customer(inbox.key);
      const { token } = customer.session;
      open.push(await openSocket(server.url, { t: 'hello', token, browserKey: customer.browserKey }));
    }
    // Lets the collector run over what opening them left behind.
    await wait(5000);
    const memory = await server.memory();
    rows.push([count, (memory / 1e6).toFixed(0), ((memory - before) / count / 1000).toFixed(1)]);
  }
  for (const socket of open) socket.terminate();
  printTable(`Idle sockets (${(before / 1e6).toFixed(0)} MB before)`, ['sockets', 'RSS MB', 'kB each'], rows);
}

import type { WebSocket } from 'ws';
import type { Installation } from './installation.ts';
import { openSocket, wait } from './message-load.ts';
import { printTable } from './table.ts';

/** What an idle customer's socket costs the server. */
export async function benchSockets({ server, world }: Installation): Promise<void> {
  const inbox = await world.inbox({ team: await world.team() });
  const open: WebSocket[] = [];
  const rows: Array<Array<string | number>> = [];
  const openUpTo = async (count: number) => {
    while (open.length < count) {
      const customer = await world.customer(inbox.key);
      const { token } = customer.session;
      open.push(await openSocket(server.url, { t: 'hello', token, browserKey: customer.browserKey }));
    }
  };
  const idle = await server.memory();
  // What the server needs once to have served a thousand is not what a socket costs.
  await openUpTo(1000);
  for (const socket of open.splice(0)) socket.terminate();
  await wait(5000);
  const before = await server.memory();
  for (const count of [1000, 5000]) {
    await openUpTo(count);
    // Lets the collector run over what opening them left behind.
    await wait(5000);
    const memory = await server.memory();
    rows.push([count, (memory / 1e6).toFixed(0), ((memory - before) / count / 1000).toFixed(1)]);
  }
  for (const socket of open) socket.terminate();
  printTable(
    `Idle sockets (${(idle / 1e6).toFixed(0)} MB at the start, ${(before / 1e6).toFixed(0)} MB after a first thousand came and went)`,
    ['sockets', 'RSS MB', 'kB each'],
    rows,
  );
}

import { rm } from 'node:fs/promises';
import { makeFolder } from './installation.ts';
import { startServerProcess } from './server-process.ts';
import { printTable } from './table.ts';

/** From nothing to ready, with the embedded database: the first time and after. */
export async function benchStart(): Promise<void> {
  const folder = await makeFolder('fairlead-bench-');
  const rows: Array<Array<string | number>> = [];
  for (const name of ['first start, demo filled', 'second start', 'third start']) {
    const server = await startServerProcess({ DATA_DIRECTORY: folder, DEMO: 'true' });
    rows.push([name, server.startSeconds.toFixed(2), ((await server.memory()) / 1e6).toFixed(0)]);
    await server.stop();
  }
  await rm(folder, { recursive: true, force: true });
  printTable('Start, pages already built', ['', 'seconds', 'RSS MB'], rows);
}

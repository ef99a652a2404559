import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createTestClient, startEmbeddedPostgres } from '@fairlead/server/testing';
import { Pool } from 'pg';
import { ChaosAgent, ChaosCustomer, type Said } from './chaos-people.ts';
import { createInstallation, makeFolder, secret } from './installation.ts';
import { wait } from './message-load.ts';
import { freePort, type ServerProcess, startServerProcess } from './server-process.ts';
import { printTable } from './table.ts';

/**
 * Customers and agents converse while the server is killed again and again, its embedded database with it. Afterwards
 * every acknowledged message must be in the database exactly once, and what each client sees must equal it.
 */
const kills = Number(process.argv[2] ?? 20);
const people = 12;
const folder = await makeFolder('fairlead-chaos-');
const port = await freePort();
const settings = { DATA_DIRECTORY: folder, SECRET: secret };

const { customers, agents } = await populate(`http://127.0.0.1:${port}`);
let server: ServerProcess = await startServerProcess(settings, port);
for (const person of [...customers, ...agents]) person.begin();
const begun = performance.now();
const downtimes: number[] = [];
for (let kill = 1; kill <= kills; kill++) {
  await wait(400 + Math.random() * 1600);
  const down = performance.now();
  await server.kill();
  server = await startServerProcess(settings, port);
  downtimes.push(performance.now() - down);
  process.stdout.write(`killed ${kill} of ${kills}, back after ${(downtimes.at(-1) ?? 0).toFixed(0)} ms\n`);
}
await wait(1500);
const seconds = (performance.now() - begun) / 1000;
for (const person of [...customers, ...agents]) await person.finish();

const problems: string[] = [];
for (const person of [...customers, ...agents]) problems.push(...(await person.check()));
await server.stop();

const postgres = await startEmbeddedPostgres({ dataDirectory: join(folder, 'postgres'), log: () => {} });
const pool = new Pool({ connectionString: postgres.connectionString });
const { rows } = await pool.query<{ body: string; count: number; seqs: number[] }>(
  `select body, count(*)::int as count from messages where kind = 'text' group by body`,
);
const gaps = await pool.query<{ conversation_id: string }>(
  `select conversation_id from messages group by conversation_id
   having max(seq) <> count(*) or max(public_seq) <> count(public_seq)`,
);
const counts = new Map(rows.map((row) => [row.body, row.count]));
const acknowledged: Said[] = [...customers, ...agents].flatMap((person) => person.acknowledged);
const lost = acknowledged.filter((said) => !counts.has(said.text)).length;
const doubled = rows.filter((row) => row.count > 1).length;
const waiting = await pool.query<{ waiting: number }>('select count(*)::int as waiting from event_outbox');
await pool.end();
await postgres.stop();
await rm(folder, { recursive: true, force: true });

printTable(
  'Chaos',
  ['', ''],
  [
    ['server and database killed', kills],
    ['seconds under load', seconds.toFixed(0)],
    ['messages acknowledged', acknowledged.length],
    ['sent again for want of an answer', [...customers, ...agents].reduce((sum, it) => sum + it.repeated, 0)],
    ['acknowledged and lost', lost],
    ['written twice', doubled],
    ['conversations with a gap', gaps.rows.length],
    ['clients whose view differs', problems.length],
    ['events not yet relayed at the end', waiting.rows[0]?.waiting ?? 0],
    ['slowest return, ms', Math.max(...downtimes).toFixed(0)],
  ],
);
for (const problem of problems) console.log(problem);
process.exit(lost + doubled + gaps.rows.length + problems.length === 0 && acknowledged.length > 0 ? 0 : 1);

/** Makes the people on the database that the server will keep, before it does. Their clients will talk to `url`. */
async function populate(url: string) {
  const installation = await createInstallation(folder);
  const { world } = installation;
  const team = await world.team();
  const inbox = await world.inbox({ team });
  const customers: ChaosCustomer[] = [];
  for (let index = 0; index < people; index++) {
    const customer = new ChaosCustomer(url, await world.customer(inbox.key), `c${index}`);
    await customer.start();
    customers.push(customer);
  }
  const agents: ChaosAgent[] = [];
  for (let index = 0; index < people / 4; index++) {
    const agent = await world.agent({ name: `Agent ${index}`, teams: [team] });
    const mine = customers
      .filter((_, place) => place % (people / 4) === index)
      .map((it) => it.conversationId);
    agents.push(new ChaosAgent(createTestClient(url, agent.headers), agent.id, mine, `a${index}`));
  }
  await installation.stop();
  return { customers, agents };
}

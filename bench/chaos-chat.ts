import { rm } from 'node:fs/promises';
import { ChaosAgent, ChaosCustomer } from './chaos-people.ts';
import { compareWithDatabase } from './chaos-truth.ts';
import { createInstallation, makeFolder, secret } from './installation.ts';
import { countRecoveries, killDatabase } from './kill-database.ts';
import { wait } from './message-load.ts';
import { freePort, type ServerProcess, startServerProcess } from './server-process.ts';
import { printTable } from './table.ts';

/**
 * Customers and agents converse while the server is killed again and again. In every other round its database crashes with it; in the
 * rest the database is stopped in order by its watcher, as it is when only the server dies. Afterwards every acknowledged message must
 * be in the database exactly once, and what each client saw must equal it, message by message.
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
const downtimes = { server: [] as number[], database: [] as number[] };
for (let kill = 1; kill <= kills; kill++) {
  const crash = kill % 2 === 0;
  await wait(400 + Math.random() * 1600);
  const down = performance.now();
  if (crash) await killDatabase(folder);
  await server.kill();
  server = await startServerProcess(settings, port);
  const milliseconds = performance.now() - down;
  downtimes[crash ? 'database' : 'server'].push(milliseconds);
  const what = crash ? 'server and database' : 'server';
  process.stdout.write(`kill ${kill} of ${kills}: ${what}, back after ${milliseconds.toFixed(0)} ms\n`);
}
await wait(1500);
const seconds = (performance.now() - begun) / 1000;
for (const person of [...customers, ...agents]) await person.finish();
for (const person of [...customers, ...agents]) await person.leave();
await server.stop();

const recoveries = await countRecoveries(folder);
const verdict = await compareWithDatabase(folder, customers, agents);
await rm(folder, { recursive: true, force: true });
const { lost, doubled, gaps, compared, problems, eventsWaiting } = verdict;
const acknowledged = [...customers, ...agents].reduce((sum, it) => sum + it.acknowledged.length, 0);
const slowest = (times: readonly number[]) => (times.length === 0 ? '-' : Math.max(...times).toFixed(0));

printTable(
  'Chaos',
  ['', ''],
  [
    ['server killed, its database stopped in order', downtimes.server.length],
    ['server and database killed (SIGKILL, every process)', downtimes.database.length],
    ['crash recoveries in the log of the database', recoveries],
    ['seconds under load', seconds.toFixed(0)],
    ['messages acknowledged', acknowledged],
    ['sent again for want of an answer', [...customers, ...agents].reduce((sum, it) => sum + it.repeated, 0)],
    ['acknowledged and lost', lost],
    ['written twice', doubled],
    ['conversations with a gap', gaps],
    ['messages on screens compared (id, seq, text)', compared],
    ['screens that differ', problems.length],
    ['events not yet relayed at the end', eventsWaiting],
    ['slowest return, ms: database stopped in order', slowest(downtimes.server)],
    ['slowest return, ms: database crashed', slowest(downtimes.database)],
  ],
);
for (const problem of problems) console.log(problem);
const proven = acknowledged > 0 && recoveries === downtimes.database.length;
process.exit(proven && lost + doubled + gaps + problems.length === 0 ? 0 : 1);

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
    agents.push(new ChaosAgent(url, agent, mine, `a${index}`));
  }
  await installation.stop();
  return { customers, agents };
}

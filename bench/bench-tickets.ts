import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { endpoints } from '@fairlead/contract';
import type { TestAgent } from '@fairlead/server/testing';
import { benchTicketLists } from './bench-ticket-lists.ts';
import type { Installation } from './installation.ts';
import { measure, measureInTurns } from './measure.ts';
import type { LoadResult } from './message-load.ts';
import { createPoster } from './post-json.ts';
import { rawInserts } from './raw-inserts.ts';
import { freePort } from './server-process.ts';
import { ms, printTable } from './table.ts';

const { chat, tickets } = endpoints;
const seconds = 5;
const enough = 2_000;
const loads = [1, 8, 32];
const names = [
  'HTTP alone, nothing kept',
  'one INSERT per transaction',
  'ticket of the back office',
  'ticket on a conversation',
];

/**
 * Tickets opened per second over HTTP, beside what the machine can do at best in the same seconds: an HTTP server that keeps nothing, and rows
 * that nobody asks for over HTTP. Then their lists, counts and search.
 */
export async function benchTickets(installation: Installation): Promise<void> {
  const team = await installation.world.team({ name: 'Tickets bench' });
  const agent = await installation.world.agent({ teams: [team] });
  await benchOpening(installation, team, agent);
  await benchTicketLists(installation, team, agent);
}

async function benchOpening(installation: Installation, team: string, agent: TestAgent): Promise<void> {
  const { server, connectionString } = installation;
  const rows: Array<Array<string | number>> = [];
  const row = (name: string, clients: number, { perSecond, p50, p99 }: LoadResult) =>
    rows.push([name, clients, perSecond.toFixed(0), ms(p50), ms(p99)]);
  const url = server.url + tickets.create.path;
  const { post, close } = createPoster(url, agent.headers, Math.max(...loads));
  const echo = await startEcho();
  const alone = { subject: 'My deposit of 850 XRP', teamId: team };
  // Warm, as a server is that has been up for a minute.
  await measure(8, seconds, () => post(alone));
  await measure(8, 1, () => echo.post(alone));
  const raw = await rawInserts(connectionString, Math.max(...loads));
  for (const clients of loads) {
    const threads = await beginThreads(installation, team, enough);
    const onThread = async () => {
      const conversationId = threads.pop();
      if (conversationId) await post({ ...alone, conversationId, category: 'deposit_withdrawal' });
      return conversationId !== undefined;
    };
    const results = await measureInTurns(clients, seconds, [
      () => echo.post(alone),
      raw.insert,
      () => post(alone),
      onThread,
    ]);
    for (const [index, result] of results.entries()) row(names[index] ?? '', clients, result);
  }
  await raw.stop();
  close();
  echo.stop();
  printTable(
    'Tickets opened, over HTTP (synchronous_commit=on)',
    ['', 'clients', 'per second', 'p50 ms', 'p99 ms'],
    rows,
  );
}

async function startEcho() {
  const port = await freePort();
  const child = fork(fileURLToPath(new URL('raw-echo.ts', import.meta.url)), [String(port)]);
  await once(child, 'message');
  const { post, close } = createPoster(`http://127.0.0.1:${port}/`, {}, Math.max(...loads));
  return {
    post,
    stop: () => {
      close();
      child.kill();
    },
  };
}

/** Conversations without a ticket, each of a customer of its own: who has an open one goes on with it. */
async function beginThreads({ world }: Installation, team: string, count: number): Promise<string[]> {
  const inbox = await world.inbox({ team });
  const threads: string[] = [];
  let begun = 0;
  const begin = async () => {
    const customer = await world.customer(inbox.key);
    const { conversation } = await customer.call(chat.start, {
      body: {
        key: crypto.randomUUID(),
        text: 'My deposit is missing',
        attachmentIds: [],
        topic: null,
        locale: 'en',
      },
    });
    threads.push(conversation.id);
  };
  await Promise.all(
    Array.from({ length: 16 }, async () => {
      while (begun++ < count) await begin();
    }),
  );
  return threads;
}

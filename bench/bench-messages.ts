import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { endpoints } from '@fairlead/contract';
import { Pool } from 'pg';
import type { Installation } from './installation.ts';
import { measure } from './measure.ts';
import { type LoadResult, openSocket, type Pair, runLoad, wait } from './message-load.ts';
import { rawInserts } from './raw-inserts.ts';
import { freePort } from './server-process.ts';
import { ms, printTable } from './table.ts';

const seconds = 8;

/** Messages accepted, committed and delivered per second, beside a relay that keeps nothing and a loop that delivers nothing. */
export async function benchMessages(installation: Installation): Promise<void> {
  const rows: Array<Array<string | number>> = [];
  const late: Array<Array<string | number>> = [];
  const row = (name: string, sockets: number | '-', result: LoadResult) =>
    rows.push([name, sockets, result.perSecond.toFixed(0), ms(result.p50), ms(result.p99)]);

  for (const sockets of [100, 1000]) {
    const raw = await startRelay();
    const rawPairs = await Promise.all(Array.from({ length: sockets / 2 }, () => raw.pair()));
    await runLoad(rawPairs, { seconds: 2, window: 4 });
    row('raw relay, nothing kept', sockets, await runLoad(rawPairs, { seconds, window: 4 }));
    for (const pair of rawPairs) {
      pair.sender.close();
      pair.receiver.close();
    }
    raw.stop();

    const pairs = await makePairs(installation, sockets / 2);
    await runLoad(pairs, { seconds: 2, window: 4 });
    const full = await runLoad(pairs, { seconds, window: 4 });
    row('Fairlead, committed', sockets, full);
    // At full load the facts are handed to their subscribers later. That is over before half of it is measured, or it would be more than half.
    const begun = performance.now();
    const behind = await relayed(installation);
    late.push([sockets, behind, ((performance.now() - begun) / 1000).toFixed(1)]);
    row('Fairlead at half that rate', sockets, await runLoad(pairs, { seconds, rate: full.perSecond / 2 }));
    for (const pair of pairs) {
      pair.sender.close();
      pair.receiver.close();
    }
  }
  const raw = await rawInserts(installation.connectionString, 8);
  row('one INSERT per transaction, 8 clients', '-', await measure(8, seconds, raw.insert));
  await raw.stop();
  printTable('Messages (synchronous_commit=on)', ['', 'sockets', 'per second', 'p50 ms', 'p99 ms'], rows);
  printTable(
    'Facts not yet handed out at the end of full load',
    ['sockets', 'facts', 'caught up in s'],
    late,
  );
}

async function startRelay() {
  const port = await freePort();
  const child = fork(fileURLToPath(new URL('raw-relay.ts', import.meta.url)), [String(port)]);
  await once(child, 'message');
  let turn: Promise<unknown> = Promise.resolve();
  const open = async (): Promise<Pair> => {
    const sender = await openSocket(`http://127.0.0.1:${port}`, null);
    const receiver = await openSocket(`http://127.0.0.1:${port}`, null);
    return { sender, receiver, conversationId: crypto.randomUUID() };
  };
  return {
    // One at a time: the relay pairs sockets as they come.
    pair: () => {
      const next = turn.then(open);
      turn = next;
      return next;
    },
    stop: () => child.kill(),
  };
}

/** Customers, each in a conversation that an agent of their own has taken. */
async function makePairs(installation: Installation, count: number): Promise<Pair[]> {
  const making: Array<() => Promise<Pair>> = [];
  const make = async () => {
    while (making.length < count) making.push(await makePeople(installation));
  };
  await Promise.all(Array.from({ length: 8 }, make));
  // A socket is sent away when it is told that its agent's teams have just changed: that word is to be over first.
  await relayed(installation);
  const pairs: Pair[] = [];
  for (const open of making) pairs.push(await open());
  return pairs;
}

/** A customer, an agent and a conversation of the two; answers how to open their sockets. */
async function makePeople({ server, world }: Installation): Promise<() => Promise<Pair>> {
  const team = await world.team();
  const agent = await world.agent({ teams: [team] });
  const inbox = await world.inbox({ team });
  const customer = await world.customer(inbox.key);
  const { conversation } = await customer.call(endpoints.chat.start, {
    body: { key: crypto.randomUUID(), text: 'Hello', attachmentIds: [], topic: null, locale: 'en' },
  });
  await agent.call(endpoints.conversations.take, { params: { id: conversation.id } });
  const { token } = customer.session;
  return async () => ({
    sender: await openSocket(server.url, { t: 'hello', token, browserKey: customer.browserKey }),
    receiver: await openSocket(server.url, { t: 'hello' }, agent.cookie),
    conversationId: conversation.id,
  });
}

/** Waits until every event has been handed out; answers how many were not when it was called. */
async function relayed({ connectionString }: Installation): Promise<number> {
  const pool = new Pool({ connectionString, max: 1 });
  const count = 'select coalesce(sum(cardinality(event_ids)), 0)::int as count from event_outbox';
  const waiting = async () => (await pool.query<{ count: number }>(count)).rows[0]?.count ?? 0;
  const first = await waiting();
  for (let left = first; left > 0; left = await waiting()) await wait(50);
  await pool.end();
  return first;
}

import { endpoints } from '@fairlead/contract';
import type { TestClient } from '@fairlead/server/testing';
import { Pool } from 'pg';
import type { Installation } from './installation.ts';
import { ms, percentile, printTable } from './table.ts';

const { conversations } = endpoints;
const rounds = 200;
const longest = 20_000;

/** The lists of the inbox, its counts and its search as conversations pile up. */
export async function benchInbox({ connectionString, world }: Installation): Promise<void> {
  const pool = new Pool({ connectionString, max: 2 });
  const team = await world.team({ name: 'Inbox bench' });
  const inbox = await world.inbox({ team });
  const agent = await world.agent({ teams: [team] });
  const lead = await world.agent({ roles: ['team_lead', 'agent'] });
  const customer = await world.customer(inbox.key);
  const identity = await world.identity(inbox.secret, { name: 'Nguyễn Thị Linh' });
  const named = await world.customer(inbox.key, { identity });
  const rows: Array<Array<string | number>> = [];
  let made = 0;
  for (const count of [10_000, 100_000, 1_000_000]) {
    // One in fifty is open; the rest were closed over the last two years.
    await pool.query(
      `insert into conversations (id, state, channel, inbox_id, language, locale, customer_id, team_id, assignee_id, accepted,
         created_at, last_activity_at, closed_at, close_reason, preview_text, preview_author, queued_at)
       select gen_random_uuid(), case when n % 50 <> 0 then 'closed' when n % 100 = 0 then 'queued' else 'assigned' end,
         'chat', $1, 'en', 'en', $2, $3, case when n % 100 = 50 then $4::uuid end, n % 100 = 50,
         now() - n * interval '1 minute', now() - n * interval '1 minute', case when n % 50 <> 0 then now() end,
         case when n % 50 <> 0 then 'solved' end, 'Where is my withdrawal?', 'customer', now()
       from generate_series($5::int, $6::int) n`,
      [inbox.id, customer.id, team, agent.id, made + 1, count],
    );
    // A message in each: every tenth says "network", every thousandth "chargeback", every five-thousandth is Linh's.
    await pool.query(
      `insert into message_search (conversation_id, seq, tokens)
       select id, 1, to_tsvector('simple', 'where is my withdrawal' || case when n % 10 = 0 then ' network' else '' end
         || case when n % 1000 = 0 then ' chargeback' else '' end)
       from (select id, row_number() over () as n from conversations
         where not exists (select from message_search where conversation_id = conversations.id)) it`,
    );
    await pool.query(
      `update conversations set customer_id = $1 where number % 5000 = 0 and customer_id <> $1`,
      [named.id],
    );
    made = count;
    await pool.query('vacuum analyze conversations, message_search, customers');
    const list = (who: TestClient, query: object) => () => who.call(conversations.list, { query });
    for (const [name, ask] of [
      ['mine', list(agent, { view: 'mine' })],
      ['team', list(agent, { view: `team:${team}` })],
      ['all', list(lead, { view: 'all' })],
      ['closed', list(lead, { view: 'closed' })],
      ['counts, an agent', () => agent.call(conversations.counts)],
      ['counts, who sees all', () => lead.call(conversations.counts)],
      ['search: a customer', list(agent, { q: 'nguyen' })],
      ['search: one in 1,000', list(lead, { q: 'chargeback' })],
      ['search: one in 10', list(lead, { q: 'network' })],
    ] as const) {
      const times: number[] = [];
      // Some take long by nature; the table is to be there today.
      const end = performance.now() + longest;
      while (times.length < rounds && performance.now() < end) {
        const begun = performance.now();
        await ask();
        times.push(performance.now() - begun);
      }
      rows.push([count.toLocaleString('en'), name, ms(percentile(times, 0.5)), ms(percentile(times, 0.99))]);
    }
  }
  await pool.end();
  printTable(
    'Inbox, 50 conversations a page, over HTTP',
    ['conversations', 'what', 'p50 ms', 'p99 ms'],
    rows,
  );
}

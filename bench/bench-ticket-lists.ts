import { endpoints } from '@fairlead/contract';
import type { TestAgent, TestClient } from '@fairlead/server/testing';
import { Pool } from 'pg';
import type { Installation } from './installation.ts';
import { ms, percentile, printTable } from './table.ts';

const { tickets } = endpoints;
const rounds = 200;
const longest = 10_000;

/** The lists, counts and search of tickets as they pile up. */
export async function benchTicketLists(
  { connectionString, world }: Installation,
  team: string,
  agent: TestAgent,
): Promise<void> {
  const lead = await world.agent({ roles: ['team_lead', 'agent'] });
  const pool = new Pool({ connectionString, max: 1 });
  const rows: Array<Array<string | number>> = [];
  const list = (who: TestClient, query: object) => () => who.call(tickets.list, { query });
  let made = 0;
  for (const count of [10_000, 100_000, 1_000_000]) {
    await addTickets(pool, team, agent.id, [made + 1, count]);
    made = count;
    for (const [name, ask] of [
      ['mine', list(agent, { view: 'mine' })],
      ['all open, an agent', list(agent, { view: 'open' })],
      ['all open by priority, who sees all', list(lead, { view: 'open', sort: 'priority' })],
      ['everything, who sees all', list(lead, {})],
      ['counts, an agent', () => agent.call(tickets.counts)],
      ['search: a number', list(lead, { q: '#10500' })],
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
  printTable('Tickets, 50 a page, over HTTP', ['tickets', 'what', 'p50 ms', 'p99 ms'], rows);
}

/** One in fifty is worked on; every thousandth says "chargeback", every tenth "network". */
async function addTickets(
  pool: Pool,
  team: string,
  assigneeId: string,
  [from, to]: readonly [number, number],
): Promise<void> {
  await pool.query(
    `insert into tickets (id, subject, category, priority, status, status_at, team_id, assignee_id, language, locale, source, words, created_at, updated_at, solved_at, closed_at)
     select gen_random_uuid(), 'Where is my withdrawal?', 'other', n % 4, case when n % 50 = 0 then 'open' else 'closed' end, now(), $1,
       case when n % 500 = 0 then $2::uuid end, 'en', 'en', 'agent',
       to_tsvector('simple', 'where is my withdrawal' || case when n % 10 = 0 then ' network' else '' end || case when n % 1000 = 0 then ' chargeback' else '' end),
       now() - n * interval '1 minute', now() - n * interval '1 minute', case when n % 50 <> 0 then now() end, case when n % 50 <> 0 then now() end
     from generate_series($3::int, $4::int) n`,
    [team, assigneeId, from, to],
  );
  await pool.query('vacuum analyze tickets');
}

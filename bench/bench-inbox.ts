import { endpoints } from '@fairlead/contract';
import { Pool } from 'pg';
import type { Installation } from './installation.ts';
import { ms, percentile, printTable } from './table.ts';

const { conversations } = endpoints;
const rounds = 200;

/** The lists of the inbox as conversations pile up. */
export async function benchInbox({ connectionString, world }: Installation): Promise<void> {
  const pool = new Pool({ connectionString, max: 2 });
  const team = await world.team({ name: 'Inbox bench' });
  const inbox = await world.inbox({ team });
  const agent = await world.agent({ teams: [team] });
  const lead = await world.agent({ roles: ['team_lead', 'agent'] });
  const customer = await world.customer(inbox.key);
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
    made = count;
    await pool.query('analyze conversations');
    for (const [name, who, view] of [
      ['mine', agent, 'mine'],
      ['team', agent, `team:${team}`],
      ['all', lead, 'all'],
      ['closed', lead, 'closed'],
    ] as const) {
      const times: number[] = [];
      for (let round = 0; round < rounds; round++) {
        const begun = performance.now();
        await who.call(conversations.list, { query: { view, limit: 50 } });
        times.push(performance.now() - begun);
      }
      rows.push([count.toLocaleString('en'), name, ms(percentile(times, 0.5)), ms(percentile(times, 0.99))]);
    }
  }
  await pool.end();
  printTable(
    'Inbox lists, 50 conversations a page, over HTTP',
    ['conversations', 'list', 'p50 ms', 'p99 ms'],
    rows,
  );
}

import { sweepClocks } from '@fairlead/server/testing';
import { Pool } from 'pg';
import type { Installation } from './installation.ts';
import { ms, printTable } from './table.ts';

const standard = '019c0000-0000-7000-8000-000000000003';

/** How long one sweep takes, as running clocks pile up and more of them are due. The server's own sweeps are stopped meanwhile. */
export async function benchSla({ connectionString, platform, world, server }: Installation): Promise<void> {
  await server.stop();
  const pool = new Pool({ connectionString, max: 2 });
  // Its connections may still be on their way out when the database ends.
  pool.on('error', () => {});
  const team = await world.team({ name: 'SLA bench' });
  const rows: Array<Array<string | number>> = [];
  let made = 0;
  for (const running of [1_000, 10_000, 100_000]) {
    await openTickets(pool, team, running - made);
    made = running;
    for (const due of [0, 100, 10_000]) {
      if (due > running) continue;
      // Those that were due before have been settled, and are made due again: three quarters of their first answer's time has passed.
      await pool.query(
        `update sla_tickets set next_at = now() + interval '1 hour' + random() * interval '1 hour'`,
      );
      await pool.query(
        `update sla_tickets set next_at = now() where ticket_id in (select ticket_id from sla_tickets order by ticket_id limit $1)`,
        [due],
      );
      await pool.query('vacuum analyze sla_tickets, sla_clocks, sla_choices, tickets, events');
      const begun = performance.now();
      await sweepClocks(platform);
      const took = performance.now() - begun;
      const each = due > 0 ? ms(took / due) : '';
      rows.push([running.toLocaleString('en'), due.toLocaleString('en'), ms(took), each]);
    }
  }
  await pool.end();
  printTable('SLA, one sweep', ['tickets with running clocks', 'due', 'ms', 'ms each'], rows);
}

/** Tickets that were opened 46 minutes ago, each with its fact and two clocks. */
async function openTickets(pool: Pool, team: string, count: number): Promise<void> {
  await pool.query(
    `with opened as (
       insert into tickets (id, subject, category, priority, status, status_at, due_at, team_id, language, locale, source, words, created_at, updated_at)
       select gen_random_uuid(), 'Where is it?', 'other.general', 1, 'new', at, at + interval '1 hour', $1, 'en', 'en', 'agent', '', at, at
       from generate_series(1, $2::int), (select date_trunc('milliseconds', now() - interval '46 minutes') as at) it
       returning id, number, created_at
     ), told as (
       insert into events (id, occurred_at, type, subject_id, actor_type, payload)
       select gen_random_uuid(), created_at, 'ticket.opened', id, 'system', jsonb_build_object(
         'status', 'new', 'priority', 'normal', 'category', 'other.general', 'teamId', $1::uuid, 'assigneeId', null, 'number', number,
         'conversationId', gen_random_uuid(), 'customerId', null, 'parentId', null, 'followsId', null, 'source', 'agent',
         'channel', null, 'language', 'en', 'isTracker', false)
       from opened
     ), measured as (
       insert into sla_tickets (ticket_id) select id from opened
       returning ticket_id
     )
     insert into sla_clocks (ticket_id, kind, round, state, policy_id, policy_name, target, elapsed, running_since, started_at)
     select ticket_id, kind, 1, 'running', $3, 'Standard', 3600000, 0, now(), now()
     from measured, unnest(array['first_response', 'resolution']) as kind`,
    [team, count, standard],
  );
}

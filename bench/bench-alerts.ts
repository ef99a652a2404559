import { judgeFigures } from '@fairlead/server/testing';
import { Pool } from 'pg';
import type { Installation } from './installation.ts';
import { ms, printTable } from './table.ts';

const assets = 200;
/** What every asset stands at; alerts lie above, those that are to be set off a little below. */
const price = '100';

/** How long one sweep takes over alerts on prices, as they pile up and more of them are set off. The server's own sweeps are stopped meanwhile. */
export async function benchAlerts({ connectionString, platform, server }: Installation): Promise<void> {
  await server.stop();
  const pool = new Pool({ connectionString, max: 2 });
  // The database may be gone before its last connection knows that it is not wanted any more.
  pool.on('error', () => {});
  const quotes = new Map(
    Array.from({ length: assets }, (_, index) => [
      `A${index}`,
      { price, high: price, low: price, turnover: '1', day: 0 },
    ]),
  );
  const rows: string[][] = [];
  let made = 0;
  for (const watched of [1_000, 10_000, 100_000]) {
    await setAlerts(pool, watched - made);
    made = watched;
    for (const due of [0, 100, 1_000]) {
      if (due > watched) continue;
      await pool.query(`update market_alerts set threshold = 101, armed = true, last_fired_at = null`);
      await pool.query(
        `update market_alerts set threshold = 99 where id in (select id from market_alerts order by id limit $1)`,
        [due],
      );
      await pool.query('vacuum analyze market_alerts, alert_preferences, alert_notices');
      const begun = performance.now();
      await judgeFigures(platform, { at: new Date(), of: quotes });
      const took = performance.now() - begun;
      rows.push([
        watched.toLocaleString('en'),
        due.toLocaleString('en'),
        ms(took),
        due > 0 ? ms(took / due) : '',
      ]);
    }
  }
  await pool.end();
  printTable('Market alerts, one sweep', ['alerts', 'set off', 'ms', 'ms each'], rows);
}

/** Customers with ten alerts each. */
async function setAlerts(pool: Pool, count: number): Promise<void> {
  await pool.query(
    `with people as (
       insert into customers (id, external_id, verified_at, name, locale, first_seen_at, last_seen_at)
       select gen_random_uuid(), 'bench ' || gen_random_uuid(), now(), 'Bench', 'en', now(), now()
       from generate_series(1, $1::int / 10)
       returning id
     ), wishes as (
       insert into alert_preferences (customer_id, by_chat, by_email, time_zone, networks_through_quiet, brief_assets)
       select id, true, true, 'UTC', true, '{}' from people
       returning customer_id
     )
     insert into market_alerts (id, customer_id, kind, asset, threshold, repeats, cooldown_minutes, state, armed, created_at)
     select gen_random_uuid(), customer_id, 'price_above', 'A' || (random() * ($2::int - 1))::int, 101, true, 5, 'active', true, now()
     from wishes, generate_series(1, 10)`,
    [count, assets],
  );
}

import type { AlertKind } from '@fairlead/contract';
import { type Selectable, sql } from 'kysely';
import type { Reader, Tx } from '../../platform/database/database.ts';
import type { MarketAlerts } from '../../platform/database/database-types.ts';
import type { AlertRecord } from './alert.ts';
import type { Figures } from './alert-rules.ts';

const recordOf = (row: Selectable<MarketAlerts>): AlertRecord => ({
  id: row.id,
  customerId: row.customer_id,
  kind: row.kind as AlertKind,
  asset: row.asset,
  threshold: row.threshold,
  network: row.network,
  repeats: row.repeats,
  cooldownMinutes: row.cooldown_minutes,
  endsAt: row.ends_at,
  state: row.state as AlertRecord['state'],
  armed: row.armed,
  firings: row.firings,
  lastFiredAt: row.last_fired_at,
  createdAt: row.created_at,
});

export async function insertAlert(tx: Tx, alert: AlertRecord): Promise<void> {
  await tx.sql
    .insertInto('market_alerts')
    .values({
      id: alert.id,
      customer_id: alert.customerId,
      kind: alert.kind,
      asset: alert.asset,
      threshold: alert.threshold,
      network: alert.network,
      repeats: alert.repeats,
      cooldown_minutes: alert.cooldownMinutes,
      ends_at: alert.endsAt,
      state: alert.state,
      armed: alert.armed,
      created_at: alert.createdAt,
    })
    .execute();
}

/** The newest first. */
export async function listAlerts(reader: Reader, customerId: string): Promise<AlertRecord[]> {
  const rows = await reader.sql
    .selectFrom('market_alerts')
    .selectAll()
    .where('customer_id', '=', customerId)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(recordOf);
}

/** One of a customer's own. */
export async function lockAlert(tx: Tx, customerId: string, id: string): Promise<AlertRecord | undefined> {
  const row = await tx.sql
    .selectFrom('market_alerts')
    .selectAll()
    .where('customer_id', '=', customerId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && recordOf(row);
}

/** False where the customer has none of that id. */
export async function deleteAlert(tx: Tx, customerId: string, id: string): Promise<boolean> {
  const row = await tx.sql
    .deleteFrom('market_alerts')
    .where('customer_id', '=', customerId)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Saves what sweeps and customers change of alerts, all in one statement. */
export async function saveAlerts(tx: Tx, alerts: readonly AlertRecord[]): Promise<void> {
  if (alerts.length === 0) return;
  const of = <K extends keyof AlertRecord>(key: K) => alerts.map((it) => it[key]);
  await sql`
    update market_alerts a
    set state = it.state, armed = it.armed, firings = it.firings, last_fired_at = it.fired
    from unnest(
      ${of('id')}::uuid[], ${of('state')}::text[], ${of('armed')}::boolean[], ${of('firings')}::int[],
      ${of('lastFiredAt')}::timestamptz[]
    ) as it (id, state, armed, firings, fired)
    where a.id = it.id
  `.execute(tx.sql);
}

/**
 * Alerts on figures that figures change, of the kinds that there are: those to tell of, and those that may be told of again; of customers who are sent something. Held until
 * the end of the transaction, at most `limit` beyond the id `after`, by id. The same as `judge` says, which has the last word.
 */
export async function lockChanging(
  tx: Tx,
  figures: ReadonlyMap<string, Figures>,
  { after, limit, kinds }: { after: string | null; limit: number; kinds: readonly AlertKind[] },
): Promise<AlertRecord[]> {
  const all = [...figures];
  // Found by itself first: ordered and limited in one, it would be walked by id, each against every figure.
  const { rows } = await sql<Selectable<MarketAlerts>>`
    with changing as materialized (
      select a.id
      from unnest(
        ${all.map(([asset]) => asset)}::text[], ${all.map(([, it]) => it.price)}::numeric[],
        ${all.map(([, it]) => it.hour)}::numeric[], ${all.map(([, it]) => it.day)}::numeric[]
      ) as f (asset, price, hour, day)
      join market_alerts a on a.asset = f.asset
      join alert_preferences p on p.customer_id = a.customer_id and p.stopped_at is null
      where a.state = 'active'
        and a.kind = any(${kinds}::text[])
        and not exists (
          select from alert_holds h where h.customer_id = a.customer_id and h.lifted_at is null
        )
        and (${after}::uuid is null or a.id > ${after}::uuid)
        and a.armed = case a.kind
          when 'price_above' then f.price >= a.threshold
          when 'price_below' then f.price <= a.threshold
          when 'moved_hour' then abs(f.hour) >= a.threshold
          when 'moved_day' then abs(f.day) >= a.threshold
        end
        and (a.ends_at is null or a.ends_at > ${tx.now})
        and (
          not a.armed or a.last_fired_at is null
          or a.last_fired_at + a.cooldown_minutes * interval '1 minute' <= ${tx.now}
        )
    )
    select * from market_alerts
    where id in (select id from changing order by id limit ${limit})
    order by id
    for update
  `.execute(tx.sql);
  return rows.map(recordOf);
}

/** Assets of whose networks somebody wants to hear. */
export async function watchedAssets(reader: Reader): Promise<string[]> {
  const rows = await reader.sql
    .selectFrom('market_alerts')
    .select('asset')
    .distinct()
    .where('kind', '=', 'networks')
    .where('state', '=', 'active')
    .execute();
  return rows.map((row) => row.asset);
}

/** Alerts on the networks of these assets, of customers who are sent something; held until the end of the transaction. */
export async function lockOnNetworks(tx: Tx, assets: readonly string[]): Promise<AlertRecord[]> {
  const rows = await tx.sql
    .selectFrom('market_alerts')
    .selectAll('market_alerts')
    .innerJoin('alert_preferences as p', 'p.customer_id', 'market_alerts.customer_id')
    .where('p.stopped_at', 'is', null)
    .where((of) =>
      of.not(
        of.exists(
          of
            .selectFrom('alert_holds as h')
            .select('h.id')
            .whereRef('h.customer_id', '=', 'market_alerts.customer_id')
            .where('h.lifted_at', 'is', null),
        ),
      ),
    )
    .where('kind', '=', 'networks')
    .where('state', '=', 'active')
    .where('asset', '=', (of) => of.fn.any(of.val(assets as string[])))
    .where((of) => of.or([of('ends_at', 'is', null), of('ends_at', '>', tx.now)]))
    .orderBy('id')
    .forUpdate('market_alerts')
    .execute();
  return rows.map(recordOf);
}

import type { Reader, Tx } from '../../platform/database/database.ts';
import type { Gates } from './market-view.ts';

/** Keeps the prices of a minute; the first that come count for it. Those of before `oldest` are forgotten. */
export async function keepSample(
  tx: Tx,
  minute: Date,
  prices: Readonly<Record<string, string>>,
  oldest: Date,
): Promise<void> {
  await tx.sql
    .insertInto('price_samples')
    .values({ at: minute, prices: JSON.stringify(prices) })
    .onConflict((of) => of.doNothing())
    .execute();
  await tx.sql.deleteFrom('price_samples').where('at', '<', oldest).execute();
}

/** The last prices of between two moments; none where nothing was kept then. */
export async function sampleBetween(
  reader: Reader,
  from: Date,
  until: Date,
): Promise<Readonly<Record<string, string>>> {
  const row = await reader.sql
    .selectFrom('price_samples')
    .select('prices')
    .where('at', '>=', from)
    .where('at', '<=', until)
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return (row?.prices ?? {}) as Record<string, string>;
}

/** What was open when it was looked at last, by asset. */
export async function readGates(tx: Tx): Promise<Map<string, { networks: Gates; asOf: Date }>> {
  const rows = await tx.sql.selectFrom('watched_gates').selectAll().execute();
  return new Map(
    rows.map((row) => [row.asset, { networks: row.networks as unknown as Gates, asOf: row.as_of }]),
  );
}

/** Keeps what is open now; of assets that nobody watches any more nothing is kept. */
export async function putGates(tx: Tx, gates: ReadonlyMap<string, Gates>, asOf: Date): Promise<void> {
  const assets = [...gates.keys()];
  await tx.sql
    .deleteFrom('watched_gates')
    .where((of) => of.not(of('asset', '=', of.fn.any(of.val(assets)))))
    .execute();
  if (assets.length === 0) return;
  await tx.sql
    .insertInto('watched_gates')
    .values(
      [...gates].map(([asset, networks]) => ({ asset, networks: JSON.stringify(networks), as_of: asOf })),
    )
    .onConflict((of) =>
      of.column('asset').doUpdateSet((row) => ({
        networks: row.ref('excluded.networks'),
        as_of: row.ref('excluded.as_of'),
      })),
    )
    .execute();
}

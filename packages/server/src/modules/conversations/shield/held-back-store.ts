import type { Channel, Locale, RemovedKind } from '@fairlead/contract';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/database.ts';

/** Counts on this day (UTC) that a browser held these kinds back. */
export async function countHeldBack(
  tx: Tx,
  { kinds, channel, locale }: { kinds: readonly RemovedKind[]; channel: Channel; locale: Locale },
): Promise<void> {
  await sql`
    insert into shield_held_back (day, kind, channel, locale, count)
    select (${tx.now}::timestamptz at time zone 'UTC')::date, kind, ${channel}, ${locale}, 1
    from unnest(${[...kinds].sort()}::text[]) as given (kind)
    on conflict (day, kind, channel, locale) do update set count = shield_held_back.count + 1`.execute(
    tx.sql,
  );
}

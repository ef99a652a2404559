import { type RawBuilder, type Selectable, sql } from 'kysely';
import type { Reader } from '../../../platform/database/database.ts';
import type { Tickets } from '../../../platform/database/database-types.ts';
import { searchTokens } from '../../conversations/index.ts';
import { reachOf } from '../list-store.ts';
import type { TicketRecord } from '../ticket.ts';
import type { TicketScope } from '../ticket-reach.ts';
import { recordOf } from '../ticket-store.ts';

/** Tickets that are looked at, of each kind. */
const looked = 25;

/** Open tickets within reach besides this one that are the same customer's or name one of these ids: each a short walk of an index. */
export async function listOpenBeside(
  reader: Reader,
  scope: TicketScope,
  { id, customerId, ids }: { id: string; customerId: string | null; ids: readonly string[] },
): Promise<TicketRecord[]> {
  const open = sql`${reachOf(scope)} and t.id <> ${id}::uuid and t.merged_into_id is null and not t.is_tracker
    and t.status in ('new', 'open', 'pending', 'on_hold')`;
  const words = searchTokens(ids.join(' ')).join(' | ');
  const walks: RawBuilder<unknown>[] = [
    ...(customerId === null
      ? []
      : [
          sql`(select t.id from tickets t where t.customer_id = ${customerId} and ${open} order by t.updated_at desc limit ${looked})`,
        ]),
    ...(words
      ? [
          sql`(select t.id from tickets t where t.words @@ to_tsquery('simple', ${words}) and ${open} limit ${looked})`,
        ]
      : []),
  ];
  if (walks.length === 0) return [];
  const { rows } = await sql<Selectable<Tickets>>`
    select t.* from tickets t where t.id in (${sql.join(walks, sql` union `)}) order by t.updated_at desc, t.id
  `.execute(reader.sql);
  return rows.map(recordOf);
}

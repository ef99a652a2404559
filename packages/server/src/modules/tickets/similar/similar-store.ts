import { type Category, categories, topCategoryOf } from '@fairlead/contract';
import { type RawBuilder, type Selectable, sql } from 'kysely';
import type { Reader } from '../../../platform/database/database.ts';
import type { Tickets } from '../../../platform/database/database-types.ts';
import { searchTokens } from '../../conversations/index.ts';
import { reachOf } from '../list-store.ts';
import type { TicketRecord } from '../ticket.ts';
import type { TicketScope } from '../ticket-reach.ts';
import { recordOf } from '../ticket-store.ts';

/** Cases that are looked at: of the category itself, of each beside it, and of those that name the same id. */
const looked = { own: 150, beside: 25, ids: 25 };
/** What was solved longer ago was solved otherwise. */
const days = 180;

/**
 * Solved tickets within reach that may be like a case: the latest of its category and of those beside it, and whatever names one of these
 * ids. Each is a short walk of an index, however many tickets there are; who may see few of a category walks further in it.
 */
export async function listSolvedAbout(
  reader: Reader,
  scope: TicketScope,
  wanted: { category: Category | null; ids: readonly string[]; except: string | null; now: Date },
): Promise<TicketRecord[]> {
  const { category, ids, except, now } = wanted;
  const since = new Date(now.getTime() - days * 86_400_000);
  const reach = sql`${reachOf(scope)} and t.id is distinct from ${except}::uuid and t.merged_into_id is null
    and t.status in ('solved', 'closed') and t.updated_at >= ${since}`;
  const walk = (of: Category, limit: number) =>
    sql`(select t.id from tickets t where t.category = ${of} and ${reach} order by t.updated_at desc limit ${limit})`;
  const beside = category
    ? categories.filter((it) => it !== category && topCategoryOf(it) === topCategoryOf(category))
    : [];
  const words = searchTokens(ids.join(' ')).join(' | ');
  const walks: RawBuilder<unknown>[] = [
    ...(category ? [walk(category, looked.own)] : []),
    ...beside.map((it) => walk(it, looked.beside)),
    ...(words
      ? [
          sql`(select t.id from tickets t where t.words @@ to_tsquery('simple', ${words}) and ${reach} limit ${looked.ids})`,
        ]
      : []),
  ];
  if (walks.length === 0) return [];
  const { rows } = await sql<Selectable<Tickets>>`
    select t.* from tickets t where t.id in (${sql.join(walks, sql` union all `)}) order by t.updated_at desc
  `.execute(reader.sql);
  return rows.map(recordOf);
}

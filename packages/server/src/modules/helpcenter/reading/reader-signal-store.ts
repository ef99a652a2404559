import { sql } from 'kysely';
import type { Reader } from '../../../platform/database/database.ts';
import type { ReaderSignals } from './reader-signals.ts';

/** The signals of these articles, or of all; articles without any are left out. */
export async function readSignals(
  reader: Reader,
  ids: readonly string[] | null,
  now: Date,
): Promise<Map<string, ReaderSignals>> {
  const from = new Date(now.getTime() - 90 * 86_400_000);
  const { rows } = await sql<{ id: string } & ReaderSignals>`
    select a.id, coalesce(v.helpful, 0) as helpful, coalesce(v.unhelpful, 0) as unhelpful, coalesce(d.settled, 0) as settled
    from articles a
    left join (
      select article_id, count(*) filter (where helpful)::int as helpful, count(*) filter (where not helpful)::int as unhelpful
      from article_votes group by article_id
    ) v on v.article_id = a.id
    left join (
      select article_id, greatest(sum(clicks) - sum(contacts), 0)::int as settled
      from article_days where day >= (${from}::timestamptz at time zone 'UTC')::date group by article_id
    ) d on d.article_id = a.id
    where (v.article_id is not null or d.article_id is not null) and (${ids === null} or a.id = any(${ids ?? []}::uuid[]))
  `.execute(reader.sql);
  return new Map(rows.map(({ id, helpful, unhelpful, settled }) => [id, { helpful, unhelpful, settled }]));
}

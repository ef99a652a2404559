import { sql } from 'kysely';
import type { Reader } from '../../../platform/database/database.ts';

/** What readers made of an article, in all languages together. */
export interface ReaderSignals {
  /** Votes that it helped, and that it did not. */
  readonly helpful: number;
  readonly unhelpful: number;
  /** How often it was opened from a search and no person was asked afterwards, within the last 90 days. */
  readonly settled: number;
}

export const noSignals: ReaderSignals = { helpful: 0, unhelpful: 0, settled: 0 };

/** So many times settled is as much as counts. */
const plenty = 1000;
/** How much that moves an article at most: what stands first is opened more for that alone. */
const settledShare = 0.1;

/** How much readers move an article in a search: their votes a tenth up or a fifth down at most, and only once there are some; what they open a tenth up. */
export function weightOf({ helpful, unhelpful, settled }: ReaderSignals): number {
  const share = (helpful + 4) / (helpful + unhelpful + 5);
  const byVotes = Math.max(0.8, Math.min(1.1, 1 + (share - 0.8) / 2));
  return byVotes * (1 + settledShare * Math.min(1, Math.log1p(settled) / Math.log1p(plenty)));
}

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

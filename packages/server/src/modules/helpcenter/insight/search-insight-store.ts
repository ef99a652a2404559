import type { Locale, SearchOutcome } from '@fairlead/contract';
import { sql } from 'kysely';
import type { Reader } from '../../../platform/database/database.ts';
import type { Period } from './period.ts';

interface GroupRow {
  words: string;
  locale: Locale;
  now: number;
  before: number;
  last_at: Date;
}

/** Searches that came to nothing, by their folded words and language, the most frequent first. What agents look for is no reader's search. */
export async function groupSearches(
  reader: Reader,
  { from, before, locale }: Period,
  outcome: SearchOutcome,
  limit: number,
): Promise<GroupRow[]> {
  const { rows } = await sql<GroupRow>`
    with found as (
      select coalesce(folded, text) as folded, text, locale, clicked_article_id, searched_at, searched_at >= ${from} as recent
      from help_searches
      where searched_at >= ${before} and place <> 'agents'
        and (${locale}::text is null or locale = ${locale})
        and (results = 0) = ${outcome === 'empty'}
    )
    select mode() within group (order by text) filter (where recent) as words, locale,
      count(*) filter (where recent) as now, count(*) filter (where not recent) as before, max(searched_at) as last_at
    from found
    group by folded, locale
    having count(*) filter (where recent) > 0 and count(clicked_article_id) filter (where recent) = 0
    order by now desc, last_at desc
    limit ${limit}
  `.execute(reader.sql);
  return rows;
}

type Counted = 'searches' | 'empty' | 'unopened';

/** How many searches there were, in the period and before it. */
export async function countSearches(
  reader: Reader,
  { from, before, locale }: Period,
): Promise<Record<Counted | `${Counted}_before`, number>> {
  const { rows } = await sql<Record<Counted | `${Counted}_before`, number>>`
    select
      count(*) filter (where recent) as searches, count(*) filter (where not recent) as searches_before,
      count(*) filter (where recent and results = 0) as empty, count(*) filter (where not recent and results = 0) as empty_before,
      count(*) filter (where recent and unopened) as unopened, count(*) filter (where not recent and unopened) as unopened_before
    from (
      select results, results > 0 and clicked_article_id is null as unopened, searched_at >= ${from} as recent
      from help_searches
      where searched_at >= ${before} and place <> 'agents' and (${locale}::text is null or locale = ${locale})
    ) as found
  `.execute(reader.sql);
  const [row] = rows;
  if (!row) throw new Error('a count has no row');
  return row;
}

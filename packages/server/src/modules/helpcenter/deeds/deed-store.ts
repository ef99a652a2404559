import type { Locale, VoteReason } from '@fairlead/contract';
import { sql } from 'kysely';
import type { Reader, Tx } from '../../../platform/database/database.ts';

/** What readers did with a text in a day. */
export interface DayCount {
  readonly articleId: string;
  readonly locale: Locale;
  readonly views: number;
  readonly clicks: number;
  readonly contacts: number;
}

/** Adds to what has been counted that day; articles that are gone meanwhile are left out. */
export async function addCounts(tx: Tx, counts: readonly DayCount[]): Promise<void> {
  await sql`
    insert into article_days (article_id, locale, day, views, clicks, contacts)
    select it.id, it.locale, (${tx.now}::timestamptz at time zone 'UTC')::date, it.views, it.clicks, it.contacts
    from unnest(
      ${counts.map((it) => it.articleId)}::uuid[], ${counts.map((it) => it.locale)}::text[],
      ${counts.map((it) => it.views)}::int[], ${counts.map((it) => it.clicks)}::int[], ${counts.map((it) => it.contacts)}::int[]
    ) as it (id, locale, views, clicks, contacts)
    where exists (select 1 from articles where articles.id = it.id)
    on conflict (article_id, locale, day) do update set
      views = article_days.views + excluded.views,
      clicks = article_days.clicks + excluded.clicks,
      contacts = article_days.contacts + excluded.contacts
  `.execute(tx.sql);
}

export interface Vote {
  readonly articleId: string;
  readonly voter: string;
  readonly locale: Locale;
  readonly helpful: boolean;
  readonly reason: VoteReason | null;
  readonly comment: string | null;
}

/** Keeps a vote in the place of the one that the same reader gave before. */
export async function putVote(tx: Tx, vote: Vote): Promise<void> {
  const columns = {
    locale: vote.locale,
    helpful: vote.helpful,
    reason: vote.reason,
    comment: vote.comment,
    voted_at: tx.now,
  };
  await tx.sql
    .insertInto('article_votes')
    .values({ article_id: vote.articleId, voter: vote.voter, ...columns })
    .onConflict((conflict) => conflict.columns(['article_id', 'voter']).doUpdateSet(columns))
    .execute();
}

export async function insertSearch(
  tx: Tx,
  search: { id: string; text: string; folded: string; locale: Locale; place: string; results: number },
): Promise<void> {
  await tx.sql
    .insertInto('help_searches')
    .values({ ...search, searched_at: tx.now })
    .execute();
}

/** Forgets searches from before a moment. */
export async function deleteSearchesBefore(tx: Tx, moment: Date): Promise<void> {
  await tx.sql.deleteFrom('help_searches').where('searched_at', '<', moment).execute();
}

/** The article that somebody opened from their search: the first one counts. */
export async function setClicked(tx: Tx, searchId: string, articleId: string): Promise<void> {
  await tx.sql
    .updateTable('help_searches')
    .set({ clicked_article_id: articleId })
    .where('id', '=', searchId)
    .where('clicked_article_id', 'is', null)
    .execute();
}

/** A customer has opened an article; opened again it counts from then. */
export async function putOpening(
  tx: Tx,
  { customerId, articleId, locale }: { customerId: string; articleId: string; locale: Locale },
): Promise<void> {
  await tx.sql
    .insertInto('article_openings')
    .values({ customer_id: customerId, article_id: articleId, locale, opened_at: tx.now })
    .onConflict((conflict) =>
      conflict.columns(['customer_id', 'article_id']).doUpdateSet({ locale, opened_at: tx.now }),
    )
    .execute();
}

/** What these customers have opened since a moment, taken away: whoever is told of it is told once. */
export async function takeOpenings(
  tx: Tx,
  customerIds: readonly string[],
  since: Date,
): Promise<Array<{ articleId: string; locale: Locale }>> {
  const rows = await tx.sql
    .deleteFrom('article_openings')
    .where('customer_id', '=', (of) => of.fn.any(of.val(customerIds as string[])))
    .returning(['article_id', 'locale', 'opened_at'])
    .execute();
  return rows
    .filter((row) => row.opened_at >= since)
    .map((row) => ({ articleId: row.article_id, locale: row.locale as Locale }));
}

/** Forgets who opened what before a moment. */
export async function deleteOpeningsBefore(tx: Tx, moment: Date): Promise<void> {
  await tx.sql.deleteFrom('article_openings').where('opened_at', '<', moment).execute();
}

/** A search that found nothing. */
export interface EmptySearch {
  readonly id: string;
  /** Without what names a person or an account. */
  readonly text: string;
  readonly locale: Locale;
  readonly searchedAt: Date;
}

/** What readers looked for from a moment on and found nothing, the first first. What agents look for is no reader's search. */
export async function emptySearches(reader: Reader, from: Date, limit: number): Promise<EmptySearch[]> {
  const rows = await reader.sql
    .selectFrom('help_searches')
    .select(['id', 'text', 'locale', 'searched_at'])
    .where('results', '=', 0)
    .where('place', '<>', 'agents')
    .where('searched_at', '>=', from)
    .orderBy('searched_at')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    text: row.text,
    locale: row.locale as Locale,
    searchedAt: row.searched_at,
  }));
}

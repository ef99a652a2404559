import type { Locale, VoteReason } from '@fairlead/contract';
import { sql } from 'kysely';
import type { Reader } from '../../../platform/database/database.ts';
import type { Period } from './period.ts';

interface TextRow {
  article_id: string;
  slug: string;
  locale: Locale;
  title: string;
}

export interface ReadTextRow extends TextRow {
  views: number;
  views_before: number;
  clicks: number;
  contacts: number;
  helpful: number;
  unhelpful: number;
}

/** Texts with what readers did with them, those first of which there is most. */
export async function listReadTexts(
  reader: Reader,
  { from, before, locale }: Period,
  by: 'views' | 'contacts',
  limit: number,
): Promise<ReadTextRow[]> {
  const { rows } = await sql<ReadTextRow>`
    with days as (
      select article_id, locale,
        coalesce(sum(views) filter (where day >= ${from}::timestamptz at time zone 'UTC'), 0) as views,
        coalesce(sum(views) filter (where day < ${from}::timestamptz at time zone 'UTC'), 0) as views_before,
        coalesce(sum(clicks) filter (where day >= ${from}::timestamptz at time zone 'UTC'), 0) as clicks,
        coalesce(sum(contacts) filter (where day >= ${from}::timestamptz at time zone 'UTC'), 0) as contacts
      from article_days
      where day >= ${before}::timestamptz at time zone 'UTC' and (${locale}::text is null or locale = ${locale})
      group by article_id, locale
    ), votes as (
      select article_id, locale, count(*) filter (where helpful) as helpful, count(*) filter (where not helpful) as unhelpful
      from article_votes where voted_at >= ${from}
      group by article_id, locale
    )
    select a.id as article_id, a.slug, d.locale, r.title, d.views, d.views_before, d.clicks, d.contacts,
      coalesce(v.helpful, 0) as helpful, coalesce(v.unhelpful, 0) as unhelpful
    from days d
    join articles a on a.id = d.article_id
    join article_translations t on t.article_id = a.id and t.locale = d.locale
    join article_revisions r on r.id = coalesce(t.published_id, t.revision_id)
    left join votes v on v.article_id = d.article_id and v.locale = d.locale
    where ${by === 'views' ? sql`d.views` : sql`d.contacts`} > 0
    order by ${by === 'views' ? sql`d.views` : sql`d.contacts`} desc, d.views desc, a.slug, d.locale
    limit ${limit}
  `.execute(reader.sql);
  return rows;
}

/** What was read, and what became of it, in all texts together. */
export async function countReading(
  reader: Reader,
  { from, before, locale }: Period,
): Promise<{
  views: number;
  views_before: number;
  contacts: number;
  contacts_before: number;
  helpful: number;
  helpful_before: number;
  unhelpful: number;
  unhelpful_before: number;
}> {
  const { rows } = await sql<Awaited<ReturnType<typeof countReading>>>`
    select days.*, votes.*
    from (
      select
        coalesce(sum(views) filter (where recent), 0) as views, coalesce(sum(views) filter (where not recent), 0) as views_before,
        coalesce(sum(contacts) filter (where recent), 0) as contacts,
        coalesce(sum(contacts) filter (where not recent), 0) as contacts_before
      from (
        select views, contacts, day >= ${from}::timestamptz at time zone 'UTC' as recent
        from article_days
        where day >= ${before}::timestamptz at time zone 'UTC' and (${locale}::text is null or locale = ${locale})
      ) as read
    ) as days, (
      select
        count(*) filter (where helpful and voted_at >= ${from}) as helpful,
        count(*) filter (where helpful and voted_at < ${from}) as helpful_before,
        count(*) filter (where not helpful and voted_at >= ${from}) as unhelpful,
        count(*) filter (where not helpful and voted_at < ${from}) as unhelpful_before
      from article_votes
      where voted_at >= ${before} and (${locale}::text is null or locale = ${locale})
    ) as votes
  `.execute(reader.sql);
  const [row] = rows;
  if (!row) throw new Error('a count has no row');
  return row;
}

export interface VoteRow extends TextRow {
  reason: VoteReason | null;
  comment: string | null;
  voted_at: Date;
}

/** Votes of readers whom an article did not help, the last first. */
export async function listUnhelpfulVotes(
  reader: Reader,
  { from, locale }: Pick<Period, 'from' | 'locale'>,
  limit: number,
): Promise<VoteRow[]> {
  const { rows } = await sql<VoteRow>`
    select a.id as article_id, a.slug, v.locale, r.title, v.reason, v.comment, v.voted_at
    from article_votes v
    join articles a on a.id = v.article_id
    join article_translations t on t.article_id = a.id and t.locale = v.locale
    join article_revisions r on r.id = coalesce(t.published_id, t.revision_id)
    where not v.helpful and v.voted_at >= ${from} and (${locale}::text is null or v.locale = ${locale})
    order by v.voted_at desc
    limit ${limit}
  `.execute(reader.sql);
  return rows;
}

import type { Locale } from '@fairlead/contract';
import { sql } from 'kysely';
import type { Reader } from '../../../platform/database/database.ts';
import type { IntentArticle } from './coverage-rules.ts';

interface OutdatedRow {
  article_id: string;
  slug: string;
  locale: Locale;
  title: string;
  since: Date;
}

/** What readers see of a translation is behind what they see of its source. Since when: the source's last publication. */
export async function listOutdated(
  reader: Reader,
  locale: Locale | null,
  limit: number,
): Promise<OutdatedRow[]> {
  const { rows } = await sql<OutdatedRow>`
    select a.id as article_id, a.slug, t.locale, r.title, s.published_at as since
    from article_translations t
    join articles a on a.id = t.article_id
    join article_translations s on s.article_id = a.id and s.locale = a.source_locale
    join article_revisions r on r.id = t.published_id
    where t.locale <> a.source_locale and s.published_id is not null
      and t.follows_id is distinct from s.published_id
      and (${locale}::text is null or t.locale = ${locale})
    order by s.published_at, a.slug, t.locale
    limit ${limit}
  `.execute(reader.sql);
  return rows;
}

interface DueRow extends Omit<OutdatedRow, 'since'> {
  due: string;
  owner_id: string | null;
}

/** Published articles whose day of review has come. */
export async function listDue(reader: Reader, limit: number): Promise<DueRow[]> {
  const { rows } = await sql<DueRow>`
    select a.id as article_id, a.slug, s.locale, r.title, to_char(a.review_due, 'YYYY-MM-DD') as due, a.owner_id
    from articles a
    join article_translations s on s.article_id = a.id and s.locale = a.source_locale
    join article_revisions r on r.id = s.published_id
    where a.review_due <= (${reader.now}::timestamptz at time zone 'UTC')::date
    order by a.review_due, a.slug
    limit ${limit}
  `.execute(reader.sql);
  return rows;
}

/** How much waits for editors. */
export async function countWork(
  reader: Reader,
  locale: Locale | null,
): Promise<{ outdated: number; due: number }> {
  const { rows } = await sql<{ outdated: number; due: number }>`
    select
      (select count(*) from article_translations t
        join articles a on a.id = t.article_id
        join article_translations s on s.article_id = a.id and s.locale = a.source_locale
        where t.published_id is not null and t.locale <> a.source_locale and s.published_id is not null
          and t.follows_id is distinct from s.published_id
          and (${locale}::text is null or t.locale = ${locale})) as outdated,
      (select count(*) from articles a
        join article_translations s on s.article_id = a.id and s.locale = a.source_locale
        where s.published_id is not null
          and a.review_due <= (${reader.now}::timestamptz at time zone 'UTC')::date) as due
  `.execute(reader.sql);
  return rows[0] ?? { outdated: 0, due: 0 };
}

/** Each article under each intent that it names, whether readers find it or not, by intent. */
export async function listIntents(reader: Reader): Promise<IntentArticle[]> {
  const { rows } = await sql<IntentArticle>`
    select it.intent, a.id as article_id, r.title,
      case when s.published_id is null then '{}' else array(
        select t.locale from article_translations t where t.article_id = a.id and t.published_id is not null
      ) end as locales
    from articles a
    cross join unnest(a.intents) as it (intent)
    join article_translations s on s.article_id = a.id and s.locale = a.source_locale
    join article_revisions r on r.id = coalesce(s.published_id, s.revision_id)
    order by it.intent, a.created_at, a.id
  `.execute(reader.sql);
  return rows;
}

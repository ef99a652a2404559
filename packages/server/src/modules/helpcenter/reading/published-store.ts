import type { Locale } from '@fairlead/contract';
import { helpFilesIn } from '@fairlead/markdown';
import { sql } from 'kysely';
import type { Reader } from '../../../platform/database/database.ts';
import type { ArticleRecord } from '../article.ts';
import { articleOf } from '../article-store.ts';
import type { HelpFileRecord } from '../files/help-file.ts';
import { readHelpFiles } from '../files/help-file-store.ts';
import { readSignals } from './reader-signal-store.ts';
import { noSignals, type ReaderSignals } from './reader-signals.ts';

/** What readers see of an article in one language. */
export interface PublishedText {
  readonly locale: Locale;
  readonly revisionId: string;
  readonly title: string;
  readonly summary: string;
  readonly body: string;
  readonly publishedAt: Date;
}

export interface PublishedArticle extends ArticleRecord {
  readonly texts: ReadonlyMap<Locale, PublishedText>;
  /** The pictures and files of its texts, and those it offers. */
  readonly files: ReadonlyMap<string, HelpFileRecord>;
  readonly formerSlugs: readonly string[];
  readonly signals: ReaderSignals;
}

/** Everything that is published of these articles (null for all). One that readers do not see has no texts, or is not there. */
export async function readPublished(
  reader: Reader,
  ids: readonly string[] | null,
  now: Date,
): Promise<PublishedArticle[]> {
  let query = reader.sql.selectFrom('articles').selectAll();
  if (ids) query = query.where('id', '=', (of) => of.fn.any(of.val(ids as string[])));
  const articles = await query.execute();
  const found = articles.map((it) => it.id);
  const [texts, slugs, signals] = await Promise.all([
    reader.sql
      .selectFrom('article_translations as t')
      .innerJoin('article_revisions as r', 'r.id', 't.published_id')
      .select(['t.article_id', 't.locale', 'r.id', 'r.title', 'r.summary', 'r.body', 't.published_at'])
      .where('t.article_id', '=', (of) => of.fn.any(of.val(found)))
      .execute(),
    reader.sql
      .selectFrom('article_former_slugs')
      .selectAll()
      .where('article_id', '=', (of) => of.fn.any(of.val(found)))
      .execute(),
    readSignals(reader, ids, now),
  ]);
  const named = new Map(
    articles.map((row) => {
      const own = texts.filter((it) => it.article_id === row.id);
      return [row.id, new Set([...row.attachments, ...own.flatMap((it) => helpFilesIn(it.body))])];
    }),
  );
  const files = await readHelpFiles(
    reader,
    [...named.values()].flatMap((it) => [...it]),
  );
  return articles.map((row) => {
    const own = texts.filter((it) => it.article_id === row.id);
    const live = own.some((it) => it.locale === row.source_locale);
    return {
      ...articleOf(row),
      texts: new Map(
        (live ? own : []).map((it) => [
          it.locale as Locale,
          {
            locale: it.locale as Locale,
            revisionId: it.id,
            title: it.title,
            summary: it.summary,
            body: it.body,
            publishedAt: it.published_at ?? row.updated_at,
          },
        ]),
      ),
      files: new Map(
        [...(named.get(row.id) ?? [])].flatMap((id) => {
          const file = files.get(id);
          return file ? [[id, file]] : [];
        }),
      ),
      formerSlugs: slugs.filter((it) => it.article_id === row.id).map((it) => it.slug),
      signals: signals.get(row.id) ?? noSignals,
    };
  });
}

/** The articles of which anything has changed since a moment. */
export async function changedSince(reader: Reader, moment: Date): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from articles where updated_at > ${moment}
    union select article_id from article_translations where updated_at > ${moment}
  `.execute(reader.sql);
  return rows.map(({ id }) => id);
}

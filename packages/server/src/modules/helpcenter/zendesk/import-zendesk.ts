import { createHash } from 'node:crypto';
import type { endpoints, Locale, ResponseOf, ZendeskItems, ZendeskOutcome } from '@fairlead/contract';
import type { Actor } from '../../../platform/actor.ts';
import { newId } from '../../../platform/crypto/ids.ts';
import type { Database, Tx } from '../../../platform/database/database.ts';
import type { ArticleRecord } from '../article.ts';
import { findBySlug, holdSlugs, keepFormerSlug, lockArticle, putArticle } from '../article-store.ts';
import { type IncomingText, takeTexts } from '../folder/take-texts.ts';
import { writeOrTry } from '../folder/write-or-try.ts';
import { readRevisions, readTranslations } from '../translation-store.ts';
import { importCategories } from './import-categories.ts';
import { putImport, readImports } from './import-store.ts';
import { readZendesk, type ZendeskArticle } from './read-zendesk.ts';

type Answer = ResponseOf<typeof endpoints.articles.importZendesk>;

/**
 * Takes in a batch of articles from a help center of Zendesk, all or, where the server fails, nothing of it. What cannot be taken in is
 * named and left out. With `trial` all of it is done and undone, so that the answer is what would become of it.
 */
export function importZendesk(
  database: Database,
  actor: Actor,
  { publish, trial, ...batch }: ZendeskItems & { publish: boolean; trial: boolean },
): Promise<Answer> {
  return writeOrTry(database, trial, (tx) => importBatch(tx, actor, batch, publish));
}

async function importBatch(tx: Tx, actor: Actor, batch: ZendeskItems, publish: boolean): Promise<Answer> {
  const read = readZendesk(batch);
  const whole = read.filter((it): it is ZendeskArticle => 'texts' in it);
  const { categoryOf, made } = await importCategories(tx, batch, new Set(whole.map((it) => it.sectionId)));
  const articles: ZendeskOutcome[] = [];
  for (const it of read) {
    const categoryId = 'texts' in it ? categoryOf.get(it.sectionId) : undefined;
    if ('texts' in it && categoryId) articles.push(await importOne(tx, actor, it, categoryId, publish));
    else
      articles.push({
        ...leftOut(it),
        remarks: 'texts' in it ? [{ remark: 'no_section', what: it.sectionId }] : it.remarks,
      });
  }
  return { categories: made, articles };
}

const leftOut = ({ externalId, title }: Pick<ZendeskArticle, 'externalId' | 'title'>) => ({
  externalId,
  title,
  slug: null,
  outcome: 'left_out' as const,
  texts: [],
});

/**
 * One that was taken in before keeps its address, category and whatever else editors set; it gets the texts that say something else there
 * than they did then.
 */
async function importOne(
  tx: Tx,
  actor: Actor,
  found: ZendeskArticle,
  categoryId: string,
  publish: boolean,
): Promise<ZendeskOutcome> {
  const { externalId, title, slug: wish, sourceLocale, visibility, tags, texts } = found;
  const remarks = [...found.remarks];
  await holdSlugs(tx);
  const [known] = await readImports(tx, 'article', [externalId]);
  const former = known && (await lockArticle(tx, known.objectId));
  let article = former;
  if (!article) {
    const slug = await freeSlugFor(tx, wish);
    if (slug !== wish) remarks.push({ remark: 'slug_taken', what: wish });
    article = newArticle(tx, { categoryId, slug, sourceLocale, visibility, tags });
    await putArticle(tx, article);
    // Links of there, and those between articles, go by the id.
    if (!(await findBySlug(tx, externalId))) await keepFormerSlug(tx, externalId, article.id);
  }
  const seen = former ? (known?.texts ?? {}) : {};
  const here = await readTranslations(tx, [article.id]);
  const revisions = await readRevisions(
    tx,
    here.map((it) => it.revisionId),
  );
  const fresh = new Map(
    [...texts].filter(([locale, text]) => {
      const at = here.find((it) => it.locale === locale);
      // Editors took it away from readers: that holds.
      if (at?.state === 'archived') return false;
      const now = revisions.find((it) => it.id === at?.revisionId);
      const same = now?.title === text.title && now.body === text.body;
      const shows = publish && !text.draft && at?.publishedId !== at?.revisionId;
      return seen[locale] !== hashOf(text) || (same && shows);
    }),
  );
  const kept = here.filter((it) => it.state === 'archived' && texts.has(it.locale));
  for (const { locale } of kept) remarks.push({ remark: 'kept', what: locale });
  const written = await takeTexts(tx, actor, article, fresh, publish);
  const hashes = Object.fromEntries([...texts].map(([locale, text]) => [locale, hashOf(text)]));
  await putImport(tx, { kind: 'article', externalId, objectId: article.id, texts: { ...seen, ...hashes } });
  return {
    externalId,
    title,
    slug: article.slug,
    outcome: former ? (written ? 'updated' : 'unchanged') : 'created',
    texts: await standingOf(tx, article, [...texts.keys()]),
    remarks,
  };
}

/** Neither an article's address nor one that leads on to an article. */
async function freeSlugFor(tx: Tx, wish: string): Promise<string> {
  let slug = wish;
  for (let n = 2; await findBySlug(tx, slug); n++) slug = `${wish}-${n}`;
  return slug;
}

const newArticle = (
  tx: Tx,
  facts: Pick<ArticleRecord, 'categoryId' | 'slug' | 'sourceLocale' | 'visibility' | 'tags'>,
): ArticleRecord => ({
  ...facts,
  id: newId(tx.now.getTime()),
  intents: [],
  ticketCategory: null,
  related: [],
  attachments: [],
  ownerId: null,
  reviewDue: null,
  reviewedAt: null,
  version: 1,
  createdAt: tx.now,
  updatedAt: tx.now,
});

/** How the texts that came stand here now. */
async function standingOf(
  tx: Tx,
  { id, sourceLocale }: ArticleRecord,
  locales: readonly Locale[],
): Promise<ZendeskOutcome['texts']> {
  const all = await readTranslations(tx, [id]);
  const source = all.find((it) => it.locale === sourceLocale);
  return all
    .filter((it) => locales.includes(it.locale))
    .map((it) => ({
      locale: it.locale,
      state: it.publishedId === it.revisionId ? ('published' as const) : ('draft' as const),
      outdated: it.locale !== sourceLocale && it.followsId !== (source?.publishedId ?? source?.revisionId),
    }));
}

const hashOf = ({ title, body, draft, outdated }: IncomingText): string =>
  createHash('sha256')
    .update(JSON.stringify([title, body, draft, outdated]))
    .digest('base64url')
    .slice(0, 22);

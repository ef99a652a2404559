import type { Locale, WebhookMessage } from '@fairlead/contract';
import type { Reader } from '../../platform/database/database.ts';
import { findArticle } from './article-store.ts';
import { listCategoryRows } from './category-store.ts';
import { articleAddress } from './reading/article-address.ts';
import { isLive } from './translation-rules.ts';
import { readTranslations } from './translation-store.ts';

/**
 * What names a text of an article to other systems, and holds none of it: its page only where everybody may read it. Without a locale it
 * is the source. Undefined where there is no such text.
 */
export async function pointToArticle(
  reader: Reader,
  publicUrl: string,
  id: string,
  locale: string | null,
): Promise<
  | {
      article: NonNullable<WebhookMessage['article']>;
      live: boolean;
      firstPublishedAt: Date | null;
    }
  | undefined
> {
  const article = await findArticle(reader, id);
  if (!article) return undefined;
  const all = await readTranslations(reader, [id]);
  const text = all.find((it) => it.locale === (locale ?? article.sourceLocale));
  if (!text) return undefined;
  const live = isLive(
    text,
    all.find((it) => it.locale === article.sourceLocale),
  );
  const category = (await listCategoryRows(reader)).find((it) => it.id === article.categoryId)?.slug ?? '';
  const { slug, visibility } = article;
  const path = articleAddress(text.locale satisfies Locale, category, slug);
  const url = live && visibility === 'public' ? `${publicUrl}${path}` : null;
  return {
    article: { id, slug, locale: text.locale, visibility, url },
    live,
    firstPublishedAt: text.firstPublishedAt,
  };
}

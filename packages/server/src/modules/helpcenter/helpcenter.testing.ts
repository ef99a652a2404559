import { type Article, endpoints, type Locale } from '@fairlead/contract';
import type { TestAgent } from '../../testing/world.ts';

const { articles } = endpoints;
let made = 0;

/** A category of its own. */
export async function makeCategory(
  editor: TestAgent,
  body: { slug?: string; parentId?: string } = {},
): Promise<{ id: string; slug: string }> {
  const slug = body.slug ?? `category-${++made}`;
  return editor.call(articles.createCategory, {
    body: { slug, parentId: body.parentId ?? null, texts: { en: { name: `Category ${slug}` } } },
  });
}

/** An article in English, a draft unless it is published. */
export async function makeArticle(
  editor: TestAgent,
  categoryId: string,
  body: {
    slug?: string;
    title?: string;
    text?: string;
    published?: boolean;
    visibility?: 'public' | 'signed_in' | 'agents';
  } = {},
): Promise<Article> {
  const slug = body.slug ?? `article-${++made}`;
  const article = await editor.call(articles.create, {
    body: {
      categoryId,
      slug,
      visibility: body.visibility ?? 'public',
      sourceLocale: 'en',
      text: { title: body.title ?? `About ${slug}`, summary: 'In short.', body: body.text ?? 'It is so.' },
    },
  });
  return body.published ? publish(editor, article.id, 'en') : article;
}

/** Saves a text and answers the id of the revision it is. */
export async function save(
  editor: TestAgent,
  id: string,
  locale: Locale,
  words: string,
  followsId?: string,
): Promise<string> {
  const article = await editor.call(articles.get, { params: { id } });
  const basedOn = article.translations.find((it) => it.locale === locale)?.revisionId ?? null;
  const { revisionId } = await editor.call(articles.save, {
    params: { id, locale },
    body: { text: { title: words, summary: words, body: words }, basedOn, followsId },
  });
  return revisionId;
}

/** Publishes what is being worked on. */
export async function publish(
  editor: TestAgent,
  id: string,
  locale: Locale,
  options: { minor?: boolean } = {},
): Promise<Article> {
  const article = await editor.call(articles.get, { params: { id } });
  const revisionId = article.translations.find((it) => it.locale === locale)?.revisionId ?? '';
  await editor.call(articles.publish, { params: { id, locale }, body: { revisionId, ...options } });
  return editor.call(articles.get, { params: { id } });
}

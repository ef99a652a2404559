import { z } from 'zod';
import { slug, visibility, voteReason } from './articles.ts';
import { endpoint, nothing } from './endpoint.ts';
import { helpFile } from './help-files.ts';
import { id, locale, moment } from './shapes.ts';
import { categories as ticketCategories } from './ticket-categories.ts';

/** A stretch of text; `hit` where it is what was looked for. */
export const fragment = z.object({ text: z.string(), hit: z.boolean() });

/** An article in a list. */
export const articleLine = z.object({
  slug,
  /** The language of these words: another than asked for where there is no translation. */
  locale,
  category: slug,
  title: z.string(),
  summary: z.string(),
  /** The page, from the root of the server. */
  url: z.string(),
  updatedAt: moment,
});
export type ArticleLine = z.infer<typeof articleLine>;

export const publicCategory = z.object({
  slug,
  parent: slug.nullable(),
  name: z.string(),
  description: z.string(),
  /** Articles that readers can see in it and below it. */
  articles: z.number().int(),
});
export type PublicCategory = z.infer<typeof publicCategory>;

export const publicArticle = articleLine.extend({
  /** Whose it is; its page is there for what is public only. */
  visibility,
  /** Sanitised, with live facts filled in. */
  html: z.string(),
  markdown: z.string(),
  /** The languages in which it is published. */
  locales: z.array(locale),
  tags: z.array(z.string()),
  ticketCategory: z.enum(ticketCategories).nullable(),
  reviewedAt: moment.nullable(),
  /** Of when the live facts in it are; null without any. */
  factsAsOf: moment.nullable(),
  related: z.array(articleLine),
  /** Offered for download below it. */
  attachments: z.array(helpFile.pick({ name: true, type: true, size: true, url: true })),
});
export type PublicArticle = z.infer<typeof publicArticle>;

export const articleHit = articleLine.extend({
  visibility,
  /** The page, absolute: what is written to a customer. */
  address: z.string(),
  titleFragments: z.array(fragment),
  excerpt: z.array(fragment),
});
export type ArticleHit = z.infer<typeof articleHit>;

export const searchPlaces = ['pages', 'widget', 'agents'] as const;

/** The help center as readers, the widget and the agents' composer use it. What a caller may not read is as if it were not there. */
export const helpEndpoints = {
  categories: endpoint({
    method: 'GET',
    path: '/api/help/categories',
    access: 'public',
    summary: 'The categories in a language, parents before their children.',
    query: z.object({ locale }),
    response: z.object({ items: z.array(publicCategory) }),
  }),
  articles: endpoint({
    method: 'GET',
    path: '/api/help/articles',
    access: 'public',
    summary: 'The articles of a category and those below it, or all, in a language; at most 1,000.',
    query: z.object({ locale, category: slug.optional() }),
    response: z.object({ items: z.array(articleLine) }),
    errors: ['article.category_not_found'],
  }),
  article: endpoint({
    method: 'GET',
    path: '/api/help/articles/:slug',
    access: 'public',
    summary: 'One article, in the language asked for or the nearest that there is. Former slugs work.',
    params: z.object({ slug }),
    query: z.object({ locale }),
    response: publicArticle,
    errors: ['article.not_found'],
  }),
  search: endpoint({
    method: 'GET',
    path: '/api/help/search',
    access: 'public',
    summary:
      'Articles that answer what somebody types, from the first letter on. `final` says that they have stopped typing: the search is kept for editors, without what names a person or an account.',
    query: z.object({
      text: z.string().trim().max(200),
      locale,
      category: slug.optional(),
      limit: z.coerce.number().int().min(1).max(20).default(8),
      place: z.enum(searchPlaces).default('pages'),
      final: z.stringbool().default(false),
    }),
    response: z.object({
      items: z.array(articleHit),
      /** Hits by category, whatever the category asked for. */
      facets: z.array(z.object({ category: slug, count: z.number().int() })),
      /** Names this search when an article is opened from it; null unless it is kept. */
      searchId: id.nullable(),
    }),
  }),
  opened: endpoint({
    method: 'POST',
    path: '/api/help/articles/:slug/opened',
    access: 'public',
    summary:
      'Say that a reader has opened an article that is not shown on its page, and by which search they came. It is counted; a customer who begins a conversation within the hour counts as one whom it did not help.',
    params: z.object({ slug }),
    body: z.object({
      locale,
      /** As the search named itself. */
      searchId: id.nullable().default(null),
    }),
    response: nothing,
    errors: ['article.not_found'],
  }),
  vote: endpoint({
    method: 'POST',
    path: '/api/help/articles/:slug/vote',
    access: 'public',
    summary: 'Say whether an article helped, and why not. Voting again changes the vote.',
    params: z.object({ slug }),
    body: z.object({
      locale,
      helpful: z.boolean(),
      reason: voteReason.optional(),
      comment: z.string().trim().max(1000).optional(),
    }),
    response: nothing,
    errors: ['article.not_found'],
  }),
};

import { z } from 'zod';
import {
  article,
  articleFacts,
  articleRevision,
  articleText,
  articleTranslation,
  currency,
  helpCategory,
  helpCategoryBody,
  revisionLine,
  translationState,
} from './articles.ts';
import { endpoint, nothing } from './endpoint.ts';
import { byId, cursor, id, locale, moment, page } from './shapes.ts';

const write = { permission: 'knowledge.write' } as const;
const publish = { permission: 'knowledge.publish' } as const;
const ofTranslation = z.object({ id, locale });

/** What editors do. Readers' side: see help.ts. */
export const articleEndpoints = {
  listCategories: endpoint({
    method: 'GET',
    path: '/api/articles/categories',
    access: 'agent',
    summary: 'All categories, parents before their children, in order.',
    response: z.object({ items: z.array(helpCategory) }),
  }),
  createCategory: endpoint({
    method: 'POST',
    path: '/api/articles/categories',
    access: publish,
    summary: 'Add a category, last among its siblings.',
    body: helpCategoryBody,
    response: helpCategory,
    errors: ['article.category_not_found', 'article.slug_taken', 'article.category_too_deep'],
  }),
  updateCategory: endpoint({
    method: 'PUT',
    path: '/api/articles/categories/:id',
    access: publish,
    summary: 'Change a category.',
    params: byId,
    body: helpCategoryBody,
    response: helpCategory,
    errors: ['article.category_not_found', 'article.slug_taken', 'article.category_too_deep'],
  }),
  deleteCategory: endpoint({
    method: 'DELETE',
    path: '/api/articles/categories/:id',
    access: publish,
    summary: 'Remove a category that holds nothing.',
    params: byId,
    response: nothing,
    errors: ['article.category_not_found', 'article.category_in_use'],
  }),
  orderCategories: endpoint({
    method: 'PUT',
    path: '/api/articles/categories',
    access: publish,
    summary: 'Put all categories in another order; children stay with their parents.',
    body: z.object({ ids: z.array(id).min(1).max(200) }),
    response: z.object({ items: z.array(helpCategory) }),
    errors: ['article.order_incomplete'],
  }),
  list: endpoint({
    method: 'GET',
    path: '/api/articles',
    access: write,
    summary: 'Articles, the last changed first.',
    query: z.object({
      categoryId: id.optional(),
      ownerId: id.optional(),
      /** Those with a translation in this language; with `state` or `currency`, how that translation stands. */
      locale: locale.optional(),
      state: translationState.optional(),
      currency: currency.optional(),
      /** Those whose review is due by today. */
      due: z.stringbool().optional(),
      text: z.string().trim().min(1).max(200).optional(),
      cursor: cursor.optional(),
    }),
    response: page(article),
  }),
  create: endpoint({
    method: 'POST',
    path: '/api/articles',
    access: write,
    summary: 'Begin an article, as a draft in its source language.',
    body: articleFacts.extend({ sourceLocale: locale, text: articleText }),
    response: article,
    errors: ['article.category_not_found', 'article.slug_taken', 'people.not_found', 'file.not_found'],
  }),
  get: endpoint({
    method: 'GET',
    path: '/api/articles/:id',
    access: write,
    summary: 'An article, with where each of its translations stands.',
    params: byId,
    response: article,
    errors: ['article.not_found'],
  }),
  update: endpoint({
    method: 'PUT',
    path: '/api/articles/:id',
    access: write,
    summary:
      'Change what holds in every language. Takes effect at once, so it needs `knowledge.publish` where the article is published. Its former address leads to the new one.',
    params: byId,
    body: articleFacts.extend({ version: z.number().int() }),
    response: article,
    errors: [
      'file.not_found',
      'article.not_found',
      'article.changed',
      'article.category_not_found',
      'article.slug_taken',
      'people.not_found',
    ],
  }),
  reviewed: endpoint({
    method: 'POST',
    path: '/api/articles/:id/reviewed',
    access: write,
    summary: 'Say that one has read an article and that it still holds; its next review is due then.',
    params: byId,
    body: z.object({ nextDue: z.iso.date().nullable() }),
    response: article,
    errors: ['article.not_found'],
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/api/articles/:id',
    access: publish,
    summary: 'Remove an article that was never published. What was published is archived instead.',
    params: byId,
    response: nothing,
    errors: ['article.not_found', 'article.was_published'],
  }),
  translation: endpoint({
    method: 'GET',
    path: '/api/articles/:id/:locale',
    access: write,
    summary: 'A translation with its text, what is published of it, and the source that it follows.',
    params: ofTranslation,
    response: articleTranslation,
    errors: ['article.not_found', 'article.translation_missing'],
  }),
  save: endpoint({
    method: 'PUT',
    path: '/api/articles/:id/:locale',
    access: write,
    summary:
      'Save the text of a translation as a draft; the first save in a language begins it. `basedOn` is the revision that was changed (null for a new one): if somebody saved another meanwhile, nothing is written. `followsId` says up to which revision of the source it has been translated; without it that stays as it was.',
    params: ofTranslation,
    body: z.object({
      text: articleText,
      basedOn: id.nullable(),
      followsId: id.nullable().optional(),
    }),
    response: articleTranslation,
    errors: ['article.not_found', 'article.changed', 'article.revision_not_found'],
  }),
  askReview: endpoint({
    method: 'POST',
    path: '/api/articles/:id/:locale/review',
    access: write,
    summary: 'Ask for a draft to be reviewed, or take that back with `back`.',
    params: ofTranslation,
    body: z.object({ revisionId: id, back: z.boolean().default(false) }),
    response: articleTranslation,
    errors: ['article.not_found', 'article.translation_missing', 'article.changed', 'article.not_in_state'],
  }),
  publish: endpoint({
    method: 'POST',
    path: '/api/articles/:id/:locale/publish',
    access: publish,
    summary:
      'Publish a revision now, or at a moment to come. `minor` on the source says that nothing changed for translations: those that were current stay so.',
    params: ofTranslation,
    body: z.object({
      revisionId: id,
      at: moment.nullable().default(null),
      minor: z.boolean().default(false),
    }),
    response: articleTranslation,
    errors: [
      'article.not_found',
      'article.translation_missing',
      'article.changed',
      'article.moment_past',
      'article.empty',
    ],
  }),
  archive: endpoint({
    method: 'POST',
    path: '/api/articles/:id/:locale/archive',
    access: publish,
    summary: 'Take a translation away from readers; with the source, all of them. Its text is kept.',
    params: ofTranslation,
    response: article,
    errors: ['article.not_found', 'article.translation_missing'],
  }),
  revisions: endpoint({
    method: 'GET',
    path: '/api/articles/:id/:locale/revisions',
    access: write,
    summary: 'The revisions of a translation, the last first; at most 200.',
    params: ofTranslation,
    response: z.object({ items: z.array(revisionLine) }),
    errors: ['article.not_found', 'article.translation_missing'],
  }),
  revision: endpoint({
    method: 'GET',
    path: '/api/articles/:id/:locale/revisions/:revisionId',
    access: write,
    summary: 'One revision with its text.',
    params: ofTranslation.extend({ revisionId: id }),
    response: articleRevision,
    errors: ['article.not_found', 'article.revision_not_found'],
  }),
  import: endpoint({
    method: 'POST',
    path: '/api/articles/import',
    access: publish,
    summary:
      'Take in articles of a folder of Markdown files with front matter, `<category>/<slug>/<locale>.md`: new ones, and what those that are there say anew. Its categories must be there. Pictures and files are uploaded first and stand in the folder by their ids, `<category>/<slug>/files/<name>`; texts name them `./files/<name>`. What cannot be taken in is named, and the rest is done. Without `publish` what is new stays a draft. With `trial` nothing is written, and the answer says what would become of it: files that are not uploaded yet are named by the SHA-256 of their bytes. Up to 1 MB at once.',
    body: z.object({
      files: z
        .array(
          z.union([
            z.object({ path: z.string().max(300), text: z.string().max(200_000) }),
            z.object({ path: z.string().max(300), fileId: id }),
            z.object({ path: z.string().max(300), digest: z.string().regex(/^[0-9a-f]{64}$/) }),
          ]),
        )
        .min(1)
        .max(1000),
      publish: z.boolean().default(false),
      trial: z.boolean().default(false),
    }),
    response: z.object({
      articles: z.array(
        z.object({
          /** `<category>/<slug>` */
          path: z.string(),
          /** In its source language. */
          title: z.string(),
          outcome: z.enum(['created', 'updated', 'unchanged']),
        }),
      ),
      problems: z.array(
        z.object({
          path: z.string(),
          problem: z.enum([
            'path',
            'front_matter',
            'source_missing',
            'source_twice',
            'category_not_found',
            'file_not_found',
          ]),
        }),
      ),
    }),
  }),
  export: endpoint({
    method: 'GET',
    path: '/api/articles/export',
    access: write,
    summary:
      'All that is published, as such a folder: importing it gives the same articles. The bytes of a picture or file are at its `url`.',
    response: z.object({
      files: z.array(
        z.union([
          z.object({ path: z.string(), text: z.string() }),
          z.object({ path: z.string(), fileId: id, url: z.string() }),
        ]),
      ),
    }),
  }),
  facts: endpoint({
    method: 'GET',
    path: '/api/articles/facts',
    access: write,
    summary: 'The live facts that texts can name, with what each says now.',
    query: z.object({ locale }),
    response: z.object({ items: z.array(z.object({ name: z.string(), value: z.string() })) }),
  }),
  preview: endpoint({
    method: 'POST',
    path: '/api/articles/preview',
    access: write,
    summary: 'A text as readers would see it, with live facts filled in.',
    body: z.object({ body: articleText.shape.body, locale }),
    response: z.object({
      html: z.string(),
      /** Live facts, articles and pictures that are not there, and pictures that say nothing in words. */
      problems: z.array(z.object({ kind: z.enum(['fact', 'link', 'picture', 'alt']), what: z.string() })),
    }),
  }),
};

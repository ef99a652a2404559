import { z } from 'zod';
import { slug } from './articles.ts';
import { endpoint } from './endpoint.ts';
import { locale } from './shapes.ts';

/** Ids are numbers there; some tools write them as text. */
const zendeskId = z.union([z.number().int().nonnegative(), z.string().regex(/^\d{1,20}$/)]).transform(String);
/** As there: `en-us`. */
const tag = z.string().max(20);
const flag = z
  .boolean()
  .nullish()
  .transform((it) => it === true);
const text = (longest: number) =>
  z
    .string()
    .max(longest)
    .nullish()
    .transform((it) => it ?? '');

/** What the answers of Zendesk's help-center API hold, as far as it is taken in; whatever else is there is passed over. */
export const zendeskItems = {
  categories: z.object({ id: zendeskId, name: text(1000), description: text(5000), locale: tag.optional() }),
  sections: z.object({
    id: zendeskId,
    name: text(1000),
    description: text(5000),
    locale: tag.optional(),
    category_id: zendeskId,
    parent_section_id: zendeskId.nullish(),
  }),
  user_segments: z.object({ id: zendeskId, user_type: z.string().max(40) }),
  articles: z.object({
    id: zendeskId,
    title: text(1000),
    name: text(1000),
    body: text(800_000),
    locale: tag,
    source_locale: tag.optional(),
    section_id: zendeskId.nullish(),
    user_segment_id: zendeskId.nullish(),
    draft: flag,
    promoted: flag,
    outdated: flag,
    label_names: z.array(z.string().max(200)).max(200).nullish(),
  }),
  translations: z.object({
    source_id: zendeskId,
    source_type: z.string().max(20).optional(),
    locale: tag,
    title: text(1000),
    body: text(800_000),
    draft: flag,
    outdated: flag,
  }),
  article_attachments: z.object({
    article_id: zendeskId,
    file_name: text(1000),
    content_url: z.string().max(2000),
    inline: flag,
  }),
};
export type ZendeskItems = { [K in keyof typeof zendeskItems]: Array<z.output<(typeof zendeskItems)[K]>> };

const zendeskBatch = z.object({
  categories: z.array(zendeskItems.categories).max(2000).default([]),
  sections: z.array(zendeskItems.sections).max(5000).default([]),
  user_segments: z.array(zendeskItems.user_segments).max(1000).default([]),
  articles: z.array(zendeskItems.articles).max(1000),
  translations: z.array(zendeskItems.translations).max(5000).default([]),
  article_attachments: z.array(zendeskItems.article_attachments).max(5000).default([]),
});

export const zendeskRemarks = [
  'no_section',
  'no_source',
  'language_unknown',
  'language_twice',
  'untitled',
  'too_long',
  'slug_taken',
  'restricted',
  'linked',
  'kept',
] as const;
/** What an editor should know of an article that was taken in, or why it was not. */
export const zendeskRemark = z.enum(zendeskRemarks);
export type ZendeskRemark = z.infer<typeof zendeskRemark>;

/** What becomes of one article. */
export const zendeskOutcome = z.object({
  /** Its id there. */
  externalId: z.string(),
  title: z.string(),
  /** Null where it is left out. */
  slug: slug.nullable(),
  outcome: z.enum(['created', 'updated', 'unchanged', 'left_out']),
  texts: z.array(z.object({ locale, state: z.enum(['draft', 'published']), outdated: z.boolean() })),
  /** `what` is the language, the address or the number that it is about. */
  remarks: z.array(z.object({ remark: zendeskRemark, what: z.string() })),
});
export type ZendeskOutcome = z.infer<typeof zendeskOutcome>;

export const zendeskEndpoints = {
  importZendesk: endpoint({
    method: 'POST',
    path: '/api/articles/import/zendesk',
    access: { permission: 'knowledge.publish' },
    summary:
      'Take in articles as Zendesk’s help-center API gives them: the arrays of its answers, each article with all its translations in one request. Categories and sections that hold one of them are made, in two levels. HTML becomes Markdown. An article that was taken in before gets the texts that say something else there than they did then; whatever else editors changed here stays. Old ids lead on. With `trial` nothing is written, and the answer says what would become of it. Up to 1 MB at once.',
    body: zendeskBatch.extend({
      /** Shows readers what is published there; otherwise all of it is a draft. */
      publish: z.boolean().default(false),
      trial: z.boolean().default(false),
    }),
    response: z.object({
      /** Slugs of the categories that were made for it. */
      categories: z.array(slug),
      articles: z.array(zendeskOutcome),
    }),
  }),
};

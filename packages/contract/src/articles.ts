import { z } from 'zod';
import { helpFile } from './help-files.ts';
import { id, locale, moment } from './shapes.ts';
import { categories as ticketCategories } from './ticket-categories.ts';

/** Characters of an article's text in Markdown. */
export const maximumBodyLength = 60_000;

/** Part of an address: small Latin letters, digits and single hyphens. */
export const slug = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);

export const visibilities = ['public', 'signed_in', 'agents'] as const;
/** Who may read an article: everybody, customers whom the exchange vouches for, or agents alone. Agents read all. */
export const visibility = z.enum(visibilities);
export type Visibility = z.infer<typeof visibility>;

export const translationStates = ['draft', 'review', 'published', 'archived'] as const;
/** How far the work on a translation is. What is published stays so while its next revision is a draft or in review. */
export const translationState = z.enum(translationStates);
export type TranslationState = z.infer<typeof translationState>;

export const currencies = ['source', 'current', 'outdated', 'missing'] as const;
/** How a translation stands to what is published in the source language. */
export const currency = z.enum(currencies);
export type Currency = z.infer<typeof currency>;

const tag = z.string().trim().toLowerCase().min(1).max(40);

const categoryText = z.object({
  name: z.string().trim().min(1).max(80),
  description: z.string().trim().max(300).default(''),
});

export const helpCategoryBody = z.object({
  slug,
  parentId: id.nullable().default(null),
  /** Name and description by locale; one without a text shows that of the nearest language. */
  texts: z.partialRecord(locale, categoryText).refine((all) => Object.keys(all).length > 0, 'has no name'),
});
export type HelpCategoryBody = z.output<typeof helpCategoryBody>;

/** A category of the help center as editors see it. */
export const helpCategory = helpCategoryBody.extend({
  id,
  position: z.number().int(),
  /** Articles in it itself, whatever their state. */
  articles: z.number().int(),
});
export type HelpCategory = z.infer<typeof helpCategory>;

/** What an article says in one language. */
export const articleText = z.object({
  title: z.string().trim().min(1).max(160),
  /** One sentence for lists, search results and search engines. */
  summary: z.string().trim().max(400),
  /** Markdown; see docs/user-guide.md for what it may hold. */
  body: z.string().max(maximumBodyLength),
});
export type ArticleText = z.output<typeof articleText>;

/** What holds for an article in every language. */
export const articleFacts = z.object({
  categoryId: id,
  slug,
  visibility: visibility.default('public'),
  tags: z.array(tag).max(20).default([]),
  /** Questions that it answers, by the keys of the assistant's intents. */
  intents: z.array(z.string().min(1).max(60)).max(20).default([]),
  /** The ticket category whose form helps where the article does not. */
  ticketCategory: z.enum(ticketCategories).nullable().default(null),
  /** Slugs of articles that go with it. */
  related: z.array(slug).max(8).default([]),
  /** Files that it offers for download, in order. */
  attachments: z.array(id).max(20).default([]),
  ownerId: id.nullable().default(null),
  /** By when somebody should read it again. */
  reviewDue: z.iso.date().nullable().default(null),
});
export type ArticleFacts = z.output<typeof articleFacts>;

/** Where the work on one translation stands. */
export const translationStanding = z.object({
  locale,
  state: translationState,
  currency,
  /** Readers see one of its revisions. */
  live: z.boolean(),
  title: z.string(),
  /** The revision worked on, and the published one. */
  revisionId: id,
  publishedId: id.nullable(),
  publishAt: moment.nullable(),
  publishedAt: moment.nullable(),
  updatedAt: moment,
});
export type TranslationStanding = z.infer<typeof translationStanding>;

/** An article as editors see it in lists. */
export const article = articleFacts.extend({
  id,
  sourceLocale: locale,
  version: z.number().int(),
  reviewedAt: moment.nullable(),
  createdAt: moment,
  updatedAt: moment,
  /** What its `attachments` are. */
  files: z.array(helpFile),
  /** Those that exist; the others are missing. */
  translations: z.array(translationStanding),
});
export type Article = z.infer<typeof article>;

/** One state of the text of a translation, kept for ever. */
export const articleRevision = articleText.extend({
  id,
  articleId: id,
  locale,
  number: z.number().int(),
  authorId: id.nullable(),
  createdAt: moment,
});
export type ArticleRevision = z.infer<typeof articleRevision>;

export const revisionLine = articleRevision.omit({ body: true, summary: true });
export type RevisionLine = z.infer<typeof revisionLine>;

/** A translation opened to be worked on. */
export const articleTranslation = translationStanding.extend({
  revision: articleRevision,
  published: articleRevision.nullable(),
  /** What it follows, and what the source says now; null on the source itself. */
  source: z.object({ followed: articleRevision.nullable(), now: articleRevision }).nullable(),
});
export type ArticleTranslation = z.infer<typeof articleTranslation>;

export const voteReasons = ['wrong', 'unclear', 'incomplete', 'outdated', 'not_my_problem', 'other'] as const;
/** Why an article did not help. */
export const voteReason = z.enum(voteReasons);
export type VoteReason = z.infer<typeof voteReason>;

import { z } from 'zod';
import { slug, voteReason } from './articles.ts';
import { endpoint, nothing } from './endpoint.ts';
import { byId, id, locale, moment } from './shapes.ts';

const access = { permission: 'insights.read' } as const;
const count = z.number().int();

/** The days, in UTC, up to and with today; what came before is the same number of days. Without a language, all of them. */
const period = z.object({
  days: z.coerce.number().int().min(1).max(90).default(28),
  locale: locale.optional(),
});
export type InsightPeriod = z.output<typeof period>;

/** A figure of the period, and of the one before. */
export const figure = z.object({ now: count, before: count });
export type Figure = z.infer<typeof figure>;

export const insightOverview = z.object({
  searches: figure,
  /** Searches that found nothing. */
  empty: figure,
  /** Searches that found something of which nothing was opened. */
  unopened: figure,
  views: figure,
  /** Went on to ask a person. */
  contacts: figure,
  helpful: figure,
  unhelpful: figure,
  /** As it stands now: published translations behind their source, and published articles whose review is overdue. */
  outdated: count,
  due: count,
  /** As it stands now: texts that quote a figure as it was. */
  drift: count,
});
export type InsightOverview = z.infer<typeof insightOverview>;

export const searchOutcomes = ['empty', 'unopened'] as const;
export type SearchOutcome = (typeof searchOutcomes)[number];

/** Searches by the same words in the same language. */
export const searchGroup = z.object({
  /** As most of them wrote it; without what names a person or an account. */
  words: z.string(),
  locale,
  count: figure,
  lastAt: moment,
});
export type SearchGroup = z.infer<typeof searchGroup>;

/** A text of an article, by its present title. */
const ofText = z.object({ articleId: id, slug, locale, title: z.string() });

export const readText = ofText.extend({
  views: figure,
  /** Came from a search. */
  clicks: count,
  contacts: count,
  helpful: count,
  unhelpful: count,
});
export type ReadText = z.infer<typeof readText>;

export const unhelpfulVote = ofText.extend({
  reason: voteReason.nullable(),
  /** Without what names a person or an account. */
  comment: z.string().nullable(),
  votedAt: moment,
});
export type UnhelpfulVote = z.infer<typeof unhelpfulVote>;

export const intentCoverage = z.object({
  intent: z.string(),
  /** The languages in which an article that answers it is published. */
  locales: z.array(locale),
  /** The one to go on with: published in most languages, or the first that names the intent. */
  articleId: id,
  title: z.string(),
});
export type IntentCoverage = z.infer<typeof intentCoverage>;

/** Where a figure may be typed out: what readers see, what is being written, macros that are shared, examples of the assistant. */
export const driftSources = ['article', 'draft', 'macro', 'example'] as const;
export type DriftSource = (typeof driftSources)[number];
export const driftStates = ['open', 'done', 'dismissed'] as const;
export type DriftState = (typeof driftStates)[number];

/** A text that quotes a figure of the exchange as it was, or speaks of a network whose deposits or withdrawals were suspended or resumed. */
export const driftFinding = z.object({
  id,
  /** As articles name the figure: `fee.withdraw.USDT.TRC20`; of a network `gate.deposits.USDT.TRC20`. */
  name: z.string(),
  /** As it is written in the language of the text. */
  before: z.string(),
  after: z.string(),
  /** Where deposits or withdrawals over a network were suspended or resumed: how they are now; null for a figure. */
  gate: z.enum(['open', 'suspended']).nullable(),
  foundAt: moment,
  source: z.enum(driftSources),
  /** The article, macro or example. */
  subjectId: id,
  locale,
  title: z.string(),
  /** The sentence, or the row of a table. */
  excerpt: z.string(),
  state: z.enum(driftStates),
  /** Null where it settled itself: the text or the figure has changed again. */
  decidedBy: z.string().nullable(),
  decidedAt: moment.nullable(),
});
export type DriftFinding = z.infer<typeof driftFinding>;

/** Two published texts in one language that say, or mean, nearly the same. */
export const nearArticles = z.object({
  one: ofText,
  other: ofText,
  /** Of 1: how much of the shorter body stands in the other as well. */
  bodies: z.number(),
  /** Their titles are nearly the same. */
  titles: z.boolean(),
  /** As an embeddings model has it, their articles mean nearly the same. */
  meaning: z.boolean(),
});
export type NearArticles = z.infer<typeof nearArticles>;

/** What readers look for and do not find, for those who write. Lists hold at most 200 lines. */
export const helpInsightEndpoints = {
  overview: endpoint({
    method: 'GET',
    path: '/api/articles/insight',
    access,
    summary: 'How readers fared in a period, beside the one before, and what waits for editors.',
    query: period,
    response: insightOverview,
  }),
  searches: endpoint({
    method: 'GET',
    path: '/api/articles/insight/searches',
    access,
    summary:
      'What was looked for and not found (`empty`), or found and never opened (`unopened`), the most frequent first. Words that differ by case, accents, width or punctuation only are counted together.',
    query: period.extend({ outcome: z.enum(searchOutcomes) }),
    response: z.object({ items: z.array(searchGroup) }),
  }),
  texts: endpoint({
    method: 'GET',
    path: '/api/articles/insight/texts',
    access,
    summary:
      'What was read, by text: most views first, or (`by=contacts`) those after which most readers asked a person anyway.',
    query: period.extend({ by: z.enum(['views', 'contacts']).default('views') }),
    response: z.object({ items: z.array(readText) }),
  }),
  votes: endpoint({
    method: 'GET',
    path: '/api/articles/insight/votes',
    access,
    summary: 'Votes of readers whom an article did not help, with their reasons and words, the last first.',
    query: period,
    response: z.object({ items: z.array(unhelpfulVote) }),
  }),
  outdated: endpoint({
    method: 'GET',
    path: '/api/articles/insight/outdated',
    access,
    summary: 'Published translations that are behind their source, the longest first.',
    query: z.object({ locale: locale.optional() }),
    response: z.object({ items: z.array(ofText.extend({ since: moment })) }),
  }),
  due: endpoint({
    method: 'GET',
    path: '/api/articles/insight/due',
    access,
    summary: 'Published articles whose review is overdue, the longest first.',
    response: z.object({ items: z.array(ofText.extend({ due: z.iso.date(), ownerId: id.nullable() })) }),
  }),
  duplicates: endpoint({
    method: 'GET',
    path: '/api/articles/insight/duplicates',
    access,
    summary:
      'Published articles of which two say nearly the same in a language, by title or text: the most alike first.',
    query: z.object({ locale: locale.optional() }),
    response: z.object({ items: z.array(nearArticles) }),
  }),
  drift: endpoint({
    method: 'GET',
    path: '/api/articles/insight/drift',
    access,
    summary:
      'Texts that quote a figure of the exchange as it was, in plain text: those to look at or, with `state=all`, all of them. What names the live fact follows by itself and is not among them. While deposits or withdrawals over a network are suspended, also what speaks of them.',
    query: z.object({ state: z.enum(['open', 'all']).default('open') }),
    response: z.object({ items: z.array(driftFinding) }),
  }),
  decideDrift: endpoint({
    method: 'PUT',
    path: '/api/articles/insight/drift/:id',
    access: { permission: 'knowledge.write' },
    summary: 'Say that a text that quotes a figure as it was is done, or no matter; or open it again.',
    params: byId,
    body: z.object({ state: z.enum(driftStates) }),
    response: nothing,
    errors: ['request.not_found'],
  }),
  lookForDrift: endpoint({
    method: 'POST',
    path: '/api/articles/insight/drift/look',
    access: { permission: 'knowledge.write' },
    summary:
      'Compare the figures of the exchange with those that were seen last now, and not at the next ten minutes.',
    response: nothing,
  }),
  coverage: endpoint({
    method: 'GET',
    path: '/api/articles/insight/coverage',
    access,
    summary: 'For each intent that an article names: the languages in which readers find an answer to it.',
    response: z.object({ items: z.array(intentCoverage) }),
  }),
};
export type OutdatedText = z.infer<typeof helpInsightEndpoints.outdated.response>['items'][number];
export type DueArticle = z.infer<typeof helpInsightEndpoints.due.response>['items'][number];

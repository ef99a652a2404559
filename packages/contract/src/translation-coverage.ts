import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { locale } from './shapes.ts';
import { translationOutcome } from './translation.ts';

/** What is written in several languages. `letter`: the texts of letters as they are shipped. */
export const coverageKinds = [
  'article',
  'help_category',
  'announcement',
  'macro',
  'rule_reply',
  'form_text',
  'greeting',
  'assistant_text',
  'letter',
] as const;
export const coverageKind = z.enum(coverageKinds);
export type CoverageKind = z.infer<typeof coverageKind>;

/**
 * Where a reader’s text is looked for, one after the other: in their language, in its other script or region, as it came along in their language, in
 * English, in the language that it was written in first, in whatever there is.
 */
export const coverageSteps = ['own', 'relative', 'shipped', 'english', 'source', 'any'] as const;
export const coverageStep = z.enum(coverageSteps);
export type CoverageStep = z.infer<typeof coverageStep>;

/** How a text stands in a language: `outdated` has one of its own, written before the source said what it says now. */
export const coverageStanding = z.enum(['own', 'outdated', 'shipped', 'falls_back', 'none']);
export type CoverageStanding = z.infer<typeof coverageStanding>;

const covered = z.object({
  kind: coverageKind,
  chain: z.array(coverageStep),
  total: z.number().int(),
  /** All fifteen. */
  locales: z.array(
    z.object({
      locale,
      own: z.number().int(),
      outdated: z.number().int(),
      shipped: z.number().int(),
      none: z.number().int(),
      /** How many are read in which other language instead. */
      fallsBack: z.array(z.object({ to: locale, count: z.number().int() })),
    }),
  ),
});
export type Covered = z.infer<typeof covered>;

export const coverageLine = z.object({
  /** Names the text among those of its kind. */
  id: z.string(),
  /** What is opened to write it: the id of an article, an announcement, a macro or a rule; a category; the key of a text. */
  owner: z.string(),
  name: z.string(),
  source: locale,
  standing: coverageStanding,
  /** The language that its readers get. */
  reads: locale.nullable(),
});
export type CoverageLine = z.infer<typeof coverageLine>;

/** Characters that are translated as a beginning at once. */
const maximumSuggested = 100_000;

export const translationCoverageEndpoints = {
  coverage: endpoint({
    method: 'GET',
    path: '/api/translation/coverage',
    access: { permission: 'assistant.read' },
    summary:
      'What is written in several languages: how much of it has a text in each, and what is read instead.',
    response: z.object({ kinds: z.array(covered) }),
  }),
  coverageOfKind: endpoint({
    method: 'GET',
    path: '/api/translation/coverage/:kind',
    access: { permission: 'assistant.read' },
    summary:
      'The texts of a kind in a language, those first that have no text of their own or an outdated one; 500 at most.',
    params: z.object({ kind: coverageKind }),
    query: z.object({ locale }),
    response: z.object({ items: z.array(coverageLine), total: z.number().int() }),
  }),
  confirmCurrent: endpoint({
    method: 'POST',
    path: '/api/translation/coverage/:kind/current',
    access: { permission: 'assistant.manage' },
    summary:
      'Say that a text which is marked as outdated still says what its source says now. For what keeps no revisions: macros, replies of rules, forms, greetings, categories.',
    params: z.object({ kind: coverageKind }),
    body: z.object({ id: z.string().max(300), locale }),
    errors: ['request.not_found'],
  }),
  offer: endpoint({
    method: 'GET',
    path: '/api/translation/offer',
    access: 'agent',
    summary: 'Whether anything can be translated now, and between which languages.',
    response: z.object({ ready: z.boolean(), languages: z.array(locale) }),
  }),
  suggest: endpoint({
    method: 'POST',
    path: '/api/translation/suggestions',
    access: 'agent',
    summary:
      'Have texts that one writes translated as a beginning, by the provider that is set up and within the day’s characters. Saves nothing: a person reads and saves it. Without an outcome of `translated` there is none.',
    body: z.object({
      texts: z
        .array(z.string().max(maximumSuggested))
        .min(1)
        .max(60)
        .refine((all) => all.join('').length <= maximumSuggested, 'is too much at once'),
      from: locale,
      to: locale,
    }),
    response: z.object({
      outcome: translationOutcome,
      /** In the order of the texts; one without words stays as it is. */
      texts: z.array(z.string()),
      /** Of the one that can be trusted least, from 0 to 1. */
      score: z.number().nullable(),
    }),
  }),
};

import { z } from 'zod';
import { assistantSettings } from './assistant-settings.ts';
import { assistantDecision, assistantTrace, handOverReason } from './assistant-turns.ts';
import { endpoint, nothing } from './endpoint.ts';
import { flowIds } from './exchange-flows.ts';
import { byId, id, locale, moment, person } from './shapes.ts';
import { type MappedIntent, mappedIntents } from './ticket-categories.ts';

/** Examples that an installation keeps at most. */
export const maximumExamples = 1000;
/** Texts that come before the one that is judged. */
export const maximumEarlier = 8;

const text = z.string().trim().min(1).max(4000);
const articleSlug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(120);

/** What is said of an answer: what is null may be anything. At least one is said. */
const expected = z.object({
  intent: z.enum(mappedIntents as readonly [MappedIntent, ...MappedIntent[]]).nullable(),
  decision: assistantDecision.nullable(),
  flow: z.enum(flowIds).nullable(),
  handOver: handOverReason.nullable(),
});
const saysSomething = (it: z.infer<typeof expected> & { articles: readonly unknown[] }) =>
  it.articles.length > 0 || [it.intent, it.decision, it.flow, it.handOver].some((part) => part !== null);

/** What must follow a text. */
export const exampleExpectation = expected
  .extend({
    /** It is answered from any of these. */
    articles: z.array(id).max(3),
  })
  .refine(saysSomething, 'expects nothing');
export type ExampleExpectation = z.infer<typeof exampleExpectation>;

/** An example of what must follow what customers write. */
export const exampleBody = z.object({
  locale,
  text,
  /** What they wrote before it, in its order. */
  earlier: z.array(text).max(maximumEarlier),
  expect: exampleExpectation,
  note: z.string().trim().max(500),
});
export type ExampleBody = z.infer<typeof exampleBody>;

/** What an example is counted as. */
export const exampleKinds = ['answer', 'flow', 'hand_over', 'other'] as const;
export type ExampleKind = (typeof exampleKinds)[number];

/** An example, and the set that it belongs to: the usual one where none is said. */
const exampleInSet = exampleBody.extend({ setId: id.optional() });

export const assistantExample = exampleBody.extend({
  id,
  setId: id,
  kind: z.enum(exampleKinds),
  /** Titles of the articles that it expects, by id; of one that is not published there is none. */
  titles: z.record(id, z.string()),
  /** Null: it came along with the product, or its author is gone. */
  author: person.nullable(),
  createdAt: moment,
});
export type AssistantExample = z.infer<typeof assistantExample>;

const fileExample = z.object({
  locale,
  text,
  earlier: z.array(text).max(maximumEarlier).default([]),
  expect: z
    .object({
      intent: expected.shape.intent.default(null),
      decision: expected.shape.decision.default(null),
      flow: expected.shape.flow.default(null),
      handOver: expected.shape.handOver.default(null),
      articles: z.array(articleSlug).max(3).default([]),
    })
    .refine(saysSomething, 'expects nothing'),
  note: z.string().trim().max(500).default(''),
});
const fileFormat = z.literal('fairlead.assistant-examples.1');

/** Examples as a file: articles by their slugs, so that another installation understands it. */
export const examplesFile = z.object({
  format: fileFormat,
  /** The name of the set that it came from. */
  set: z.string().trim().min(1).max(80).optional(),
  examples: z.array(fileExample).min(1).max(maximumExamples),
});
export type ExamplesFile = z.infer<typeof examplesFile>;

const count = z.number().int().min(0);
const tally = z.object({ right: count, total: count });
export type Tally = z.infer<typeof tally>;

export const languageResult = tally.extend({ locale, kinds: z.partialRecord(z.enum(exampleKinds), tally) });
export type LanguageResult = z.infer<typeof languageResult>;

/** Why it was run: by hand, with settings that do not hold (tried, or refused), by night, or with settings that were then saved. */
export const runCauses = ['manual', 'trial', 'nightly', 'settings'] as const;
export type RunCause = (typeof runCauses)[number];
export const runStates = ['running', 'done', 'cancelled', 'failed'] as const;
export type RunState = (typeof runStates)[number];

export const assistantRun = z.object({
  id,
  cause: z.enum(runCauses),
  state: z.enum(runStates),
  /** Examples, and how many of them have been asked. */
  total: count,
  done: count,
  /** The sets that were asked, as they were called then; none: all examples. */
  sets: z.array(z.object({ id, name: z.string() })),
  /** What it was run with: two runs of which all three are the same differ by their examples only. */
  stamps: z.object({ settings: z.string(), articles: z.string(), classifier: z.string() }),
  languages: z.array(languageResult),
  /** Null: nobody asked for it. */
  startedBy: person.nullable(),
  startedAt: moment,
  finishedAt: moment.nullable(),
});
export type AssistantRun = z.infer<typeof assistantRun>;

export const missedParts = ['intent', 'decision', 'articles', 'flow', 'handOver'] as const;
export type MissedPart = (typeof missedParts)[number];

/** An example that was not right, as it was when it was asked. */
export const runFailure = z.object({
  example: exampleBody.extend({ id, titles: z.record(id, z.string()) }),
  /** What was not as expected. */
  missed: z.array(z.enum(missedParts)),
  /** It was right in the run before. */
  fresh: z.boolean(),
  got: z.object({ text: z.string(), articleId: id.nullable(), trace: assistantTrace }),
});
export type RunFailure = z.infer<typeof runFailure>;

/** Settings as they were from a moment on. */
export const settingsVersion = z.object({
  number: z.number().int(),
  settings: assistantSettings,
  /** How many texts are another than in the version before it, by language. */
  texts: z.array(z.object({ locale, count })),
  by: person.nullable(),
  at: moment,
  /** Why it was saved though examples fell; null where none did. */
  reason: z.string().nullable(),
  /** The number of the version that it brought back. */
  restored: z.number().int().nullable(),
  /** How the examples fared; null where there were none. */
  run: z.object({ id, right: count, total: count }).nullable(),
});
export type SettingsVersion = z.infer<typeof settingsVersion>;

/** Saves though examples fall: the reason stays on record. */
export const saveAnyway = z.object({ reason: z.string().trim().min(3).max(500) });

/** When examples are asked by themselves: at three in the night of a time zone. */
export const nightlyReplay = z.object({ on: z.boolean(), timeZone: z.string().min(1).max(60) });
export type NightlyReplay = z.infer<typeof nightlyReplay>;

const read = { permission: 'assistant.read' } as const;
const manage = { permission: 'assistant.manage' } as const;

export const assistantResultEndpoints = {
  draftExample: endpoint({
    method: 'GET',
    path: '/api/conversations/:id/assistant/:seq/example',
    access: { permission: 'conversations.read' },
    summary:
      'What the customer wrote up to a turn of the assistant, to keep as an example: without addresses, numbers and what else names somebody.',
    params: byId.extend({ seq: z.coerce.number().int().min(1) }),
    response: exampleBody.pick({ locale: true, text: true, earlier: true }),
    errors: ['conversation.not_found', 'request.not_found'],
  }),
  listAnswers: endpoint({
    method: 'GET',
    path: '/api/assistant/articles',
    access: read,
    summary:
      'The published articles that an example may expect, by their titles in a language or else another.',
    query: z.object({ locale }),
    response: z.object({ items: z.array(z.object({ id, title: z.string() })) }),
  }),
  listExamples: endpoint({
    method: 'GET',
    path: '/api/assistant/examples',
    access: read,
    summary: 'All examples of what must follow what customers write, the last first.',
    response: z.object({ items: z.array(assistantExample) }),
  }),
  keepExample: endpoint({
    method: 'POST',
    path: '/api/assistant/examples',
    access: manage,
    summary:
      'Keep an example in a set, or else in the usual one. At most 1,000 are kept; one text with the same before it in a language once.',
    body: exampleInSet,
    response: assistantExample,
    errors: [
      'request.not_found',
      'assistant.examples_full',
      'assistant.example_kept',
      'assistant.article_unknown',
    ],
  }),
  changeExample: endpoint({
    method: 'PUT',
    path: '/api/assistant/examples/:id',
    access: manage,
    summary: 'Change an example, or put it into another set.',
    params: byId,
    body: exampleInSet,
    response: assistantExample,
    errors: ['request.not_found', 'assistant.example_kept', 'assistant.article_unknown'],
  }),
  removeExample: endpoint({
    method: 'DELETE',
    path: '/api/assistant/examples/:id',
    access: manage,
    summary: 'Remove an example. What earlier runs found of it stays.',
    params: byId,
    response: nothing,
    errors: ['request.not_found'],
  }),
  exportExamples: endpoint({
    method: 'GET',
    path: '/api/assistant/examples/export',
    access: read,
    summary: 'All examples, or those of a set, as a file that can be imported, with articles by their slugs.',
    query: z.object({ set: id.optional() }),
    response: z.object({
      format: fileFormat,
      set: z.string().optional(),
      examples: z.array(fileExample),
    }),
    errors: ['request.not_found'],
  }),
  importExamples: endpoint({
    method: 'POST',
    path: '/api/assistant/examples/import',
    access: manage,
    summary:
      'Keep the examples of a file in a set: all of them or, where an article is unknown or there would be too many, none. Those that are kept already are left as they are. Without a set they go to the one that the file names, which is begun where there is none, or else to the usual one.',
    query: z.object({ set: id.optional() }),
    body: examplesFile,
    response: z.object({ added: count, kept: count }),
    errors: ['request.not_found', 'assistant.examples_full', 'assistant.article_unknown'],
  }),
  addStarter: endpoint({
    method: 'POST',
    path: '/api/assistant/examples/starter',
    access: manage,
    summary:
      'Keep the examples that come along with the product, in eight languages; those whose articles are not there are left out.',
    response: z.object({ added: count, kept: count, leftOut: count }),
    errors: ['assistant.examples_full'],
  }),
  listRuns: endpoint({
    method: 'GET',
    path: '/api/assistant/runs',
    access: read,
    summary: 'The last 60 runs of the examples, the last first, and when they run by themselves.',
    response: z.object({ items: z.array(assistantRun), nightly: nightlyReplay }),
  }),
  startRun: endpoint({
    method: 'POST',
    path: '/api/assistant/runs',
    access: manage,
    summary: 'Ask all examples now, or those of a set, with the settings that hold or with others.',
    body: z.object({ settings: assistantSettings.optional(), set: id.optional() }),
    response: assistantRun,
    errors: ['request.not_found', 'assistant.run_under_way', 'assistant.no_examples'],
  }),
  readRun: endpoint({
    method: 'GET',
    path: '/api/assistant/runs/:id',
    access: read,
    summary:
      'A run, the examples that were not right with what came instead, and what changed since the run before.',
    params: byId,
    response: assistantRun.extend({
      /** The run before it that was done; null for the first. */
      before: assistantRun.nullable(),
      failures: z.array(runFailure),
      /** Examples that were not right in the run before and are now. */
      mended: z.array(z.object({ id, locale, text: z.string() })),
    }),
    errors: ['request.not_found'],
  }),
  cancelRun: endpoint({
    method: 'POST',
    path: '/api/assistant/runs/:id/cancel',
    access: manage,
    summary: 'End a run that is under way. What it found so far stays.',
    params: byId,
    response: assistantRun,
    errors: ['request.not_found'],
  }),
  saveNightly: endpoint({
    method: 'PUT',
    path: '/api/assistant/nightly',
    access: manage,
    summary: 'Say whether examples are asked by themselves at three in the night, and of which time zone.',
    body: nightlyReplay,
    response: nightlyReplay,
    errors: ['request.time_zone_unknown'],
  }),
  listVersions: endpoint({
    method: 'GET',
    path: '/api/assistant/settings/versions',
    access: read,
    summary:
      'The last 50 versions of the settings, the last first: who saved what, when, and how the examples fared.',
    response: z.object({ items: z.array(settingsVersion) }),
  }),
  restoreVersion: endpoint({
    method: 'POST',
    path: '/api/assistant/settings/versions/:number/restore',
    access: manage,
    summary: 'Let an earlier version of the settings hold again. Asks the examples first, as saving does.',
    params: z.object({ number: z.coerce.number().int().min(1) }),
    body: z.object({ anyway: saveAnyway.optional() }),
    response: z.object({ settings: assistantSettings }),
    errors: ['request.not_found', 'assistant.examples_fall', 'assistant.settings_moved_on'],
  }),
};

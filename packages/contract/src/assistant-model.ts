import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { byId, id, moment } from './shapes.ts';

/** `openai_compatible`: whatever speaks OpenAI's chat completions, a server of one's own too. */
export const modelProviders = ['openai_compatible', 'anthropic'] as const;
export const modelProvider = z.enum(modelProviders);
export type ModelProvider = z.infer<typeof modelProvider>;

/** What came of asking a model. Only with `answered` the customer read what it wrote. */
export const modelOutcomes = [
  'answered',
  /** It said that the passages do not tell. */
  'no_answer',
  /** More than half of it, or a step of it, was not held up by what it cited. */
  'unsupported',
  /** It asked for a secret, or led to a place that is not ours. */
  'unsafe',
  'other_language',
  'too_long',
  'timed_out',
  'rate_limited',
  /** The provider does not accept the key, or does not know the model. */
  'denied',
  'unreachable',
  /** The address leads to a network that may not be asked. */
  'refused_address',
  /** It broke off, or answered what is no answer. */
  'failed',
  /** Not asked, for it has failed several times in a row. */
  'paused',
  /** Not asked, for the day's tokens are used up. */
  'over_budget',
] as const;
export const modelOutcome = z.enum(modelOutcomes);
export type ModelOutcome = z.infer<typeof modelOutcome>;

/** Why a sentence was left out. */
export const modelDropReason = z.enum([
  'no_citation',
  'unknown_citation',
  'exact_part',
  'other_words',
  /** It says what the passage denies. */
  'reversed',
  'foreign_link',
  'asks_for_secret',
]);
export type ModelDropReason = z.infer<typeof modelDropReason>;

/** What a turn tells of the model. */
export const modelTrace = z.object({
  provider: modelProvider,
  model: z.string(),
  outcome: modelOutcome,
  milliseconds: z.number(),
  /** Sentences that were left out. */
  dropped: z.number().int(),
  tokens: z.number().int(),
});
export type ModelTrace = z.infer<typeof modelTrace>;

/** Providers whose protocol has embeddings: Anthropic's has none. */
export const embeddingProviders: readonly ModelProvider[] = ['openai_compatible'];

/** The model that may put answers into words, and the one that tells how near texts are. */
export const assistantModel = z.object({
  on: z.boolean(),
  provider: modelProvider,
  /** Where its API begins, such as `https://api.openai.com/v1`. */
  url: z.url({ protocol: /^https?$/ }).max(500),
  /** Empty where no answers are written. */
  model: z.string().trim().max(200),
  /** After so many seconds the article's own words go out. */
  seconds: z.number().int().min(2).max(20),
  /** Tokens in a day (UTC): of one customer, and of all together. */
  tokensPerCustomer: z.number().int().min(1000).max(100_000_000),
  tokensPerDay: z.number().int().min(1000).max(10_000_000_000),
  /** The model that tells how near questions, tickets and articles are to each other, asked whether or not answers are written. Null: none is sent for that. */
  embeddings: z.string().trim().min(1).max(200).nullable().default(null),
});
export type AssistantModel = z.infer<typeof assistantModel>;

const modelKey = z.string().trim().min(1).max(1000);
/** A key that is left out stays, unless provider or address lead elsewhere; null removes it. */
const modelBody = assistantModel.extend({ key: modelKey.nullish() });
const named = { path: ['model'] };

const modelView = z.object({
  /** Null until one is set up. */
  model: assistantModel.extend({ keyKept: z.boolean() }).nullable(),
  usual: assistantModel.pick({ seconds: true, tokensPerCustomer: true, tokensPerDay: true }),
  /** Tokens since the day began. */
  tokensToday: z.number().int(),
});

const modelCall = z.object({
  id,
  at: moment,
  provider: modelProvider,
  model: z.string(),
  outcome: modelOutcome,
  milliseconds: z.number(),
  inputTokens: z.number().int(),
  outputTokens: z.number().int(),
  /** What it was given to read and what it wrote, without secrets. */
  prompt: z.string(),
  answer: z.string(),
  dropped: z.array(z.object({ text: z.string(), reason: modelDropReason })),
  /** What it wrote, sentence by sentence: the passages that each names, and why it was left out; null where it was not. */
  sentences: z.array(
    z.object({ text: z.string(), cites: z.array(z.number().int()), dropped: modelDropReason.nullable() }),
  ),
});
export type ModelCall = z.infer<typeof modelCall>;

/** Outcomes after which each sentence was held against its passages. */
export const checkedOutcomes: readonly ModelOutcome[] = [
  'answered',
  'unsupported',
  'unsafe',
  'other_language',
];
/** Outcomes of which nothing was sent. */
export const unsentOutcomes: readonly ModelOutcome[] = ['paused', 'over_budget'];

export const assistantModelEndpoints = {
  readModel: endpoint({
    method: 'GET',
    path: '/api/assistant/model',
    access: { permission: 'assistant.read' },
    summary: 'The model that may put answers into words. Its key is never answered.',
    response: modelView,
  }),
  saveModel: endpoint({
    method: 'PUT',
    path: '/api/assistant/model',
    access: { permission: 'assistant.manage' },
    summary:
      'Set the model that may put answers into words: in force from the next answer on, on every node. A key that is left out stays, unless provider or address lead elsewhere.',
    body: modelBody.refine((it) => it.model !== '' || (!it.on && it.embeddings !== null), named),
    response: modelView,
  }),
  tryModel: endpoint({
    method: 'POST',
    path: '/api/assistant/model/try',
    access: { permission: 'assistant.manage' },
    summary: 'Ask a model for a word, as it is set up in the body, and say what came of it. Saves nothing.',
    body: modelBody.refine((it) => it.model !== '', named),
    response: z.object({
      outcome: modelOutcome,
      milliseconds: z.number(),
      /** The status that was answered, if any. */
      status: z.number().int().nullable(),
    }),
  }),
  tryEmbeddings: endpoint({
    method: 'POST',
    path: '/api/assistant/model/try-embeddings',
    access: { permission: 'assistant.manage' },
    summary:
      'Ask an embeddings model, as it is set up in the body, about some questions that came along with the product, and say how well it tells matters apart across languages. Saves nothing of the setting; its tokens count.',
    body: modelBody,
    response: z.object({
      outcome: modelOutcome,
      /** What the provider answered with, where it was no success. */
      status: z.number().int().nullable(),
      milliseconds: z.number(),
      /** Null where it gave none. */
      found: z
        .object({
          dimensions: z.number().int(),
          /** Of two questions about one matter in two languages and two about different ones, how often it holds the first for nearer, 0 to 1. */
          right: z.number().min(0).max(1),
          /** How much it counts beside what clusters are made by without it, 0 to 1. 0: it does not help, and is not used. */
          counts: z.number().min(0).max(1),
        })
        .nullable(),
    }),
  }),
  modelCalls: endpoint({
    method: 'GET',
    path: '/api/conversations/:id/assistant/:seq/model',
    access: { permission: 'assistant.manage' },
    summary:
      'What a model was given to read for a turn of a conversation and what it wrote, without secrets. Kept for 90 days.',
    params: z.object({ id, seq: z.coerce.number().int().min(1) }),
    response: z.object({ items: z.array(modelCall) }),
    errors: ['conversation.not_found'],
  }),
  modelCall: endpoint({
    method: 'GET',
    path: '/api/assistant/model/calls/:id',
    access: { permission: 'assistant.manage' },
    summary:
      'What a model was given to read for a trial and what it wrote, without secrets. Kept for 90 days. One that belongs to a conversation is for who sees that.',
    params: byId,
    response: modelCall,
    errors: ['request.not_found', 'conversation.not_found'],
  }),
};

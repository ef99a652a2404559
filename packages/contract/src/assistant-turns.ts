import { z } from 'zod';
import { modelTrace } from './assistant-model.ts';
import { messageSources } from './conversations.ts';
import { id, locale, moment } from './shapes.ts';

/** Why people go on where the assistant was; texts of the thread stand under `system.handed_over_<reason>`. */
export const handOverReasons = [
  'asked',
  'stolen',
  'complaint',
  'vulnerable',
  'unsure',
  'needed',
  'busy',
] as const;
export const handOverReason = z.enum(handOverReasons);
export type HandOverReason = z.infer<typeof handOverReason>;

/** What the assistant did: words of its own, an answer from an article or a flow, a question back, or people. */
export const assistantDecision = z.enum([
  'answer',
  'flow',
  'clarify',
  'hand_over',
  'greet',
  'thanks',
  'go_on',
  'abstain',
  'out_of_scope',
  'did_not_help',
]);
export type AssistantDecision = z.infer<typeof assistantDecision>;

/** Every step from what a customer wrote to what the assistant did. */
export const assistantTrace = z.object({
  /** In which they were answered. */
  locale,
  /** The likeliest, with probabilities of 0 to 1. */
  intents: z.array(z.object({ intent: z.string(), probability: z.number() })),
  /** What else was heard: a wish for a person, thanks, a stolen account and the like. */
  signals: z.array(z.string()),
  /** Assets, networks, transaction ids and the like that they named. */
  entities: z.array(z.object({ name: z.string(), value: z.string() })),
  /** The best few articles, with scores of 0 to 1, and the heading of the passage that fits best. */
  articles: z.array(
    z.object({ articleId: id, title: z.string(), score: z.number(), heading: z.string().nullable() }),
  ),
  decision: assistantDecision,
  /** What it gave the customer to read. */
  sources: messageSources.default([]),
  handOver: handOverReason.nullable(),
  flow: z.object({ flow: z.string(), outcome: z.string(), asOf: moment.nullable() }).nullable(),
  /** Null where no model was asked: none is set up, or the answer needs none. */
  model: modelTrace.nullable().default(null),
});
export type AssistantTrace = z.infer<typeof assistantTrace>;

export const assistantTurn = z.object({
  id,
  /** Of the message that it answers. */
  seq: z.number().int(),
  milliseconds: z.number(),
  at: moment,
  trace: assistantTrace,
});
export type AssistantTurn = z.infer<typeof assistantTurn>;

import { z } from 'zod';
import { modelTrace } from './assistant-model.ts';
import { assistantSettings } from './assistant-settings.ts';
import { conversation, messageSources } from './conversations.ts';
import { endpoint } from './endpoint.ts';
import { locales } from './locale.ts';
import { byId, id, locale, moment } from './shapes.ts';

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

const usualSettings = assistantSettings.extend({ greetings: z.record(z.enum(locales), z.string()) });

export const assistantEndpoints = {
  turns: endpoint({
    method: 'GET',
    path: '/api/conversations/:id/assistant',
    access: { permission: 'conversations.read' },
    summary: 'What the assistant understood and did in a conversation, turn by turn: the last 50.',
    params: byId,
    response: z.object({ items: z.array(assistantTurn) }),
    errors: ['conversation.not_found'],
  }),
  give: endpoint({
    method: 'POST',
    path: '/api/conversations/:id/assistant',
    access: { permission: 'conversations.reply' },
    summary:
      'Hand a chat back to the assistant: it answers what the customer writes next. One’s own, or one that nobody has.',
    params: byId,
    response: conversation,
    errors: [
      'conversation.not_found',
      'conversation.closed',
      'conversation.not_assigned_to_you',
      'assistant.chat_only',
    ],
  }),
  try: endpoint({
    method: 'POST',
    path: '/api/assistant/try',
    access: { permission: 'assistant.read' },
    summary:
      'What the assistant would answer to somebody who is not signed in, and every step on the way there.',
    body: z.object({
      text: z.string().trim().min(1).max(4000),
      locale,
      /** Of the answer before, to go on from it; opaque. Without it a conversation begins. */
      memory: z.string().max(50_000).optional(),
      /** Those to try instead of the saved ones. */
      settings: assistantSettings.optional(),
    }),
    response: z.object({
      memory: z.string(),
      text: z.string(),
      quickReplies: z.array(z.string()),
      sources: messageSources,
      milliseconds: z.number(),
      trace: assistantTrace,
    }),
  }),
  settings: endpoint({
    method: 'GET',
    path: '/api/assistant/settings',
    access: { permission: 'assistant.read' },
    summary: 'How sure the assistant must be, and how it greets; and what is usual where nothing is said.',
    response: z.object({ settings: assistantSettings, usual: usualSettings }),
  }),
  saveSettings: endpoint({
    method: 'PUT',
    path: '/api/assistant/settings',
    access: { permission: 'assistant.manage' },
    summary:
      'Change how sure the assistant must be and how it greets: in force from its next answer on, on every node.',
    body: assistantSettings,
    response: z.object({ settings: assistantSettings, usual: usualSettings }),
  }),
};

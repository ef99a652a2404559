import { z } from 'zod';
import { saveAnyway } from './assistant-results.ts';
import { assistantSettings } from './assistant-settings.ts';
import { assistantTrace, assistantTurn } from './assistant-turns.ts';
import { conversation, messageSources } from './conversations.ts';
import { endpoint } from './endpoint.ts';
import { locales } from './locale.ts';
import { byId, id, locale } from './shapes.ts';

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
      'Hand a conversation back to the assistant: it answers what the customer writes next. One’s own, or one that nobody has: a chat, or what is private on a platform whose inbox lets the assistant answer.',
    params: byId,
    response: conversation,
    errors: [
      'conversation.not_found',
      'conversation.closed',
      'conversation.not_assigned_to_you',
      'assistant.not_here',
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
      /** What a model was given to read, where one was asked. */
      modelCallId: id.nullable(),
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
      'Change how sure the assistant must be and how it greets: in force from its next answer on, on every node. The examples are asked first: where fewer are right in any language, it is refused unless a reason is given.',
    body: assistantSettings.extend({ anyway: saveAnyway.optional() }),
    response: z.object({ settings: assistantSettings, usual: usualSettings }),
    errors: ['assistant.examples_fall', 'assistant.settings_moved_on'],
  }),
};

import { z } from 'zod';
import { channels } from './channels.ts';
import {
  closeReason,
  conversation,
  inboxView,
  maximumInOrder,
  maximumQuickReplies,
  maximumQuickReplyLength,
  message,
  newText,
} from './conversations.ts';
import { endpoint } from './endpoint.ts';
import { newLetter } from './letters.ts';
import { usedMacro } from './macros.ts';
import { byId, cursor, id, page } from './shapes.ts';
import { usedTranslation } from './translation.ts';

const newReply = newText.extend({
  kind: z.enum(['text', 'note']),
  mentions: z.array(id).max(20).default([]),
  /** Offered to the customer below the reply; a note offers none. */
  quickReplies: z
    .array(z.string().trim().min(1).max(maximumQuickReplyLength))
    .max(maximumQuickReplies)
    .default([])
    .transform((texts) => [...new Set(texts)]),
  /** Those that it was made with. What they do to the ticket is done with the message, or neither is. */
  macros: z.array(usedMacro).max(10).default([]),
  /** Of a reply by e-mail: who gets a copy. Left out, it goes to the customer alone. */
  letter: newLetter.optional(),
  /** Of a reply that is a translation: it is kept along with what the agent wrote. */
  translation: usedTranslation.optional(),
  /** Of a reply in a private chat that goes on from a public conversation: posted there, where everybody reads it, instead of into the chat. */
  publicly: z.boolean().default(false),
  seenSeq: z.number().int().min(0),
  confirmed: z.boolean().default(false),
});

/** Those from the tickets and the people on are of what a macro does. */
const refusalsOfPost = [
  'conversation.not_found',
  'conversation.closed',
  'conversation.moved_on',
  'conversation.empty_message',
  'conversation.message_too_long',
  'conversation.letter_too_large',
  'conversation.key_reused',
  'conversation.no_public_place',
  'conversation.copy_refused',
  'conversation.message_holds_secret',
  'conversation.message_asks_for_secret',
  'file.not_found',
  'access.forbidden',
  'ticket.not_found',
  'ticket.closed',
  'ticket.move_refused',
  'ticket.waits_for_children',
  'ticket.solve_needs_field',
  'ticket.too_many_tags',
  'ticket.too_many_followers',
  'ticket.checklist_full',
  'ticket.parent_refused',
  'people.not_found',
  'people.cannot_answer',
  'people.team_not_found',
  'translation.unsure',
  'translation.draft_gone',
] as const;

export const conversationEndpoints = {
  list: endpoint({
    method: 'GET',
    path: '/api/conversations',
    access: { permission: 'conversations.read' },
    summary: 'A list of the inbox, latest activity first; or a search by text, customer or number.',
    query: z.object({
      view: inboxView.default('mine'),
      q: z.string().max(200).optional(),
      language: z.string().max(8).optional(),
      channel: z.enum(channels).optional(),
      customerId: id.optional(),
      cursor: cursor.optional(),
      limit: z.coerce.number().int().min(1).max(100).default(50),
    }),
    response: page(conversation),
  }),
  counts: endpoint({
    method: 'GET',
    path: '/api/conversations/counts',
    access: { permission: 'conversations.read' },
    summary: 'How many open conversations each list of the inbox holds.',
    response: z.object({
      mine: z.number().int(),
      unassigned: z.number().int(),
      assistant: z.number().int(),
      all: z.number().int(),
      mentions: z.number().int(),
      teams: z.record(z.string(), z.number().int()),
    }),
  }),
  get: endpoint({
    method: 'GET',
    path: '/api/conversations/:id',
    access: { permission: 'conversations.read' },
    summary: 'One conversation.',
    params: byId,
    response: conversation,
    errors: ['conversation.not_found'],
  }),
  messages: endpoint({
    method: 'GET',
    path: '/api/conversations/:id/messages',
    access: { permission: 'conversations.read' },
    summary:
      'A stretch of the thread in order: the messages after `after`, or the last ones before `before`, or the last ones.',
    params: byId,
    query: z.object({
      after: z.coerce.number().int().min(0).optional(),
      before: z.coerce.number().int().min(1).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    response: z.object({ items: z.array(message), conversation }),
    errors: ['conversation.not_found'],
  }),
  post: endpoint({
    method: 'POST',
    path: '/api/conversations/:id/messages',
    access: { permission: 'conversations.reply' },
    summary:
      'Reply to the customer, or leave a note. `seenSeq` is the last message the agent had on screen; when the thread has moved on the send is refused with `conversation.moved_on` unless `confirmed`. With `macros`, what they do to the ticket is done along with it; where one of their actions is refused, nothing is written.',
    params: byId,
    body: newReply,
    response: z.object({ message, conversation }),
    errors: refusalsOfPost,
  }),
  postInOrder: endpoint({
    method: 'POST',
    path: '/api/conversations/:id/messages/in-order',
    access: { permission: 'conversations.reply' },
    summary:
      'Write several messages, one after the other: for a page that closes and cannot wait for each. It ends with the first that is refused, and answers those before it; when that is the very first, with its refusal. Those after it are not written.',
    params: byId,
    body: z.object({ items: z.array(newReply).min(1).max(maximumInOrder) }),
    response: z.object({ items: z.array(z.object({ message, conversation })) }),
    errors: refusalsOfPost,
  }),
  take: endpoint({
    method: 'POST',
    path: '/api/conversations/:id/take',
    access: { permission: 'conversations.reply' },
    summary: 'Take a waiting conversation, or accept the one that was offered. Of two agents one wins.',
    params: byId,
    response: conversation,
    errors: ['conversation.not_found', 'conversation.already_assigned', 'conversation.closed'],
  }),
  assign: endpoint({
    method: 'POST',
    path: '/api/conversations/:id/assign',
    access: { permission: 'conversations.assign' },
    summary: 'Give a conversation to an agent, whoever has it now.',
    params: byId,
    body: z.object({ agentId: id }),
    response: conversation,
    errors: ['conversation.not_found', 'conversation.closed', 'people.not_found', 'people.cannot_answer'],
  }),
  transfer: endpoint({
    method: 'POST',
    path: '/api/conversations/:id/transfer',
    access: { permission: 'conversations.reply' },
    summary: 'Pass a conversation on to a team or an agent, with a note for them.',
    params: byId,
    body: z
      .object({
        teamId: id.optional(),
        agentId: id.optional(),
        note: z.string().trim().max(2000).default(''),
      })
      .refine((to) => (to.teamId === undefined) !== (to.agentId === undefined), 'either teamId or agentId'),
    response: conversation,
    errors: [
      'conversation.not_found',
      'conversation.not_assigned_to_you',
      'conversation.closed',
      'people.not_found',
      'people.cannot_answer',
      'people.team_not_found',
    ],
  }),
  release: endpoint({
    method: 'POST',
    path: '/api/conversations/:id/release',
    access: { permission: 'conversations.reply' },
    summary: 'Put one’s conversation back into its queue.',
    params: byId,
    response: conversation,
    errors: ['conversation.not_found', 'conversation.not_assigned_to_you', 'conversation.closed'],
  }),
  close: endpoint({
    method: 'POST',
    path: '/api/conversations/:id/close',
    access: { permission: 'conversations.reply' },
    summary: 'Close a conversation with a reason.',
    params: byId,
    body: z.object({ reason: closeReason }),
    response: conversation,
    errors: ['conversation.not_found', 'conversation.closed', 'conversation.not_assigned_to_you'],
  }),
  reopen: endpoint({
    method: 'POST',
    path: '/api/conversations/:id/reopen',
    access: { permission: 'conversations.reply' },
    summary: 'Open a closed conversation again, for oneself. Not one that goes on in a private chat.',
    params: byId,
    response: conversation,
    errors: ['conversation.not_found', 'conversation.not_closed', 'conversation.went_on'],
  }),
  read: endpoint({
    method: 'POST',
    path: '/api/conversations/:id/read',
    access: { permission: 'conversations.reply' },
    summary: 'Say up to which message agents have read.',
    params: byId,
    body: z.object({ seq: z.number().int().min(0) }),
    response: conversation,
    errors: ['conversation.not_found'],
  }),
  retry: endpoint({
    method: 'POST',
    path: '/api/conversations/:id/messages/:messageId/retry',
    access: { permission: 'conversations.reply' },
    summary: 'Send a message that failed once more.',
    params: z.object({ id, messageId: id }),
    response: message,
    errors: ['conversation.not_found', 'conversation.message_not_found', 'conversation.not_failed'],
  }),
};

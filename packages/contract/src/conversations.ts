import { z } from 'zod';
import { channels, topics } from './channels.ts';
import { endpoint } from './endpoint.ts';
import { attachment, maximumAttachments } from './files.ts';
import { letterCopies, newLetter } from './letters.ts';
import { usedMacro } from './macros.ts';
import { customerSummary } from './people.ts';
import {
  byId,
  cursor,
  id,
  idempotencyKey,
  locale,
  maximumMessageLength,
  messageParams,
  moment,
  page,
} from './shapes.ts';

/** Answers that a message may offer to choose from, and characters in one of them: what fits a row of buttons on a phone. */
export const maximumQuickReplies = 6;
export const maximumQuickReplyLength = 60;

export const conversationState = z.enum(['bot', 'queued', 'assigned', 'closed']);
export type ConversationState = z.infer<typeof conversationState>;

export const closeReason = z.enum(['solved', 'no_reply', 'duplicate', 'spam', 'other']);
export type CloseReason = z.infer<typeof closeReason>;

/** Lines that the system writes into a thread; their texts stand under `system.<key>` in the locale catalogues. */
export const systemLines = [
  'assigned',
  'transferred_team',
  'transferred_agent',
  'released',
  'given_to_assistant',
  'handed_over_asked',
  'handed_over_stolen',
  'handed_over_complaint',
  'handed_over_vulnerable',
  'handed_over_unsure',
  'handed_over_needed',
  'handed_over_busy',
  'returned_to_queue',
  'agent_left',
  'closed',
  'reopened',
  'continues',
  'merged',
  'queue_expected',
  'queue_nobody',
  'letter_automatic',
  'letter_returned',
  'letter_complaint',
  'secret_removed_wallet',
  'secret_removed_account',
  'secret_removed_card',
  'ticket_merged_into',
  'ticket_merged_from',
  'ticket_unmerged',
  'ticket_received',
  'ticket_open',
  'ticket_pending',
  'ticket_on_hold',
  'ticket_solved',
  'ticket_solved_by_customer',
  'ticket_reopened',
  'ticket_closed',
  'recovery_begun',
  'recovery_review',
  'recovery_cooling',
  'recovery_granted',
  'recovery_ended',
] as const;
export type SystemLine = (typeof systemLines)[number];

/** Lines that stand in threads of the portal only: how a ticket goes on, as its customer is told. */
export const portalSystemLines: readonly SystemLine[] = [
  'ticket_received',
  'ticket_open',
  'ticket_pending',
  'ticket_on_hold',
  'ticket_solved',
  'ticket_solved_by_customer',
  'ticket_reopened',
  'ticket_closed',
];

/** The system lines that customers see too; the others are for colleagues. */
export const publicSystemLines: readonly SystemLine[] = [
  'assigned',
  'transferred_team',
  'closed',
  'reopened',
  'continues',
  'merged',
  'queue_expected',
  'queue_nobody',
  'secret_removed_wallet',
  'secret_removed_account',
  'secret_removed_card',
  'ticket_merged_into',
  'ticket_merged_from',
  'ticket_unmerged',
  ...portalSystemLines,
];

export const author = z.object({
  type: z.enum(['customer', 'agent', 'bot', 'system']),
  /** Null for the system and the bot. */
  id: id.nullable(),
  name: z.string().nullable(),
});

/**
 * How far a message from us has come. Chat messages are `sent` once stored, and become `delivered` and `read` as the customer's
 * client says so; other channels pass through `queued` and may end `failed`.
 */
export const delivery = z.object({
  state: z.enum(['queued', 'sent', 'failed']),
  error: z.string().nullable(),
});

/** Something that an answer is taken from: an article of the help center. */
export const messageSource = z.object({
  title: z.string(),
  /** From the root of the server, such as `/help/en/api/api-key`; the language that the answer is in. */
  url: z.string(),
});
export type MessageSource = z.infer<typeof messageSource>;
export const messageSources = z.array(messageSource);

/** One entry of a thread, as agents see it. */
export const message = z.object({
  id,
  conversationId: id,
  /** Gapless from 1 within the conversation; the order in which everyone sees it. */
  seq: z.number().int(),
  /** Gapless from 1 among what the customer sees; null for notes and internal lines. The customer knows it as `seq`. */
  publicSeq: z.number().int().nullable(),
  kind: z.enum(['text', 'note', 'system']),
  author,
  /** What was written; empty for system lines and for attachments alone. */
  text: z.string(),
  /** For system lines: what to say, in the reader's language. */
  system: z.object({ key: z.enum(systemLines), params: messageParams }).nullable(),
  attachments: z.array(attachment),
  mentions: z.array(id),
  /** Answers the customer can choose from with one tap, instead of writing. */
  quickReplies: z.array(z.string()),
  /** Where the bot has it from. */
  sources: messageSources,
  /** Of a letter of ours: who got a copy; null where nobody did and the subject is the thread's. */
  letter: letterCopies.nullable(),
  createdAt: moment,
  delivery: delivery.nullable(),
});
export type Message = z.infer<typeof message>;

/** A conversation as a line of the inbox. */
export const conversation = z.object({
  id,
  /** What people call it: `#1042`. */
  number: z.number().int(),
  /** Grows by one with every change that a screen shows. A smaller or equal one is old news. */
  version: z.number().int(),
  state: conversationState,
  channel: z.enum(channels),
  inboxId: id,
  topic: z.enum(topics).nullable(),
  /** The language the customer writes, without region (`zh`, `vi`), for routing. */
  language: z.string(),
  locale,
  customer: customerSummary,
  teamId: id.nullable(),
  assigneeId: id.nullable(),
  /** The assignee has opened it; until then it may go to another agent. */
  accepted: z.boolean(),
  /** Raised when an offer was not taken up; higher goes first. */
  priority: z.number().int(),
  lastSeq: z.number().int(),
  /** The last line that somebody wrote for the other side; notes and system lines do not count. */
  preview: z.object({ text: z.string(), author: z.enum(['customer', 'agent', 'bot']) }).nullable(),
  /** Since when the customer waits for an answer; null when it is their turn. */
  waitingSince: moment.nullable(),
  /** Up to which `seq` agents have read. */
  agentReadSeq: z.number().int(),
  /** Up to which `publicSeq` the customer has received and read. */
  customerDeliveredSeq: z.number().int(),
  customerReadSeq: z.number().int(),
  closeReason: closeReason.nullable(),
  previousConversationId: id.nullable(),
  createdAt: moment,
  lastActivityAt: moment,
  closedAt: moment.nullable(),
});
export type Conversation = z.infer<typeof conversation>;

/** The named lists of the inbox. `team:<id>` is one team's; `unassigned` waits for people, and what the assistant has is not in it. */
export const inboxView = z.union([
  z.enum(['mine', 'unassigned', 'assistant', 'all', 'mentions', 'closed']),
  z.string().regex(/^team:[0-9a-f-]{36}$/),
]);

export const newText = z.object({
  key: idempotencyKey,
  text: z.string().max(maximumMessageLength + 1000),
  attachmentIds: z
    .array(id)
    .max(maximumAttachments)
    .default([])
    .transform((ids) => [...new Set(ids)]),
});

/** What customers write. */
export const newCustomerText = newText.extend({
  /** They were shown what looks like a secret in it, and said that it is none. What proves itself to be one is removed all the same. */
  anyway: z.boolean().default(false),
});

/** Messages that one request may bring, to be written one after the other. */
export const maximumInOrder = 20;

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
    summary: 'Open a closed conversation again, for oneself.',
    params: byId,
    response: conversation,
    errors: ['conversation.not_found', 'conversation.not_closed'],
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

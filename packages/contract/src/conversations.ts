import { z } from 'zod';
import { channels, topics } from './channels.ts';
import { attachment, maximumAttachments } from './files.ts';
import { letterCopies } from './letters.ts';
import { customerSummary } from './people.ts';
import { id, idempotencyKey, locale, maximumMessageLength, messageParams, moment } from './shapes.ts';

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
  'handed_over_secret',
  'handed_over_complaint',
  'handed_over_vulnerable',
  'handed_over_unsure',
  'handed_over_needed',
  'handed_over_busy',
  'heard_stolen',
  'heard_self_harm',
  'returned_to_queue',
  'agent_left',
  'closed',
  'reopened',
  'continues',
  'merged',
  'queue_expected',
  'queue_nobody',
  'letter_automatic',
  'invitation_accepted',
  'invitation_declined',
  'invitation_tentative',
  'invitation_countered',
  'file_not_fetched',
  'message_changed',
  'went_private',
  'went_public',
  'private_chat_begun',
  'private_chat_unproven',
  'private_chat_proven',
  'private_chat_other',
  'private_chat_code_void',
  'private_chat_continues',
  'private_link_revoked',
  'private_link_restored',
  'personal_data_hidden',
  'personal_data_public',
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
  /** What its author wrote it in, where its reader is told that it is a translation. Older ones say so at the end of their text. */
  translatedFrom: locale.nullable(),
  /** Where the bot has it from. */
  sources: messageSources,
  /** The platform on which everybody reads it; null: the customer alone does. Older ones do not say. */
  publicOn: z.enum(channels).nullable(),
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

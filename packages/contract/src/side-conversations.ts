import { z } from 'zod';
import { delivery } from './conversations.ts';
import { endpoint } from './endpoint.ts';
import { attachment, maximumAttachments } from './files.ts';
import { copyAddress, invitationAnswers, letter } from './letters.ts';
import { byId, id, idempotencyKey, maximumMessageLength, moment, person } from './shapes.ts';
import { maximumSubjectLength } from './tickets.ts';

/** Addresses that one side conversation is held with. */
export const maximumParties = 20;

export const sideState = z.enum(['open', 'done']);

/** What agents and a third party write to each other about a ticket, by e-mail. Its customer never sees it. */
export const sideConversation = z.object({
  id,
  ticketId: id,
  subject: z.string(),
  /** The addresses that it is held with. */
  parties: z.array(z.string()),
  state: sideState,
  messageCount: z.number().int(),
  /** Messages that came in and that the ticket's agent has not seen. */
  unread: z.number().int(),
  createdBy: person,
  createdAt: moment,
  lastActivityAt: moment,
});
export type SideConversation = z.infer<typeof sideConversation>;

/** A letter of a side conversation. */
export const sideMessage = z.object({
  id,
  sideId: id,
  seq: z.number().int(),
  direction: z.enum(['in', 'out']),
  /** The agent who wrote it; null for what came in. */
  author: person.nullable(),
  from: z.object({ address: z.string(), name: z.string().nullable() }),
  /** It comes from one of the parties. Anybody who learned of the address can write here; nobody else is one of them. */
  known: z.boolean(),
  /** A machine wrote it, such as an out-of-office answer. */
  automatic: z.boolean(),
  /** It answers an invitation of a calendar. */
  invitationAnswer: z.enum(invitationAnswers).nullable(),
  text: z.string(),
  /** What was quoted below it; '' for nothing. */
  history: z.string(),
  attachments: z.array(attachment),
  /** See `letter.proof`. */
  proof: letter.shape.proof,
  delivery: delivery.nullable(),
  createdAt: moment,
});
export type SideMessage = z.infer<typeof sideMessage>;

const parties = z
  .array(copyAddress)
  .min(1)
  .max(maximumParties)
  .transform((addresses) => [...new Set(addresses)]);

const words = {
  key: idempotencyKey,
  text: z.string().trim().min(1).max(maximumMessageLength),
  attachmentIds: z
    .array(id)
    .max(maximumAttachments)
    .default([])
    .transform((ids) => [...new Set(ids)]),
};

const one = z.object({ id, sideId: id });
const read = { permission: 'tickets.read' } as const;
const write = { permission: 'tickets.write' } as const;

export const sideConversationEndpoints = {
  list: endpoint({
    method: 'GET',
    path: '/api/tickets/:id/side-conversations',
    access: read,
    summary: 'The side conversations of a ticket, the oldest first.',
    params: byId,
    response: z.object({ items: z.array(sideConversation) }),
    errors: ['ticket.not_found'],
  }),
  start: endpoint({
    method: 'POST',
    path: '/api/tickets/:id/side-conversations',
    access: write,
    summary:
      'Write to a third party about a ticket, by e-mail. What they answer comes back into this side conversation, never to the customer.',
    params: byId,
    body: z.object({
      ...words,
      parties,
      subject: z
        .string()
        .trim()
        .min(1)
        .max(maximumSubjectLength)
        .regex(/^\P{Cc}*$/u),
    }),
    response: sideConversation,
    errors: [
      'ticket.not_found',
      'ticket.closed',
      'ticket.side_no_inbox',
      'conversation.copy_refused',
      'conversation.key_reused',
      'conversation.letter_too_large',
      'file.not_found',
    ],
  }),
  messages: endpoint({
    method: 'GET',
    path: '/api/tickets/:id/side-conversations/:sideId/messages',
    access: read,
    summary: 'The letters of a side conversation in order, after `after`.',
    params: one,
    query: z.object({
      after: z.coerce.number().int().min(0).default(0),
      limit: z.coerce.number().int().min(1).max(200).default(100),
    }),
    response: z.object({ items: z.array(sideMessage) }),
    errors: ['ticket.not_found', 'ticket.side_not_found'],
  }),
  write: endpoint({
    method: 'POST',
    path: '/api/tickets/:id/side-conversations/:sideId/messages',
    access: write,
    summary: 'Write on in a side conversation, to all its parties. One that was done is open again.',
    params: one,
    body: z.object(words),
    response: sideMessage,
    errors: [
      'ticket.not_found',
      'ticket.closed',
      'ticket.side_not_found',
      'conversation.key_reused',
      'conversation.letter_too_large',
      'file.not_found',
    ],
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/api/tickets/:id/side-conversations/:sideId',
    access: write,
    summary: 'Say that a side conversation is done or open again, or with whom it is held from now on.',
    params: one,
    body: z.object({ state: sideState, parties }).partial(),
    response: sideConversation,
    errors: ['ticket.not_found', 'ticket.side_not_found', 'conversation.copy_refused'],
  }),
  read: endpoint({
    method: 'POST',
    path: '/api/tickets/:id/side-conversations/:sideId/read',
    access: write,
    summary:
      'Say that its letters were seen. Only the agent who has the ticket takes the mark away, or anybody while nobody has it.',
    params: one,
    response: sideConversation,
    errors: ['ticket.not_found', 'ticket.side_not_found'],
  }),
  retry: endpoint({
    method: 'POST',
    path: '/api/tickets/:id/side-conversations/:sideId/messages/:messageId/retry',
    access: write,
    summary: 'Send a letter that failed once more.',
    params: one.extend({ messageId: id }),
    response: sideMessage,
    errors: [
      'ticket.not_found',
      'ticket.side_not_found',
      'conversation.message_not_found',
      'conversation.not_failed',
    ],
  }),
};

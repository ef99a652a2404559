import { z } from 'zod';
import { topics } from './channels.ts';
import { conversationState, delivery, maximumInOrder, message, newCustomerText } from './conversations.ts';
import { endpoint } from './endpoint.ts';
import { byId, email, id, locale, moment } from './shapes.ts';

/** A message as the customer sees it: no note, no mention; its `seq` is gapless among what the customer sees. */
export const customerMessage = message
  .omit({ publicSeq: true, mentions: true, letter: true, delivery: true })
  .extend({ kind: z.enum(['text', 'system']), delivery: delivery.omit({ error: true }).nullable() });
export type CustomerMessage = z.infer<typeof customerMessage>;

/** A conversation as the customer sees it. */
export const customerConversation = z.object({
  id,
  number: z.number().int(),
  version: z.number().int(),
  state: conversationState,
  topic: z.enum(topics).nullable(),
  /** Who answers now: a name and the languages they write; null while nobody does. */
  agent: z.object({ name: z.string(), languages: z.array(z.string()) }).nullable(),
  /** Minutes until somebody is expected to answer; null when unknown or already answered. */
  expectedMinutes: z.number().int().nullable(),
  lastSeq: z.number().int(),
  preview: z.object({ text: z.string(), mine: z.boolean() }).nullable(),
  /** Up to which `seq` agents have read, and this customer has received and read. */
  agentReadSeq: z.number().int(),
  deliveredSeq: z.number().int(),
  readSeq: z.number().int(),
  previousConversationId: id.nullable(),
  createdAt: moment,
  lastActivityAt: moment,
  closedAt: moment.nullable(),
});
export type CustomerConversation = z.infer<typeof customerConversation>;

/** Who the widget speaks for. */
export const chatSession = z.object({
  /** Sent as `authorization: Bearer`, together with `x-fairlead-browser`. */
  token: z.string(),
  customer: z.object({
    id,
    name: z.string().nullable(),
    verified: z.boolean(),
    email: z.string().nullable(),
    locale,
  }),
  conversations: z.array(customerConversation),
  /** Something may be said to them though no conversation is open: it is worth listening. */
  expectsNews: z.boolean(),
});
export type ChatSession = z.infer<typeof chatSession>;

/** The name of the header that carries the browser's own secret, to which the session token is bound. */
export const browserHeader = 'x-fairlead-browser';

const stretch = z.object({ items: z.array(customerMessage), conversation: customerConversation });

export const chatEndpoints = {
  begin: endpoint({
    method: 'POST',
    path: '/api/chat/sessions',
    access: 'public',
    summary:
      'Begin or renew a chat session: as the browser’s visitor, or, with an identity signed by the exchange, as a verified customer. A visitor’s thread is merged into the verified customer’s. An inbox that is switched off lets only those in who have a conversation there that is open, or that their next message would reopen.',
    body: z.object({
      inbox: z.string().max(64),
      /** A secret that this browser made (32 random bytes, base64url) and keeps. */
      browserKey: z.string().min(20).max(100),
      /** The session token this browser has, if any. */
      token: z.string().max(4000).optional(),
      /** The identity token that the exchange's page gave, if any. */
      identity: z.string().max(8000).optional(),
      locale,
      timeZone: z.string().max(60).optional(),
      page: z.object({ url: z.string().max(2000), title: z.string().max(300) }).optional(),
    }),
    response: chatSession,
    errors: [
      'channels.inbox_not_found',
      'identity.token_invalid',
      'identity.token_expired',
      'identity.token_replayed',
    ],
  }),
  list: endpoint({
    method: 'GET',
    path: '/api/chat/conversations',
    access: 'customer',
    summary: 'The customer’s conversations, latest activity first (at most 50).',
    response: z.object({ items: z.array(customerConversation) }),
  }),
  start: endpoint({
    method: 'POST',
    path: '/api/chat/conversations',
    access: 'customer',
    summary:
      'Start a conversation by its first message. When one is open, the message joins it instead. An inbox that is switched off takes no new conversation.',
    body: newCustomerText.extend({ topic: z.enum(topics).nullable().default(null), locale }),
    response: z.object({ message: customerMessage, conversation: customerConversation }),
    errors: [
      'channels.inbox_not_found',
      'conversation.empty_message',
      'conversation.message_too_long',
      'conversation.key_reused',
      'file.not_found',
    ],
  }),
  messages: endpoint({
    method: 'GET',
    path: '/api/chat/conversations/:id/messages',
    access: 'customer',
    summary:
      'A stretch of the thread. With `wait` (seconds) and nothing newer than `after` and `version`, the answer comes as soon as there is: the way to stay live without a socket.',
    params: byId,
    query: z.object({
      after: z.coerce.number().int().min(0).optional(),
      before: z.coerce.number().int().min(1).optional(),
      version: z.coerce.number().int().min(0).optional(),
      wait: z.coerce.number().int().min(0).max(30).default(0),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    response: stretch,
    errors: ['conversation.not_found'],
  }),
  post: endpoint({
    method: 'POST',
    path: '/api/chat/conversations/:id/messages',
    access: 'customer',
    summary:
      'Write into a conversation. If it was closed too long ago a new one is started, which links back: look at `conversation.id` of the answer. What is open goes on, and what was closed lately reopens, in an inbox that is switched off too; only the new one is refused.',
    params: byId,
    body: newCustomerText,
    response: z.object({ message: customerMessage, conversation: customerConversation }),
    errors: [
      'channels.inbox_not_found',
      'conversation.not_found',
      'conversation.empty_message',
      'conversation.message_too_long',
      'conversation.key_reused',
      'file.not_found',
    ],
  }),
  postInOrder: endpoint({
    method: 'POST',
    path: '/api/chat/messages',
    access: 'customer',
    summary:
      'Write several messages, one after the other, each into a conversation or (with `conversationId` null) to start one: for a page that closes and cannot wait for each. It ends with the first that is refused, and answers those before it; when that is the very first, with its refusal. Those after it are not written.',
    body: z.object({
      locale,
      items: z
        .array(
          newCustomerText.extend({
            conversationId: id.nullable().default(null),
            topic: z.enum(topics).nullable().default(null),
          }),
        )
        .min(1)
        .max(maximumInOrder),
    }),
    response: z.object({
      items: z.array(z.object({ message: customerMessage, conversation: customerConversation })),
    }),
    errors: [
      'channels.inbox_not_found',
      'conversation.not_found',
      'conversation.empty_message',
      'conversation.message_too_long',
      'conversation.key_reused',
      'file.not_found',
    ],
  }),
  read: endpoint({
    method: 'POST',
    path: '/api/chat/conversations/:id/read',
    access: 'customer',
    summary: 'Say up to which message the customer’s client has received and the customer has read.',
    params: byId,
    body: z.object({ deliveredSeq: z.number().int().min(0), readSeq: z.number().int().min(0) }),
    response: customerConversation,
    errors: ['conversation.not_found'],
  }),
  typing: endpoint({
    method: 'POST',
    path: '/api/chat/conversations/:id/typing',
    access: 'customer',
    summary: 'Say that the customer is typing, or stopped. Kept nowhere.',
    params: byId,
    body: z.object({ on: z.boolean() }),
    errors: ['conversation.not_found'],
  }),
  leaveAddress: endpoint({
    method: 'PUT',
    path: '/api/chat/address',
    access: 'customer',
    summary:
      'Leave an e-mail address to which answers are sent when the customer has left the page. Answers the one in force: an address that the exchange vouched for stays.',
    body: z.object({ email }),
    response: z.object({ email }),
  }),
};

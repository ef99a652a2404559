import { z } from 'zod';
import { topics } from './channels.ts';
import { customerConversation, customerMessage } from './chat.ts';
import { conversation, message, newCustomerText } from './conversations.ts';
import { draftKind } from './drafts.ts';
import { errorBody } from './endpoint.ts';
import { presence } from './people.ts';
import { id, locale } from './shapes.ts';
import { slaAlert, ticketClocks } from './sla.ts';
import { categories } from './ticket-categories.ts';
import { ticket } from './tickets.ts';
import { messageTranslation } from './translation.ts';

/** The WebSocket's address. Agents come with their cookie, customers with `hello`. */
export const livePath = '/api/live';

/** An agent in a thread: looking at it, or writing. */
export const viewer = z.object({ agentId: id, replying: z.boolean() });
export type Viewer = z.infer<typeof viewer>;

/** What agents' sockets hear. */
export const agentEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('message.posted'), message, conversation }),
  z.object({ type: z.literal('message.changed'), message }),
  /** A message has a translation, or another one. */
  z.object({ type: z.literal('message.translated'), translation: messageTranslation }),
  z.object({ type: z.literal('conversation.changed'), conversation }),
  /** It left what this agent may see. */
  z.object({ type: z.literal('conversation.removed'), conversationId: id }),
  z.object({ type: z.literal('ticket.changed'), ticket }),
  /** It left what this agent may see. */
  z.object({ type: z.literal('ticket.removed'), ticketId: id }),
  /** What tickets of a category are asked was changed. Fetch it. */
  z.object({ type: z.literal('ticket_form.changed'), category: z.enum(categories) }),
  /** The clocks of a ticket run otherwise than before, or have come to something. */
  z.object({ type: z.literal('sla.changed'), ...ticketClocks.shape }),
  /** Whoever hears it is to look; it is kept until they acknowledge it or it is cleared, of which they hear too. */
  z.object({ type: z.literal('sla.alert'), alert: slaAlert }),
  /** One's own draft, or one that is or was shared, is no longer as it was; `version` is null once it is gone. Fetch it. */
  z.object({
    type: z.literal('draft.changed'),
    conversationId: id,
    agentId: id,
    kind: draftKind,
    version: z.number().int().nullable(),
  }),
  z.object({ type: z.literal('presence.changed'), agentId: id, presence, load: z.number().int() }),
  z.object({ type: z.literal('customer.typing'), conversationId: id, on: z.boolean() }),
  z.object({ type: z.literal('viewers.changed'), conversationId: id, viewers: z.array(viewer) }),
  z.object({
    type: z.literal('mentioned'),
    conversationId: id,
    messageId: id,
    by: z.string(),
  }),
]);
export type AgentEvent = z.infer<typeof agentEvent>;

/** What customers' sockets hear. */
export const customerEvent = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('message.posted'),
    message: customerMessage,
    conversation: customerConversation,
  }),
  z.object({ type: z.literal('conversation.changed'), conversation: customerConversation }),
  /** One of the customer's tickets is no longer as it was; heard by sessions of the portal. */
  z.object({ type: z.literal('own_ticket.changed'), ticketId: id }),
  z.object({
    type: z.literal('agent.typing'),
    conversationId: id,
    on: z.boolean(),
    name: z.string().nullable(),
  }),
]);
export type CustomerEvent = z.infer<typeof customerEvent>;

const ref = z.string().min(1).max(40);

/**
 * What clients say. The first frame is `hello`; everything else before `welcome` is refused.
 * `send` and `start` are answered by `ack` after commit, or `refused`; the same `key` may be sent again, over a socket or HTTP.
 */
export const clientFrame = z.discriminatedUnion('t', [
  z.object({
    t: z.literal('hello'),
    /** Customers only. */
    token: z.string().max(4000).optional(),
    browserKey: z.string().max(100).optional(),
  }),
  z.object({ t: z.literal('ping') }),
  /** The user moved or typed: keeps an agent from going away. At most every 30 s. */
  z.object({ t: z.literal('active') }),
  /** Agents: look at a thread (or, with null, at none): for colleagues' eyes, and for typing. */
  z.object({ t: z.literal('view'), conversationId: id.nullable(), replying: z.boolean() }),
  z.object({ t: z.literal('typing'), conversationId: id, on: z.boolean() }),
  /** Customers. */
  newCustomerText.extend({ t: z.literal('send'), ref, conversationId: id }),
  newCustomerText.extend({
    t: z.literal('start'),
    ref,
    topic: z.enum(topics).nullable().default(null),
    locale,
  }),
  z.object({
    t: z.literal('read'),
    conversationId: id,
    deliveredSeq: z.number().int().min(0),
    readSeq: z.number().int().min(0),
  }),
]);
export type ClientFrame = z.input<typeof clientFrame>;

export const serverFrame = z.discriminatedUnion('t', [
  z.object({ t: z.literal('welcome'), as: z.enum(['agent', 'customer']) }),
  z.object({ t: z.literal('pong') }),
  /** Hints may have been missed: fetch what is on screen, as after a reconnect. */
  z.object({ t: z.literal('resync') }),
  z.object({ t: z.literal('event'), event: z.union([agentEvent, customerEvent]) }),
  z.object({
    t: z.literal('ack'),
    ref,
    message: customerMessage,
    conversation: customerConversation,
  }),
  /** `ref` is null when the frame could not be read at all. */
  errorBody.extend({ t: z.literal('refused'), ref: ref.nullable() }),
]);
export type ServerFrame =
  | { t: 'welcome'; as: 'agent' | 'customer' }
  | { t: 'pong' }
  | { t: 'resync' }
  | { t: 'event'; event: AgentEvent | CustomerEvent }
  | {
      t: 'ack';
      ref: string;
      message: z.infer<typeof customerMessage>;
      conversation: z.infer<typeof customerConversation>;
    }
  | ({ t: 'refused'; ref: string | null } & z.infer<typeof errorBody>);

/** Why the server closes a socket, in the range that applications may use. */
export const closeCodes = {
  /** Not signed in, or the token is refused: do not come back with the same one. */
  refused: 4401,
  /** Says too much too fast. */
  flooding: 4429,
  /** The server restarts: come back at once. */
  restarting: 4503,
} as const;

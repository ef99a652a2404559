import { z } from 'zod';
import { customerMessage } from './chat.ts';
import { newCustomerText } from './conversations.ts';
import { endpoint } from './endpoint.ts';
import { byId, email, id, locale, moment, page } from './shapes.ts';
import { notToldInChat, tellBy, toldBy } from './telling.ts';
import { category, ticketStatus } from './ticket-views.ts';
import { ticketFields, ticketSubject } from './tickets.ts';

/** Minutes for which a code that was sent to an e-mail address is good, digits in it, and wrong tries until it is not. */
export const mailedCodeMinutes = 10;
export const mailedCodeDigits = 6;
export const mailedCodeTries = 5;
/** Days within which a rating can be changed. */
export const ratingDays = 7;

/** A ticket as a line of its customer's list. */
export const portalTicketLine = z.object({
  id,
  /** What people call it: `#10423`. */
  number: z.number().int(),
  version: z.number().int(),
  status: ticketStatus,
  category,
  subject: z.string(),
  /** Something was written to the customer that they have not read. */
  unread: z.boolean(),
  createdAt: moment,
  updatedAt: moment,
});
export type PortalTicketLine = z.infer<typeof portalTicketLine>;

export const ticketRating = z.object({
  /** From 1 (bad) to 5 (very good). */
  score: z.number().int().min(1).max(5),
  comment: z.string(),
  ratedAt: moment,
  changeableUntil: moment,
});

/** A ticket as its customer sees it: nothing of teams, agents among themselves, priority or tags. */
export const portalTicket = portalTicketLine.extend({
  fields: ticketFields,
  /** Its thread, to be read by `chat.messages`; null for what has none. */
  conversationId: id.nullable(),
  solvedAt: moment.nullable(),
  closedAt: moment.nullable(),
  /** Until when the customer can reopen it; null when it is not solved, or too late. */
  reopenUntil: moment.nullable(),
  /** The customer may rate it now, or change their rating. */
  mayRate: z.boolean(),
  rating: ticketRating.nullable(),
  /** How its customer is told of it; null when they look at the page only. */
  tellBy: toldBy.nullable(),
  /** The chat that they chose is connected no more, or could not be reached when there was news last; null: neither. */
  notTold: notToldInChat.nullable(),
  /** The ticket that it goes on as today, at the end of its merges. */
  mergedInto: z.object({ id, number: z.number().int() }).nullable(),
});
export type PortalTicket = z.infer<typeof portalTicket>;

/** By when the customer is to hear something of a ticket: the soonest of an answer, news and the solution that is still owed. */
export const portalPromise = z.object({
  /** Null when nothing is owed, or nothing runs. */
  updateBy: moment.nullable(),
  /** That moment has passed. */
  late: z.boolean(),
  /** By when it is to be solved; null when that is not promised or stands still. */
  solvedBy: moment.nullable(),
  /** What is owed stands still, in most cases until the customer answers. */
  paused: z.boolean(),
});
export type PortalPromise = z.infer<typeof portalPromise>;

const written = z.object({ ticket: portalTicket, message: customerMessage });
const writing = [
  'ticket.not_found',
  'conversation.closed',
  'conversation.empty_message',
  'conversation.message_too_long',
  'conversation.key_reused',
  'file.not_found',
] as const;

/** The customer's side of tickets. */
export const portalEndpoints = {
  config: endpoint({
    method: 'GET',
    path: '/api/portal/config',
    access: 'public',
    summary: 'What the portal’s page needs to know before anybody is known.',
    response: z.object({
      organisation: z.string(),
      /** Whose keys sign the identities of those who come from the exchange; null while no portal is open. */
      inbox: z.string().nullable(),
      /** Codes can be sent by e-mail. */
      mail: z.boolean(),
      maximumUploadBytes: z.number().int(),
    }),
  }),
  requestCode: endpoint({
    method: 'POST',
    path: '/api/portal/codes',
    access: 'public',
    summary:
      'Have a code sent to an e-mail address. The answer is the same whether or not somebody is known by it.',
    body: z.object({ email, locale }),
    response: z.object({ challenge: id, minutes: z.number().int() }),
    errors: ['access.too_many_attempts', 'channels.inbox_not_found'],
  }),
  signIn: endpoint({
    method: 'POST',
    path: '/api/portal/sessions',
    access: 'public',
    summary:
      'Begin a session by the code that was sent. It is that of a customer with a proven e-mail address, never of one whom the exchange has verified: those come with a signed identity, by `chat.begin`.',
    body: z.object({
      challenge: id,
      email,
      code: z.string().max(20),
      /** A secret that this browser made (32 random bytes, base64url) and keeps. */
      browserKey: z.string().min(20).max(100),
      locale,
      timeZone: z.string().max(60).optional(),
    }),
    response: z.object({
      /** Sent as `authorization: Bearer`, together with `x-fairlead-browser`. */
      token: z.string(),
      customer: z.object({ id, email, locale }),
    }),
    errors: ['access.wrong_code', 'access.too_many_attempts', 'channels.inbox_not_found'],
  }),
  list: endpoint({
    method: 'GET',
    path: '/api/portal/tickets',
    access: 'customer',
    summary: 'The customer’s tickets, those that changed last first.',
    query: z.object({
      state: z.enum(['active', 'done', 'all']).default('active'),
      cursor: z.string().max(500).optional(),
      limit: z.coerce.number().int().min(1).max(100).default(20),
    }),
    response: page(portalTicketLine),
  }),
  get: endpoint({
    method: 'GET',
    path: '/api/portal/tickets/:id',
    access: 'customer',
    summary: 'One of the customer’s tickets.',
    params: byId,
    response: portalTicket,
    errors: ['ticket.not_found'],
  }),
  promise: endpoint({
    method: 'GET',
    path: '/api/portal/tickets/:id/promise',
    access: 'customer',
    summary: 'By when the customer is to hear of one of their tickets.',
    params: byId,
    response: portalPromise,
    errors: ['ticket.not_found'],
  }),
  open: endpoint({
    method: 'POST',
    path: '/api/portal/tickets',
    access: 'customer',
    summary:
      'Open a ticket, with a thread of its own that begins with `text`. For customers whom the exchange verified or whose e-mail address is proven.',
    body: newCustomerText.extend({
      subject: ticketSubject,
      category,
      fields: ticketFields.default({}),
      locale,
      /** How to tell them of it; null to look at the page only. */
      tellBy: tellBy.nullable().default(null),
    }),
    response: portalTicket,
    errors: [
      'channels.inbox_not_found',
      'conversation.empty_message',
      'conversation.message_too_long',
      'conversation.key_reused',
      'file.not_found',
      'ticket.field_required',
      'ticket.field_unknown',
      'ticket.field_invalid',
      'ticket.txid_invalid',
      'ticket.address_invalid',
      'ticket.address_mistyped',
      'ticket.chat_not_connected',
    ],
  }),
  write: endpoint({
    method: 'POST',
    path: '/api/portal/tickets/:id/messages',
    access: 'customer',
    summary:
      'Write on a ticket, with files as evidence. What waited for the customer is open again, and what was solved lately too; later a ticket that follows it begins: look at `ticket.id` of the answer.',
    params: byId,
    body: newCustomerText,
    response: written,
    errors: writing,
  }),
  solve: endpoint({
    method: 'POST',
    path: '/api/portal/tickets/:id/solve',
    access: 'customer',
    summary: 'Say that it is solved. What is so already stays.',
    params: byId,
    response: portalTicket,
    errors: ['ticket.not_found', 'ticket.closed', 'ticket.still_worked_on'],
  }),
  rate: endpoint({
    method: 'PUT',
    path: '/api/portal/tickets/:id/rating',
    access: 'customer',
    summary: `Rate how it was solved, once; for ${ratingDays} days the rating can be changed.`,
    params: byId,
    body: z.object({ score: z.number().int().min(1).max(5), comment: z.string().max(2000).default('') }),
    response: portalTicket,
    errors: ['ticket.not_found', 'ticket.rating_refused'],
  }),
  reopen: endpoint({
    method: 'POST',
    path: '/api/portal/tickets/:id/reopen',
    access: 'customer',
    summary: 'Open a solved ticket again and say what is still wrong, within the days that are set.',
    params: byId,
    body: newCustomerText,
    response: written,
    errors: [...writing, 'ticket.closed'],
  }),
  tell: endpoint({
    method: 'PUT',
    path: '/api/portal/tickets/:id/telling',
    access: 'customer',
    summary:
      'Choose how to be told of a ticket: by letters to an address, in a chat that is connected to one’s account, in the live chat, or (null) on the page only.',
    params: byId,
    body: z.object({ tellBy: tellBy.nullable() }),
    response: portalTicket,
    errors: ['ticket.not_found', 'ticket.closed', 'ticket.chat_not_connected'],
  }),
};

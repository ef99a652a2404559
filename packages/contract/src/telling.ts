import { z } from 'zod';
import { channels } from './channels.ts';
import { endpoint } from './endpoint.ts';
import { byId, email, id, moment } from './shapes.ts';

const byEmail = z.object({ by: z.literal('email'), address: email });

const byLiveChat = z.object({ by: z.literal('live_chat') });

/**
 * How a customer wishes to be told of a ticket: by letters to an address, in their own chat at an inbox of a platform, which is connected to their account, or in the
 * live chat on our pages.
 */
export const tellBy = z.discriminatedUnion('by', [
  byEmail,
  z.object({ by: z.literal('chat'), inboxId: id }),
  byLiveChat,
]);
export type TellBy = z.infer<typeof tellBy>;

/** The same as it is shown, with the platform of the chat. */
export const toldBy = z.discriminatedUnion('by', [
  byEmail,
  z.object({ by: z.literal('chat'), inboxId: id, channel: z.enum(channels) }),
  byLiveChat,
]);
export type ToldBy = z.infer<typeof toldBy>;

/**
 * Why somebody is not told in the chat that they chose. `disconnected`: it is no longer connected to their account. `window_over`: they wrote there too long ago
 * for their platform. `refused`: it does not take the message, such as of whom they blocked. `inbox_closed`: we do not use the inbox. `no_answer`: the platform
 * could not be asked, however often we tried. `unread`: it stood in the live chat, and nobody read it in time.
 */
export const tellTroubles = [
  'disconnected',
  'window_over',
  'refused',
  'inbox_closed',
  'no_answer',
  'unread',
] as const;
export type TellTrouble = (typeof tellTroubles)[number];

/** News that did not come, or was not read, in the chat that was chosen; `channel` is `chat` for the live chat. */
export const notToldInChat = z.object({
  channel: z.enum(channels),
  why: z.enum(tellTroubles),
  /** They are, or were, told by a letter to their proven address instead; otherwise it stands in the portal only. */
  byEmail: z.boolean(),
});
export type NotToldInChat = z.infer<typeof notToldInChat>;

/** What customers are told of. */
export const tellingKinds = ['received', 'answered', 'pending', 'on_hold', 'solved'] as const;
export type TellingKind = (typeof tellingKinds)[number];

/** How the customer of a ticket is told of it, as agents see it: no address. */
export const ticketTelling = z.object({
  /** Null: in the portal only, and where the ticket has a conversation elsewhere, there. */
  way: z.enum(['email', 'chat', 'live_chat']).nullable(),
  /** The platform and the inbox of the chat. */
  chat: z.object({ channel: z.enum(channels), inbox: z.string() }).nullable(),
  /** What they chose no longer holds, or did not work the last time. */
  trouble: notToldInChat.nullable(),
  /** What they were told last. */
  last: z
    .object({
      at: moment,
      /** Null where it is of before that was kept. */
      kind: z.enum(tellingKinds).nullable(),
      way: z.enum(['email', 'chat', 'nothing']),
      channel: z.enum(channels).nullable(),
      /** In the live chat: whether the customer has read it, there or on the ticket’s page. Null for what was told elsewhere. */
      read: z.boolean().nullable(),
      /** What the platform said to a message that it did not take. */
      reason: z.string().nullable(),
    })
    .nullable(),
});
export type TicketTelling = z.infer<typeof ticketTelling>;

/** How customers are told of their tickets, for agents. */
export const tellingEndpoints = {
  telling: endpoint({
    method: 'GET',
    path: '/api/tickets/:id/telling',
    access: { permission: 'tickets.read' },
    summary:
      'How the customer of a ticket is told of it, what they were told last, and whether the chat that they chose was not reached.',
    params: byId,
    response: ticketTelling,
    errors: ['ticket.not_found'],
  }),
};

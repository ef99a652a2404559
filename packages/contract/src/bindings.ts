import { z } from 'zod';
import { channels } from './channels.ts';
import { endpoint } from './endpoint.ts';
import { byId, id, moment } from './shapes.ts';

const boundChat = z.object({
  /** The inbox that the customer writes to. */
  inboxId: id,
  channel: z.enum(channels),
  /** Who we are there. */
  account: z.object({ name: z.string(), handle: z.string().nullable() }).nullable(),
  /** Since when a chat there is tied to the account; null: none is. */
  boundAt: moment.nullable(),
  /** For how many hours after one last wrote there one can be told news there; null: always. */
  newsHours: z.number().int().nullable(),
  /** A code that was given out and still works; `asked`: it has come from a chat, which is asked whether it is the customer’s. */
  pending: z.object({ expiresAt: moment, asked: z.boolean() }).nullable(),
});
export type BoundChat = z.infer<typeof boundChat>;

const mine = ['exchange.customer_not_verified'] as const;

/** Chats on platforms that verified customers tie to their account. */
export const bindingEndpoints = {
  listChats: endpoint({
    method: 'GET',
    path: '/api/account/chats',
    access: 'customer',
    summary:
      'The platforms on which one can write to us, and where one’s own chat there is tied to the account.',
    response: z.object({
      items: z.array(boundChat),
      /** The live chat is there for them: they can choose to be told of tickets in it. */
      liveChat: z.boolean(),
    }),
    errors: mine,
  }),
  beginBinding: endpoint({
    method: 'POST',
    path: '/api/account/chats/:id/code',
    access: 'customer',
    summary:
      'Get a code for the inbox that ties the chat from which it is sent to the account, once that chat has agreed. It works for 15 minutes; the one before ends.',
    params: byId,
    response: z.object({
      code: z.string(),
      expiresAt: moment,
      /** Opens a chat with us. */
      link: z.string().nullable(),
      /** The link brings the code along; otherwise it is sent by hand. */
      linkCarriesCode: z.boolean(),
      /** A QR code that opens a chat and brings the code along: squares a side, and the dark ones as the path of an SVG. Null: there is none. */
      scan: z.object({ size: z.number().int(), path: z.string() }).nullable(),
    }),
    errors: [...mine, 'channels.inbox_not_found'],
  }),
  endBinding: endpoint({
    method: 'DELETE',
    path: '/api/account/chats/:id',
    access: 'customer',
    summary:
      'Untie the chat at an inbox from the account, and end its code. What was written stays; what is written there later is somebody else’s. May be asked twice.',
    params: byId,
    errors: mine,
  }),
};

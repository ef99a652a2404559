import { z } from 'zod';
import { type Channel, channels } from './channels.ts';
import { endpoint } from './endpoint.ts';
import { postLength } from './platform-places.ts';
import { byId, id, locale, maximumMessageLength, moment } from './shapes.ts';

/** Channels on which people write publicly, so that a public answer may hold a link to a private chat. */
export const privateLinkChannels: readonly Channel[] = ['x', 'facebook'];

/** When agents are offered the link: where the platform has no private way, or always. */
export const privateLinkUses = ['when_needed', 'always'] as const;

const privateLinkSettings = z.object({
  /** The chat that links lead to; null: there are none. */
  chatInboxId: id.nullable(),
  use: z.enum(privateLinkUses),
});
export type PrivateLinkSettings = z.infer<typeof privateLinkSettings>;

/**
 * Whether whoever writes in a private chat is who wrote in public. `unproven`: nobody knows. `proven`: they posted the chat's code from there.
 * `other`: another chat of the same link was proven, so this one is somebody else's.
 */
const standing = z.enum(['unproven', 'proven', 'other']);
export type PrivateChatStanding = z.infer<typeof standing>;

/** A conversation at the other end of a link. */
const otherEnd = z.object({
  conversationId: id,
  number: z.number().int(),
  standing,
  /** The reader may open it. */
  reachable: z.boolean(),
});

const privateLinkView = z.object({
  /** A link may be put into a public answer now. */
  offered: z.boolean(),
  /** Of a public conversation: the newest link, and the newest chats that began by any. Null: none was made. */
  link: z
    .object({
      state: z.enum(['open', 'proven', 'revoked', 'expired']),
      expiresAt: moment,
      /** When its page was first opened, by whoever; null: not yet. */
      openedAt: moment.nullable(),
      chats: z.array(otherEnd),
    })
    .nullable(),
  /** Of a private chat that began by a link: the public conversation. */
  from: otherEnd
    .extend({
      channel: z.enum(channels),
      /** What is written there in public comes in here, and may be answered from here. */
      goesOnHere: z.boolean(),
      /** Of a public answer there; null: more than a message of ours holds. */
      length: postLength.nullable(),
    })
    .nullable(),
});
export type PrivateLinkView = z.infer<typeof privateLinkView>;

const ownChat = z.object({ conversationId: id, standing });
const byCode = z.object({ code: z.string().max(40) });
/** `private_link.over`: also of a link that was given out before links were signed. */
const gone = ['private_link.not_found', 'private_link.over'] as const;

/** Links in public answers that lead to a private chat, and how a chat is proven to be whose comment was answered. */
export const privateLinkEndpoints = {
  settings: endpoint({
    method: 'GET',
    path: '/api/channels/inboxes/:id/private-link',
    access: { permission: 'channels.manage' },
    summary: 'Whether public answers of an inbox may hold a link to a private chat, and to which.',
    params: byId,
    response: privateLinkSettings,
    errors: ['channels.inbox_not_found'],
  }),
  saveSettings: endpoint({
    method: 'PUT',
    path: '/api/channels/inboxes/:id/private-link',
    access: { permission: 'channels.manage' },
    summary: 'Set that. Links that were made before stay open until their time is over.',
    params: byId,
    body: privateLinkSettings,
    response: privateLinkSettings,
    errors: ['channels.inbox_not_found', 'request.invalid'],
  }),
  read: endpoint({
    method: 'GET',
    path: '/api/conversations/:id/private-link',
    access: { permission: 'conversations.read' },
    summary:
      'Which private chats began by the link in a public answer, or which public conversation a private chat began from, and whether it is proven to be the same person.',
    params: byId,
    response: privateLinkView,
    errors: ['conversation.not_found'],
  }),
  make: endpoint({
    method: 'POST',
    path: '/api/conversations/:id/private-link',
    access: { permission: 'conversations.reply' },
    summary:
      'Make a link to a private chat for a public answer, in a line in the customer’s language. Everybody can open it: who writes there is nobody until they prove that they wrote in public. It works for seven days.',
    params: byId,
    response: z.object({ text: z.string(), expiresAt: moment }),
    errors: ['conversation.not_found', 'private_link.not_offered'],
  }),
  revoke: endpoint({
    method: 'POST',
    path: '/api/conversations/:id/private-link/revoke',
    access: { permission: 'conversations.reply' },
    summary:
      'Take back the links of a public conversation that are still open: they take no chats and no proofs any more. With `revoked` false that is undone, for as long as they would have worked. What began by them stays.',
    params: byId,
    body: z.object({ revoked: z.boolean() }),
    response: privateLinkView,
    errors: ['conversation.not_found'],
  }),
  look: endpoint({
    method: 'GET',
    path: '/api/private-links/:code',
    access: 'public',
    summary:
      'What a link in a public answer is: where it stood, and which chat it leads to. Nothing of what was written. A code that we did not sign is refused without being looked for.',
    params: byCode,
    response: z.object({
      state: z.enum(['open', 'over']),
      channel: z.enum(channels),
      /** Who we are there. */
      account: z.object({ name: z.string(), handle: z.string().nullable() }).nullable(),
      /** The key of the chat's inbox. */
      inbox: z.string(),
    }),
    errors: gone,
  }),
  own: endpoint({
    method: 'GET',
    path: '/api/private-links/:code/chat',
    access: 'customer',
    summary: 'The private chat that the customer began by a link, if any, and whether it is proven.',
    params: byCode,
    response: z.object({ chat: ownChat.nullable() }),
    errors: gone,
  }),
  begin: endpoint({
    method: 'POST',
    path: '/api/private-links/:code/chat',
    access: 'customer',
    summary:
      'Begin a private chat by a link, as a conversation of its own; one for each customer and link. The same again changes nothing.',
    params: byCode,
    body: z.object({
      text: z.string().max(maximumMessageLength + 1000),
      /** Sent all the same, though the browser found a secret in it. */
      anyway: z.boolean().default(false),
      locale,
    }),
    response: z.object({ chat: ownChat }),
    errors: [
      ...gone,
      'channels.inbox_not_found',
      'conversation.empty_message',
      'conversation.message_too_long',
      'conversation.key_reused',
    ],
  }),
  prove: endpoint({
    method: 'POST',
    path: '/api/private-links/:code/proof',
    access: 'customer',
    summary:
      'Get a code to post below our public answer, from the account that was answered: that proves the private chat to be theirs, and the public conversation goes on in it. It works once and for 15 minutes; the one before ends. Heard from anybody else it is void.',
    params: byCode,
    response: z.object({ code: z.string(), expiresAt: moment }),
    errors: gone,
  }),
};

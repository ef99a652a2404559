import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { byId, givenName, id, locale, moment } from './shapes.ts';

export const channels = ['chat', 'portal', 'email', 'telegram', 'facebook', 'wechat', 'x'] as const;
export type Channel = (typeof channels)[number];

/** What customers can choose to ask about before they write; each leads to a team. Texts stand under `topic.<id>`. */
export const topics = [
  'trading',
  'deposit_withdrawal',
  'account_security',
  'verification',
  'futures',
  'p2p_fiat',
  'api',
  'other',
] as const;
export type Topic = (typeof topics)[number];

/** The public part of a key that signs customers' identities; the secret itself is shown once, when made. */
export const identityKey = z.object({
  id,
  algorithm: z.enum(['HS256', 'RS256', 'ES256']),
  createdAt: moment,
  lastUsedAt: moment.nullable(),
});

export const inbox = z.object({
  id,
  channel: z.enum(channels),
  name: z.string(),
  /** Names the inbox in the page's script tag. */
  key: z.string(),
  /** Origins whose pages may embed the chat, such as `https://www.example.com`. Empty: none but our own. */
  allowedOrigins: z.array(z.string()),
  topics: z.array(z.enum(topics)),
  /** Which team gets a topic; a topic without one goes to `defaultTeamId`. */
  topicTeams: z.partialRecord(z.enum(topics), id),
  defaultTeamId: id,
  /** Hours within which a customer's next message reopens a closed conversation. */
  reopenHours: z.number().int().min(0).max(720),
  /** Seconds an agent has to take up an offered conversation before it goes to another. */
  acceptSeconds: z.number().int().min(15).max(3600),
  /** Hours within which an answer is promised to who writes while nobody is there. */
  answerHours: z.number().int().min(1).max(168),
  /**
   * The assistant answers first what begins here. In the chat, and in private on platforms, it hands over to people; letters and forms it answers at
   * once only where it is sure, and once, and people have what follows. It never answers what everybody can read.
   */
  assistant: z.boolean(),
  /** Where it does not answer first, it prepares what it would say, for whoever answers. Of no meaning in the chat. */
  drafts: z.boolean(),
  /** Switched off, it takes no new conversations; those that are open are finished. */
  enabled: z.boolean(),
  identityKeys: z.array(identityKey),
});
export type Inbox = z.infer<typeof inbox>;

const inboxBody = z.object({
  name: givenName(60),
  allowedOrigins: z.array(z.url().max(200)).max(50),
  topics: z.array(z.enum(topics)).max(topics.length),
  topicTeams: z.partialRecord(z.enum(topics), id),
  defaultTeamId: id,
  reopenHours: z.number().int().min(0).max(720),
  acceptSeconds: z.number().int().min(15).max(3600),
  answerHours: z.number().int().min(1).max(168),
  assistant: z.boolean(),
  drafts: z.boolean(),
  enabled: z.boolean(),
});

export const channelEndpoints = {
  listInboxes: endpoint({
    method: 'GET',
    path: '/api/channels/inboxes',
    access: { permission: 'channels.read' },
    summary: 'All inboxes.',
    response: z.object({ items: z.array(inbox) }),
  }),
  createInbox: endpoint({
    method: 'POST',
    path: '/api/channels/inboxes',
    access: { permission: 'channels.manage' },
    summary: 'Make an inbox of a channel.',
    body: inboxBody.extend({
      channel: z.enum(channels).default('chat'),
      assistant: z.boolean().default(false),
      drafts: z.boolean().default(true),
    }),
    response: inbox,
    errors: ['people.team_not_found'],
  }),
  updateInbox: endpoint({
    method: 'PATCH',
    path: '/api/channels/inboxes/:id',
    access: { permission: 'channels.manage' },
    summary: 'Change an inbox.',
    params: byId,
    body: inboxBody.partial(),
    response: inbox,
    errors: ['channels.inbox_not_found', 'people.team_not_found'],
  }),
  addIdentityKey: endpoint({
    method: 'POST',
    path: '/api/channels/inboxes/:id/identity-keys',
    access: { permission: 'channels.manage' },
    summary:
      'Add a key for signed identities. Two may be active, so that a secret can be changed without a gap; a third retires the oldest.',
    params: byId,
    body: z.discriminatedUnion('algorithm', [
      z.object({ algorithm: z.literal('HS256') }),
      z.object({ algorithm: z.enum(['RS256', 'ES256']), publicKey: z.string().min(50).max(8000) }),
    ]),
    /** `secret` only for HS256, and only in this answer. */
    response: z.object({ key: identityKey, secret: z.string().nullable() }),
    errors: ['channels.inbox_not_found', 'request.invalid'],
  }),
  retireIdentityKey: endpoint({
    method: 'DELETE',
    path: '/api/channels/inboxes/:id/identity-keys/:keyId',
    access: { permission: 'channels.manage' },
    summary: 'Stop accepting identities signed by a key, at once.',
    params: z.object({ id, keyId: id }),
    errors: ['channels.inbox_not_found', 'request.not_found'],
  }),
  /** Read by the widget before anybody is known. */
  readChatConfig: endpoint({
    method: 'GET',
    path: '/api/chat/inboxes/:key',
    access: 'public',
    summary: 'What the widget needs to know of an inbox, also of one that is switched off.',
    params: z.object({ key: z.string().max(64) }),
    response: z.object({
      organisation: z.string(),
      topics: z.array(z.enum(topics)),
      maximumUploadBytes: z.number().int(),
      /** Languages in which somebody is online now. */
      languagesOnline: z.array(z.string()),
      defaultLocale: locale,
    }),
    errors: ['channels.inbox_not_found'],
  }),
};

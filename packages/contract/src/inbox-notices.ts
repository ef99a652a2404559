import { z } from 'zod';
import type { Channel } from './channels.ts';
import { endpoint } from './endpoint.ts';
import { byId, moment } from './shapes.ts';

/** What customers are told by a template once their platform takes no answers any more. */
export const noticeKinds = ['answered', 'status'] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** What a field of a template can hold: the number of the case, how it stands, when it happened, who we are. */
export const noticeSources = ['number', 'status', 'time', 'organisation'] as const;
export type NoticeSource = (typeof noticeSources)[number];

/** Channels whose platform has such templates. */
export const noticeChannels: readonly Channel[] = ['wechat'];

/**
 * `template`: the platform takes it for every follower. `subscription`: for who agreed to it, once for each time they did (WeChat's 订阅通知).
 */
export const noticeWays = ['template', 'subscription'] as const;
export type NoticeWay = (typeof noticeWays)[number];

const inboxNotice = z.object({
  kind: z.enum(noticeKinds),
  way: z.enum(noticeWays).default('template'),
  /** As the platform names the template in this account. */
  templateId: z.string().trim().min(1).max(100),
  /** The template's fields by their names there, such as `character_string1`. */
  fields: z
    .array(
      z.object({
        name: z
          .string()
          .regex(/^[A-Za-z][A-Za-z_]*\d*$/)
          .max(40),
        source: z.enum(noticeSources),
      }),
    )
    .min(1)
    .max(10),
});
export type InboxNotice = z.infer<typeof inboxNotice>;

/** Where somebody agreed or refused: on a page of ours, in an article, in their settings; `platform`: it said so when a notice was sent. */
export const consentSources = ['page', 'article', 'settings', 'platform'] as const;
export type ConsentSource = (typeof consentSources)[number];

const consent = z.object({
  templateId: z.string(),
  /** What the template is for in this inbox; null: for nothing now. */
  kind: z.enum(noticeKinds).nullable(),
  /** `given`: one notice may be sent. `used`: it was. */
  standing: z.enum(['given', 'used', 'refused']),
  source: z.enum(consentSources),
  at: moment,
  usedAt: moment.nullable(),
});
export type NoticeConsent = z.infer<typeof consent>;

export const noticeConsentEndpoints = {
  noticeConsents: endpoint({
    method: 'GET',
    path: '/api/conversations/:id/notice-consents',
    access: { permission: 'conversations.read' },
    summary:
      'What the customer of a conversation agreed to be sent on its platform, or refused: by template, when, and where. The newest twenty.',
    params: byId,
    response: z.object({ items: z.array(consent) }),
    errors: ['conversation.not_found'],
  }),
};

const notices = z.array(inboxNotice).max(noticeKinds.length);

export const inboxNoticeEndpoints = {
  listNotices: endpoint({
    method: 'GET',
    path: '/api/channels/inboxes/:id/notices',
    access: { permission: 'channels.manage' },
    summary:
      'The templates by which customers of an inbox are told of something once its platform takes no answers.',
    params: byId,
    response: z.object({ items: notices }),
    errors: ['channels.inbox_not_found'],
  }),
  saveNotices: endpoint({
    method: 'PUT',
    path: '/api/channels/inboxes/:id/notices',
    access: { permission: 'channels.manage' },
    summary: 'Set these templates; kinds that are left out are not told of.',
    params: byId,
    body: z.object({ items: notices }),
    response: z.object({ items: notices }),
    errors: ['channels.inbox_not_found', 'request.invalid'],
  }),
};

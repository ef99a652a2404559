import { z } from 'zod';
import type { Channel } from './channels.ts';
import { endpoint } from './endpoint.ts';
import { byId, moment } from './shapes.ts';

/** What a channel's platform said when it was last asked: a code of the catalogue and the platform's own words. */
export const socialTrouble = z.object({
  code: z.enum([
    'channels.platform_unreachable',
    'channels.platform_sign_in_refused',
    'channels.platform_refused',
  ]),
  words: z.string(),
});
export type SocialTrouble = z.infer<typeof socialTrouble>;

/** What the things that an inbox signs in with are called. */
export type CredentialName =
  | 'token'
  | 'apiUrl'
  | 'pageToken'
  | 'appSecret'
  | 'formerAppSecret'
  | 'graphUrl'
  | 'accountName'
  | 'appId'
  | 'wechatSecret'
  | 'encodingAesKey'
  | 'formerEncodingAesKey'
  | 'wechatUrl'
  | 'consumerKey'
  | 'consumerSecret'
  | 'formerConsumerSecret'
  | 'accessToken'
  | 'accessTokenSecret'
  | 'clientId'
  | 'clientSecret'
  | 'xApiUrl'
  | 'receive';

/** What a chosen thing may be. */
export type CredentialChoice = 'webhook' | 'activity' | 'polling';

/** One thing that an inbox signs in to its platform with. */
export interface CredentialField {
  readonly name: CredentialName;
  /** Never shown again once it is kept. */
  readonly secret: boolean;
  readonly optional: boolean;
  /** Says only who we are: another one leads to no other server and no other account. */
  readonly describes?: boolean;
  /** What it may be, the usual first, where it is chosen instead of written. */
  readonly choices?: readonly CredentialChoice[];
}

/** What an inbox of a channel with a platform behind it signs in with; channels without are absent. */
export const socialCredentials: { readonly [Name in Channel]?: readonly CredentialField[] } = {
  telegram: [
    { name: 'token', secret: true, optional: false },
    /** How messages come in: Telegram sends them, or we wait there for them, without an address of ours. */
    { name: 'receive', secret: false, optional: true, choices: ['webhook', 'polling'] },
    /** A server of the Bot API of one's own; left out, Telegram's. */
    { name: 'apiUrl', secret: false, optional: true },
  ],
  facebook: [
    { name: 'pageToken', secret: true, optional: false },
    { name: 'appSecret', secret: true, optional: false },
    /** The one before, while Facebook still signs with it. */
    { name: 'formerAppSecret', secret: true, optional: true },
    /** Where the Graph API is; left out, Facebook's. */
    { name: 'graphUrl', secret: false, optional: true },
  ],
  wechat: [
    /** WeChat does not tell it to us. */
    { name: 'accountName', secret: false, optional: true, describes: true },
    { name: 'appId', secret: false, optional: false },
    { name: 'wechatSecret', secret: true, optional: false },
    /** Without it WeChat neither encrypts nor signs what customers write. */
    { name: 'encodingAesKey', secret: true, optional: true },
    /** The one before, while requests under it are still on the way. */
    { name: 'formerEncodingAesKey', secret: true, optional: true },
    /** Where WeChat's API is; left out, `api.weixin.qq.com`. */
    { name: 'wechatUrl', secret: false, optional: true },
  ],
  x: [
    { name: 'consumerKey', secret: true, optional: false },
    { name: 'consumerSecret', secret: true, optional: false },
    /** Either these, or the two below and a sign-in on X's own page. */
    { name: 'accessToken', secret: true, optional: true },
    { name: 'accessTokenSecret', secret: true, optional: true },
    { name: 'clientId', secret: true, optional: true },
    { name: 'clientSecret', secret: true, optional: true },
    /** The one before, while X still signs with it. */
    { name: 'formerConsumerSecret', secret: true, optional: true },
    /** How messages come in: X sends them, by the Account Activity API or by its successor; or we ask for them now and then. */
    { name: 'receive', secret: false, optional: true, choices: ['webhook', 'activity', 'polling'] },
    /** Where the API of X is; left out, X's. */
    { name: 'xApiUrl', secret: false, optional: true },
  ],
};

/** What must be entered before administrators can sign in on the platform's own page; channels without such a page are absent. */
export const socialSignIns: { readonly [Name in Channel]?: readonly CredentialName[] } = {
  x: ['consumerKey', 'consumerSecret', 'clientId', 'clientSecret'],
};

const givenCredentials = z.record(z.string().max(40), z.string().trim().min(1).max(2000).nullable());

const socialView = z.object({
  /** Who we are on the platform. */
  account: z
    .object({ name: z.string(), handle: z.string().nullable(), link: z.string().nullable() })
    .nullable(),
  /** What is kept, by name; null for what is secret. */
  credentials: z.record(z.string(), z.string().nullable()),
  /** Where customers begin a private chat, to share and to print; null where the platform has no such address. */
  chatLink: z.string().nullable(),
  /** The platform makes such an address by itself, when it is asked (`makeChatLink`). */
  makesChatLink: z.boolean(),
  /** Where the platform sends what customers write. */
  webhookUrl: z.string(),
  /** What administrators enter at the platform beside the address, where they enter it themselves; null where that is done for them. */
  verifyToken: z.string().nullable(),
  /** When the platform last wrote to us or answered as it should. */
  lastContactAt: moment.nullable(),
  /** Why it does not now. */
  lastError: socialTrouble.nullable(),
});
export type SocialInboxView = z.infer<typeof socialView>;

export const socialInboxEndpoints = {
  readSocialInbox: endpoint({
    method: 'GET',
    path: '/api/channels/inboxes/:id/social',
    access: { permission: 'channels.manage' },
    summary: 'How an inbox is connected to its platform; null until it is set up.',
    params: byId,
    /** `callbackUrl`: where the platform's sign-in page leads back to, where it has one; entered at the platform. */
    response: z.object({ social: socialView.nullable(), callbackUrl: z.string().nullable() }),
    errors: ['channels.inbox_not_found'],
  }),
  connectSocialInbox: endpoint({
    method: 'PUT',
    path: '/api/channels/inboxes/:id/social',
    access: { permission: 'channels.manage' },
    summary:
      'Sign in to the platform of an inbox, tell it our address, and keep the credentials if that works. Those that are left out stay, null removes.',
    params: byId,
    body: z.object({
      credentials: givenCredentials,
    }),
    /** `trouble`: why nothing was changed. */
    response: z.object({ social: socialView.nullable(), trouble: socialTrouble.nullable() }),
    errors: ['channels.inbox_not_found', 'request.invalid'],
  }),
  beginSocialSignIn: endpoint({
    method: 'POST',
    path: '/api/channels/inboxes/:id/social/sign-in',
    access: { permission: 'channels.manage' },
    summary:
      "Begin to sign in on the platform's own page, with what is given and what is kept. `pending` is sealed, and handed back when the page has led back, within ten minutes.",
    params: byId,
    body: z.object({ credentials: givenCredentials }),
    response: z.object({ url: z.string(), state: z.string(), pending: z.string() }),
    errors: ['channels.inbox_not_found', 'request.invalid'],
  }),
  finishSocialSignIn: endpoint({
    method: 'POST',
    path: '/api/channels/inboxes/:id/social/sign-in/finish',
    access: { permission: 'channels.manage' },
    summary: "Connect an inbox with what the platform's own page led back with. Only for who began it.",
    params: byId,
    body: z.object({
      pending: z.string().max(20_000),
      state: z.string().min(1).max(500),
      code: z.string().min(1).max(2000),
    }),
    response: z.object({ social: socialView.nullable(), trouble: socialTrouble.nullable() }),
    errors: ['channels.inbox_not_found', 'request.invalid'],
  }),
  makeChatLink: endpoint({
    method: 'POST',
    path: '/api/channels/inboxes/:id/social/chat-link',
    access: { permission: 'channels.manage' },
    summary:
      'Have the platform make an address for a QR code that opens a chat with an inbox and does not end, where it makes such (WeChat). Each one is another and counts at the platform: make one, and print it.',
    params: byId,
    response: z.object({ link: z.string().nullable(), trouble: socialTrouble.nullable() }),
    errors: ['channels.inbox_not_found'],
  }),
  checkSocialInbox: endpoint({
    method: 'POST',
    path: '/api/channels/inboxes/:id/social/check',
    access: { permission: 'channels.manage' },
    summary: 'Sign in to the platform of an inbox as it is set up, and say what came of it.',
    params: byId,
    response: z.object({ social: socialView.nullable() }),
    errors: ['channels.inbox_not_found'],
  }),
};

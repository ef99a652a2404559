import type { Answer, Ask, RawRequest, SendContext } from '../../port.ts';
import { signatureFor } from './prove-request.ts';

/** What tests of this adapter share: requests as X signs them, and an API that answers what it is told to. */

export const credentials = {
  consumerKey: 'xvz1evFS4wEEPTGEFPHBog',
  consumerSecret: 'kAcSOqF21Fu85e7zjz7ZN2U4ZRhfV3WpwPAoE3Z7kBw',
  accessToken: '2244994945-GmHxMAgYyLbNEtIKZeRNFsMKPR9EyMZeS9weJAEb',
  accessTokenSecret: 'LswwdoUaIvS8ltyTt5jkRh4J50vUPVVHtR2YPi5kE',
};
/** The account of the inbox. */
export const ownId = '2244994945';
export const account = { id: ownId, name: 'HTX', handle: '@htx_demo', link: 'https://x.com/htx_demo' };
export const customerId = '3805104374';

const encode = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

/** A request as X sends it: JSON, signed over its bytes. */
export function webhook(value: unknown): RawRequest {
  const body = value instanceof Uint8Array ? value : encode(value);
  return {
    headers: {
      'x-twitter-webhooks-signature': signatureFor(body, credentials.consumerSecret),
      'content-type': 'application/json',
    },
    query: {},
    body,
    session: null,
    receivedAt: new Date('2026-11-27T08:00:00Z'),
  };
}

/** A payload with a direct message. */
export const directMessage = (data: object, more: object = {}): RawRequest =>
  webhook({
    for_user_id: ownId,
    direct_message_events: [
      {
        type: 'message_create',
        id: '1146654567674912769',
        created_timestamp: '1392078023603',
        message_create: {
          target: { recipient_id: ownId },
          sender_id: customerId,
          source_app_id: '268278',
          message_data: { text: 'Where is my deposit?', entities: entities(), ...data },
        },
        ...more,
      },
    ],
    apps: { 268278: { id: '268278', name: 'X Web App', url: 'https://x.com' } },
    users: {
      [customerId]: {
        id: customerId,
        created_timestamp: '1339024680000',
        name: 'Furni',
        screen_name: 'furni',
      },
      [ownId]: { id: ownId, name: 'HTX', screen_name: 'htx_demo' },
    },
  });

export const entities = (more: object = {}) => ({
  hashtags: [],
  symbols: [],
  user_mentions: [],
  urls: [],
  ...more,
});

export const mention = { id_str: ownId, screen_name: 'htx_demo', name: 'HTX', indices: [0, 9] };

/** A post as webhooks tell of it, which mentions the account. */
export const post = (more: object = {}) => ({
  created_at: 'Fri Sep 18 18:36:15 +0000 2020',
  id_str: '1307025659294674945',
  text: '@htx_demo my withdrawal is late',
  truncated: false,
  in_reply_to_status_id_str: null,
  in_reply_to_user_id_str: null,
  user: { id_str: customerId, name: 'Furni', screen_name: 'furni' },
  is_quote_status: false,
  entities: entities({ user_mentions: [mention] }),
  lang: 'en',
  timestamp_ms: '1600454175000',
  ...more,
});

/** A payload with posts. */
export const posts = (...events: readonly object[]): RawRequest =>
  webhook({ for_user_id: ownId, user_has_blocked: false, tweet_create_events: events });

export interface Asked {
  readonly url: URL;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

export type ApiAnswer = Partial<Omit<Answer, 'body'>> & { readonly body: unknown };

/** An `ask` that notes what it is asked and answers one after another; the last answer holds on. */
export function api(...answers: readonly ApiAnswer[]): {
  ask: Ask;
  asked: Asked[];
} {
  const asked: Asked[] = [];
  return {
    asked,
    ask: async (url, { method = 'GET', headers = {}, sign, body = '' }) => {
      const text = typeof body === 'string' ? body : Buffer.from(body).toString('latin1');
      const answer = answers[Math.min(asked.length, answers.length - 1)];
      const now = new Date('2026-11-27T08:00:00Z');
      asked.push({ url: new URL(url), method, headers: { ...headers, ...sign?.(now) }, text });
      return {
        status: answer?.status ?? 200,
        headers: answer?.headers ?? {},
        body: encode(answer?.body ?? null),
      };
    },
  };
}

/** Where a part goes: a direct message, unless it says otherwise. */
export const context = (ask: Ask, more: Partial<SendContext> = {}): SendContext => ({
  address: customerId,
  threadKey: null,
  credentials,
  key: 'message:0',
  signal: AbortSignal.timeout(5000),
  ask,
  ...more,
});

/** A delivery of the X Activity API, as its documentation shows them. */
export const activity = (event_type: string, payload: object, includes?: object): RawRequest =>
  webhook({
    data: {
      event_uuid: '-6850472171600526495',
      filter: { user_id: ownId },
      event_type,
      tag: 'support',
      payload,
      ...(includes && { includes }),
    },
  });

export const activityMessage = (more: object = {}) => ({
  direct_message_events: [
    {
      type: 'message_create',
      id: '2080765901528535096',
      created_timestamp: '1784928224372',
      message_create: {
        target: { recipient_id: ownId },
        sender_id: customerId,
        message_data: { text: 'hello!', entities: entities() },
        ...more,
      },
    },
  ],
  users: {
    [customerId]: { data: { id: customerId, username: 'furni', name: 'Furni', verified_type: 'none' } },
    [ownId]: { data: { id: ownId, username: 'htx_demo', name: 'HTX', verified_type: 'business' } },
  },
});

export const activityPost = (more: object = {}) => ({
  created_at: '2026-07-24T21:23:23.000Z',
  edit_history_tweet_ids: ['2080765813578191303'],
  conversation_id: '2080765813578191303',
  display_text_range: [0, 13],
  text: 'hey @htx_demo',
  entities: {
    mentions: [{ start: 4, start_str: '4', end: 13, end_str: '13', username: 'htx_demo', id: ownId }],
  },
  author_id: customerId,
  reply_settings: 'everyone',
  id: '2080765813578191303',
  lang: 'und',
  ...more,
});

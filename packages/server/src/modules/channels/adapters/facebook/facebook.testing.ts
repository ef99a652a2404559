import type { Answer, Ask, RawRequest, SendContext } from '../../port.ts';
import { signBody } from './prove-request.ts';

/** What tests of this adapter share: requests as Facebook signs them, and a Graph API that answers what it is told to. */

export const appSecret = 'd41e6c0f7a3b4b7e9c2a5f8e1b0d3c6a';
export const verifyToken = 'nRrNRLgsQ0d8x8H0t0Yw3oQ5m2yJp4vK';
export const pageId = '682498302938465';
export const psid = '24764291359856';

const encode = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

/** A request as Facebook sends it: JSON, signed over its bytes. */
export function webhook(value: unknown): RawRequest {
  const body = value instanceof Uint8Array ? value : encode(value);
  return {
    headers: { 'x-hub-signature-256': signBody(body, appSecret), 'content-type': 'application/json' },
    query: {},
    body,
    session: null,
    receivedAt: new Date('2026-11-24T08:00:00Z'),
  };
}

/** A payload with events of Messenger threads. */
export const messaging = (...events: readonly object[]): RawRequest =>
  webhook({
    object: 'page',
    entry: [
      {
        id: pageId,
        time: 1458692752478,
        messaging: events.map((event) => ({
          sender: { id: psid },
          recipient: { id: pageId },
          timestamp: 1458692752478,
          ...event,
        })),
      },
    ],
  });

/** A payload with a change of the page's feed. */
export const feed = (value: object): RawRequest =>
  webhook({ object: 'page', entry: [{ id: pageId, time: 1520544816, changes: [{ field: 'feed', value }] }] });

/** A comment as the feed tells of it. */
export const comment = {
  from: { id: '3124567890123456', name: 'Cinderella Hoover' },
  item: 'comment',
  post_id: `${pageId}_1740604562837651`,
  comment_id: '1740604562837651_1740618542836253',
  created_time: 1520544814,
  is_hidden: false,
  message: 'My withdrawal is late, please help',
  parent_id: `${pageId}_1740604562837651`,
  verb: 'add',
};

export interface Asked {
  readonly url: URL;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** An `ask` that notes what it is asked and answers one after another; the last answer holds on. */
export function graph(...answers: ReadonlyArray<Partial<Omit<Answer, 'body'>> & { body: unknown }>): {
  ask: Ask;
  asked: Asked[];
} {
  const asked: Asked[] = [];
  return {
    asked,
    ask: async (url, { method = 'GET', headers = {}, body = '' }) => {
      const text = typeof body === 'string' ? body : Buffer.from(body).toString('latin1');
      const answer = answers[Math.min(asked.length, answers.length - 1)];
      asked.push({ url: new URL(url), method, headers, text });
      return {
        status: answer?.status ?? 200,
        headers: answer?.headers ?? {},
        body: encode(answer?.body ?? null),
      };
    },
  };
}

/** Where a part goes: a Messenger thread, unless it says otherwise. */
export const context = (ask: Ask, more: Partial<SendContext> = {}): SendContext => ({
  address: psid,
  threadKey: null,
  credentials: { pageToken: 'EAAG-page-token', appSecret },
  key: 'message:0',
  signal: AbortSignal.timeout(5000),
  ask,
  ...more,
});

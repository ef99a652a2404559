import type { BodyOf, endpoints, QueryOf, ResponseOf, Upload } from '@fairlead/contract';
import { Refusal, refusalIn, refusalOf } from './refusal.ts';

type Chat = typeof endpoints.chat;
type Stretch = ResponseOf<Chat['messages']>;
type Written = ResponseOf<Chat['post']>;
export type ChatConfig = ResponseOf<typeof endpoints.channels.readChatConfig>;

/** The server's endpoints that the widget uses. Each throws a Refusal for every answer that is not a success. */
export interface Api {
  /** Any other endpoint, by its path below `/api`. */
  call: <T>(method: string, path: string, body?: unknown) => Promise<T>;
  readConfig: (inbox: string) => Promise<ChatConfig>;
  begin: (body: BodyOf<Chat['begin']>) => Promise<ResponseOf<Chat['begin']>>;
  list: () => Promise<ResponseOf<Chat['list']>>;
  messages: (id: string, query: QueryOf<Chat['messages']>, signal?: AbortSignal) => Promise<Stretch>;
  start: (body: BodyOf<Chat['start']>) => Promise<Written>;
  post: (id: string, body: BodyOf<Chat['post']>) => Promise<Written>;
  /** In a request that outlives the page, whose answer nobody waits for. */
  leaveBehind: (body: BodyOf<Chat['postInOrder']>) => void;
  read: (id: string, body: BodyOf<Chat['read']>) => Promise<ResponseOf<Chat['read']>>;
  typing: (id: string, on: boolean) => Promise<void>;
  leaveAddress: (email: string) => Promise<ResponseOf<Chat['leaveAddress']>>;
  beginUpload: (name: string, size: number) => Promise<Upload>;
  readUpload: (id: string) => Promise<Upload>;
  /** Sends bytes and tells how many have left so far. */
  sendChunk: (
    id: string,
    offset: number,
    bytes: Blob,
    onSent: (bytes: number) => void,
    signal: AbortSignal,
  ) => Promise<Upload>;
}

/** Long enough for a slow line, short enough to say that there is none. */
const patience = 20_000;
const sessions = '/chat/sessions';
/** What is sent there outlives its page. */
const leaving = '/chat/messages';

/** The API over HTTP. */
export function createApi(on: {
  /** Who calls, at the moment of each call. */
  headers: () => Record<string, string>;
  /** Changes when somebody else is here: answers to the one before are not for their eyes. */
  epoch: () => number;
  /** The server does not accept who we say we are. */
  onInvalid: () => void;
}): Api {
  const { headers } = on;

  async function call<T>(
    method: string,
    path: string,
    body?: unknown,
    wait = 0,
    signal?: AbortSignal,
  ): Promise<T> {
    const epoch = on.epoch();
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), patience + wait * 1000);
    signal?.addEventListener('abort', () => stop.abort());
    const said = body === undefined ? undefined : JSON.stringify(body);
    try {
      const response = await fetch(`/api${path}`, {
        method,
        credentials: 'omit',
        keepalive: path === leaving,
        signal: stop.signal,
        headers: {
          accept: 'application/json',
          ...headers(),
          ...(said && { 'content-type': 'application/json' }),
        },
        ...(said && { body: said }),
      });
      const text = await response.text();
      if (epoch !== on.epoch()) throw new Refusal('server.unavailable');
      if (!response.ok) throw refusalIn(text);
      return (text ? JSON.parse(text) : undefined) as T;
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal.unknown && path !== sessions) on.onInvalid();
      throw refusal;
    } finally {
      clearTimeout(timer);
    }
  }
  const conversation = (id: string) => `/chat/conversations/${id}`;
  return {
    call,
    readConfig: (inbox) => call('GET', `/chat/inboxes/${encodeURIComponent(inbox)}`),
    begin: (body) => call('POST', sessions, body),
    list: () => call('GET', '/chat/conversations'),
    messages: (id, query, signal) => {
      const wishes = Object.entries(query).map(([name, value]) => `${name}=${value}`);
      return call(
        'GET',
        `${conversation(id)}/messages?${wishes.join('&')}`,
        undefined,
        Number(query.wait ?? 0),
        signal,
      );
    },
    start: (body) => call('POST', '/chat/conversations', body),
    post: (id, body) => call('POST', `${conversation(id)}/messages`, body),
    leaveBehind: (body) => void call('POST', leaving, body).catch(() => undefined),
    read: (id, body) => call('POST', `${conversation(id)}/read`, body),
    typing: (id, on) => call('POST', `${conversation(id)}/typing`, { on }),
    leaveAddress: (email) => call('PUT', '/chat/address', { email }),
    beginUpload: (name, size) => call('POST', '/uploads', { name, size }),
    readUpload: (id) => call('GET', `/uploads/${id}`),
    async sendChunk(id, offset, bytes, onSent, signal) {
      const { sendBytes } = await import('../upload/send-bytes.ts');
      return sendBytes(`/api/uploads/${id}/chunks/${offset}`, headers(), bytes, onSent, signal);
    },
  };
}

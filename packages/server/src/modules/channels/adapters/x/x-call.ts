import { randomBytes } from 'node:crypto';
import { deliveryTroubles, platformTroubles } from '@fairlead/contract';
import { type Answer, type Ask, AskRefused, type Credentials, SendError } from '../../port.ts';
import { refusalOf } from './refusal-of.ts';
import { signRequest } from './sign-request.ts';

const official = 'https://api.x.com';

/** What is asked: JSON, fields of a form, or nothing. */
export interface XCall {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Such as `2/users/me`. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: FormData | object;
  readonly signal: AbortSignal;
  /** Instead of the account's: the app's own token. */
  readonly bearer?: string;
}

export interface Calling {
  readonly credentials: Credentials;
  readonly ask?: Ask | undefined;
}

/** Where the API is: X's, or a stand-in's. */
export const originOf = ({ xApiUrl }: Credentials): string => (xApiUrl || official).replace(/\/+$/, '');

/** Asks the API as the account, and answers what it said. Throws SendError with its words for what it refuses. */
export async function xCall(call: XCall, { credentials, ask }: Calling): Promise<unknown> {
  const { method, path, query = {}, signal, bearer } = call;
  const url = new URL(`${originOf(credentials)}/${path}`);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  const content = await contentOf(call.body);
  // Of who signed in on X's page; otherwise each call is signed.
  const token = bearer ?? credentials.userToken;
  return readAnswer(
    await askAt(ask, url.href, {
      method,
      signal,
      ...(token === undefined && { sign: signedAs(credentials, method, url) }),
      headers: { ...(token !== undefined && { authorization: `Bearer ${token}` }), ...content?.headers },
      ...(content && { body: content.body }),
    }),
  );
}

/** The app's own token, for what is the app's and no account's: its webhooks. Throws as `xCall`. */
export async function appToken({ credentials, ask }: Calling, signal: AbortSignal): Promise<string> {
  const { consumerKey = '', consumerSecret = '' } = credentials;
  const pair = [consumerKey, consumerSecret].map(encodeURIComponent).join(':');
  const answer = readAnswer(
    await askAt(ask, `${originOf(credentials)}/oauth2/token`, {
      method: 'POST',
      signal,
      headers: {
        authorization: `Basic ${Buffer.from(pair).toString('base64')}`,
        'content-type': 'application/x-www-form-urlencoded;charset=UTF-8',
      },
      body: 'grant_type=client_credentials',
    }),
  );
  const token = (answer as { access_token?: unknown } | null)?.access_token;
  if (typeof token !== 'string') throw new SendError(platformTroubles.unexpected_answer, { permanent: true });
  return token;
}

/** The header that signs a request as the account, for the moment at which it is asked. */
export function signedAs(
  credentials: Credentials,
  method: string,
  url: URL,
): (now: Date) => { authorization: string } {
  const { consumerKey = '', consumerSecret = '', accessToken = '', accessTokenSecret = '' } = credentials;
  const keys = { consumerKey, consumerSecret, accessToken, accessTokenSecret };
  return (now) => {
    const moment = { nonce: randomBytes(16).toString('hex'), timestamp: Math.floor(now.getTime() / 1000) };
    return { authorization: signRequest({ method, url }, keys, moment) };
  };
}

/** Asks; an address that may not be asked is not one of the message's faults that time mends. */
export async function askAt(ask: Ask | undefined, url: string, options: Parameters<Ask>[1]): Promise<Answer> {
  if (!ask) throw new SendError(deliveryTroubles.cannot_send, { permanent: true });
  return ask(url, options).catch((error: unknown) => {
    throw error instanceof AskRefused ? new SendError(error.message, { permanent: true }) : error;
  });
}

/** What it said. Throws SendError with X's words for what it refuses. */
export function readAnswer({ status, headers, body }: Answer): unknown {
  const answer = readJson(body);
  if (status >= 200 && status < 300) return answer;
  throw refusalOf(status, headers, answer);
}

/** The body as bytes, with the headers that describe it. */
async function contentOf(
  body: XCall['body'],
): Promise<{ body: Uint8Array; headers: Record<string, string> } | null> {
  if (!body) return null;
  const whole = new Response(body instanceof FormData ? body : JSON.stringify(body));
  const type = body instanceof FormData ? whole.headers.get('content-type') : 'application/json';
  return { body: new Uint8Array(await whole.arrayBuffer()), headers: { 'content-type': type ?? '' } };
}

function readJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    return null;
  }
}

/** The id in an answer to what was sent. */
export function idIn(answer: unknown, name: string): string {
  const { data } = (answer ?? {}) as { data?: Readonly<Record<string, unknown>> | null };
  const id = data?.[name];
  if (typeof id === 'string' && id !== '') return id;
  // It was taken, and has no name that we know: sending it again would double it.
  throw new SendError(`${platformTroubles.unexpected_answer}: ${name}`, { permanent: true });
}

import { deliveryTroubles } from '@fairlead/contract';
import { z } from 'zod';
import { type Answer, type Ask, AskRefused, type Credentials, SendError } from '../../port.ts';
import { WechatError } from './refusal-of.ts';

const official = 'https://api.weixin.qq.com';

/** How WeChat is asked for one account. */
export interface Calling {
  readonly credentials: Credentials;
  readonly ask?: Ask | undefined;
  readonly signal: AbortSignal;
}

interface Call {
  /** Below `cgi-bin/`. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  /** JSON or a form, by POST; absent: GET. */
  readonly body?: object | FormData;
  /** The one call that needs no token gets one. */
  readonly withoutToken?: boolean;
  readonly maximumBytes?: number;
}

const refusal = z.object({ errcode: z.number(), errmsg: z.string().optional() });

/** Calls and answers the result. Throws SendError: WechatError for what WeChat refuses in its own words. */
export async function callWechat<T>(calling: Calling, call: Call, result: z.ZodType<T>): Promise<T> {
  const { status, body } = await askWechat(calling, call);
  const given = result.safeParse(readJson(body));
  if (!given.success) throw temporary(`answered ${status === 200 ? 'something unexpected' : status}`);
  return given.data;
}

/** The same, for what is no JSON unless it is refused. */
export async function askWechat(calling: Calling, call: Call): Promise<Answer> {
  const { ask, signal } = calling;
  if (!ask) throw new SendError(deliveryTroubles.cannot_send, { permanent: true });
  const content = await contentOf(call.body);
  const { maximumBytes } = call;
  const answer = await ask(addressOf(calling, call), {
    method: content ? 'POST' : 'GET',
    signal,
    ...(content && { headers: content.headers, body: content.body }),
    ...(maximumBytes !== undefined && { maximumBytes }),
  }).catch((error: unknown) => {
    throw error instanceof AskRefused ? new SendError(error.message, { permanent: true }) : error;
  });
  const refused = refusal.safeParse(isText(answer) ? readJson(answer.body) : null);
  if (refused.success && refused.data.errcode !== 0)
    throw new WechatError(refused.data.errcode, refused.data.errmsg ?? '');
  if (answer.status !== 200) throw temporary(`answered ${answer.status}`);
  return answer;
}

/** The server that the inbox names, or WeChat's. */
export const apiOf = ({ wechatUrl }: Credentials): string => (wechatUrl || official).replace(/\/+$/, '');

/** WeChat takes its token in the address only: never in a log or an error. */
function addressOf({ credentials }: Calling, { path, query = {}, withoutToken }: Call): string {
  const token = withoutToken ? {} : { access_token: credentials.accessToken ?? '' };
  return `${apiOf(credentials)}/cgi-bin/${path}?${new URLSearchParams({ ...token, ...query })}`;
}

/** What WeChat refuses comes as JSON that may call itself plain text, also where a file was asked for. */
export const isText = ({ headers }: Answer): boolean =>
  /^(?:application\/json|text\/plain)\b/i.test(headers['content-type'] ?? '');

export function readJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    return null;
  }
}

async function contentOf(
  body: Call['body'],
): Promise<{ headers: Record<string, string>; body: Uint8Array } | null> {
  if (!body) return null;
  const whole = new Response(body instanceof FormData ? body : JSON.stringify(body));
  const type = body instanceof FormData ? whole.headers.get('content-type') : 'application/json';
  return { headers: { 'content-type': type ?? '' }, body: new Uint8Array(await whole.arrayBuffer()) };
}

const temporary = (reason: string) => new SendError(reason, { permanent: false, retryAfter: null });

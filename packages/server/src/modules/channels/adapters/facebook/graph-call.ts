import { createHmac } from 'node:crypto';
import { deliveryTroubles } from '@fairlead/contract';
import { type Ask, AskRefused, type Credentials, SendError } from '../../port.ts';
import { type GraphRefusal, readRefusal, refusalOf } from './refusal-of.ts';

/** The version is part of each path: Facebook keeps one for two years. */
const version = 'v25.0';
const official = 'https://graph.facebook.com';

/** What is asked: fields of a form, JSON, or nothing. */
export interface GraphCall {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** Behind the version: `me/messages`. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: FormData | object;
  readonly signal: AbortSignal;
}

/** A refusal that the caller may have an answer to. */
class GraphError extends SendError {
  readonly refusal: GraphRefusal;

  constructor(refusal: GraphRefusal, meant: SendError) {
    super(
      meant.message,
      meant.permanent
        ? { permanent: true }
        : { permanent: false, retryAfter: meant.retryAfter, signInRefused: meant.signInRefused },
    );
    this.refusal = refusal;
  }
}

/** What the Graph API refused, where an error is of that kind. */
export const refusalIn = (error: unknown): GraphRefusal | null =>
  error instanceof GraphError ? error.refusal : null;

/** The address of a call, without any credential in it: the token travels in a header, and its proof is of no use without it. */
function addressOf({ path, query = {} }: GraphCall, credentials: Credentials): URL {
  const address = new URL(`${(credentials.graphUrl || official).replace(/\/+$/, '')}/${version}/${path}`);
  for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value);
  const { pageToken = '', appSecret } = credentials;
  if (appSecret)
    address.searchParams.set(
      'appsecret_proof',
      createHmac('sha256', appSecret).update(pageToken).digest('hex'),
    );
  return address;
}

/** Asks the Graph API, and answers what it said. Throws SendError with its words for what it refuses. */
export async function graphCall(
  call: GraphCall,
  { credentials, ask }: { readonly credentials: Credentials; readonly ask?: Ask | undefined },
): Promise<unknown> {
  if (!ask) throw new SendError(deliveryTroubles.cannot_send, { permanent: true });
  const { method, signal } = call;
  const content = await contentOf(call.body);
  const { status, headers, body } = await ask(addressOf(call, credentials).href, {
    method,
    signal,
    headers: { authorization: `Bearer ${credentials.pageToken ?? ''}`, ...content?.headers },
    ...(content && { body: content.body }),
  }).catch((error: unknown) => {
    // An address that may not be asked is not one of the message's faults that time mends.
    throw error instanceof AskRefused ? new SendError(error.message, { permanent: true }) : error;
  });
  const answer = readJson(body);
  if (status >= 200 && status < 300 && answer !== null && !isRefusal(answer)) return answer;
  const refusal = readRefusal(status, answer);
  throw new GraphError(refusal, refusalOf(refusal, secondsIn(headers['retry-after'])));
}

/** The body as bytes, with the headers that describe it. */
async function contentOf(
  body: GraphCall['body'],
): Promise<{ body: Uint8Array; headers: Record<string, string> } | null> {
  if (!body) return null;
  const whole = new Response(body instanceof FormData ? body : JSON.stringify(body));
  const bytes = new Uint8Array(await whole.arrayBuffer());
  const type = body instanceof FormData ? whole.headers.get('content-type') : 'application/json';
  return { body: bytes, headers: { 'content-type': type ?? '', 'content-length': String(bytes.length) } };
}

function readJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    return null;
  }
}

/** Some refusals of the Graph API come with the status of a success. */
const isRefusal = (answer: unknown): boolean =>
  typeof answer === 'object' && answer !== null && 'error' in answer;

function secondsIn(header: string | undefined): number | null {
  return header !== undefined && /^\d{1,6}$/.test(header) ? Number(header) : null;
}

import { deliveryTroubles } from '@fairlead/contract';
import { z } from 'zod';
import { type Ask, AskRefused, type Credentials, SendError } from '../../port.ts';

/** https://core.telegram.org/bots/api#making-requests */
const answer = z.object({
  ok: z.boolean(),
  result: z.unknown().optional(),
  error_code: z.number().optional(),
  description: z.string().optional(),
  parameters: z.object({ retry_after: z.number().optional() }).optional(),
});

const usual = 'https://api.telegram.org';

/** Somebody else asks for the same bot's updates, or has them sent (409). */
export class BotConflict extends SendError {}

/** How the Bot API is asked for one bot. */
export interface Calling {
  readonly credentials: Credentials;
  readonly ask: Ask | undefined;
  readonly signal: AbortSignal;
}

/** The address of the bot at the server of the Bot API that the inbox names. It holds the token: never in a log or an error. */
function addressOf({ token = '', apiUrl }: Credentials, kind: '' | '/file'): string {
  return `${(apiUrl || usual).replace(/\/+$/, '')}${kind}/bot${token}`;
}

/**
 * Calls a method and answers its result. Throws SendError: with `signInRefused` for a token that is refused (401, or 404 for one that is
 * none), with the seconds that Telegram asks us to wait for 429, permanent for what it refuses for good, and to be tried again for what is the
 * server's own fault or the connection's.
 */
export async function callBot<T>(
  calling: Calling,
  method: string,
  params: object | FormData,
  result: z.ZodType<T>,
  maximumBytes?: number,
): Promise<T> {
  const { headers, body } = await bodyOf(params);
  const response = await asked(calling, `${addressOf(calling.credentials, '')}/${method}`, {
    headers,
    body,
    ...(maximumBytes !== undefined && { maximumBytes }),
  });
  const read = answer.safeParse(parsed(response.body));
  if (!read.success) throw temporary(`answered ${response.status}`);
  const { ok, error_code: code = response.status, description = `error ${code}`, parameters } = read.data;
  if (!ok) throw refusal(code, description, parameters?.retry_after ?? null);
  const given = result.safeParse(read.data.result);
  if (!given.success) throw temporary('answered something unexpected');
  return given.data;
}

/** The bytes of a file by the path that `getFile` told. Throws SendError as `callBot` does. */
export async function fetchBotFile(
  calling: Calling,
  path: string,
  maximumBytes: number,
): Promise<Uint8Array> {
  const address = `${addressOf(calling.credentials, '/file')}/${path.split('/').map(encodeURIComponent).join('/')}`;
  const response = await asked(calling, address, { maximumBytes });
  if (response.status === 200) return response.body;
  throw refusal(response.status, `the file was not given: ${response.status}`, null);
}

async function asked(
  { ask, signal }: Calling,
  address: string,
  options: { headers?: Record<string, string>; body?: Uint8Array; maximumBytes?: number },
): ReturnType<Ask> {
  if (!ask) throw new SendError(deliveryTroubles.cannot_send, { permanent: true });
  try {
    return await ask(address, { ...options, method: options.body ? 'POST' : 'GET', signal });
  } catch (error) {
    if (error instanceof AskRefused) throw new SendError(error.message, { permanent: true });
    throw error;
  }
}

function refusal(code: number, description: string, retryAfter: number | null): SendError {
  if (code === 401 || (code === 404 && /^not found$/i.test(description)))
    return new SendError(description, { permanent: false, retryAfter: null, signInRefused: true });
  if (code === 409) return new BotConflict(description, { permanent: false, retryAfter: null });
  if (code === 429) return new SendError(description, { permanent: false, retryAfter });
  if (code >= 500) return temporary(description);
  return new SendError(description, { permanent: true });
}

const temporary = (reason: string) => new SendError(reason, { permanent: false, retryAfter: null });

async function bodyOf(params: object): Promise<{ headers: Record<string, string>; body: Uint8Array }> {
  if (!(params instanceof FormData))
    return {
      headers: { 'content-type': 'application/json' },
      body: new TextEncoder().encode(JSON.stringify(params)),
    };
  const form = new Response(params);
  return {
    headers: { 'content-type': form.headers.get('content-type') ?? '' },
    body: new Uint8Array(await form.arrayBuffer()),
  };
}

function parsed(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    return null;
  }
}

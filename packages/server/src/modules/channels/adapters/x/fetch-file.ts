import {
  type Answer,
  type Ask,
  AskRefused,
  type Credentials,
  type FetchContext,
  type FetchedFile,
  type InboundAttachment,
  SendError,
} from '../../port.ts';
import { originOf, signedAs } from './x-call.ts';

/** Where X keeps what people send. */
const hosts = new Set(['ton.twitter.com', 'ton.x.com', 'pbs.twimg.com', 'video.twimg.com']);
/** Where the API gives them out. */
const mediaPath = '/2/dm_conversations/media/';
const mostRedirects = 3;

/**
 * Fetches what came with a message, from X's own hosts (or the one that stands in for them, by `xApiUrl`) and from no other, also when it is
 * led on. What came with a direct message is asked for as the account. Throws SendError: permanent for what has ended or is too large.
 */
export async function fetchFile(
  { externalId, name, type }: InboundAttachment,
  { credentials, signal, maximumBytes, ask }: FetchContext,
): Promise<FetchedFile> {
  let address = credentials.userToken ? byApi(externalId, credentials) : externalId;
  for (let step = 0; step <= mostRedirects; step++) {
    const how = accessTo(address, credentials);
    if (how === 'refused') throw new SendError('the file lies on a host that is not X', { permanent: true });
    const answer = await askFor(address, {
      signal,
      maximumBytes,
      ask,
      ...proofFor(how, address, credentials),
    });
    const next = answer.status >= 300 && answer.status < 400 ? answer.headers.location : undefined;
    if (next === undefined) {
      if (answer.status !== 200) throw refusalFor(answer.status);
      return { bytes: answer.body, name, type: typeIn(answer.headers['content-type']) ?? type };
    }
    address = URL.canParse(next, address) ? new URL(next, address).href : '';
  }
  throw new SendError('the file is led on too often', { permanent: true });
}

/** Whether a file may be fetched from an address, and whether it is asked for as the account. */
export function accessTo(address: string, credentials: Credentials): 'open' | 'signed' | 'refused' {
  if (!URL.canParse(address)) return 'refused';
  const { protocol, hostname, port, origin, pathname, username, password } = new URL(address);
  if (username !== '' || password !== '') return 'refused';
  const isApi = URL.canParse(originOf(credentials)) && origin === new URL(originOf(credentials)).origin;
  if (isApi && (credentials.xApiUrl || pathname.startsWith(mediaPath))) return 'signed';
  if (protocol !== 'https:' || port !== '' || !hosts.has(hostname)) return 'refused';
  return hostname.startsWith('ton.') || pathname.startsWith('/dm_') ? 'signed' : 'open';
}

/** Where a file of a direct message is had with a token: `ton.twitter.com` takes signatures only. */
function byApi(address: string, credentials: Credentials): string {
  const found =
    /^https:\/\/ton\.(?:twitter|x)\.com\/(?:1\.1|i)\/ton\/data\/dm\/(\d+)\/(\d+)\/([\w.-]+)$/.exec(address);
  if (!found) return address;
  return `${originOf(credentials)}${mediaPath}${found.slice(1).join('/')}`;
}

/** As the account: by its token, which only the API's own address takes, or by a signature. */
function proofFor(
  how: 'open' | 'signed',
  address: string,
  credentials: Credentials,
): Partial<Parameters<Ask>[1]> {
  if (how === 'open') return {};
  const { userToken } = credentials;
  if (userToken) return { headers: { authorization: `Bearer ${userToken}` } };
  return { sign: signedAs(credentials, 'GET', new URL(address)) };
}

/** What may not be asked, or is too large, stays so. */
async function askFor(
  address: string,
  { ask, ...options }: Pick<FetchContext, 'ask'> & Parameters<Ask>[1],
): Promise<Answer> {
  try {
    return await ask(address, options);
  } catch (error) {
    if (error instanceof AskRefused) throw new SendError(error.message, { permanent: true });
    throw error;
  }
}

function refusalFor(status: number): SendError {
  const reason = `HTTP ${status}`;
  return status >= 500 || status === 429 || status === 408 || status === 401
    ? new SendError(reason, { permanent: false, retryAfter: null })
    : new SendError(reason, { permanent: true });
}

const typeIn = (header: string | undefined): string | null =>
  header?.split(';')[0]?.trim().toLowerCase() || null;

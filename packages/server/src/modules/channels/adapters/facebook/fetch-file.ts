import {
  type Answer,
  AskRefused,
  type FetchContext,
  type FetchedFile,
  type InboundAttachment,
  SendError,
} from '../../port.ts';

/** Where Facebook keeps what people send. */
const hosts = ['fbcdn.net', 'fbsbx.com'];
const mostRedirects = 3;

/**
 * Fetches what came with a message, from Facebook's own hosts (or the one that stands in for them, by `graphUrl`) and from no other, also
 * when it is led on. Throws SendError: permanent for what has ended or is too large.
 */
export async function fetchFile(
  { externalId, name, type }: InboundAttachment,
  { credentials, signal, maximumBytes, ask }: FetchContext,
): Promise<FetchedFile> {
  let address = externalId;
  for (let step = 0; step <= mostRedirects; step++) {
    if (!isAllowed(address, credentials.graphUrl))
      throw new SendError('the file lies on a host that is not Facebook', { permanent: true });
    const { status, headers, body } = await askFor(address, { signal, maximumBytes, ask });
    const next = status >= 300 && status < 400 ? headers.location : undefined;
    if (next === undefined) {
      if (status !== 200) throw refusalFor(status);
      return { bytes: body, name, type: typeIn(headers['content-type']) ?? type };
    }
    address = URL.canParse(next, address) ? new URL(next, address).href : '';
  }
  throw new SendError('the file is led on too often', { permanent: true });
}

/** What may not be asked, or is too large, stays so. */
async function askFor(
  address: string,
  { ask, ...options }: Pick<FetchContext, 'signal' | 'maximumBytes' | 'ask'>,
): Promise<Answer> {
  try {
    return await ask(address, options);
  } catch (error) {
    if (error instanceof AskRefused) throw new SendError(error.message, { permanent: true });
    throw error;
  }
}

/** Whether a file may be fetched from an address. */
export function isAllowed(address: string, graphUrl: string | undefined): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, port, origin, username, password } = new URL(address);
  if (username !== '' || password !== '') return false;
  if (graphUrl && URL.canParse(graphUrl) && origin === new URL(graphUrl).origin) return true;
  const isOfFacebook = hosts.some((host) => hostname === host || hostname.endsWith(`.${host}`));
  return protocol === 'https:' && port === '' && isOfFacebook;
}

function refusalFor(status: number): SendError {
  const reason = `HTTP ${status}`;
  return status >= 500 || status === 429 || status === 408
    ? new SendError(reason, { permanent: false, retryAfter: null })
    : new SendError(reason, { permanent: true });
}

const typeIn = (header: string | undefined): string | null =>
  header?.split(';')[0]?.trim().toLowerCase() || null;

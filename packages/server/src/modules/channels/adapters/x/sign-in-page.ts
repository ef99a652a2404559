import { z } from 'zod';
import { type Ask, type Credentials, fail, type Grant, SendError } from '../../port.ts';
import { askAt, originOf, readAnswer } from './x-call.ts';

/** What the account allows the app: to read and write posts and direct messages, to upload, and to go on without it being there. */
const scopes = [
  'tweet.read',
  'tweet.write',
  'users.read',
  'dm.read',
  'dm.write',
  'media.write',
  'offline.access',
];

const tokens = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1).nullish(),
  expires_in: z.number().positive().nullish(),
});

/** Seconds that X's tokens hold, where it does not say. */
const usual = 7200;
/** Those of OAuth 1.0a do not end by themselves: there is nothing to renew. */
const forever = 10 * 365 * 24 * 3600;

/** The page on which the account's owner lets the app in. https://docs.x.com/fundamentals/authentication/oauth-2-0/authorization-code */
export function signInPage(
  credentials: Credentials,
  { redirectUrl, state, challenge }: { redirectUrl: string; state: string; challenge: string },
): string {
  if (!credentials.clientId) throw fail('request.invalid', { field: 'credentials.clientId' });
  const base = credentials.xApiUrl ? originOf(credentials) : 'https://x.com';
  const url = new URL(`${base}/i/oauth2/authorize`);
  const query = {
    response_type: 'code',
    client_id: credentials.clientId,
    redirect_uri: redirectUrl,
    scope: scopes.join(' '),
    state,
    code_challenge: challenge,
    code_challenge_method: 'S256',
  };
  // X wants blanks as %20.
  url.search = Object.entries(query)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');
  return url.href;
}

/** The tokens for the code that the page led back with. Throws SendError with X's words. */
export function tokensFor(
  credentials: Credentials,
  { redirectUrl, code, verifier }: { redirectUrl: string; code: string; verifier: string },
  signal: AbortSignal,
  ask: Ask,
): Promise<Grant> {
  return askForTokens(
    { grant_type: 'authorization_code', code, redirect_uri: redirectUrl, code_verifier: verifier },
    credentials,
    signal,
    ask,
  );
}

/** Other tokens, for the refresh token, which is good for that once. Where the account signs in by OAuth 1.0a, none are needed. */
export async function renewTokens(credentials: Credentials, signal: AbortSignal, ask: Ask): Promise<Grant> {
  const { clientId, refreshToken, accessToken } = credentials;
  if (!refreshToken && (accessToken || !clientId)) return { credentials: {}, seconds: forever };
  if (!refreshToken) throw refused('sign in with X first');
  return askForTokens({ grant_type: 'refresh_token', refresh_token: refreshToken }, credentials, signal, ask);
}

async function askForTokens(
  form: Readonly<Record<string, string>>,
  credentials: Credentials,
  signal: AbortSignal,
  ask: Ask,
): Promise<Grant> {
  const { clientId = '', clientSecret } = credentials;
  const answer = await askAt(ask, `${originOf(credentials)}/2/oauth2/token`, {
    method: 'POST',
    signal,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      ...(clientSecret && {
        authorization: `Basic ${Buffer.from(`${encodeURIComponent(clientId)}:${encodeURIComponent(clientSecret)}`).toString('base64')}`,
      }),
    },
    body: new URLSearchParams({ ...form, client_id: clientId }).toString(),
  });
  // A code or a token that is no longer good is refused as a request that is wrong.
  if (answer.status === 400) throw refused(wordsOf(answer.body));
  const { access_token, refresh_token, expires_in } = tokens.parse(readAnswer(answer));
  return {
    credentials: { userToken: access_token, ...(refresh_token && { refreshToken: refresh_token }) },
    seconds: expires_in ?? usual,
  };
}

const refused = (words: string): SendError =>
  new SendError(words, { permanent: false, retryAfter: null, signInRefused: true });

function wordsOf(body: Uint8Array): string {
  try {
    const { error, error_description } = z
      .object({ error: z.string(), error_description: z.string().nullish() })
      .parse(JSON.parse(new TextDecoder().decode(body)));
    return error_description || error;
  } catch {
    return 'HTTP 400';
  }
}

import { z } from 'zod';
import { fail } from '../../../platform/fail.ts';
import { AddressRefused } from '../../../platform/fetch/ask-public.ts';
import { fetchLimited } from '../../../platform/fetch/fetch-limited.ts';
import type { EmailInbox, EmailSecrets, OAuthClient } from './email-inbox.ts';
import { isLinkLocal } from './mail-host.ts';

/** How to sign in to a server of an inbox; null where it asks nobody to. */
export type MailLogin = { user: string; password: string } | { user: string; accessToken: string } | null;

const answer = z.object({ access_token: z.string().min(1), expires_in: z.number().positive().optional() });
const timeLimit = 15_000;
/** A token that ends while it is used is worse than one fetched early. */
const margin = 60_000;
/** By RFC 6749 a server may leave out how long a token is good. */
const assumedSeconds = 300;

/** It may stand in a network of ours, as the mail servers may, but not where credentials of this machine are handed out. */
const fetchToken = fetchLimited((address) => !isLinkLocal(address));

/** What an inbox signs in with could not be asked for, at another server than the one that it is for. Its words name that server. */
export class TokenServerUnreachable extends Error {
  readonly code = 'channels.token_server_unreachable';

  constructor(tokenUrl: string, words: string, cause?: unknown) {
    super(`${new URL(tokenUrl).host}: ${words}`, { cause });
    this.name = 'TokenServerUnreachable';
  }
}

const tokens = new Map<string, { token: string; until: number }>();

/**
 * How to sign in to the IMAP or the SMTP server of an inbox: with its password, or with an access token that is fetched when the last
 * one has ended (RFC 6749 section 6). Throws `channels.mail_sign_in_refused` when there is no secret for it or no token is given, and
 * `channels.host_refused` for a token server that must not be asked, and `TokenServerUnreachable` for one that does not answer.
 */
export async function mailLogin(
  inbox: EmailInbox,
  secrets: EmailSecrets,
  kind: 'imap' | 'smtp',
  now: Date,
): Promise<MailLogin> {
  const server = inbox[kind];
  if (!server || server.user === null) return null;
  if (server.auth === 'oauth2') {
    if (!secrets.oauth) throw fail('channels.mail_sign_in_refused');
    return { user: server.user, accessToken: await accessToken(secrets.oauth, now) };
  }
  const password = kind === 'imap' ? secrets.imapPassword : secrets.smtpPassword;
  if (password === undefined) throw fail('channels.mail_sign_in_refused');
  return { user: server.user, password };
}

/** Forgets an access token that a server has refused, so that the next sign-in fetches another. One that was fetched meanwhile stays. */
export function forgetToken({ oauth }: EmailSecrets, refused: string): void {
  const key = JSON.stringify(oauth);
  if (tokens.get(key)?.token === refused) tokens.delete(key);
}

async function accessToken(client: OAuthClient, now: Date): Promise<string> {
  const key = JSON.stringify(client);
  const known = tokens.get(key);
  if (known && known.until - margin > now.getTime()) return known.token;
  tokens.delete(key);
  const asked = new URLSearchParams({
    grant_type: 'refresh_token',
    refresh_token: client.refreshToken,
    client_id: client.clientId,
    client_secret: client.clientSecret,
  });
  const response = await fetchToken(client.tokenUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
    body: asked.toString(),
    signal: AbortSignal.timeout(timeLimit),
  }).catch((error: unknown) => {
    if (error instanceof AddressRefused)
      throw fail('channels.host_refused', { host: new URL(client.tokenUrl).hostname });
    throw new TokenServerUnreachable(client.tokenUrl, wordsOf(error), error);
  });
  // It is there and cannot answer now, which says nothing about what we sign in with.
  if (response.status >= 500) throw new TokenServerUnreachable(client.tokenUrl, `HTTP ${response.status}`);
  const given = answer.safeParse(await response.json().catch(() => null));
  if (!response.ok || !given.success) throw fail('channels.mail_sign_in_refused');
  const { access_token: token, expires_in: seconds = assumedSeconds } = given.data;
  tokens.set(key, { token, until: now.getTime() + seconds * 1000 });
  return token;
}

/** An error that stands for several (of each address that was tried) says nothing itself. */
const wordsOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  const [first] = error instanceof AggregateError ? error.errors : [];
  return error.message || (first instanceof Error ? first.message : error.name);
};

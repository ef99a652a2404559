import { createHash, randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { XApp } from './send-webhook.ts';

/** What was given to who signed in on the page; for as long as the process lives. */
export interface Grants {
  readonly codes: Map<
    string,
    { readonly challenge: string; readonly redirectUri: string; readonly until: number }
  >;
  /** Each is good for once. */
  readonly refreshTokens: Set<string>;
  readonly userTokens: Map<string, { readonly until: number }>;
}

export const createGrants = (): Grants => ({
  codes: new Map(),
  refreshTokens: new Set(),
  userTokens: new Map(),
});

/** Milliseconds. */
const codeHolds = 30_000;
const tokenHolds = 7_200_000;

type Fields = Readonly<Record<string, string | undefined>>;

/** The page on which the account's owner lets the app in, and the tokens for it (OAuth 2.0 with PKCE). */
export function registerSignIn(
  scope: FastifyInstance,
  { app, grants, now }: { app: XApp; grants: Grants; now: () => number },
): void {
  scope.get('/i/oauth2/authorize', async (request, reply) => {
    const query = request.query as Fields;
    const { client_id, redirect_uri = '', state = '', code_challenge, code_challenge_method: method } = query;
    const right =
      client_id === app.clientId && code_challenge && method === 'S256' && URL.canParse(redirect_uri);
    if (!right) return reply.code(400).type('text/plain; charset=utf-8').send('Something went wrong.');
    const code = randomBytes(24).toString('base64url');
    grants.codes.set(code, {
      challenge: code_challenge,
      redirectUri: redirect_uri,
      until: now() + codeHolds,
    });
    const back = new URL(redirect_uri);
    back.searchParams.set('state', state);
    back.searchParams.set('code', code);
    reply.header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'");
    return reply.type('text/html; charset=utf-8').send(pageFor(back.href));
  });

  scope.post('/2/oauth2/token', async (request, reply) => {
    const form = request.body as Fields;
    const pair = [app.clientId, app.clientSecret].map(encodeURIComponent).join(':');
    const known = request.headers.authorization === `Basic ${Buffer.from(pair).toString('base64')}`;
    const refuse = (error_description: string) =>
      reply.code(400).send({ error: 'invalid_request', error_description });
    if (!known) return reply.code(401).send({ error: 'unauthorized_client' });
    if (form.grant_type === 'authorization_code') {
      const found = grants.codes.get(form.code ?? '');
      grants.codes.delete(form.code ?? '');
      const challenge = createHash('sha256')
        .update(form.code_verifier ?? '')
        .digest('base64url');
      if (!found || found.until < now() || found.redirectUri !== form.redirect_uri)
        return refuse('Value passed for the authorization code was invalid.');
      if (found.challenge !== challenge)
        return refuse('Value passed for the code verifier did not match the code challenge.');
    } else if (!grants.refreshTokens.delete(form.refresh_token ?? '')) {
      return refuse('Value passed for the token was invalid.');
    }
    const [access_token, refresh_token] = [randomBytes(24), randomBytes(24)].map((it) =>
      it.toString('base64url'),
    );
    grants.userTokens.set(access_token ?? '', { until: now() + tokenHolds });
    grants.refreshTokens.add(refresh_token ?? '');
    return reply.send({ token_type: 'bearer', expires_in: tokenHolds / 1000, access_token, refresh_token });
  });
}

const pageFor = (back: string): string => `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Authorize app</title>
<style>body{font:16px/1.5 system-ui;max-width:26rem;margin:4rem auto;padding:0 1rem;color:#0f1419;background:#fff}
a{display:block;padding:.75rem;border-radius:2rem;background:#0f1419;color:#fff;text-align:center;text-decoration:none;font-weight:700}</style>
<h1>An app wants to access your account</h1>
<p>It will read and write posts and direct messages of @htx_demo.</p>
<a href="${back.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}">Authorize app</a></html>`;

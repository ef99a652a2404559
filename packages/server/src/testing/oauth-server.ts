import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll } from 'vitest';

/** An authorisation server on this machine. Stopped after the test file. */
export interface OAuthServer {
  /** How an application gets access tokens there (RFC 6749 section 6). */
  readonly client: { tokenUrl: string; clientId: string; clientSecret: string; refreshToken: string };
  /** Where mail servers ask whether a token holds (RFC 7662). */
  readonly introspectionUrl: string;
  /** All access tokens that were given out. */
  readonly issued: readonly string[];
  holds(token: string): boolean;
  /** None of the access tokens holds any longer, though their time is not over. */
  revoke(): void;
  /** Gives out no more. */
  withdraw(): void;
}

/** Gives out access tokens of an hour in the name of a user. */
export async function openOAuthServer(user: string): Promise<OAuthServer> {
  const issued: string[] = [];
  const holding = new Set<string>();
  const refreshToken = randomUUID();
  let granted = true;
  const server = createServer(async (request, response) => {
    const form = new URLSearchParams(await text(request));
    const answer = (status: number, body: object) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (request.url === '/introspect') {
      const active = holding.has(form.get('token') ?? '');
      answer(200, active ? { active, username: user } : { active });
    } else if (granted && form.get('refresh_token') === refreshToken) {
      const token = randomUUID();
      issued.push(token);
      holding.add(token);
      answer(200, { access_token: token, token_type: 'Bearer', expires_in: 3600 });
    } else answer(400, { error: 'invalid_grant' });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  afterAll(() => server.close());
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    client: { tokenUrl: `${base}/token`, clientId: 'fairlead', clientSecret: 'secret', refreshToken },
    introspectionUrl: `${base}/introspect`,
    issued,
    holds: (token) => holding.has(token),
    revoke: () => holding.clear(),
    withdraw() {
      granted = false;
    },
  };
}

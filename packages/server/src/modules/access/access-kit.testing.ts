import { type BodyOf, endpoints, type Me, type Role } from '@fairlead/contract';
import { generateSync } from 'otplib';
import { newId } from '../../platform/crypto/ids.ts';
import type { EventType } from '../../platform/events/event.ts';
import { consoleHeader } from '../../platform/http/http.ts';
import { type Answer, createTestClient, type TestClient } from '../../testing/test-client.ts';
import type { TestServer } from '../../testing/test-server.ts';

const { access } = endpoints;
export const strong = 'seventeen herons at dusk';

/** An agent with a password and a session of their own, made through the API. */
export interface TestColleague extends TestClient {
  id: string;
  email: string;
  cookie: string;
}

/** What a browser would send back of an answer's cookies. */
export function cookieOf(answer: Answer<unknown>): string {
  return answer.headers.get('set-cookie')?.split(';')[0] ?? '';
}

/** A browser of the console with this cookie; `address` is where it seems to be, on a server that trusts its proxy. */
export function browser(server: Pick<TestServer, 'url'>, cookie = '', address?: string): TestClient {
  return createTestClient(server.url, {
    [consoleHeader]: '1',
    'user-agent': 'Herons/17',
    ...(cookie ? { cookie } : {}),
    ...(address ? { 'x-forwarded-for': address } : {}),
  });
}

/** Signs somebody in with a password alone. Answers their cookie. */
export async function signInAs(server: TestServer, email: string, password = strong): Promise<string> {
  const answer = await browser(server).try(access.signIn, { body: { email, password } });
  if (!answer.ok) throw new Error(answer.error.code);
  if (answer.body.state !== 'signed_in') throw new Error('a second factor is asked for');
  return cookieOf(answer);
}

/** Sets an empty installation up. */
export async function setUpInstallation(
  server: TestServer,
  body: Partial<BodyOf<typeof access.setup>> = {},
): Promise<TestColleague> {
  const answer = await browser(server).try(access.setup, {
    body: {
      organisation: 'HTX',
      name: 'Ada',
      email: 'ada@example.com',
      password: strong,
      locale: 'en',
      ...body,
    },
  });
  return colleague(server, answer);
}

/** Invites somebody and takes the invitation up. */
export async function newColleague(
  server: TestServer,
  administrator: TestClient,
  email: string,
  roles: Role[] = ['agent'],
): Promise<TestColleague> {
  const { link } = await administrator.call(access.invite, {
    body: { email, name: 'Mei', locale: 'zh-CN', roles },
  });
  const answer = await browser(server).try(access.acceptInvitation, {
    params: { token: tokenOf(link) },
    body: { name: 'Mei Lin', password: strong },
  });
  return colleague(server, answer);
}

function colleague(server: TestServer, answer: Answer<Me>): TestColleague {
  if (!answer.ok) throw new Error(answer.error.code);
  const { id, email } = answer.body.agent;
  const cookie = cookieOf(answer);
  return { id, email, cookie, ...browser(server, cookie) };
}

export const tokenOf = (link: string) => link.slice(link.lastIndexOf('/') + 1);

/** The code that an authenticator app shows now, or some steps of 30 seconds from now. */
export function codeNow(server: TestServer, secret: string, steps = 0): string {
  return generateSync({ secret, epoch: Math.floor(server.clock.now().getTime() / 1000) + 30 * steps });
}

/** Switches a second factor on. Answers the app's secret and the recovery codes. */
export async function enableTwoFactor(server: TestServer, agent: TestClient) {
  const { secret } = await agent.call(access.setUpTwoFactor, { body: { password: strong } });
  const { recoveryCodes } = await agent.call(access.confirmTwoFactor, {
    body: { code: codeNow(server, secret) },
  });
  // The next code is of a later step.
  server.clock.advance({ seconds: 30 });
  return { secret, recoveryCodes };
}

/** Collects what is announced from now on; ask once it has happened. */
export async function collect<T>({ platform }: TestServer, event: EventType<T>) {
  const seen: Array<{ subjectId: string; payload: T }> = [];
  await platform.relay.drain();
  platform.relay.on(event, `test.${newId()}`, async (events) => void seen.push(...events));
  return async () => {
    await platform.relay.drain();
    return seen;
  };
}

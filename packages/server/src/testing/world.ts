import { randomBytes } from 'node:crypto';
import { browserHeader, type ChatSession, endpoints, type Locale, type Role } from '@fairlead/contract';
import { SignJWT } from 'jose';
import { addIdentityKey, createAccount, startSession } from '../modules/access/index.ts';
import { createInbox } from '../modules/channels/index.ts';
import { countLoads } from '../modules/conversations/index.ts';
import { agentProfiles, createTeam, updateProfile } from '../modules/people/index.ts';
import { newId } from '../platform/crypto/ids.ts';
import { consoleHeader } from '../platform/http/http.ts';
import type { Platform } from '../platform/platform.ts';
import { createTestClient, type TestClient } from './test-client.ts';

/** An agent with a session. */
export interface TestAgent extends TestClient {
  readonly id: string;
  readonly name: string;
  readonly cookie: string;
}

/** A customer with a chat session in a browser. */
export interface TestCustomer extends TestClient {
  readonly id: string;
  readonly session: ChatSession;
  readonly browserKey: string;
}

/** Makes the people, teams and inboxes that a test needs; each test makes its own. */
export interface World {
  team(options?: { name?: string; skill?: string | null; members?: string[] }): Promise<string>;
  agent(options?: {
    name?: string;
    roles?: Role[];
    teams?: string[];
    languages?: string[];
    skills?: string[];
    capacity?: number;
    email?: string;
  }): Promise<TestAgent>;
  /** A chat inbox and the secret with which its exchange signs identities. */
  inbox(options: {
    team: string;
    securityTeam?: string;
    assistant?: boolean;
  }): Promise<{ id: string; key: string; secret: string }>;
  customer(
    inboxKey: string,
    options?: {
      identity?: string;
      locale?: Locale;
      browserKey?: string;
      token?: string;
    },
  ): Promise<TestCustomer>;
  /** An identity token as the exchange signs it. */
  identity(
    secret: string,
    claims?: {
      sub?: string;
      name?: string;
      email?: string;
      tier?: string;
      locale?: string;
      antiPhishingCode?: string;
    },
  ): Promise<string>;
}

const profiles = agentProfiles(countLoads);

export function createWorld(platform: Platform, url: string): World {
  const { database, keys } = platform;
  return {
    team: ({ name = 'Support', skill = null, members = [] } = {}) =>
      database.write(
        async (tx) => (await createTeam(tx, { name, description: '', skill, memberIds: members })).id,
      ),
    async agent({
      name = 'Agent',
      roles = ['agent' as const],
      teams = [],
      languages = ['en'],
      skills = [],
      capacity = 4,
      email,
    } = {}) {
      const { id, cookie } = await database.write(async (tx) => {
        const address = email ?? `${newId()}@example.com`;
        const account = await createAccount(tx, {
          email: address,
          roles,
          status: 'active',
          passwordHash: null,
        });
        await profiles.create(tx, {
          id: account,
          name,
          locale: 'en',
          teamIds: teams,
          languages: languages.map((language) => ({ language, level: 3 as const })),
        });
        await updateProfile(tx, account, { skills, capacity: { chat: capacity } });
        const session = await startSession(tx, account, { address: '127.0.0.1', userAgent: 'test' });
        return { id: account, cookie: `fairlead_session=${session.token}` };
      });
      return { id, name, cookie, ...createTestClient(url, { cookie, [consoleHeader]: '1' }) };
    },
    async inbox({ team, securityTeam, assistant = false }) {
      return database.write(async (tx) => {
        const inbox = await createInbox(tx, {
          name: 'Chat',
          defaultTeamId: team,
          assistant,
          ...(securityTeam && { topicTeams: { account_security: securityTeam } }),
        });
        const { secret } = await addIdentityKey(tx, keys, inbox.id, { algorithm: 'HS256' });
        return { id: inbox.id, key: inbox.key, secret: secret ?? '' };
      });
    },
    async customer(
      inboxKey,
      { identity, locale = 'en', browserKey = randomBytes(32).toString('base64url'), token } = {},
    ) {
      const session = await createTestClient(url).call(endpoints.chat.begin, {
        body: { inbox: inboxKey, browserKey, locale, identity, token },
      });
      const headers = { authorization: `Bearer ${session.token}`, [browserHeader]: browserKey };
      return { id: session.customer.id, session, browserKey, ...createTestClient(url, headers) };
    },
    identity: (secret, { sub = '10001', ...claims } = {}) =>
      new SignJWT({ name: 'Linh Nguyen', ...claims })
        .setProtectedHeader({ alg: 'HS256' })
        .setSubject(sub)
        .setJti(newId())
        .setIssuedAt(Math.floor(platform.clock.now().getTime() / 1000))
        .setExpirationTime(Math.floor(platform.clock.now().getTime() / 1000) + 300)
        .sign(new TextEncoder().encode(secret)),
  };
}

import {
  apiTokenPrefix,
  closeCodes,
  endpoints,
  livePath,
  maximumApiTokens,
  type Permission,
} from '@fairlead/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { hashSecret } from '../../platform/crypto/secrets.ts';
import { createTestClient, type TestClient } from '../../testing/test-client.ts';
import { createTestServer, type TestServer } from '../../testing/test-server.ts';
import type { TestAgent } from '../../testing/world.ts';
import { countLoads } from '../conversations/index.ts';
import { agentProfiles } from '../people/index.ts';
import { collect, enableTwoFactor, newColleague, setUpInstallation, strong } from './access-kit.testing.ts';
import { makeApiToken } from './api-tokens.ts';
import { changeAccount } from './change-account.ts';
import { apiTokenMade, apiTokenRevoked } from './events.ts';

const { access, apiTokens, conversations, help, operations, people, tickets } = endpoints;
const tester = { type: 'system', name: 'test' } as const;
let server: TestServer;
let admin: TestAgent;
let other: TestAgent;

beforeAll(async () => {
  server = await createTestServer();
});
const newAdministrator = () => server.world.agent({ name: 'Noor', roles: ['administrator'] });
beforeAll(async () => {
  admin = await newAdministrator();
  other = await newAdministrator();
});

const bearing = (token: string, more: Record<string, string> = {}, at = server): TestClient =>
  createTestClient(at.url, { authorization: `Bearer ${token}`, ...more });

/** A token of somebody, and a program that has it. */
async function newToken(
  of: TestClient,
  permissions: Permission[] = ['tickets.read'],
  { days = 30, at = server } = {},
) {
  const { token, ...made } = await of.call(apiTokens.make, {
    body: { name: 'Back office', permissions, days },
  });
  return { ...made, token, program: bearing(token, {}, at) };
}
const listed = async (by: TestClient, id: string) =>
  (await by.call(apiTokens.list)).items.find((it) => it.id === id);

describe('a token', () => {
  test('is told once, kept as a hash, listed without its secret, and recorded', async () => {
    const facts = await collect(server, apiTokenMade);
    const { token, program: _, ...made } = await newToken(admin, ['tickets.read', 'tickets.write']);
    expect(token).toMatch(/^flt_[\w-]{43}$/);
    expect(made).toMatchObject({
      agent: { id: admin.id, name: 'Noor' },
      permissions: ['tickets.read', 'tickets.write'],
      state: 'active',
      lastUsedAt: null,
    });
    expect(await listed(admin, made.id)).toEqual(made);
    const { rows } = await server.platform.database.raw(
      `select to_json(t)::text as kept from api_tokens t where id = $1`,
      [made.id],
    );
    const { rows: events } = await server.platform.database.raw(
      `select to_json(e)::text as kept from events e`,
    );
    expect(JSON.stringify(rows)).toContain(hashSecret(token));
    expect(JSON.stringify([rows, events])).not.toContain(token.slice(apiTokenPrefix.length));
    expect(await facts()).toMatchObject([
      { subjectId: admin.id, payload: { tokenId: made.id, permissions: made.permissions } },
    ]);
  });

  test('acts for its agent without the console’s header, and its tickets came by the API', async () => {
    const { program } = await newToken(admin, ['tickets.read', 'tickets.write']);
    const { id, source } = await program.call(tickets.create, { body: { subject: 'Reconcile payout 17' } });
    expect(source).toBe('api');
    const { items } = await program.call(tickets.timeline, { params: { id }, query: {} });
    expect(items.find(({ type }) => type === 'ticket.opened')).toMatchObject({
      actor: { type: 'agent', id: admin.id, name: 'Noor' },
      details: { source: 'api' },
    });
    const byHand = await admin.call(tickets.create, { body: { subject: 'By hand' } });
    expect(byHand.source).toBe('agent');
  });

  test('opens a ticket on a conversation by the API too', async () => {
    const { world } = server;
    const inbox = await world.inbox({ team: await world.team() });
    const customer = await world.customer(inbox.key);
    const { conversation } = await customer.call(endpoints.chat.start, {
      body: { key: 'start-start', text: 'Where is it?', attachmentIds: [], topic: null, locale: 'en' },
    });
    const { program } = await newToken(admin, [
      'conversations.read',
      'conversations.read_all',
      'tickets.write',
    ]);
    const body = { conversationId: conversation.id, subject: 'Where is it?' };
    expect((await program.call(tickets.create, { body })).source).toBe('api');
    expect((await program.call(conversations.get, { params: { id: conversation.id } })).id).toBe(
      conversation.id,
    );
  });

  test('permits what was chosen and nothing else', async () => {
    const { program } = await newToken(admin, ['tickets.read']);
    expect((await program.call(access.me)).permissions).toEqual(['tickets.read']);
    await program.call(tickets.list, { query: {} });
    expect(await program.refused(tickets.create, { body: { subject: 'No' } })).toBe('access.forbidden');
    expect(await program.refused(people.listAgents)).toBe('access.forbidden');
  });

  test('permits no longer what its agent lost', async () => {
    const agent = await newAdministrator();
    const { program } = await newToken(agent, ['tickets.read', 'operations.read']);
    await program.call(operations.listDeadLetters);
    await server.platform.database.write((tx) => changeAccount(tx, tester, agent.id, { roles: ['agent'] }));
    expect(await program.refused(operations.listDeadLetters)).toBe('access.forbidden');
    expect((await program.call(access.me)).permissions).toEqual(['tickets.read']);
  });

  test('is dead with its agent, and does not come back with them', async () => {
    const agent = await newAdministrator();
    const facts = await collect(server, apiTokenRevoked);
    const { program, id } = await newToken(agent);
    const turn = (disabled: boolean) =>
      server.platform.database.write((tx) => changeAccount(tx, tester, agent.id, { disabled }));
    await program.call(access.me);
    await turn(true);
    expect(await program.refused(access.me)).toBe('access.not_signed_in');
    await server.platform.database.write((tx) => changeAccount(tx, tester, agent.id, { disabled: false }));
    expect(await program.refused(access.me)).toBe('access.not_signed_in');
    expect(await facts()).toMatchObject([
      { subjectId: agent.id, payload: { tokenId: id, reason: 'disabled' } },
    ]);
  });

  test('is ended by its agent, and by another administrator, and by nobody else', async () => {
    const facts = await collect(server, apiTokenRevoked);
    const [mine, theirs] = [await newToken(admin), await newToken(admin)];
    const mei = await server.world.agent();
    expect(await listed(mei, mine.id)).toBeUndefined();
    expect(await mei.refused(apiTokens.revoke, { params: { id: mine.id } })).toBe('request.not_found');
    await mine.program.call(access.me);
    await admin.call(apiTokens.revoke, { params: { id: mine.id } });
    expect(await listed(other, theirs.id)).toMatchObject({ agent: { id: admin.id } });
    await other.call(apiTokens.revoke, { params: { id: theirs.id } });
    expect(await admin.refused(apiTokens.revoke, { params: { id: theirs.id } })).toBe('request.not_found');
    for (const { program } of [mine, theirs]) {
      expect(await program.refused(access.me)).toBe('access.not_signed_in');
    }
    const payload = (tokenId: string) => ({ subjectId: admin.id, payload: { tokenId, reason: 'revoked' } });
    expect(await facts()).toMatchObject([payload(mine.id), payload(theirs.id)]);
  });

  test('notes when it was used, once a minute', async () => {
    const { program, id } = await newToken(admin);
    await program.call(access.me);
    const first = (await listed(admin, id))?.lastUsedAt;
    expect(first).toEqual(expect.any(String));
    await program.call(access.me);
    expect((await listed(admin, id))?.lastUsedAt).toBe(first);
    server.clock.advance({ seconds: 61 });
    await program.call(access.me);
    expect((await listed(admin, id))?.lastUsedAt).not.toBe(first);
  });

  test('is made by those who may, of what they hold, a year at most, and twenty at once', async () => {
    const agent = await newAdministrator();
    const make = (by: TestClient, permissions: Permission[], days = 30) =>
      by.refused(apiTokens.make, { body: { name: 'x', permissions, days } });
    expect(await make(await server.world.agent({ roles: ['team_lead'] }), ['tickets.read'])).toBe(
      'access.forbidden',
    );
    expect(await make(agent, ['shield.open_sealed'])).toBe('request.invalid');
    expect(await make(agent, [])).toBe('request.invalid');
    expect(await make(agent, ['tickets.read'], 366)).toBe('request.invalid');
    const actor = {
      type: 'agent',
      id: agent.id,
      roles: [],
      permissions: new Set<Permission>(['operations.manage']),
      sessionId: '',
      mustSetUpTwoFactor: false,
    } as const;
    const more = server.platform.database.write((tx) =>
      makeApiToken(tx, agentProfiles(countLoads), actor, {
        name: 'x',
        permissions: ['tickets.read'],
        days: 1,
      }),
    );
    await expect(more).rejects.toMatchObject({ code: 'access.forbidden' });
    await Promise.all(Array.from({ length: maximumApiTokens }, () => newToken(agent)));
    const answer = await agent.try(apiTokens.make, {
      body: { name: 'x', permissions: ['tickets.read'], days: 30 },
    });
    expect(answer).toMatchObject({ status: 409, error: { code: 'access.too_many_tokens' } });
  });
});

describe('a request', () => {
  test('with a cookie and a token is the token’s', async () => {
    const { token } = await newToken(admin, ['tickets.read']);
    const both = bearing(token, { cookie: admin.cookie, 'x-fairlead-console': '1' });
    expect((await both.call(access.me)).permissions).toEqual(['tickets.read']);
    expect(await both.refused(apiTokens.revoke, { params: { id: admin.id } })).toBe(
      'access.session_required',
    );
  });

  test.each(['flt_', 'flt_nonsense', `flt_${'A'.repeat(43)}`])(
    'with the wrong token %s is refused, with a cookie and where anybody may ask too',
    async (token) => {
      expect(await bearing(token, { cookie: admin.cookie }).refused(access.me)).toBe('access.not_signed_in');
      expect(await bearing(token).refused(help.categories, { query: { locale: 'en' } })).toBe(
        'access.not_signed_in',
      );
    },
  );

  test('by a token neither signs in, nor changes who gets in, nor what is the agent’s own', async () => {
    const { program, id } = await newToken(admin, ['people.manage', 'people.read', 'operations.manage']);
    const refusals = [
      await program.refused(access.signIn, { body: { email: 'a@example.com', password: strong } }),
      await program.refused(access.signOut),
      await program.refused(access.listSessions),
      await program.refused(access.changePassword, { body: { current: strong, next: strong } }),
      await program.refused(access.setUpTwoFactor, { body: { password: strong } }),
      await program.refused(access.setPolicy, { body: { requireTwoFactor: false } }),
      await program.refused(access.invite, {
        body: { email: 'b@example.com', name: 'B', locale: 'en', roles: ['administrator'] },
      }),
      await program.refused(people.updateAgent, { params: { id: other.id }, body: { roles: ['agent'] } }),
      await program.refused(people.setPresence, { body: { presence: 'online' } }),
      await program.refused(apiTokens.list),
      await program.refused(apiTokens.make, { body: { name: 'x', permissions: ['people.read'], days: 1 } }),
      await program.refused(apiTokens.revoke, { params: { id } }),
    ];
    expect(new Set(refusals)).toEqual(new Set(['access.session_required']));
    const { items } = await program.call(people.listAgents);
    expect(items.find((it) => it.id === other.id)?.roles).toEqual(['administrator']);
  });

  test.each([
    ['in the header', true, false],
    ['in the header, beside a cookie', true, true],
    ['in the first words', false, false],
  ])('for a socket with a token %s is refused', async (_, inHeader, cookie) => {
    const { token } = await newToken(other);
    const socket = new WebSocket(server.url.replace('http', 'ws') + livePath, {
      headers: {
        ...(inHeader ? { authorization: `Bearer ${token}` } : {}),
        ...(cookie ? { cookie: other.cookie } : {}),
      },
    });
    const closed = new Promise<number>((resolve) => socket.on('close', resolve));
    const heard: string[] = [];
    socket.on('message', (data) => heard.push(String(data)));
    socket.on('open', () =>
      socket.send(JSON.stringify({ t: 'hello', ...(inHeader ? {} : { token, browserKey: 'x'.repeat(43) }) })),
    );
    expect(await closed).toBe(closeCodes.refused);
    expect(heard.join()).toContain('access.session_required');
  });
});

test('a second factor that is demanded is demanded of tokens and of who makes them', async () => {
  const strict = await createTestServer();
  const ada = await setUpInstallation(strict);
  const mei = await newColleague(strict, ada, 'mei@example.com', ['administrator']);
  const { program } = await newToken(mei, ['tickets.read'], { at: strict });
  await program.call(access.me);
  await enableTwoFactor(strict, ada);
  await ada.call(access.setPolicy, { body: { requireTwoFactor: true } });
  expect(await program.refused(tickets.list, { query: {} })).toBe('access.two_factor_required');
  const body = { name: 'x', permissions: ['tickets.read' as const], days: 30 };
  expect(await mei.refused(apiTokens.make, { body })).toBe('access.two_factor_required');
  await ada.call(apiTokens.make, { body });
});

test('it ends when it was to end, is shown as expired for a month, and then forgotten', async () => {
  const later = await createTestServer();
  const admin = (): Promise<TestAgent> => later.world.agent({ roles: ['administrator'] });
  const { program, id } = await newToken(await admin(), ['tickets.read'], { at: later });
  later.clock.advance({ days: 29 });
  await program.call(access.me);
  later.clock.advance({ days: 1 });
  expect(await program.refused(access.me)).toBe('access.not_signed_in');
  expect(await listed(await admin(), id)).toMatchObject({ state: 'expired' });
  later.clock.advance({ days: 30, minutes: 1 });
  await later.platform.jobs.turn('access.purge');
  expect(await listed(await admin(), id)).toBeUndefined();
});

describe('where requests are limited', () => {
  let limited: TestServer;
  beforeAll(async () => {
    limited = await createTestServer({ RATE_LIMITS: 'true', TRUST_PROXY: 'true' });
  });

  test('guesses of one address are, and those of others are not', async () => {
    const { token } = await newToken(await limited.world.agent({ roles: ['administrator'] }), undefined, {
      at: limited,
    });
    const from = (address: string, it: string) => bearing(it, { 'x-forwarded-for': address }, limited);
    for (let guess = 0; guess < 30; guess += 1) {
      expect(await from('203.0.113.9', `flt_${'B'.repeat(43)}`).refused(access.me)).toBe(
        'access.not_signed_in',
      );
    }
    const answer = await from('203.0.113.9', token).try(access.me);
    expect(answer).toMatchObject({ status: 429, error: { code: 'request.rate_limited' } });
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    await from('203.0.113.10', token).call(access.me);
  });

  test('each token is by itself, at 600 a minute', async () => {
    const agent = await limited.world.agent({ roles: ['administrator'] });
    const [busy, calm] = [
      await newToken(agent, undefined, { at: limited }),
      await newToken(agent, undefined, { at: limited }),
    ];
    for (let round = 0; round < 12; round += 1) {
      await Promise.all(Array.from({ length: 50 }, () => busy.program.call(access.me)));
    }
    const answer = await busy.program.try(access.me);
    expect(answer).toMatchObject({ status: 429, error: { code: 'request.rate_limited' } });
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    await calm.program.call(access.me);
    await agent.call(access.me);
  }, 30_000);
});

import { endpoints } from '@fairlead/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { newSecret } from '../../platform/crypto/secrets.ts';
import { createTestServer, type TestServer } from '../../testing/test-server.ts';
import {
  browser,
  collect,
  cookieOf,
  newColleague,
  setUpInstallation,
  signInAs,
  strong,
  type TestColleague,
} from './access-kit.testing.ts';
import { changeAccount } from './change-account.ts';
import { nobodyId, signedIn, signInRefused } from './events.ts';
import { replaceLink } from './link-store.ts';

const { access } = endpoints;
let server: TestServer;
let ada: TestColleague;
beforeAll(async () => {
  server = await createTestServer({ TRUST_PROXY: 'true' });
  ada = await setUpInstallation(server);
});

const tryFrom = (address: string, email: string, password: string, node = server) =>
  browser(node, '', address).try(access.signIn, { body: { email, password } });
async function wrongFrom(address: string, email: string, times: number) {
  for (let time = 0; time < times; time++) await tryFrom(address, email, 'wrong');
}

test('the right password signs in, whatever the case of the address', async () => {
  const announced = await collect(server, signedIn);
  const answer = await tryFrom('198.51.100.1', 'ADA@example.com', strong);
  expect(answer).toMatchObject({ ok: true, body: { state: 'signed_in', me: { organisation: 'HTX' } } });
  const me = await browser(server, cookieOf(answer)).call(access.me);
  expect(me.agent.email).toBe('ada@example.com');
  expect(me.permissions).toContain('people.manage');
  expect(await announced()).toContainEqual(
    expect.objectContaining({
      subjectId: ada.id,
      payload: { sessionId: me.sessionId, by: 'password', address: '198.51.100.1' },
    }),
  );
});

test('a wrong password and an address nobody has are refused alike, and both are announced', async () => {
  const announced = await collect(server, signInRefused);
  const known = await tryFrom('198.51.100.2', 'ada@example.com', 'wrong');
  const unknown = await tryFrom('198.51.100.2', 'nobody@example.com', 'wrong');
  expect(known).toMatchObject({ ok: false, status: 401, error: { code: 'access.wrong_credentials' } });
  expect(unknown).toMatchObject({ ok: false, status: 401, error: { code: 'access.wrong_credentials' } });
  expect((await announced()).map(({ subjectId, payload }) => [subjectId, payload.reason])).toEqual([
    [ada.id, 'wrong_password'],
    [nobodyId, 'unknown'],
  ]);
});

test('that an account is disabled is said only to who knows its password', async () => {
  const mei = await newColleague(server, ada, 'disabled@example.com');
  await server.platform.database.write((tx) =>
    changeAccount(tx, { type: 'system', name: 'test' }, mei.id, { disabled: true }),
  );
  expect(await mei.refused(access.me)).toBe('access.not_signed_in');
  expect(await tryFrom('198.51.100.3', mei.email, strong)).toMatchObject({
    error: { code: 'access.account_disabled' },
  });
  expect(await tryFrom('198.51.100.3', mei.email, 'wrong')).toMatchObject({
    error: { code: 'access.wrong_credentials' },
  });
});

test('an invited agent has no password yet', async () => {
  await ada.call(access.invite, {
    body: { email: 'invited@example.com', name: 'Invited', locale: 'en', roles: ['agent'] },
  });
  expect(await tryFrom('198.51.100.4', 'invited@example.com', '')).toMatchObject({
    error: { code: 'request.invalid' },
  });
  expect(await tryFrom('198.51.100.4', 'invited@example.com', 'null')).toMatchObject({
    error: { code: 'access.wrong_credentials' },
  });
});

describe('too many attempts', () => {
  test('lock an account out for this address alone, and longer each time', async () => {
    const { email } = await newColleague(server, ada, 'locked@example.com');
    await wrongFrom('203.0.113.1', email, 5);
    const refused = await tryFrom('203.0.113.1', email, strong);
    expect(refused).toMatchObject({
      status: 429,
      error: { code: 'access.too_many_attempts', params: { seconds: 60 } },
    });
    expect(refused.headers.get('retry-after')).toBe('60');
    expect(await tryFrom('203.0.113.2', email, strong)).toMatchObject({ ok: true });

    server.clock.advance({ seconds: 61 });
    await wrongFrom('203.0.113.1', email, 1);
    expect(await tryFrom('203.0.113.1', email, strong)).toMatchObject({
      error: { params: { seconds: 120 } },
    });
    server.clock.advance({ seconds: 121 });
    expect(await tryFrom('203.0.113.1', email, strong)).toMatchObject({ ok: true });
  });

  test('are forgotten with the right password', async () => {
    const { email } = await newColleague(server, ada, 'forgetful@example.com');
    for (let round = 0; round < 3; round++) {
      await wrongFrom('203.0.113.3', email, 4);
      expect(await tryFrom('203.0.113.3', email, strong)).toMatchObject({ ok: true });
    }
  });

  test('lock out an address nobody has just the same', async () => {
    await wrongFrom('203.0.113.4', 'ghost@example.com', 5);
    expect(await tryFrom('203.0.113.4', 'ghost@example.com', 'wrong')).toMatchObject({
      error: { code: 'access.too_many_attempts' },
    });
  });

  test('at once are no more than one after the other, on two nodes together', async () => {
    const { email } = await newColleague(server, ada, 'parallel@example.com');
    const other = await createTestServer({ TRUST_PROXY: 'true' }, server);
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        tryFrom('203.0.113.5', email, 'wrong', index % 2 ? other : server),
      ),
    );
    const codes = answers.map((answer) => (answer.ok ? 'ok' : answer.error.code));
    expect(codes.filter((code) => code === 'access.wrong_credentials')).toHaveLength(5);
    expect(codes.filter((code) => code === 'access.too_many_attempts')).toHaveLength(7);
  });

  test('from one address on many accounts lock the address out, also for the next account', async () => {
    for (let account = 0; account < 10; account++)
      await wrongFrom('2001:db8::1', `a${account}@example.com`, 3);
    expect(await tryFrom('2001:db8::2', 'ada@example.com', strong)).toMatchObject({
      error: { code: 'access.too_many_attempts' },
    });
    expect(await tryFrom('2001:db8:0:1::1', 'ada@example.com', strong)).toMatchObject({ ok: true });
  });
});

describe('guesses from ever new addresses', () => {
  const elsewhere = async (email: string, times: number) => {
    for (let time = 0; time < times; time++) await tryFrom(`198.18.${time}.1`, email, 'wrong');
  };
  const locked = { error: { code: 'access.too_many_attempts', params: { seconds: 60 } } };

  test('are counted together, and lock out no place that its owner signed in at', async () => {
    const { email } = await newColleague(server, ada, 'strangers@example.com');
    expect(await tryFrom('203.0.113.20', email, strong)).toMatchObject({ ok: true });
    await elsewhere(email, 20);
    expect(await tryFrom('198.19.0.1', email, strong)).toMatchObject(locked);
    expect(await tryFrom('203.0.113.20', email, strong)).toMatchObject({ ok: true });
    server.clock.advance({ seconds: 61 });
    expect(await tryFrom('198.19.0.1', email, strong)).toMatchObject({ ok: true });
  });

  test('lock out no owner who used a reset link, and tell nothing of an address nobody has', async () => {
    const { id, email } = await newColleague(server, ada, 'traveller@example.com');
    await elsewhere(email, 20);
    const token = newSecret();
    const expiresAt = new Date(server.clock.now().getTime() + 60_000);
    const link = { accountId: id, purpose: 'password_reset', token, expiresAt } as const;
    await server.platform.database.write((tx) => replaceLink(tx, link));
    const next = 'nineteen egrets at noon';
    await browser(server, '', '203.0.113.21').call(access.completePasswordReset, {
      body: { token, password: next },
    });
    expect(await tryFrom('203.0.113.21', email, next)).toMatchObject({ ok: true });
    await elsewhere('nobody-at-all@example.com', 20);
    expect(await tryFrom('198.19.0.2', 'nobody-at-all@example.com', 'wrong')).toMatchObject(locked);
  });

  test('are counted where they come from, not where they say they come from', async () => {
    const { email } = await newColleague(server, ada, 'forwarded@example.com');
    for (let time = 0; time < 5; time++) await tryFrom(`198.51.100.${time}, 203.0.113.22`, email, 'wrong');
    expect(await tryFrom('127.0.0.1, 203.0.113.22', email, strong)).toMatchObject(locked);
  });
});

describe('a session', () => {
  const signIn = async () => browser(server, await signInAs(server, 'ada@example.com'));

  test('lives on while it is used and ends 12 hours after', async () => {
    const agent = await signIn();
    for (let time = 0; time < 3; time++) {
      server.clock.advance({ hours: 11 });
      await agent.call(access.me);
    }
    server.clock.advance({ hours: 12, seconds: 1 });
    expect(await agent.refused(access.me)).toBe('access.not_signed_in');
  });

  test('ends after 14 days however it is used', async () => {
    const agent = await signIn();
    for (let time = 0; time < 28; time++) {
      await agent.call(access.me);
      server.clock.advance({ hours: 11, minutes: 59 });
    }
    await agent.call(access.me);
    server.clock.advance({ minutes: 30 });
    expect(await agent.refused(access.me)).toBe('access.not_signed_in');
  });

  test('notes when it was seen at most once a minute', async () => {
    const agent = await signIn();
    const seen = async () =>
      (await agent.call(access.listSessions)).items.find((it) => it.current)?.lastSeenAt;
    const first = await seen();
    server.clock.advance({ seconds: 50 });
    expect(await seen()).toBe(first);
    server.clock.advance({ seconds: 20 });
    await agent.call(access.me);
    expect(await seen()).not.toBe(first);
  });

  test('ends with the sign-out, and its cookie is taken away', async () => {
    const agent = await signIn();
    const answer = await agent.try(access.signOut);
    expect(answer.headers.get('set-cookie')).toMatch(/^fairlead_session=;.*Expires=Thu, 01 Jan 1970/);
    expect(await agent.refused(access.me)).toBe('access.not_signed_in');
  });

  test('is not granted by a made-up token', async () => {
    const made = browser(server, `fairlead_session=${'A'.repeat(43)}`);
    expect(await made.refused(access.me)).toBe('access.not_signed_in');
  });
});

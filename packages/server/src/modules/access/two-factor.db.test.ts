import { endpoints } from '@fairlead/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../../platform/crypto/ids.ts';
import { createTestServer, type TestServer } from '../../testing/test-server.ts';
import {
  browser,
  codeNow,
  collect,
  cookieOf,
  enableTwoFactor,
  newColleague,
  setUpInstallation,
  signInAs,
  strong,
  type TestColleague,
} from './access-kit.testing.ts';
import { secondFactorChanged, sessionEnded, signedIn } from './events.ts';

const { access } = endpoints;
let server: TestServer;
let ada: TestColleague;
beforeAll(async () => {
  server = await createTestServer();
  ada = await setUpInstallation(server);
});

const colleagueWith = async (name: string) => {
  const agent = await newColleague(server, ada, `${name}@example.com`);
  return { agent, ...(await enableTwoFactor(server, agent)) };
};

async function challengeFor(email: string, password = strong): Promise<string> {
  const answer = await browser(server).call(access.signIn, { body: { email, password } });
  if (answer.state !== 'two_factor') throw new Error('signed in by the password alone');
  return answer.challenge;
}
const finish = (challenge: string, code: string) =>
  browser(server).try(access.signInSecondFactor, { body: { challenge, code } });

describe('to set a second factor up', () => {
  test('takes the password and a first code, and shows the recovery codes once', async () => {
    const agent = await newColleague(server, ada, 'setup@example.com');
    expect(await agent.refused(access.confirmTwoFactor, { body: { code: '123456' } })).toBe(
      'access.two_factor_not_set_up',
    );
    expect(await agent.refused(access.setUpTwoFactor, { body: { password: 'wrong' } })).toBe(
      'access.wrong_credentials',
    );
    const { secret, uri } = await agent.call(access.setUpTwoFactor, { body: { password: strong } });
    expect(new URL(uri).searchParams.get('secret')).toBe(secret);
    expect((await agent.call(access.me)).twoFactor.enabled).toBe(false);
    await signInAs(server, agent.email);

    const changes = await collect(server, secondFactorChanged);
    expect(await agent.refused(access.confirmTwoFactor, { body: { code: codeNow(server, secret, 5) } })).toBe(
      'access.wrong_code',
    );
    const { recoveryCodes } = await agent.call(access.confirmTwoFactor, {
      body: { code: codeNow(server, secret) },
    });
    expect(recoveryCodes).toHaveLength(10);
    expect((await agent.call(access.me)).twoFactor).toEqual({
      enabled: true,
      required: false,
      recoveryCodesLeft: 10,
    });
    expect(await changes()).toMatchObject([{ subjectId: agent.id, payload: { enabled: true } }]);
  });

  test('again leaves the old app in force until the new one is confirmed', async () => {
    const { agent, secret } = await colleagueWith('again');
    const { secret: newer } = await agent.call(access.setUpTwoFactor, {
      body: { password: strong, code: codeNow(server, secret) },
    });
    server.clock.advance({ seconds: 30 });
    expect(await finish(await challengeFor(agent.email), codeNow(server, newer))).toMatchObject({
      ok: false,
    });
    expect(await finish(await challengeFor(agent.email), codeNow(server, secret))).toMatchObject({
      ok: true,
    });
    await agent.call(access.confirmTwoFactor, { body: { code: codeNow(server, newer) } });
    server.clock.advance({ seconds: 30 });
    expect(await finish(await challengeFor(agent.email), codeNow(server, secret))).toMatchObject({
      ok: false,
    });
    expect(await finish(await challengeFor(agent.email), codeNow(server, newer))).toMatchObject({ ok: true });
  });
});

describe('to replace one that is in force', () => {
  const replace = (agent: TestColleague, code?: string) =>
    agent.try(access.setUpTwoFactor, { body: { password: strong, code } });
  const wrong = { error: { code: 'access.wrong_code' } };

  test('takes a code of it, once, or a recovery code', async () => {
    const { agent, secret, recoveryCodes } = await colleagueWith('replace');
    expect(await replace(agent)).toMatchObject(wrong);
    expect(await replace(agent, codeNow(server, secret, 9))).toMatchObject(wrong);
    const code = codeNow(server, secret);
    expect(await replace(agent, code)).toMatchObject({ ok: true });
    expect(await replace(agent, code)).toMatchObject(wrong);
    expect(await replace(agent, recoveryCodes[0])).toMatchObject({ ok: true });
    expect((await agent.call(access.me)).twoFactor).toMatchObject({ enabled: true, recoveryCodesLeft: 9 });
  });

  test('allows five wrong codes', async () => {
    const { agent, secret } = await colleagueWith('replace-five');
    for (let time = 0; time < 5; time++) expect(await replace(agent, '000000')).toMatchObject(wrong);
    expect(await replace(agent, codeNow(server, secret))).toMatchObject({
      error: { code: 'access.too_many_attempts' },
    });
  });
});

describe('a lost second factor', () => {
  test('is taken away by an administrator, which ends every session', async () => {
    const { agent, secret, recoveryCodes } = await colleagueWith('lost');
    const challenge = await challengeFor(agent.email);
    for (let time = 0; time < 5; time++) await finish(challenge, '000000');
    const changes = await collect(server, secondFactorChanged);
    const ends = await collect(server, sessionEnded);
    await ada.call(access.resetTwoFactor, { params: { id: agent.id } });
    expect(await agent.refused(access.me)).toBe('access.not_signed_in');
    expect(await changes()).toMatchObject([{ subjectId: agent.id, payload: { enabled: false } }]);
    expect(await ends()).toMatchObject([{ subjectId: agent.id, payload: { reason: 'second_factor_reset' } }]);
    for (const code of [codeNow(server, secret), recoveryCodes[0] ?? ''])
      expect(await finish(challenge, code)).toMatchObject({ ok: false });
    const back = browser(server, await signInAs(server, agent.email));
    expect((await back.call(access.me)).twoFactor).toMatchObject({ enabled: false, recoveryCodesLeft: 0 });
    await enableTwoFactor(server, back);
    await ada.call(access.resetTwoFactor, { params: { id: agent.id } });
    expect(await ada.refused(access.resetTwoFactor, { params: { id: agent.id } })).toBe(
      'access.two_factor_not_set_up',
    );
  });

  test('is nobody’s own to take away, nor a colleague’s who may not manage people', async () => {
    const { agent } = await colleagueWith('not-mine');
    expect(await ada.refused(access.resetTwoFactor, { params: { id: ada.id } })).toBe('access.forbidden');
    expect(await agent.refused(access.resetTwoFactor, { params: { id: ada.id } })).toBe('access.forbidden');
    expect(await ada.refused(access.resetTwoFactor, { params: { id: newId() } })).toBe('people.not_found');
    expect((await agent.call(access.me)).twoFactor.enabled).toBe(true);
  });
});

test('an administrator signs a colleague out everywhere', async () => {
  const agent = await newColleague(server, ada, 'everywhere@example.com');
  const other = browser(server, await signInAs(server, agent.email));
  const ends = await collect(server, sessionEnded);
  await ada.call(access.endSessionsOf, { params: { id: agent.id } });
  for (const session of [agent, other]) expect(await session.refused(access.me)).toBe('access.not_signed_in');
  expect((await ends()).map(({ payload }) => payload.reason)).toEqual(['revoked', 'revoked']);
  expect(await ada.refused(access.endSessionsOf, { params: { id: newId() } })).toBe('people.not_found');
  expect((await ada.call(access.me)).agent.id).toBe(ada.id);
});

describe('a sign-in with a second factor', () => {
  test('gives no session for the password alone', async () => {
    const { agent, secret } = await colleagueWith('alone');
    const first = await browser(server).try(access.signIn, {
      body: { email: agent.email, password: strong },
    });
    expect(first.headers.get('set-cookie')).toBeNull();
    const announced = await collect(server, signedIn);
    const answer = await finish(await challengeFor(agent.email), codeNow(server, secret));
    expect(answer).toMatchObject({ ok: true, body: { agent: { email: agent.email } } });
    expect(await browser(server, cookieOf(answer)).call(access.me)).toMatchObject({
      agent: { id: agent.id },
    });
    expect(await announced()).toMatchObject([{ payload: { by: 'second_factor' } }]);
  });

  test('takes no code twice, not even at once', async () => {
    const { agent, secret } = await colleagueWith('code-twice');
    const challenge = await challengeFor(agent.email);
    const code = codeNow(server, secret);
    const answers = await Promise.all([
      finish(challenge, code),
      finish(challenge, code),
      finish(challenge, code),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await finish(await challengeFor(agent.email), code)).toMatchObject({
      error: { code: 'access.wrong_code' },
    });
  });

  test('takes each recovery code once', async () => {
    const { agent, recoveryCodes } = await colleagueWith('recovery');
    const [code = ''] = recoveryCodes;
    const answer = await finish(await challengeFor(agent.email), ` ${code.toUpperCase()} `);
    expect(answer).toMatchObject({ ok: true, body: { twoFactor: { recoveryCodesLeft: 9 } } });
    expect(await finish(await challengeFor(agent.email), code)).toMatchObject({
      error: { code: 'access.wrong_code' },
    });
  });

  test('allows five wrong codes, whoever sends them', async () => {
    const { agent, secret } = await colleagueWith('five');
    const challenge = await challengeFor(agent.email);
    for (let time = 0; time < 5; time++) {
      expect(await finish(challenge, '000000')).toMatchObject({ error: { code: 'access.wrong_code' } });
    }
    expect(await finish(await challengeFor(agent.email), codeNow(server, secret))).toMatchObject({
      error: { code: 'access.too_many_attempts' },
    });
  });

  test('takes no challenge that is old, foreign or of an old password', async () => {
    const { agent, secret } = await colleagueWith('old');
    const old = await challengeFor(agent.email);
    server.clock.advance({ minutes: 5, seconds: 5 });
    const refused = { error: { code: 'access.link_expired' } };
    expect(await finish(old, codeNow(server, secret))).toMatchObject(refused);
    expect(await finish('made.up.challenge', codeNow(server, secret))).toMatchObject(refused);
    const before = await challengeFor(agent.email);
    await agent.call(access.changePassword, { body: { current: strong, next: 'nineteen egrets at noon' } });
    expect(await finish(before, codeNow(server, secret))).toMatchObject(refused);
  });
});

describe('to switch it off', () => {
  test('takes both factors', async () => {
    const { agent, secret } = await colleagueWith('off');
    const off = (password: string, code: string) =>
      agent.try(access.disableTwoFactor, { body: { password, code } });
    expect(await off('wrong', codeNow(server, secret))).toMatchObject({
      error: { code: 'access.wrong_credentials' },
    });
    expect(await off(strong, codeNow(server, secret, 7))).toMatchObject({
      error: { code: 'access.wrong_code' },
    });
    const changes = await collect(server, secondFactorChanged);
    expect(await off(strong, codeNow(server, secret))).toMatchObject({ ok: true });
    expect(await changes()).toMatchObject([{ payload: { enabled: false } }]);
    await signInAs(server, agent.email);
    expect(await off(strong, codeNow(server, secret))).toMatchObject({
      error: { code: 'access.two_factor_not_set_up' },
    });
  });
});

test('a second factor that everybody must have stands before everything else', async () => {
  const own = await createTestServer();
  const admin = await setUpInstallation(own);
  const agent = await newColleague(own, admin, 'must@example.com');
  const require = { body: { requireTwoFactor: true } };
  expect(await agent.refused(access.setPolicy, require)).toBe('access.forbidden');
  expect(await admin.refused(access.setPolicy, require)).toBe('access.two_factor_required');
  await enableTwoFactor(own, admin);
  expect(await admin.call(access.setPolicy, require)).toEqual({ requireTwoFactor: true });
  expect(await admin.call(access.getPolicy)).toEqual({ requireTwoFactor: true });

  expect((await agent.call(access.me)).twoFactor).toMatchObject({ enabled: false, required: true });
  expect(await agent.refused(access.listSessions)).toBe('access.two_factor_required');
  const { secret } = await enableTwoFactor(own, agent);
  expect(await agent.call(access.listSessions)).toMatchObject({ items: [{ current: true }] });
  expect(
    await agent.refused(access.disableTwoFactor, { body: { password: strong, code: codeNow(own, secret) } }),
  ).toBe('access.two_factor_required');
});

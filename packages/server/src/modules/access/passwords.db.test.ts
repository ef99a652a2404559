import { endpoints } from '@fairlead/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { openMailbox } from '../../testing/mailbox.ts';
import { createTestServer, type TestServer } from '../../testing/test-server.ts';
import {
  browser,
  collect,
  newColleague,
  setUpInstallation,
  signInAs,
  strong,
  type TestColleague,
  tokenOf,
} from './access-kit.testing.ts';
import { passwordChanged, sessionEnded } from './events.ts';

const { access } = endpoints;
const next = 'nineteen egrets at noon';
let server: TestServer;
let mailbox: Awaited<ReturnType<typeof openMailbox>>;
let ada: TestColleague;
beforeAll(async () => {
  mailbox = await openMailbox();
  server = await createTestServer({ SMTP_URL: mailbox.url, PUBLIC_URL: 'http://support.example.com/' });
  ada = await setUpInstallation(server);
});

/** Asks for a reset and answers the token of the link that came. */
async function resetToken(email: string): Promise<string> {
  await server.nobody.call(access.requestPasswordReset, { body: { email } });
  for (;;) {
    const letter = await mailbox.next();
    const token = /http:\/\/support\.example\.com\/console\/reset\/(\S+)/.exec(letter.text)?.[1];
    if (letter.to === email && token) return token;
  }
}

describe('a changed password', () => {
  test('ends every other session and keeps this one', async () => {
    const mei = await newColleague(server, ada, 'change@example.com');
    const other = browser(server, await signInAs(server, mei.email));
    const changes = await collect(server, passwordChanged);
    const ends = await collect(server, sessionEnded);
    await mei.call(access.changePassword, { body: { current: strong, next } });
    expect(await other.refused(access.me)).toBe('access.not_signed_in');
    expect(await mei.call(access.me)).toMatchObject({ agent: { email: mei.email } });
    await expect(signInAs(server, mei.email)).rejects.toThrow('access.wrong_credentials');
    await signInAs(server, mei.email, next);
    expect(await changes()).toMatchObject([{ subjectId: mei.id, payload: { by: 'agent' } }]);
    expect(await ends()).toMatchObject([{ subjectId: mei.id, payload: { reason: 'password_changed' } }]);
  });

  test('takes the current one, and only so many guesses', async () => {
    const mei = await newColleague(server, ada, 'guess@example.com');
    const guess = () => mei.refused(access.changePassword, { body: { current: 'wrong', next } });
    for (let time = 0; time < 5; time++) expect(await guess()).toBe('access.wrong_credentials');
    expect(await mei.refused(access.changePassword, { body: { current: strong, next } })).toBe(
      'access.too_many_attempts',
    );
  });

  test('must not be weak', async () => {
    const mei = await newColleague(server, ada, 'weak@example.com');
    const answer = await mei.try(access.changePassword, { body: { current: strong, next: 'Password2026' } });
    expect(answer).toMatchObject({
      status: 422,
      error: { code: 'access.password_too_weak', params: { minimum: 10 } },
    });
  });
});

describe('a reset', () => {
  test('sets a new password by the link, once, and ends every session', async () => {
    const mei = await newColleague(server, ada, 'reset@example.com');
    const token = await resetToken(mei.email);
    const changes = await collect(server, passwordChanged);
    expect(
      await server.nobody.refused(access.completePasswordReset, { body: { token, password: mei.email } }),
    ).toBe('access.password_too_weak');
    await server.nobody.call(access.completePasswordReset, { body: { token, password: next } });
    expect(await mei.refused(access.me)).toBe('access.not_signed_in');
    await signInAs(server, mei.email, next);
    expect(await changes()).toMatchObject([{ subjectId: mei.id, payload: { by: 'reset_link' } }]);
    expect(
      await server.nobody.refused(access.completePasswordReset, { body: { token, password: strong } }),
    ).toBe('access.link_expired');
  });

  test('by one link at once from two browsers happens once', async () => {
    const mei = await newColleague(server, ada, 'twice@example.com');
    const token = await resetToken(mei.email);
    const answers = await Promise.all(
      [next, strong].map((password) =>
        server.nobody.try(access.completePasswordReset, { body: { token, password } }),
      ),
    );
    expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
  });

  test('works for an hour, and a newer link ends an older one', async () => {
    const mei = await newColleague(server, ada, 'hour@example.com');
    const complete = (token: string) =>
      server.nobody.refused(access.completePasswordReset, { body: { token, password: next } });
    const late = await resetToken(mei.email);
    server.clock.advance({ minutes: 61 });
    expect(await complete(late)).toBe('access.link_expired');
    const first = await resetToken(mei.email);
    server.clock.advance({ minutes: 2 });
    const second = await resetToken(mei.email);
    expect(await complete(first)).toBe('access.link_expired');
    await server.nobody.call(access.completePasswordReset, { body: { token: second, password: next } });
  });

  test('ends with a change of the password in the meantime', async () => {
    const mei = await newColleague(server, ada, 'meantime@example.com');
    const token = await resetToken(mei.email);
    await mei.call(access.changePassword, { body: { current: strong, next } });
    expect(
      await server.nobody.refused(access.completePasswordReset, { body: { token, password: strong } }),
    ).toBe('access.link_expired');
  });

  test('is answered alike for an address that nobody has, which gets no letter', async () => {
    const known = await server.nobody.try(access.requestPasswordReset, {
      body: { email: 'ada@example.com' },
    });
    const unknown = await server.nobody.try(access.requestPasswordReset, {
      body: { email: 'ghost@example.com' },
    });
    expect([unknown.status, unknown.ok]).toEqual([known.status, known.ok]);
    // Jobs of one kind are done in order: once this one's letter is here the ghost's has been done with.
    const mei = await newColleague(server, ada, 'after-ghost@example.com');
    await resetToken(mei.email);
    expect(mailbox.letters.map(({ to }) => to)).not.toContain('ghost@example.com');
  });

  test('cannot be asked for without end', async () => {
    const ask = () =>
      server.nobody.try(access.requestPasswordReset, { body: { email: 'flood@example.com' } });
    for (let time = 0; time < 5; time++) expect((await ask()).ok).toBe(true);
    expect(await ask()).toMatchObject({ status: 429, error: { code: 'access.too_many_attempts' } });
  });

  test('is sent in the language of the agent', async () => {
    const mei = await newColleague(server, ada, 'language@example.com');
    await resetToken(mei.email);
    const letter = mailbox.letters.findLast(({ to }) => to === mei.email);
    expect(letter?.text).toContain('Mei Lin，您好');
  });

  test('does not stand in for an invitation, nor the other way round', async () => {
    const { link } = await ada.call(access.invite, {
      body: { email: 'other-purpose@example.com', name: 'Joe', locale: 'en', roles: ['agent'] },
    });
    expect(
      await server.nobody.refused(access.completePasswordReset, {
        body: { token: tokenOf(link), password: next },
      }),
    ).toBe('access.link_expired');
  });
});

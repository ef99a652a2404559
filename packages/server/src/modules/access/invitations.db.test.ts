import { endpoints } from '@fairlead/contract';
import { beforeAll, expect, test } from 'vitest';
import { openMailbox } from '../../testing/mailbox.ts';
import { createTestServer, type TestServer } from '../../testing/test-server.ts';
import {
  browser,
  collect,
  cookieOf,
  newColleague,
  setUpInstallation,
  strong,
  type TestColleague,
  tokenOf,
} from './access-kit.testing.ts';
import { changeAccount } from './change-account.ts';
import { invited } from './events.ts';

const { access } = endpoints;
let server: TestServer;
let ada: TestColleague;
beforeAll(async () => {
  server = await createTestServer();
  ada = await setUpInstallation(server);
});

const inviteTo = (email: string) =>
  ada.call(access.invite, { body: { email, name: 'Mei', locale: 'en', roles: ['team_lead'] } });
const accept = (link: string, password = strong) =>
  browser(server).try(access.acceptInvitation, {
    params: { token: tokenOf(link) },
    body: { name: 'Mei Lin', password },
  });

test('an invitation is read, taken up once, and signs its agent in', async () => {
  const announced = await collect(server, invited);
  const { agentId, link, sent, expiresAt } = await inviteTo('mei@example.com');
  expect(link).toMatch(/^http:\/\/localhost:\d+\/console\/invitation\/[\w-]{43}$/);
  expect(sent).toBe(false);
  expect(Date.parse(expiresAt) - server.clock.now().getTime()).toBeGreaterThan(6.99 * 24 * 3600_000);
  expect(await announced()).toMatchObject([
    { subjectId: agentId, payload: { roles: ['team_lead'], renewed: false } },
  ]);

  const params = { token: tokenOf(link) };
  expect(await server.nobody.call(access.readInvitation, { params })).toEqual({
    name: 'Mei',
    email: 'mei@example.com',
    organisation: 'HTX',
  });
  expect(await accept(link, 'mei@example.com')).toMatchObject({
    error: { code: 'access.password_too_weak' },
  });
  const answer = await accept(link);
  expect(answer).toMatchObject({
    ok: true,
    body: { agent: { id: agentId, name: 'Mei Lin', status: 'active', roles: ['team_lead'] } },
  });
  expect(await browser(server, cookieOf(answer)).call(access.me)).toMatchObject({ agent: { id: agentId } });
  expect(await accept(link)).toMatchObject({ error: { code: 'access.link_expired' } });
  expect(await server.nobody.refused(access.readInvitation, { params })).toBe('access.link_expired');
  expect(await ada.refused(access.renewInvitation, { params: { id: agentId } })).toBe('people.not_found');
});

test('an address is invited once, in whatever case', async () => {
  await inviteTo('once@example.com');
  const again = { email: 'ONCE@example.com', name: 'Mei', locale: 'en', roles: ['agent'] } as const;
  expect(await ada.refused(access.invite, { body: { ...again, roles: ['agent'] } })).toBe(
    'access.email_taken',
  );
});

test('a team that there is not refuses the whole invitation', async () => {
  const body = { email: 'team@example.com', name: 'Mei', locale: 'en' as const, roles: ['agent' as const] };
  const teamIds = ['01990000-0000-7000-8000-000000000000'];
  expect(await ada.refused(access.invite, { body: { ...body, teamIds } })).toBe('people.team_not_found');
  await ada.call(access.invite, { body });
});

test('a link works for seven days, and a newer one ends it', async () => {
  const { agentId, link } = await inviteTo('late@example.com');
  const renewed = await ada.call(access.renewInvitation, { params: { id: agentId } });
  expect(await accept(link)).toMatchObject({ error: { code: 'access.link_expired' } });
  server.clock.advance({ days: 7, seconds: 1 });
  expect(await accept(renewed.link)).toMatchObject({ error: { code: 'access.link_expired' } });
  ada = { ...ada, ...browser(server, await freshAda()) };
  const last = await ada.call(access.renewInvitation, { params: { id: agentId } });
  expect(await accept(last.link)).toMatchObject({ ok: true });
});

async function freshAda(): Promise<string> {
  return cookieOf(
    await browser(server).try(access.signIn, { body: { email: 'ada@example.com', password: strong } }),
  );
}

test('who is disabled before they come does not come', async () => {
  const { agentId, link } = await inviteTo('withdrawn@example.com');
  const change = (disabled: boolean) =>
    server.platform.database.write((tx) =>
      changeAccount(tx, { type: 'system', name: 'test' }, agentId, { disabled }),
    );
  await change(true);
  expect(await accept(link)).toMatchObject({ error: { code: 'access.link_expired' } });
  await change(false);
  const { link: renewed } = await ada.call(access.renewInvitation, { params: { id: agentId } });
  expect(await accept(renewed)).toMatchObject({ ok: true });
});

test('only who manages people invites', async () => {
  const mei = await newColleague(server, ada, 'lead@example.com', ['team_lead']);
  const body = { email: 'x@example.com', name: 'X', locale: 'en' as const, roles: ['agent' as const] };
  expect(await mei.refused(access.invite, { body })).toBe('access.forbidden');
  expect(await server.nobody.refused(access.invite, { body })).toBe('access.not_signed_in');
});

test('where mail is set up the link is sent, in the language of the agent', async () => {
  const mailbox = await openMailbox();
  const mailing = await createTestServer({ SMTP_URL: mailbox.url });
  const admin = await setUpInstallation(mailing);
  const { link, sent } = await admin.call(access.invite, {
    body: { email: 'mei@example.com', name: '林梅', locale: 'zh-CN', roles: ['agent'] },
  });
  expect(sent).toBe(true);
  const letter = await mailbox.next();
  expect(letter.to).toBe('mei@example.com');
  expect(letter.text).toContain('林梅，您好');
  expect(letter.text).toContain(link);
});

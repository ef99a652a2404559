import { endpoints } from '@fairlead/contract';
import { beforeAll, expect, test } from 'vitest';
import type { TestServer } from '../testing/test-server.ts';
import type { TestAgent } from '../testing/world.ts';
import { type LetterDesk, openLetterDesk } from './letter-desk.testing.ts';

/** What administrators see of an e-mail inbox: its secrets never, how its servers are always. */
const { channels } = endpoints;
let desk: LetterDesk;
let server: TestServer;
let admin: TestAgent;
let agent: TestAgent;

beforeAll(async () => {
  desk = await openLetterDesk();
  ({ server, admin, agent } = desk);
});

const healthOfDesk = async () =>
  (await admin.call(channels.listInboxHealth)).items.find((it) => it.inboxId === desk.inboxId);

test('an e-mail inbox keeps its secrets to itself', async () => {
  const secrets = { smtpPassword: 'hush-hush-hush', imapPassword: 'quiet' };
  const { email } = await desk.setUp({ secrets });
  expect(email.secrets).toEqual({ smtpPassword: true, imapPassword: true, oauth: false, dkimKey: false });
  const read = await admin.call(channels.readEmailInbox, { params: { id: desk.inboxId } });
  expect(JSON.stringify([email, read])).not.toMatch(/hush|quiet/);
  const row = await server.platform.database.reader().sql.selectFrom('email_inboxes').selectAll().execute();
  expect(JSON.stringify(row)).not.toMatch(/hush|quiet/);
  expect(await agent.refused(channels.readEmailInbox, { params: { id: desk.inboxId } })).toBe(
    'access.forbidden',
  );
});

test('it is tried: a server that works, one that is not there, one that must not be asked', async () => {
  await desk.setUp();
  const attempt = () => admin.call(channels.tryEmailInbox, { params: { id: desk.inboxId } });
  expect(await attempt()).toEqual({ imap: null, smtp: { trouble: null } });
  const server = { security: 'none', user: null, auth: 'password' };
  await desk.setUp({ smtp: { ...server, host: '127.0.0.1', port: 9 } });
  expect(await attempt()).toMatchObject({ smtp: { trouble: { code: 'channels.mail_unreachable' } } });
  expect(await healthOfDesk()).toMatchObject({
    state: 'trouble',
    trouble: { code: 'channels.mail_unreachable' },
  });
  await desk.setUp({ smtp: { ...server, host: '169.254.169.254', port: 25 } });
  expect(await admin.refused(channels.tryEmailInbox, { params: { id: desk.inboxId } })).toBe(
    'channels.host_refused',
  );
  await desk.setUp();
});

test('it says how its server for sending is, without anybody trying', async () => {
  await desk.setUp();
  await server.platform.jobs.turn('channels.check');
  expect(await healthOfDesk()).toMatchObject({ state: 'well', trouble: null });
  await desk.setUp({
    smtp: { host: '127.0.0.1', port: 9, security: 'none', user: null, auth: 'password' },
  });
  await server.platform.jobs.turn('channels.check');
  expect(await healthOfDesk()).toMatchObject({
    state: 'trouble',
    trouble: { code: 'channels.mail_unreachable' },
  });
  const { email } = await admin.call(channels.readEmailInbox, { params: { id: desk.inboxId } });
  expect(email).toMatchObject({ lastError: null, sendingError: { code: 'channels.mail_unreachable' } });
  await desk.setUp();
});

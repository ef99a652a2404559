import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { endpoints } from '@fairlead/contract';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Dovecot, openDovecot } from '../../../testing/dovecot.ts';
import { hurryJobs } from '../../../testing/hurry-jobs.ts';
import { type OAuthServer, openOAuthServer } from '../../../testing/oauth-server.ts';
import { createTestServer, type TestServer } from '../../../testing/test-server.ts';
import type { TestAgent } from '../../../testing/world.ts';
import { deliverMessage } from '../../conversations/delivery-job.ts';

const { channels, conversations } = endpoints;
const patience = { timeout: 60_000 };
const user = 'support';
let oauth: OAuthServer;
let dovecot: Dovecot;
let server: TestServer;
let admin: TestAgent;
let agent: TestAgent;
let inboxId: string;
/** What the mail server for answers has said yes to. */
const sent: string[] = [];
const sockets: Socket[] = [];
const outgoing = new SMTPServer({
  authMethods: ['XOAUTH2'],
  disabledCommands: ['STARTTLS'],
  allowInsecureAuth: true,
  onAuth: ({ accessToken, username }, _session, done) =>
    oauth.holds(accessToken ?? '')
      ? done(null, { user: username ?? '' })
      : done(Object.assign(new Error('5.7.8 the token does not hold'), { responseCode: 535 })),
  onData(stream, _session, done) {
    stream.resume().on('end', () => {
      sent.push('a letter');
      done();
    });
  },
});

beforeAll(async () => {
  oauth = await openOAuthServer(user);
  dovecot = await openDovecot({ introspectionUrl: oauth.introspectionUrl });
  outgoing.on('error', () => {});
  outgoing.server.on('connection', (socket: Socket) => sockets.push(socket));
  outgoing.listen(0, '127.0.0.1');
  await once(outgoing.server, 'listening');
  server = await createTestServer();
  hurryJobs(server.platform, deliverMessage.name);
  admin = await server.world.agent({ roles: ['administrator'] });
  const team = await server.world.team();
  agent = await server.world.agent({ teams: [team] });
  const inbox = await admin.call(channels.createInbox, {
    body: {
      channel: 'email',
      name: 'Letters',
      allowedOrigins: [],
      topics: [],
      topicTeams: {},
      defaultTeamId: team,
      reopenHours: 72,
      acceptSeconds: 60,
      answerHours: 24,
      enabled: true,
    },
  });
  inboxId = inbox.id;
  const at = { host: '127.0.0.1', security: 'none', user, auth: 'oauth2' } as const;
  await admin.call(channels.saveEmailInbox, {
    params: { id: inboxId },
    body: {
      address: 'support@harbour.example',
      fromName: 'Harbour',
      signatures: {},
      imap: { ...at, port: dovecot.port, mailboxes: ['INBOX'] },
      smtp: { ...at, port: (outgoing.server.address() as AddressInfo).port },
      dkim: null,
      secrets: { oauth: oauth.client },
    },
  });
});
afterAll(() => new Promise<void>((resolve) => outgoing.close(() => resolve())));

async function put(name: string): Promise<void> {
  const mailer = await dovecot.mailer();
  const head = [`From: ${name}@example.com`, 'To: support@harbour.example', `Subject: ${name}`];
  await mailer.append('INBOX', [...head, `Message-ID: <${name}@x>`, '', `I am ${name}`, ''].join('\r\n'));
  await mailer.logout();
}

/** The thread of a letter, once it was fetched. */
const threadOf = (name: string) =>
  vi.waitFor(async () => {
    const { items } = await admin.call(conversations.list, { query: { view: 'all' } });
    const found = items.find((it) => it.preview?.text === `I am ${name}`);
    if (!found) throw new Error('not fetched yet');
    return found.id;
  }, patience);

async function answer(id: string): Promise<void> {
  const { message } = await agent.call(conversations.post, {
    params: { id },
    body: { key: crypto.randomUUID(), text: 'We look into it.', kind: 'text', seenSeq: 99 },
  });
  await server.settle();
  await vi.waitFor(async () => {
    const { items } = await agent.call(conversations.messages, { params: { id }, query: {} });
    expect(items.find((it) => it.id === message.id)?.delivery).toEqual({ state: 'sent', error: null });
  }, patience);
}

/** Ends all connections to the mailbox, so that whoever reads it signs in again. */
async function interrupt(): Promise<void> {
  await dovecot.stop();
  await vi.waitFor(async () => {
    const { email } = await admin.call(channels.readEmailInbox, { params: { id: inboxId } });
    expect(email?.lastError).not.toBeNull();
  }, patience);
  await dovecot.start();
}

const tried = () => admin.call(channels.tryEmailInbox, { params: { id: inboxId } });

test('letters are fetched and sent with an access token, and with a new one when it is refused before its time is over', async () => {
  await put('first');
  const first = await threadOf('first');
  await answer(first);
  const before = oauth.issued.length;

  oauth.revoke();
  for (const socket of sockets) socket.destroy();
  await answer(first);
  expect(sent).toHaveLength(2);
  // One refusal, one new token; what comes after signs in with that.
  expect(oauth.issued).toHaveLength(before + 1);

  await interrupt();
  await put('second');
  await threadOf('second');
  expect(oauth.issued).toHaveLength(before + 1);

  oauth.revoke();
  await interrupt();
  await put('third');
  await threadOf('third');
  expect(oauth.issued).toHaveLength(before + 2);
}, 180_000);

test('the connection test does not hold a token that was refused against the settings', async () => {
  oauth.revoke();
  expect(await tried()).toEqual({ imap: { trouble: null }, smtp: { trouble: null } });
});

test('a grant that was withdrawn is told as a refused sign-in', async () => {
  oauth.withdraw();
  oauth.revoke();
  const { imap, smtp } = await tried();
  expect([imap?.trouble?.code, smtp?.trouble?.code]).toEqual(Array(2).fill('channels.mail_sign_in_refused'));
});

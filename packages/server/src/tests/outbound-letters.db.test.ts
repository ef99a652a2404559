import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { endpoints } from '@fairlead/contract';
import { createTransport } from 'nodemailer';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterEach, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { attemptDelivery } from '../modules/conversations/deliver-message.ts';
import { deliverMessage } from '../modules/conversations/delivery-job.ts';
import { findFreePort } from '../platform/embedded-postgres/free-port.ts';
import { makeCertificate } from '../testing/certificate.ts';
import { hurryJobs } from '../testing/hurry-jobs.ts';
import { createTestServer, type TestServer } from '../testing/test-server.ts';
import type { TestAgent } from '../testing/world.ts';

/** What becomes of an answer at a mail server that refuses, fails or cuts off: a real one, over real connections. */
const { channels, conversations, files } = endpoints;
const address = 'support@harbour.example';
const patience = { timeout: 60_000 };
let server: TestServer;
let admin: TestAgent;
let agent: TestAgent;
let inboxId: string;
let port: number;
let certificate: { certificate: string; key: string };

beforeAll(async () => {
  certificate = await makeCertificate();
  port = await findFreePort(undefined);
  server = await createTestServer({ INBOUND_SMTP_PORT: String(port) });
  admin = await server.world.agent({ roles: ['administrator'] });
  const team = await server.world.team();
  agent = await server.world.agent({ teams: [team], name: 'Mei' });
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
});

/** What the mail server says to a letter that it has got: nothing is yes, an error no, 'cut' ends the connection without a word. */
type Word = Error | 'cut' | undefined;
interface MailServer {
  readonly port: number;
  /** Message-IDs of all letters that came whole, whatever was said to them. */
  readonly came: string[];
  /** What was said yes to, and whether it came over TLS. */
  readonly taken: Array<{ id: string; secure: boolean }>;
  /** What it says to the next letters, in turn; then yes. */
  readonly words: Word[];
}
const open: SMTPServer[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((it) => new Promise<void>((resolve) => it.close(resolve))));
});

async function openMailServer(options: SMTPServerOptions = {}): Promise<MailServer> {
  const came: string[] = [];
  const taken: MailServer['taken'] = [];
  const words: Word[] = [];
  const sockets: Socket[] = [];
  const smtp: SMTPServer = new SMTPServer({
    authOptional: true,
    disabledCommands: options.key ? [] : ['STARTTLS', 'AUTH'],
    closeTimeout: 1000,
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const id = /^message-id: (\S+)/im.exec(Buffer.concat(parts).toString('latin1'))?.[1] ?? '';
        came.push(id);
        const word = words.shift();
        if (word === 'cut') {
          for (const socket of sockets) socket.destroy();
          return;
        }
        if (word === undefined) taken.push({ id, secure: session.secure });
        done(word);
      });
    },
    ...options,
  });
  smtp.on('error', () => {});
  smtp.server.on('connection', (socket: Socket) => sockets.push(socket));
  smtp.listen(0, '127.0.0.1');
  await once(smtp.server, 'listening');
  open.push(smtp);
  return { port: (smtp.server.address() as AddressInfo).port, came, taken, words };
}

const no = (responseCode: number, words: string) => Object.assign(new Error(words), { responseCode });

const useServer = (
  smtp: { port: number; security?: 'starttls' | 'tls'; user?: string },
  secrets: object = {},
) =>
  admin.call(channels.saveEmailInbox, {
    params: { id: inboxId },
    body: {
      address,
      fromName: 'Harbour support',
      signatures: {},
      imap: null,
      smtp: { host: '127.0.0.1', security: 'none', user: null, auth: 'password', ...smtp },
      dkim: null,
      secrets,
    },
  });

/** A thread that a letter began. */
async function letterFrom(name: string): Promise<string> {
  await createTransport({ host: '127.0.0.1', port, ignoreTLS: true }).sendMail({
    from: `${name}@example.com`,
    to: address,
    subject: name,
    text: `I am ${name}`,
  });
  return vi.waitFor(async () => {
    const { items } = await admin.call(conversations.list, { query: { view: 'all' } });
    const found = items.find((it) => it.preview?.text === `I am ${name}`);
    if (!found) throw new Error('not taken in yet');
    return found.id;
  }, patience);
}

/** An agent's answer; its delivery goes on behind it. */
async function answer(conversationId: string, attachmentIds: string[] = []): Promise<string> {
  const { message } = await agent.call(conversations.post, {
    params: { id: conversationId },
    body: {
      key: crypto.randomUUID(),
      text: 'We look into it.',
      kind: 'text',
      attachmentIds,
      mentions: [],
      quickReplies: [],
      seenSeq: 99,
    },
  });
  await server.settle();
  return message.id;
}
async function deliveryOf(conversationId: string, messageId: string) {
  const { items } = await agent.call(conversations.messages, { params: { id: conversationId }, query: {} });
  return items.find((it) => it.id === messageId)?.delivery;
}
const becomes = (conversationId: string, messageId: string, state: string) =>
  vi.waitFor(async () => {
    const delivery = await deliveryOf(conversationId, messageId);
    expect(delivery?.state).toBe(state);
    return delivery;
  }, patience);
/** From now on whatever waits for its next attempt has it. */
const hurry = () => onTestFinished(hurryJobs(server.platform, deliverMessage.name));
/** An attempt and then the last one that a letter has: what waits after the first has not failed for good. */
async function lastAttempt(conversationId: string, messageId: string): Promise<void> {
  await attemptDelivery(server.platform, { conversationId, messageId, attempt: 1 }, { last: false });
  expect((await deliveryOf(conversationId, messageId))?.state).toBe('queued');
  await attemptDelivery(server.platform, { conversationId, messageId, attempt: 7 }, { last: false });
}

describe('a letter for which TLS is asked', () => {
  test('stays when the server offers none', async () => {
    const mail = await openMailServer();
    await useServer({ port: mail.port, security: 'starttls' });
    const id = await letterFrom('plain');
    const messageId = await answer(id);
    await lastAttempt(id, messageId);
    expect((await becomes(id, messageId, 'failed'))?.error).toMatch(/STARTTLS.*not recognized/);
    expect(mail.came).toEqual([]);
  });

  test.each(['starttls', 'tls'] as const)(
    'by %s stays when nobody vouches for the certificate, and goes when somebody does',
    async (security) => {
      const mail = await openMailServer({
        secure: security === 'tls',
        key: certificate.key,
        cert: certificate.certificate,
      });
      await useServer({ port: mail.port, security });
      const id = await letterFrom(`certificate-${security}`);
      const messageId = await answer(id);
      await lastAttempt(id, messageId);
      expect((await becomes(id, messageId, 'failed'))?.error).toMatch(/self-signed certificate/);
      expect(mail.came).toEqual([]);

      const known = getCACertificates('default');
      setDefaultCACertificates([...known, certificate.certificate]);
      hurry();
      try {
        await agent.call(conversations.retry, { params: { id, messageId } });
        await becomes(id, messageId, 'sent');
      } finally {
        setDefaultCACertificates(known);
      }
      expect(mail.taken.map((it) => it.secure)).toEqual([true]);
    },
  );
});

test('a wrong password holds a letter back until the right one is set; the words of the server are kept', async () => {
  const mail = await openMailServer({
    authOptional: false,
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth: (auth, _session, done) =>
      auth.password === 'right'
        ? done(null, { user: auth.username ?? '' })
        : done(no(535, '5.7.8 no such luck')),
  });
  const smtp = { port: mail.port, user: 'support' };
  await useServer(smtp, { smtpPassword: 'wrong' });
  const id = await letterFrom('password');
  const messageId = await answer(id);
  await lastAttempt(id, messageId);
  expect((await becomes(id, messageId, 'failed'))?.error).toContain('no such luck');
  expect(mail.came).toEqual([]);
  await useServer(smtp, { smtpPassword: 'right' });
  hurry();
  await agent.call(conversations.retry, { params: { id, messageId } });
  await becomes(id, messageId, 'sent');
  expect(mail.taken).toHaveLength(1);
});

test('a letter waits as well where the server wants a sign-in that the inbox does not have', async () => {
  const mail = await openMailServer({ authOptional: false, disabledCommands: ['STARTTLS'] });
  await useServer({ port: mail.port });
  const id = await letterFrom('sign-in');
  const messageId = await answer(id);
  await lastAttempt(id, messageId);
  expect((await becomes(id, messageId, 'failed'))?.error).toMatch(/^530 /);
});

test('a letter that the server cannot take now is brought again by itself, under the same Message-ID, and arrives once', async () => {
  const mail = await openMailServer();
  hurry();
  mail.words.push(no(451, '4.7.1 greylisted, please try again'));
  await useServer({ port: mail.port });
  const id = await letterFrom('later');
  const messageId = await answer(id);
  await becomes(id, messageId, 'sent');
  expect(mail.came).toHaveLength(2);
  expect(new Set(mail.came).size).toBe(1);
  expect(mail.taken).toHaveLength(1);
}, 90_000);

test('a letter that the server will never take fails at once, with the words of the server', async () => {
  const mail = await openMailServer();
  mail.words.push(no(554, '5.7.1 this looks like spam to us'));
  await useServer({ port: mail.port });
  const id = await letterFrom('spam');
  const messageId = await answer(id);
  const delivery = await becomes(id, messageId, 'failed');
  expect(delivery?.error).toContain('554 5.7.1 this looks like spam to us');
  expect(mail.came).toHaveLength(1);
});

test('a letter whose connection is cut before the yes goes again under the same Message-ID', async () => {
  const mail = await openMailServer();
  hurry();
  mail.words.push('cut');
  await useServer({ port: mail.port });
  const id = await letterFrom('cut');
  const messageId = await answer(id);
  await becomes(id, messageId, 'sent');
  expect(mail.came).toHaveLength(2);
  expect(new Set(mail.came).size).toBe(1);
}, 90_000);

test('files that no mail server would take are refused before anything is sent, and can be sent in two letters', async () => {
  const mail = await openMailServer();
  await useServer({ port: mail.port });
  const id = await letterFrom('large');
  const attach = async () => {
    const pdf = '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n';
    const upload = await agent.call(files.beginUpload, { body: { name: 'statement.pdf', size: pdf.length } });
    await fetch(`${server.url}/api/uploads/${upload.id}/chunks/0`, {
      method: 'PUT',
      headers: { ...agent.headers, 'content-type': 'application/octet-stream' },
      body: pdf,
    });
    // As large as it says: what is measured is what is written down.
    await server.platform.database.write((tx) =>
      tx.sql
        .updateTable('attachments')
        .set({ size: 12 * 1024 * 1024 })
        .where('id', '=', upload.id)
        .execute(),
    );
    return upload.id;
  };
  const [first, second] = [await attach(), await attach()];
  await agent.call(conversations.take, { params: { id } });
  const body = {
    key: crypto.randomUUID(),
    text: 'Your statements',
    kind: 'text' as const,
    mentions: [],
    quickReplies: [],
    seenSeq: 99,
  };
  expect(
    await agent.refused(conversations.post, {
      params: { id },
      body: { ...body, attachmentIds: [first, second] },
    }),
  ).toBe('conversation.letter_too_large');
  expect(mail.came).toEqual([]);
  await becomes(id, await answer(id, [first]), 'sent');
  await becomes(id, await answer(id, [second]), 'sent');
  expect(mail.taken).toHaveLength(2);
});

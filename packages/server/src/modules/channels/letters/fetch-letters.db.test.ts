import { endpoints } from '@fairlead/contract';
import type { ImapFlow } from 'imapflow';
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Dovecot, openDovecot } from '../../../testing/dovecot.ts';
import { createTestServer, type TestServer } from '../../../testing/test-server.ts';
import type { TestAgent } from '../../../testing/world.ts';
import { inboundSink } from '../../conversations/index.ts';
import { createIngest } from '../ingest.ts';
import { readEmailInbox, readEmailSecrets } from './email-inbox-store.ts';
import { fetchMailbox } from './fetch-mailbox.ts';
import { imapOptions } from './imap-options.ts';
import { createLetterDoor, type LetterDoor } from './letter-door.ts';

const { channels } = endpoints;
const limit = { timeout: 60_000 };
let dovecot: Dovecot;
let mailer: ImapFlow;
let web: TestServer;
let admin: TestAgent;
let inboxId: string;
let mailbox: string;

/** Nobody fetches but whom a test lets: the node whose role it is comes later. */
beforeAll(async () => {
  dovecot = await openDovecot();
  mailer = await dovecot.mailer();
  web = await createTestServer({ ROLE: 'web' });
  admin = await web.world.agent({ roles: ['administrator'] });
});

beforeEach(async () => {
  const team = await web.world.team();
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
  mailbox = `box-${inboxId.slice(-12)}`;
  await mailer.mailboxCreate(mailbox);
  await setUp({ mailboxes: [mailbox] });
});

const setUp = (imap: { mailboxes: string[]; password?: string }) =>
  admin.call(channels.saveEmailInbox, {
    params: { id: inboxId },
    body: {
      address: `${inboxId}@harbour.example`,
      fromName: 'Harbour',
      signatures: {},
      imap: {
        host: '127.0.0.1',
        port: dovecot.port,
        security: 'none',
        user: dovecot.user,
        auth: 'password',
        mailboxes: imap.mailboxes,
      },
      smtp: null,
      dkim: null,
      secrets: { imapPassword: imap.password ?? dovecot.password },
    },
  });

const letter = (name: string) =>
  [
    `From: ${name}@example.com`,
    `To: ${inboxId}@harbour.example`,
    `Subject: ${name}`,
    `Message-ID: <${name}.${inboxId}@example.com>`,
    'Date: Fri, 5 Jan 2024 10:30:00 +0000',
    '',
    `I am ${name}`,
    '',
  ].join('\r\n');
const put = (name: string, flags: string[] = [], into = mailbox) => mailer.append(into, letter(name), flags);

/** The subjects of the letters that the inbox has taken in, by name. */
async function taken(): Promise<string[]> {
  const rows = await web.platform.database
    .reader()
    .sql.selectFrom('letters')
    .select('subject')
    .where('inbox_id', '=', inboxId)
    .orderBy('subject')
    .execute();
  return rows.map(({ subject }) => subject);
}
const taking = (...names: string[]) => vi.waitFor(async () => expect(await taken()).toEqual(names), limit);

/** How many conversations and messages they made. */
async function threads() {
  const rows = await web.platform.database
    .reader()
    .sql.selectFrom('messages as m')
    .innerJoin('conversations as c', 'c.id', 'm.conversation_id')
    .select('m.body')
    .where('c.inbox_id', '=', inboxId)
    .where('m.kind', '=', 'text')
    .orderBy('m.body')
    .execute();
  return rows.map(({ body }) => body);
}

/** Reads the mailbox once, until it has nothing more, through a door that may be made to fail. */
async function readOnce(through: (door: LetterDoor) => LetterDoor = (door) => door): Promise<void> {
  const { platform } = web;
  const reader = platform.database.reader();
  const email = await readEmailInbox(reader, platform.keys, inboxId);
  if (!email) throw new Error('not set up');
  const secrets = await readEmailSecrets(reader, platform.keys, inboxId);
  const options = await imapOptions(email, secrets, platform.clock.now());
  const end = new AbortController();
  const door = through(createLetterDoor(platform, createIngest(platform, inboundSink(platform)), noDns));
  const { lastContactAt, imap } = email;
  const place = { inboxId, name: mailbox, options, authserv: imap?.authserv ?? null, lastContactAt };
  await fetchMailbox(platform, door, place, async () => end.abort(), end.signal).catch((error: unknown) => {
    if (!end.signal.aborted) throw error;
  });
}
const noDns = async (): Promise<string[][]> => {
  throw Object.assign(new Error('no such record'), { code: 'ENOTFOUND' });
};

describe('a mailbox', () => {
  test('is read on from where the last reading ended, and nothing is changed in it', async () => {
    await put('anna');
    await readOnce();
    await put('boris');
    await readOnce();
    expect(await taken()).toEqual(['anna', 'boris']);
    await mailer.mailboxOpen(mailbox, { readOnly: true });
    const flags = await mailer.fetchAll('1:*', { flags: true });
    expect(flags.map((it) => [...(it.flags ?? [])].filter((flag) => flag !== '\\Recent'))).toEqual([[], []]);
    await mailer.mailboxClose();
  });

  test('that is read for the first time gives what nobody has read', async () => {
    await put('answered-elsewhere', ['\\Seen']);
    await put('new');
    await readOnce();
    expect(await taken()).toEqual(['new']);
  });

  test.each([
    ['before it is stored', false],
    ['after it is stored', true],
  ])('loses and doubles nothing when its reader dies with a letter %s', async (_when, stored) => {
    await readOnce();
    for (const name of ['one', 'three', 'two']) await put(name);
    await expect(
      readOnce((door) => ({
        async receive(it, along) {
          const dies = Buffer.from(it.raw).includes('Subject: three');
          if (dies && !stored) throw new Error('killed');
          const done = await door.receive(it, along);
          if (dies) throw new Error('killed');
          return done;
        },
      })),
    ).rejects.toThrow('killed');
    await readOnce();
    await taking('one', 'three', 'two');
    expect(await threads()).toEqual(['I am one', 'I am three', 'I am two']);
  });

  test('whose UIDs start over is looked at again: what is new comes, though somebody has read it, and nothing twice', async () => {
    await put('first');
    await readOnce();
    await mailer.mailboxDelete(mailbox);
    await mailer.mailboxCreate(mailbox);
    await put('first');
    await put('read-by-a-colleague', ['\\Seen']);
    await readOnce();
    await readOnce();
    expect(await taken()).toEqual(['first', 'read-by-a-colleague']);
    expect(await threads()).toEqual(['I am first', 'I am read-by-a-colleague']);
  });
});

describe('a node that fetches', () => {
  test('hears of new letters in every mailbox, comes back when the server was away, and says how it is', async () => {
    const second = `${mailbox}-second`;
    await mailer.mailboxCreate(second);
    await setUp({ mailboxes: [mailbox, second] });
    await put('waiting');
    const worker = await createTestServer({ ROLE: 'worker' }, web);
    await taking('waiting');
    // It idles by now, or is about to: told either way.
    await put('told');
    await put('elsewhere', [], second);
    await taking('elsewhere', 'told', 'waiting');
    const health = async () => (await admin.call(channels.readEmailInbox, { params: { id: inboxId } })).email;
    await vi.waitFor(async () => expect((await health())?.lastContactAt).not.toBeNull(), limit);

    await mailer.logout();
    await dovecot.stop();
    await vi.waitFor(async () => expect((await health())?.lastError).not.toBeNull(), limit);
    await dovecot.start();
    mailer = await dovecot.mailer();
    await put('after-the-storm');
    await taking('after-the-storm', 'elsewhere', 'told', 'waiting');
    await vi.waitFor(async () => expect((await health())?.lastError).toBeNull(), limit);

    // With a password that is not right it says so, once it has looked at its settings again.
    await setUp({ mailboxes: [mailbox], password: 'wrong' });
    await vi.waitFor(
      async () => expect((await health())?.lastError?.code).toBe('channels.mail_sign_in_refused'),
      limit,
    );
    await worker.stop();
  }, 240_000);
});

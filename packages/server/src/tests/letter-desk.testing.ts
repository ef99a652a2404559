import { type Conversation, endpoints, type Message, type ResponseOf } from '@fairlead/contract';
import { createTransport } from 'nodemailer';
import { expect, vi } from 'vitest';
import { findFreePort } from '../platform/embedded-postgres/free-port.ts';
import { type Mailbox, openMailbox, type ReceivedLetter } from '../testing/mailbox.ts';
import { createTestServer, type TestServer } from '../testing/test-server.ts';
import type { TestAgent } from '../testing/world.ts';

const { channels, conversations } = endpoints;

/** Until what happens behind an answer has happened. */
const patience = { timeout: 60_000 };

/** Where the inbox of the desk is written to. */
export const deskAddress = 'support@harbour.example';

/** A node with one e-mail inbox that receives by SMTP and sends to a real mail server, and who answers there. */
export interface LetterDesk {
  readonly server: TestServer;
  /** What the inbox sends ends there. */
  readonly mailbox: Mailbox;
  readonly inboxId: string;
  /** The administrator who set it up. */
  readonly admin: TestAgent;
  /** In the inbox's team. */
  readonly agent: TestAgent;
  /** Sets the inbox up again, with changes. */
  setUp(changes?: object): Promise<ResponseOf<typeof channels.saveEmailInbox>>;
  /** Hands a letter to the receiver, as a stranger's mail server does. */
  write(letter: object): Promise<unknown>;
  /** All threads, once everything that came is understood. */
  threads(): Promise<LetterThread[]>;
  /** The thread in which a text stands, once everything that came is understood. */
  threadOf(text: string): Promise<LetterThread>;
  /** The agent's answer, and the letter that leaves. */
  answer(conversationId: string, text: string, seenSeq: number, more?: object): Promise<ReceivedLetter>;
}

interface LetterThread {
  readonly conversation: Conversation;
  readonly messages: Message[];
  readonly texts: string[];
}

export async function openLetterDesk(settings: Record<string, string> = {}): Promise<LetterDesk> {
  const port = await findFreePort(undefined);
  const mailbox = await openMailbox();
  const server = await createTestServer({ INBOUND_SMTP_PORT: String(port), ...settings });
  const admin = await server.world.agent({ roles: ['administrator'] });
  const team = await server.world.team();
  const agent = await server.world.agent({ roles: ['document_reviewer'], teams: [team], name: 'Mei' });
  const { id: inboxId } = await admin.call(channels.createInbox, {
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
  const setUp = (changes: object = {}) =>
    admin.call(channels.saveEmailInbox, {
      params: { id: inboxId },
      body: {
        address: deskAddress,
        fromName: 'Harbour support',
        signatures: { en: 'Harbour Exchange', ja: 'ハーバー' },
        imap: null,
        smtp: {
          host: '127.0.0.1',
          port: Number(new URL(mailbox.url).port),
          security: 'none',
          user: null,
          auth: 'password',
        },
        dkim: null,
        secrets: {},
        ...changes,
      },
    });
  await setUp();

  /** Everything that is stored is understood. */
  async function taken(): Promise<void> {
    const reader = server.platform.database.reader();
    await vi.waitFor(async () => {
      const { count } = await reader.sql
        .selectFrom('inbound_payloads')
        .select((of) => of.fn.countAll<number>().as('count'))
        .where('state', '<>', 'ingested')
        .executeTakeFirstOrThrow();
      expect(count).toBe(0);
    }, patience);
  }

  async function threads(): Promise<LetterThread[]> {
    await taken();
    // Days may have passed, and the first one's session with them.
    const reads = await server.world.agent({ roles: ['administrator'] });
    const { items } = await reads.call(conversations.list, { query: { view: 'all' } });
    return Promise.all(
      items.map(async ({ id }) => {
        const found = await reads.call(conversations.messages, { params: { id }, query: {} });
        const { conversation, items: messages } = found;
        const texts = messages.filter((it) => it.kind === 'text').map((it) => it.text);
        return { conversation, messages, texts };
      }),
    );
  }

  return {
    server,
    mailbox,
    inboxId,
    admin,
    agent,
    setUp,
    write: (letter) =>
      createTransport({ host: '127.0.0.1', port, ignoreTLS: true }).sendMail({ to: deskAddress, ...letter }),
    threads,
    async threadOf(text) {
      const found = (await threads()).find(({ texts }) => texts.includes(text));
      if (!found) throw new Error(`no thread with ${text}`);
      return found;
    },
    async answer(conversationId, text, seenSeq, more = {}) {
      const params = { id: conversationId };
      await agent.call(conversations.take, { params });
      const key = crypto.randomUUID();
      await agent.call(conversations.post, { params, body: { key, text, kind: 'text', seenSeq, ...more } });
      await server.settle();
      return mailbox.next();
    },
  };
}

/** A letter by which a calendar answers an invitation, as somebody sends it with theirs. */
export const replyOf = (from: string, summary: string, status: string) => ({
  from,
  text: `${from} has answered the invitation.`,
  icalEvent: {
    method: 'REPLY',
    content: [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Bank//Calendar//EN',
      'METHOD:REPLY',
      'BEGIN:VEVENT',
      'UID:call-77@harbour.example',
      'DTSTAMP:20260301T100000Z',
      'DTSTART:20260302T100000Z',
      `SUMMARY:${summary}`,
      `ORGANIZER:mailto:${deskAddress}`,
      `ATTENDEE;PARTSTAT=${status}:mailto:${from}`,
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ].join('\r\n'),
  },
});

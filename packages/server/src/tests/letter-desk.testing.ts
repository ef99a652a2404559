import { type Conversation, endpoints, type Message } from '@fairlead/contract';
import { createTransport } from 'nodemailer';
import { vi } from 'vitest';
import { findFreePort } from '../platform/embedded-postgres/free-port.ts';
import { openMailbox } from '../testing/mailbox.ts';
import { createTestServer, type TestServer } from '../testing/test-server.ts';
import type { TestAgent } from '../testing/world.ts';

const { channels, conversations } = endpoints;

/** Until what happens behind an answer has happened. */
const patience = { timeout: 20_000 };

/** A node with one e-mail inbox that receives by SMTP and sends to a real mail server, and who answers there. */
export interface LetterDesk {
  readonly server: TestServer;
  /** In the inbox's team. */
  readonly agent: TestAgent;
  /** Hands a letter to the receiver, as a stranger's mail server does. */
  write(letter: object): Promise<unknown>;
  /** The thread in which a text stands, once it does. */
  threadOf(text: string): Promise<{ conversation: Conversation; messages: Message[] }>;
}

export async function openLetterDesk(settings: Record<string, string> = {}): Promise<LetterDesk> {
  const address = 'support@harbour.example';
  const port = await findFreePort(undefined);
  const mailbox = await openMailbox();
  const server = await createTestServer({ INBOUND_SMTP_PORT: String(port), ...settings });
  const admin = await server.world.agent({ roles: ['administrator'] });
  const team = await server.world.team();
  const agent = await server.world.agent({ teams: [team], name: 'Mei' });
  const { id } = await admin.call(channels.createInbox, {
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
  await admin.call(channels.saveEmailInbox, {
    params: { id },
    body: {
      address,
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
    },
  });

  async function threadOf(text: string) {
    return vi.waitFor(async () => {
      const { items } = await admin.call(conversations.list, { query: { view: 'all' } });
      for (const { id: thread } of items) {
        const found = await admin.call(conversations.messages, { params: { id: thread }, query: {} });
        if (found.items.some((it) => it.kind === 'text' && it.text === text))
          return { conversation: found.conversation, messages: found.items };
      }
      throw new Error(`no thread with ${text}`);
    }, patience);
  }

  return {
    server,
    agent,
    write: (letter) =>
      createTransport({ host: '127.0.0.1', port, ignoreTLS: true }).sendMail({ to: address, ...letter }),
    threadOf,
  };
}

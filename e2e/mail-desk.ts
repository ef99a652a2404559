import { createHmac, randomBytes } from 'node:crypto';
import { addressOf, type Endpoint, endpoints, type ResponseOf } from '@fairlead/contract';
import { type Mailbox, startMailbox } from '@fairlead/server/testing/outside';
import { expect, type Page } from '@playwright/test';
import { fromConsole } from './agent.ts';

const { channels, conversations, people, tickets } = endpoints;

/** An e-mail inbox of a demo exchange, with what it sends and a way to write to it. */
export interface MailDesk {
  /** Its own, as each journey has one of its own. */
  readonly address: string;
  /** What it sent, by a real mail server. */
  readonly mailbox: Mailbox;
  /** Hands a letter in as it is, as a mail provider does. */
  write(letter: string | Buffer): Promise<void>;
  /** The ticket that the letters of a customer opened. */
  ticketOf(customer: string): Promise<string>;
  /** Nothing is sent or taken in by it any more. */
  close(): Promise<void>;
}

/** Where everybody of the demo is a member. */
const team = 'Trading support';

/** Sets an e-mail inbox up, as the administrator whose page it is. */
export async function openMailDesk(page: Page, url: string, signatures = {}): Promise<MailDesk> {
  const mailbox = await startMailbox();
  const address = `desk-${randomBytes(4).toString('hex')}@harbour.example`;

  async function ask<E extends Endpoint>(endpoint: E, params: object, data?: object, query: object = {}) {
    const answer = await page.request.fetch(url + addressOf(endpoint.path, params, query), {
      method: endpoint.method,
      headers: fromConsole,
      data,
    });
    await expect(answer, `${endpoint.method} ${endpoint.path}`).toBeOK();
    return (await answer.json()) as ResponseOf<E>;
  }

  const teams = await ask(people.listTeams, {});
  const inbox = await ask(
    channels.createInbox,
    {},
    {
      channel: 'email',
      name: `Letters ${address}`,
      allowedOrigins: [],
      topics: [],
      topicTeams: {},
      defaultTeamId: teams.items.find(({ name }) => name === team)?.id,
      reopenHours: 72,
      acceptSeconds: 60,
      answerHours: 24,
      enabled: true,
    },
  );
  await ask(channels.saveEmailInbox, inbox, {
    address,
    fromName: 'Harbour',
    signatures,
    imap: null,
    smtp: {
      host: '127.0.0.1',
      port: Number(new URL(mailbox.url).port),
      security: 'none',
      user: null,
      auth: 'password',
    },
    dkim: null,
  });
  const webhook = await ask(channels.readLetterWebhook, inbox);

  return {
    address,
    mailbox,
    async write(letter) {
      const time = String(Math.floor(Date.now() / 1000));
      const hmac = createHmac('sha256', webhook.secret).update(`${time}.`).update(letter);
      const answer = await page.request.post(webhook.url, {
        headers: {
          'content-type': 'message/rfc822',
          'fairlead-timestamp': time,
          'fairlead-signature': `v1=${hmac.digest('hex')}`,
        },
        data: Buffer.from(letter),
      });
      await expect(answer, 'a letter that is handed in').toBeOK();
    },
    async ticketOf(customer) {
      let found: string | undefined;
      await expect(async () => {
        const { items } = await ask(conversations.list, {}, undefined, { view: 'all', channel: 'email' });
        const thread = items.find((it) => it.customer.name === customer);
        const query = { conversationId: thread?.id };
        if (thread) [found] = (await ask(tickets.list, {}, undefined, query)).items.map((it) => it.id);
        expect(found).toBeDefined();
      }).toPass({ timeout: 15_000 });
      return found ?? '';
    },
    async close() {
      await ask(channels.updateInbox, inbox, { enabled: false });
      await mailbox.stop();
    },
  };
}

/** A header of a letter that was sent; '' where it has none. */
export const headerOf = (headers: string, name: string): string =>
  new RegExp(`^${name}:\\s+(.+)`, 'im').exec(headers)?.[1] ?? '';

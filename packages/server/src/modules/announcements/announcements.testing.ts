import { type AnnouncementPlaces, endpoints, type Locale } from '@fairlead/contract';
import { createTelegramWorld, registerTelegram, type TelegramWorld } from '@fairlead/playground';
import { fastify } from 'fastify';
import { beforeAll, vi } from 'vitest';
import { afterFile } from '../../testing/after-file.ts';
import { openMailbox } from '../../testing/mailbox.ts';
import { createTestServer, type TestServer } from '../../testing/test-server.ts';
import type { TestAgent, TestCustomer } from '../../testing/world.ts';

/** What tests of announcements share: a server, a Telegram with a channel, a mailbox, and people who write and approve. */
export let server: TestServer;
export let world: TelegramWorld;
let telegramInbox: string;
export let writer: TestAgent;
export let approver: TestAgent;
let chat: { key: string; secret: string };
let mailbox: Awaited<ReturnType<typeof openMailbox>>;

const { announcements, announcementSubscriptions, channels } = endpoints;

export function announcementDesk(settings: Record<string, string> = {}): void {
  beforeAll(async () => {
    mailbox = await openMailbox();
    server = await createTestServer({
      PLATFORMS_AT: '127.0.0.0/8',
      MODELS_AT: 'loopback',
      SMTP_URL: mailbox.url,
      ...settings,
    });
    const team = await server.world.team();
    const admin = await server.world.agent({ roles: ['administrator'] });
    writer = await server.world.agent({ name: 'Mei', email: 'mei@example.com', roles: ['knowledge_editor'] });
    approver = await server.world.agent({ name: 'Lena', email: 'lena@example.com', roles: ['team_lead'] });
    chat = await server.world.inbox({ team });
    world = createTelegramWorld(() => server.clock.now());
    const telegram = fastify();
    registerTelegram(telegram, world);
    afterFile(() => telegram.close());
    const apiUrl = await telegram.listen({ host: '127.0.0.1', port: 0 });
    const inbox = await admin.call(channels.createInbox, {
      body: {
        channel: 'telegram',
        name: 'Telegram',
        allowedOrigins: [],
        topics: [],
        topicTeams: {},
        defaultTeamId: team,
        reopenHours: 48,
        acceptSeconds: 60,
        answerHours: 24,
        enabled: true,
      },
    });
    telegramInbox = inbox.id;
    const credentials = { token: world.token, apiUrl };
    await admin.call(channels.connectSocialInbox, { params: { id: inbox.id }, body: { credentials } });
  });
}

/** As long as a busy machine needs; nobody waits so long otherwise. */
export const soon = <T>(look: () => T | Promise<T>) => vi.waitFor(look, { timeout: 20_000, interval: 50 });

export const words = (title: string) => ({
  title,
  summary: `${title} in short.`,
  body: `# ${title}\n\nAll about **it**.`,
});
export const nowhere: AnnouncementPlaces = {
  helpCenter: false,
  banner: false,
  bannerUntil: null,
  email: false,
  posts: [],
};
export const telegramPost = (locale: Locale = 'en') => ({
  inboxId: telegramInbox,
  address: `@${world.channel.username}`,
  locale,
});
export const channelTexts = () => world.chat(world.channel.id).map((it) => it.text.split('\n')[0]);

export const read = (id: string) => writer.call(announcements.read, { params: { id } });
const versionOf = async (id: string) => (await read(id)).version;

/** A draft that goes to these places. */
export async function draft(
  title: string,
  places: Partial<AnnouncementPlaces> = { helpCenter: true },
  more: { kind?: 'listing' | 'risk'; audience?: object; publishAt?: string } = {},
): Promise<string> {
  const { kind = 'listing', ...changes } = more;
  const made = await writer.call(announcements.create, {
    body: { kind, sourceLocale: 'en', text: words(title) },
  });
  await writer.call(announcements.change, {
    params: { id: made.id },
    body: { version: made.version, places: { ...nowhere, ...places }, ...(changes as object) },
  });
  return made.id;
}

export const move = async (
  id: string,
  it: 'submit' | 'take_back' | 'publish' | 'correct' | 'drop',
  who: TestAgent = writer,
) => who.call(announcements.move, { params: { id }, body: { version: await versionOf(id), move: it } });
export const decide = async (
  id: string,
  decision: 'approve' | 'send_back' | 'withdraw',
  who: TestAgent = approver,
) => who.call(announcements.decide, { params: { id }, body: { version: await versionOf(id), decision } });
export const write = async (id: string, locale: Locale, title: string, who: TestAgent = writer) =>
  who.call(announcements.saveText, {
    params: { id, locale },
    body: { ...words(title), version: await versionOf(id) },
  });

/** Through review to everybody. */
export async function publish(id: string) {
  await move(id, 'submit');
  await decide(id, 'approve');
  return move(id, 'publish');
}

let uid = 77_000_000;
/** A verified customer who wishes to be sent announcements. */
export async function subscriber(
  kinds: Array<'listing' | 'risk'> = ['listing'],
  locale: Locale = 'en',
  sub = `${++uid}`,
): Promise<{ customer: TestCustomer; email: string }> {
  const email = `s${sub}@example.com`;
  const identity = await server.world.identity(chat.secret, { sub, email });
  const customer = await server.world.customer(chat.key, { identity });
  await customer.call(announcementSubscriptions.subscribe, { body: { kinds, locale } });
  return { customer, email };
}
export const visitor = () => server.world.customer(chat.key);

export const lettersTo = (email: string) => mailbox.letters.filter((it) => it.to === email);
/** The mail server knows no such mailbox from now on. */
export const refuse = (email: string) => mailbox.refuse(email);

import { endpoints } from '@fairlead/contract';
import { beforeAll, expect, test, vi } from 'vitest';
import { findFreePort } from '../../../platform/embedded-postgres/free-port.ts';
import { handInLetter } from '../../../testing/hand-in-letter.ts';
import { createTestServer, type TestServer } from '../../../testing/test-server.ts';
import type { TestAgent } from '../../../testing/world.ts';
import { addIdentityKey } from '../../access/index.ts';
import { createInbox } from '../../channels/index.ts';

const { channels, chat, conversations, portal, tickets } = endpoints;
const phrase = 'legal winner thank year wave sausage worth useful legal winner thank yellow';
const address = 'support@harbour.example';
let server: TestServer;
let mei: TestAgent;
let team: string;
let inbox: { key: string };
let port: number;
let keys = 0;
const text = (words: string) => ({ key: `key-${++keys}-${'x'.repeat(8)}`, text: words, attachmentIds: [] });

beforeAll(async () => {
  port = await findFreePort(undefined);
  // The queue is served nowhere: its lines would stand in the threads.
  server = await createTestServer({ INBOUND_SMTP_PORT: String(port), ROLE: 'web' });
  team = await server.world.team();
  inbox = await server.world.inbox({ team });
  mei = await server.world.agent({ name: 'Mei', teams: [team], roles: ['agent', 'administrator'] });
});

test('a phrase in the chat is removed before anything is kept, and its writer told what to do, once', async () => {
  const customer = await server.world.customer(inbox.key);
  const first = { ...text(`my phrase: ${phrase}`), topic: null, locale: 'de' as const };
  const begun = await customer.call(chat.start, { body: first });
  expect(begun.message.text).toBe('my phrase: [Seed-Phrase entfernt]');
  const again = await customer.call(chat.start, { body: first });
  expect(again.message.id).toBe(begun.message.id);
  const { id } = begun.conversation;
  await customer.call(chat.post, { params: { id }, body: text('password: Hunter22!') });

  const thread = await customer.call(chat.messages, { params: { id }, query: {} });
  expect(thread.items.map((it) => it.system?.key ?? it.text)).toEqual([
    'my phrase: [Seed-Phrase entfernt]',
    'secret_removed_wallet',
    'password: [Passwort entfernt]',
    'secret_removed_account',
  ]);
  const seen = await mei.call(conversations.messages, { params: { id }, query: {} });
  expect(seen.items.map((it) => it.text)).toContain('my phrase: [[removed:seed_phrase]]');
  const { sql } = server.platform.database.reader();
  const kept = await sql
    .selectFrom('messages')
    .select('body')
    .where('body', '~', 'sausage|Hunter22')
    .execute();
  expect(kept).toEqual([]);
});

test('agents can neither ask for a secret nor pass one on, and say so to nobody', async () => {
  const customer = await server.world.customer(inbox.key);
  const body = { ...text('I cannot sign in'), topic: null, locale: 'en' as const };
  const { id } = (await customer.call(chat.start, { body })).conversation;
  const say = (words: string, kind: 'text' | 'note' = 'text') =>
    mei.try(conversations.post, {
      params: { id },
      body: { ...text(words), kind, seenSeq: 1, confirmed: true },
    });
  expect(await say('Please send me your verification code.')).toMatchObject({
    error: { code: 'conversation.message_asks_for_secret' },
  });
  expect(await say(`Use this: ${phrase}`, 'note')).toMatchObject({
    error: { code: 'conversation.message_holds_secret' },
  });
  expect(await say('Never send your verification code to anybody.')).toMatchObject({ ok: true });
  const { items } = await customer.call(chat.messages, { params: { id }, query: {} });
  expect(items.filter((it) => it.kind === 'text')).toHaveLength(2);
});

test('what only looks like a secret goes where its writer was asked and said so', async () => {
  const customer = await server.world.customer(inbox.key);
  const body = { ...text('password: Hunter22!'), anyway: true, topic: null, locale: 'en' as const };
  expect((await customer.call(chat.start, { body })).message.text).toBe('password: Hunter22!');
});

test('ids of transactions, addresses and orders go through as they are', async () => {
  const customer = await server.world.customer(inbox.key);
  const words = `TXID ${'a1'.repeat(32)} to bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq, order 4111111111111111`;
  const body = { ...text(words), topic: null, locale: 'en' as const };
  const { message, conversation } = await customer.call(chat.start, { body });
  expect(message.text).toBe(words);
  expect(conversation.lastSeq).toBe(1);
});

test('the form of a ticket is shielded too: its subject, its fields and its words', async () => {
  const portalInbox = await server.platform.database.write(async (tx) => {
    const made = await createInbox(tx, { name: 'Portal', channel: 'portal', defaultTeamId: team });
    const { secret } = await addIdentityKey(tx, server.platform.keys, made.id, { algorithm: 'HS256' });
    return { key: made.key, secret: secret ?? '' };
  });
  const identity = await server.world.identity(portalInbox.secret, { sub: '77' });
  const customer = await server.world.customer(portalInbox.key, { identity });
  const ticket = await customer.call(portal.open, {
    body: {
      ...text('see the subject'),
      subject: `lost: ${phrase}`,
      category: 'verification',
      fields: { error_code: 'Secret Key: a1b2c3d4-e5f6a7b8-c9d0e1f2-12345' },
      locale: 'en',
      tellBy: null,
    },
  });
  expect(ticket.subject).toBe('lost: [seed phrase removed]');
  expect(JSON.stringify(await mei.call(tickets.get, { params: { id: ticket.id } }))).not.toMatch(
    /sausage|a1b2c3d4/,
  );
  const { conversationId } = ticket;
  const thread = await customer.call(chat.messages, { params: { id: conversationId ?? '' }, query: {} });
  expect(thread.items.flatMap((it) => it.system?.key ?? [])).toEqual([
    'secret_removed_wallet',
    'secret_removed_account',
    'ticket_received',
  ]);
});

test('a letter is kept without it, and answered by a letter that says so', async () => {
  const made = await mei.call(channels.createInbox, {
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
  const body = {
    address,
    fromName: 'Harbour',
    signatures: {},
    imap: null,
    smtp: null,
    dkim: null,
    secrets: {},
  };
  await mei.call(channels.saveEmailInbox, { params: { id: made.id }, body });
  const html = `<p>I give you <b>${phrase.split(' ').join('</b> <b>')}</b></p>`;
  await handInLetter(
    port,
    address,
    [
      'From: ana@example.com',
      `To: ${address}`,
      'Subject: My password: Hunter22!',
      'Message-ID: <shielded@example.com>',
      'MIME-Version: 1.0',
      'Content-Type: text/html; charset=utf-8',
      '',
      html,
    ].join('\r\n'),
  );
  const letter = await vi.waitFor(
    async () => {
      const found = await server.platform.database
        .reader()
        .sql.selectFrom('letters')
        .selectAll()
        .where('direction', '=', 'in')
        .executeTakeFirst();
      if (!found?.conversation_id) throw new Error('not there yet');
      return found;
    },
    { timeout: 20_000 },
  );
  expect(letter.subject).toBe('My password: [password removed]');
  expect(letter.html).toBeNull();
  expect(JSON.stringify(letter)).not.toContain('sausage');
  const id = letter.conversation_id ?? '';
  const { items } = await mei.call(conversations.messages, { params: { id }, query: {} });
  expect(items[0]?.text).toBe('I give you [[removed:seed_phrase]]');
  await server.platform.relay.drain();
  const told = await mei.call(conversations.messages, { params: { id }, query: {} });
  const bot = told.items.filter((it) => it.author.type === 'bot');
  expect(bot.map((it) => it.delivery?.state)).toEqual(['queued']);
  expect(bot[0]?.text).toContain('move its funds');
  expect(bot[0]?.text).toContain('Change this password');
});

test('administrators see by kind how often something was removed', async () => {
  expect(await server.platform.metrics.registry.metrics()).toMatch(
    /fairlead_secrets_removed_total\{kind="seed_phrase",channel="chat"\} [1-9]/,
  );
});

import { endpoints } from '@fairlead/contract';
import { beforeAll, expect, test } from 'vitest';
import { parseLetter } from '../modules/channels/adapters/email/parse-letter.ts';
import { recordOf } from '../modules/conversations/conversation-store.ts';
import { sendFollowUp } from '../modules/conversations/send-follow-up.ts';
import { deskAddress, type LetterDesk, openLetterDesk } from './letter-desk.testing.ts';

const { chat, conversations } = endpoints;
const code = 'Blaue Fische 77';
const email = 'linh@example.com';
let desk: LetterDesk;
let chatInbox: { key: string; secret: string };
/** The verified customer, and the chat that they left. */
let customerId: string;
let chatId: string;

beforeAll(async () => {
  desk = await openLetterDesk();
  chatInbox = await desk.server.world.inbox({ team: await desk.server.world.team() });
  customerId = await arrive({ antiPhishingCode: code });
});

/** The customer comes to the chat, vouched for by the exchange, and says something. */
async function arrive(claims: { antiPhishingCode?: string }): Promise<string> {
  const { world } = desk.server;
  const identity = await world.identity(chatInbox.secret, { sub: '77', email, ...claims });
  const customer = await world.customer(chatInbox.key, { identity });
  const { conversation } = await customer.call(chat.start, {
    body: { key: crypto.randomUUID(), text: 'Hello', attachmentIds: [], topic: null, locale: 'en' },
  });
  chatId = conversation.id;
  return customer.id;
}

/** What follows the customer who left the chat, to an address. */
async function followUp(to: string) {
  const { database } = desk.server.platform;
  const { sql } = database.reader();
  const row = await sql
    .selectFrom('conversations')
    .selectAll()
    .where('id', '=', chatId)
    .executeTakeFirstOrThrow();
  const told = { subject: 'Your answer', text: 'It has arrived.', upTo: 1 };
  await sendFollowUp(desk.server.platform, recordOf(row), to, told);
  return desk.mailbox.next();
}

test('is printed in letters to the address that the exchange vouches for, in text and in HTML', async () => {
  const letter = parseLetter((await followUp('Linh@example.com')).raw);
  expect(letter.text).toMatch(/^Your anti-phishing code: Blaue Fische 77\n/);
  expect(letter.html).toContain(code);
});

test('is in no letter to another address', async () => {
  expect((await followUp('stranger@example.com')).raw.toString()).not.toContain('Blaue');
});

test('is in answers, but in none of which others get a copy', async () => {
  await desk.write({ from: email, subject: 'A question', text: 'Where is my deposit?' });
  const { conversation } = await desk.threadOf('Where is my deposit?');
  // As a letter that is proven to come from them would have begun it.
  await desk.server.platform.database.write((tx) =>
    tx.sql
      .updateTable('conversations')
      .set({ customer_id: customerId })
      .where('id', '=', conversation.id)
      .execute(),
  );
  const letter = await desk.answer(conversation.id, 'It is on its way', conversation.lastSeq);
  expect(parseLetter(letter.raw).text).toContain(code);
  const copied = { letter: { cc: ['lawyer@example.com'], bcc: [], subject: null } };
  const second = await desk.answer(conversation.id, 'It has arrived', 99, copied);
  expect(parseLetter(second.raw).text).toContain('It has arrived');
  expect(parseLetter(second.raw).text).not.toContain('Blaue');
});

test.each(['base64', 'quoted-printable'] as const)(
  'that comes back with an answer in %s is read by no agent, and lies open nowhere',
  async (textEncoding) => {
    const sent = await followUp(email);
    const words = `I see it now, by ${textEncoding}`;
    await desk.write({
      from: email,
      to: /^reply-to:\s+(\S+)/im.exec(sent.headers)?.[1] ?? deskAddress,
      subject: 'Re: Your answer',
      text: `${words}\n\nOn Monday, Harbour wrote:\n> Your anti-phishing code: Blaue\n> Fische 77\n> It has arrived.`,
      html: `<p>${words}</p><blockquote><p>Your anti-phishing code: Blaue Fische&nbsp;77</p></blockquote>`,
      textEncoding,
    });
    const { conversation, messages } = await desk.threadOf(words);
    expect(conversation.id).toBe(chatId);
    const messageId = messages.find((it) => it.text === words)?.id ?? '';
    const params = { id: chatId, messageId };
    const reader = await desk.server.world.agent({ roles: ['administrator', 'agent', 'team_lead'] });
    const letter = await reader.call(conversations.readLetter, { params });
    expect(letter.history).toContain('Your anti-phishing code: ******');
    expect(letter.html).toContain('Your anti-phishing code: ******');
    const opened = await reader.call(conversations.openLetterSource, {
      params,
      body: { reason: 'check_sender' },
    });
    const source = Buffer.from(await (await fetch(desk.server.url + opened.url)).arrayBuffer());
    expect(source).toHaveLength(opened.size);
    const { text, html } = parseLetter(source);
    expect([text, html].join()).toContain('It has arrived.');
    expect([text, html].join()).not.toMatch(/Blaue|Fische/);

    const { rows: tables } = await desk.server.platform.database.raw(
      `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
       where table_schema in ('public', 'pgboss') and table_type = 'BASE TABLE'`,
    );
    for (const { name } of tables as Array<{ name: string }>) {
      const { rows } = await desk.server.platform.database.raw(
        `select 1 from ${name} as t where t::text ~ 'Blaue|Fische'`,
      );
      expect([name, rows]).toEqual([name, []]);
    }
  },
);

test('stays while tokens say nothing of it, and is taken away by an empty one', async () => {
  await arrive({});
  expect(parseLetter((await followUp(email)).raw).text).toContain(code);
  await arrive({ antiPhishingCode: '' });
  expect((await followUp(email)).raw.toString()).not.toContain('Blaue');
});

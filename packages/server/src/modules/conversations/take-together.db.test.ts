import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { createTestServer, type TestServer } from '../../testing/test-server.ts';
import {
  type Arrived,
  createInbox,
  type InboundMessage,
  type InboundSink,
  type Inbox,
} from '../channels/index.ts';
import { keepAntiPhishingCode } from '../people/index.ts';
import { inboundSink } from './inbound-sink.ts';

/** What is taken in together is as if each had been taken in alone; what needs more is left to that. */
let server: TestServer;
let sink: Required<InboundSink>;
let telegram: Inbox;
let mail: Inbox;

beforeAll(async () => {
  server = await createTestServer({ ROLE: 'web' });
  sink = inboundSink(server.platform) as Required<InboundSink>;
  const defaultTeamId = await server.world.team();
  [telegram, mail] = await server.platform.database.write(async (tx) => [
    await createInbox(tx, { name: 'Telegram', channel: 'telegram', defaultTeamId }),
    await createInbox(tx, { name: 'Letters', channel: 'email', defaultTeamId }),
  ]);
});

const rows = async (text: string, values: unknown[] = []) =>
  (await server.platform.database.raw(text, values)).rows as Array<Record<string, unknown>>;
const alone = async (arrived: Arrived) => server.platform.database.write(await sink.alone(arrived));
const person = () => `${Math.floor(Math.random() * 1e12)}`;

function said(address: string, text: string, more: Partial<InboundMessage> = {}): Arrived {
  const inbound = {
    externalId: randomUUID(),
    sender: { address, name: `Person ${address}`, language: 'en' },
    threadKey: null,
    writtenAt: null,
    text,
    attachments: [],
    ...more,
  };
  return { inbox: telegram, inbound, payloadId: randomUUID() };
}

function letter(address: string, text: string, more: Partial<NonNullable<InboundMessage['letter']>> = {}) {
  const party = { address, name: 'Ada' };
  const inbound: InboundMessage = {
    externalId: randomUUID(),
    sender: party,
    threadKey: null,
    writtenAt: null,
    text,
    attachments: [],
    letter: {
      kind: 'letter',
      headerId: `${randomUUID()}@example.com`,
      subject: 'My withdrawal is missing',
      parties: { from: party, replyTo: [], to: [{ address: 'support@harbour.example', name: null }], cc: [] },
      references: [],
      html: null,
      body: { text, history: '', signature: '' },
      protection: { signed: null, encrypted: null },
      invitation: null,
      proof: null,
      trusted: false,
      returned: [],
      files: [],
      inReplyTo: [],
      deliveredTo: ['support@harbour.example'],
      languageHint: null,
      ...more,
    },
  };
  return { inbox: mail, inbound, payloadId: randomUUID() };
}

/** The thread of an address without what is different in each: ids, numbers and times. */
const threadOf = async (address: string) => {
  const found = await rows(
    `select c.state, c.topic, c.language, c.locale, c.last_seq, c.last_public_seq, c.preview_text, c.version,
       c.waiting_since is not null as waiting, m.seq, m.kind, m.author_type, m.author_name = k.name as named, m.body,
       k.email, k.email_verified, k.name like 'Person %' as called, i.verified, k.last_seen_at = c.last_activity_at as seen
     from channel_identities i join customers k on k.id = i.customer_id join conversations c on c.customer_id = k.id
     join messages m on m.conversation_id = c.id where i.address = $1 order by c.number, m.seq`,
    [address],
  );
  return found.map((it): Record<string, unknown> => ({ ...it, email: it.email === null ? null : 'theirs' }));
};
const bodies = async (address: string) => (await threadOf(address)).map((it) => it.body);

describe('messages of platforms', () => {
  test('are written as if each had come alone, and once', async () => {
    const [one, other] = [person(), person()];
    for (const address of [one, other]) await alone(said(address, 'I withdrew 5 TRX'));
    // That somebody was in touch is noted once a minute.
    server.clock.advance({ seconds: 60 });
    await alone(said(one, 'It has not arrived'));
    const next = said(other, 'It has not arrived');
    expect(await sink.together([next])).toEqual(['accepted']);
    expect(await threadOf(other)).toEqual(await threadOf(one));
    expect(await sink.together([next])).toEqual(['duplicate']);
    expect(await alone(next)).toBe('duplicate');
    expect(await bodies(other)).toEqual(['I withdrew 5 TRX', 'It has not arrived']);
    const [event] = await rows(
      `select count(*) as count from events e join social_messages s on s.conversation_id = e.subject_id
       where s.external_id = $1 and e.type = 'message.posted'`,
      [next.inbound.externalId],
    );
    expect(Number(event?.count)).toBe(2);
  });

  test('of many go into the conversation of each; a secret is taken out of them', async () => {
    const people = Array.from({ length: 12 }, person);
    for (const address of people) await alone(said(address, 'Hello'));
    const again = people.map((address) => said(address, `card 4111 1111 1111 1111 of ${address}`));
    expect(await sink.together(again)).toEqual(people.map(() => 'accepted'));
    for (const address of people) {
      const [, second] = await bodies(address);
      expect(second).toContain(`of ${address}`);
      expect(second).not.toContain('4111 1111');
    }
  });

  test('are left to be taken alone where they need more than words in an open conversation', async () => {
    const known = person();
    await alone(said(known, 'Hello'));
    const closed = person();
    await alone(said(closed, 'Hello'));
    await rows(
      `update conversations set state = 'closed', closed_at = now(), version = version + 1 where id in
         (select conversation_id from social_threads where address = $1)`,
      [closed],
    );
    const file = { kind: 'image' as const, externalId: 'file', name: null, type: 'image/png', bytes: null };
    const all = [
      said(person(), 'I am new here'),
      said(closed, 'And another thing'),
      said(known, 'FL-7K3M-9QTX'),
      said(known, '1'),
      said(known, 'Look', { attachments: [file] }),
      said(known, 'Which thread is this?', { threadGuessed: true }),
    ];
    expect(await sink.together(all)).toEqual(all.map(() => undefined));
    expect(await bodies(known)).toEqual(['Hello']);
  });
});

describe('letters', () => {
  test('are written as if each had come alone, and once', async () => {
    const [one, other] = [`${randomUUID()}@example.com`, `${randomUUID()}@example.com`];
    const text = 'I withdrew 5 TRX and it has not arrived.';
    await alone(letter(one, text));
    const next = letter(other, text);
    expect(await sink.together([next])).toEqual(['accepted']);
    expect(await threadOf(other)).toEqual(await threadOf(one));
    expect(await threadOf(other)).toHaveLength(1);
    expect(await sink.together([next])).toEqual(['duplicate']);
    const kept = await rows(
      `select l.subject, l.kind, l.raw_key, m.body from letters l join messages m
       on m.conversation_id = l.conversation_id and m.id = l.message_id where l.header_id = $1`,
      [next.inbound.letter?.headerId],
    );
    expect(kept).toEqual([
      { subject: 'My withdrawal is missing', kind: 'letter', raw_key: next.payloadId, body: text },
    ]);
  });

  test.each([true, false])('of one who wrote before are theirs, as alone (proven: %s)', async (trusted) => {
    const [one, other] = [`${randomUUID()}@example.com`, `${randomUUID()}@Example.com`];
    await alone(letter(one, 'First', { trusted }));
    await alone(letter(one, 'Second', { trusted }));
    await sink.together([letter(other, 'First', { trusted })]);
    await sink.together([letter(other, 'Second', { trusted })]);
    expect(await threadOf(other.toLowerCase())).toEqual(await threadOf(one));
    expect(await bodies(one)).toEqual(['First', 'Second']);
  });

  test('of many, of one twice, and one of them twice: each is kept once', async () => {
    const twice = `${randomUUID()}@example.com`;
    const some = Array.from({ length: 5 }, () => letter(`${randomUUID()}@example.com`, 'Where is it?'));
    const same = letter(twice, 'Same');
    const all = [...some, same, { ...same, payloadId: randomUUID() }, letter(twice, 'More')];
    const taken = await sink.together(all);
    expect(taken.filter((it) => it === 'accepted')).toHaveLength(7);
    for (const [index, it] of all.entries())
      if (taken[index] === undefined) expect(await alone(it)).toBe('duplicate');
    expect(await bodies(twice)).toEqual(['Same', 'More']);
    const numbers = await rows('select number from conversations where inbox_id = $1', [mail.id]);
    expect(new Set(numbers.map((it) => it.number)).size).toBe(numbers.length);
  });

  test('are left to be taken alone where they may answer something, come from machines, carry files, or may hold a code', async () => {
    const address = `${randomUUID()}@example.com`;
    const coded = `${randomUUID()}@example.com`;
    await rows(
      `insert into customers (id, external_id, verified_at, email, email_verified, locale, first_seen_at, last_seen_at)
       values (gen_random_uuid(), $1, now(), $1, true, 'en', now(), now())`,
      [coded],
    );
    const [holder] = await rows('select id from customers where email = $1', [coded]);
    const { database, keys } = server.platform;
    await database.write((tx) => keepAntiPhishingCode(tx, keys, String(holder?.id), 'kingfisher'));
    const all = [
      letter(address, 'a', { inReplyTo: ['x@y'] }),
      letter(address, 'b', { references: ['x@y'] }),
      letter(address, 'c', { subject: 'Re: My withdrawal' }),
      letter(address, 'd', { deliveredTo: ['support+abc@harbour.example'] }),
      letter(address, 'e', { kind: 'automatic' }),
      letter(address, 'f', { kind: 'bounce' }),
      letter(address, 'g', { files: [{ name: 'a', content: new Uint8Array(1), contentId: null }] }),
      letter(coded, 'my code is kingfisher'),
    ];
    expect(await sink.together(all)).toEqual(all.map(() => undefined));
    expect(await bodies(address)).toEqual([]);
  });
});

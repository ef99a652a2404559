import { generateKeyPairSync } from 'node:crypto';
import { endpoints } from '@fairlead/contract';
import { dkimVerify } from 'mailauth';
import sharp from 'sharp';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { findLetterThread } from '../modules/channels/index.ts';
import { recordOf } from '../modules/conversations/conversation-store.ts';
import { attemptDelivery } from '../modules/conversations/deliver-message.ts';
import { sendFollowUp } from '../modules/conversations/send-follow-up.ts';
import type { TestServer } from '../testing/test-server.ts';
import type { TestAgent } from '../testing/world.ts';
import { deskAddress, type LetterDesk, openLetterDesk, replyOf } from './letter-desk.testing.ts';

const { conversations, operations, tickets } = endpoints;
/** Until what happens behind an answer has happened. */
const patience = { timeout: 20_000 };
let desk: LetterDesk;
let server: TestServer;
let admin: TestAgent;
let agent: TestAgent;

beforeAll(async () => {
  desk = await openLetterDesk({ MAXIMUM_LETTER_BYTES: '300000' });
  ({ server, admin, agent } = desk);
});
const write: LetterDesk['write'] = (letter) => desk.write(letter);
const threads: LetterDesk['threads'] = () => desk.threads();
const threadOf: LetterDesk['threadOf'] = (text) => desk.threadOf(text);
const answer: LetterDesk['answer'] = (...given) => desk.answer(...given);

describe('letters that come in', () => {
  test('begin a conversation with the text, the language and the files, and are answered by a letter into the same thread', async () => {
    const png = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#0a7' } })
      .png()
      .toBuffer();
    await write({
      from: { name: '田中 美咲', address: 'Tanaka@example.jp' },
      subject: '出金について',
      text: 'こんにちは。出金がまだ届きません。確認してください。',
      messageId: '<first@example.jp>',
      attachments: [
        { filename: 'proof.png', content: png, cid: 'proof' },
        { filename: 'terms.docx', content: Buffer.from('PK\x03\x04 not shown') },
      ],
    });
    const begun = await threadOf('こんにちは。出金がまだ届きません。確認してください。');
    expect(begun.conversation).toMatchObject({
      channel: 'email',
      language: 'ja',
      locale: 'ja',
      state: 'queued',
    });
    expect(begun.conversation.customer).toMatchObject({ name: '田中 美咲', verified: false });
    const [message] = begun.messages.filter((it) => it.kind === 'text');
    expect(message?.attachments).toMatchObject([
      { name: 'proof.png', type: 'image/png', width: 8 },
      { name: 'terms.docx', type: 'application/octet-stream', previewUrl: null },
    ]);

    const letter = await answer(begun.conversation.id, '確認いたします。', begun.conversation.lastSeq);
    expect(letter.to).toBe('Tanaka@example.jp');
    expect(letter.headers).toMatch(/^in-reply-to: <first@example\.jp>/im);
    expect(letter.headers).toMatch(/^reply-to:\s+support\+[0-9a-f]{32}\.[0-9a-f]{12}@harbour\.example/im);
    const sent = await threadOf('確認いたします。');
    const reply = sent.messages.find((it) => it.text === '確認いたします。');
    await vi.waitFor(async () => {
      const now = (await threadOf('確認いたします。')).messages.find((it) => it.id === reply?.id);
      expect(now?.delivery).toEqual({ state: 'sent', error: null });
    }, patience);

    const replyTo = /^reply-to:\s+(\S+)/im.exec(letter.headers)?.[1] ?? '';
    await write({
      from: 'tanaka@example.jp',
      to: replyTo,
      subject: 'another subject altogether',
      text: 'ありがとうございます。\n\n> 確認いたします。',
    });
    const after = await threadOf('ありがとうございます。');
    expect(after.conversation.id).toBe(begun.conversation.id);
  });

  test('that come twice are taken in once', async () => {
    const letter = {
      from: 'twice@example.com',
      subject: 'Twice',
      text: 'Only once, please',
      messageId: '<twice@example.com>',
    };
    await Promise.all([write(letter), write(letter)]);
    await write(letter);
    const found = (await threads()).filter(({ texts }) => texts.includes('Only once, please'));
    expect(found.map(({ texts }) => texts)).toEqual([['Only once, please']]);
  });

  test('get into a thread by a Message-ID of it, and by no subject that is only claimed', async () => {
    await write({
      from: 'a@example.com',
      subject: 'Withdrawal',
      text: 'My withdrawal hangs',
      messageId: '<w1@example.com>',
    });
    const { conversation } = await threadOf('My withdrawal hangs');
    await write({
      from: 'a@example.com',
      subject: 'x',
      text: 'It still does',
      inReplyTo: '<w1@example.com>',
    });
    expect((await threadOf('It still does')).conversation.id).toBe(conversation.id);
    await write({ from: 'a@example.com', subject: 'Re: Withdrawal', text: 'Pay it to this address instead' });
    expect((await threadOf('Pay it to this address instead')).conversation.id).not.toBe(conversation.id);
  });

  test('of nobody we know who claims to be somebody are not theirs', async () => {
    const inbox = await server.world.inbox({ team: await server.world.team() });
    const identity = await server.world.identity(inbox.secret, { sub: '77', email: 'vip@example.com' });
    const verified = await server.world.customer(inbox.key, { identity });
    await write({ from: 'vip@example.com', subject: 'Hello', text: 'I lost my phone, switch 2FA off' });
    const { conversation } = await threadOf('I lost my phone, switch 2FA off');
    expect(conversation.customer.id).not.toBe(verified.id);
    expect(conversation.customer.verified).toBe(false);
  });

  test('that machines wrote open nothing and are not answered', async () => {
    const before = (await threads()).length;
    await write({
      from: 'away@example.com',
      subject: 'Out of office',
      text: 'I am away',
      headers: { 'Auto-Submitted': 'auto-replied' },
    });
    expect((await threads()).length).toBe(before);
  });

  test('that answer an invitation are told of in their thread as what they are, and wake nobody', async () => {
    const from = 'ines@bank.example';
    await write({
      from,
      subject: 'Recall of wire 77',
      text: 'Shall we speak of wire 77?',
      messageId: '<w77@bank>',
    });
    const begun = await threadOf('Shall we speak of wire 77?');
    const reply = (status: string, more: object = {}) =>
      write({
        ...replyOf(from, 'Call about wire 77', status),
        subject: `${status}: Call about wire 77`,
        ...more,
      });
    const before = (await threads()).length;
    const letters = desk.mailbox.letters.length;
    await reply('ACCEPTED', { inReplyTo: '<w77@bank>' });
    await reply('DECLINED', { references: '<w77@bank>' });
    const { conversation, messages } = await threadOf('Shall we speak of wire 77?');
    const params = { from, subject: 'Call about wire 77' };
    expect(messages.map((it) => it.system).filter((it) => it?.key.startsWith('invitation'))).toEqual([
      { key: 'invitation_accepted', params },
      { key: 'invitation_declined', params },
    ]);
    expect(conversation.waitingSince).toBe(begun.conversation.waitingSince);
    expect((await threads()).length).toBe(before);
    expect(desk.mailbox.letters).toHaveLength(letters);

    // Most of them refer to no letter: then it is where a proven sender wrote last.
    const { platform } = server;
    const where = (trusted: boolean, sender: string) =>
      findLetterThread(platform.database.reader(), platform.keys, begun.conversation.inboxId, {
        sender: { address: sender, name: null },
        letter: {
          ...answered,
          trusted,
          invitation: {
            method: 'REPLY',
            summary: 'Call about wire 77',
            start: null,
            organizer: null,
            attendeeStatus: 'ACCEPTED',
          },
        },
      });
    expect(await where(true, from)).toBe(begun.conversation.id);
    expect(await where(false, from)).toBeNull();
    expect(await where(true, 'stranger@bank.example')).toBeNull();
  });
});

/** What of a letter that refers to nothing says where it belongs. */
const answered = {
  kind: 'automatic' as const,
  headerId: 'answer@bank',
  subject: 'Accepted: Call about wire 77',
  parties: { from: null, replyTo: [], to: [], cc: [] },
  references: [],
  html: null,
  body: { text: '', history: '', signature: '' },
  protection: { signed: null, encrypted: null },
  proof: null,
  returned: [],
  files: [],
  inReplyTo: [],
  deliveredTo: [],
  languageHint: null,
};

describe('the receiver', () => {
  test.each([
    ['somebody else', { to: 'other@harbour.example' }, /550/],
    ['another domain: no relay', { to: 'support@elsewhere.example' }, /550/],
    ['more than fits', { text: 'x'.repeat(400_000) }, /552|too large/],
  ])('refuses a letter for %s', async (_, letter, answer) => {
    await expect(write({ from: 'a@example.com', subject: 's', text: 't', ...letter })).rejects.toThrow(
      answer,
    );
  });
});

test('a letter that names no sender is a dead letter, which tells why and can be tried again; nothing of it is lost', async () => {
  await write({
    envelope: { from: '', to: deskAddress },
    raw: ['To: support@harbour.example', 'Subject: Nobody', 'Message-ID: <nobody@x>', '', 'Hello'].join(
      '\r\n',
    ),
  });
  const find = (known: string[] = []) =>
    vi.waitFor(async () => {
      const { items } = await admin.call(operations.listDeadLetters, {});
      const letter = items.find((it) => it.eventType === 'channels.take_given_up' && !known.includes(it.id));
      if (!letter) throw new Error('not there yet');
      return letter;
    }, patience);
  const dead = await find();
  expect(dead.error).toContain('request.invalid {"field":"from"}');
  await admin.call(operations.retryDeadLetter, { params: { id: dead.id } });
  const again = await find([dead.id]);
  const { sql } = server.platform.database.reader();
  const kept = await sql.selectFrom('inbound_payloads').select('id').where('state', '=', 'failed').execute();
  expect(kept).toHaveLength(1);
  // It is not there for the tests that come.
  await admin.call(operations.discardDeadLetter, { params: { id: again.id } });
  await server.platform.database.write((tx) =>
    tx.sql.deleteFrom('inbound_payloads').where('state', '=', 'failed').execute(),
  );
});

describe('letters that leave', () => {
  test('and come back are marked, with the words of the mail server', async () => {
    await write({
      from: 'gone@example.com',
      subject: 'Gone',
      text: 'Write to me',
      messageId: '<gone@example.com>',
    });
    const { conversation } = await threadOf('Write to me');
    const letter = await answer(conversation.id, 'We do', conversation.lastSeq);
    const ours = /^message-id: <(\S+)>/im.exec(letter.headers)?.[1] ?? '';
    await write({
      envelope: { from: '', to: deskAddress },
      raw: [
        'From: MAILER-DAEMON@example.com',
        'To: support@harbour.example',
        'Message-ID: <bounce@example.com>',
        'Subject: Undelivered Mail Returned to Sender',
        'MIME-Version: 1.0',
        'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
        '',
        '--b',
        'Content-Type: text/plain',
        '',
        'I am sorry.',
        '--b',
        'Content-Type: message/delivery-status',
        '',
        'Reporting-MTA: dns; example.com',
        '',
        'Final-Recipient: rfc822; gone@example.com',
        'Action: failed',
        'Status: 5.1.1',
        'Diagnostic-Code: smtp; 550 5.1.1 no such mailbox',
        '--b',
        'Content-Type: text/rfc822-headers',
        '',
        `Message-ID: <${ours}>`,
        '--b--',
        '',
      ].join('\r\n'),
    });
    const { messages } = await threadOf('We do');
    expect(messages.find((it) => it.text === 'We do')?.delivery).toMatchObject({
      state: 'failed',
      error: expect.stringContaining('no such mailbox'),
    });
    expect(messages.at(-1)?.system).toMatchObject({
      key: 'letter_returned',
      params: { address: 'gone@example.com' },
    });
  });

  test('have the same Message-ID at each attempt, so that a second one is known to be the same', async () => {
    await write({ from: 'b@example.com', subject: 'Once', text: 'Answer me once' });
    const { conversation } = await threadOf('Answer me once');
    const first = await answer(conversation.id, 'Here it is', conversation.lastSeq);
    const message = (await threadOf('Here it is')).messages.find((it) => it.text === 'Here it is');
    // Killed after the server's yes and before it was noted.
    await server.platform.database.write(async (tx) => {
      await tx.sql
        .updateTable('messages')
        .set({ delivery_state: 'queued' })
        .where('id', '=', message?.id ?? '')
        .execute();
    });
    const data = { conversationId: conversation.id, messageId: message?.id ?? '' };
    await attemptDelivery(server.platform, data, { last: false });
    const second = await desk.mailbox.next();
    const idOf = (headers: string) => /^message-id: (\S+)/im.exec(headers)?.[1];
    expect(idOf(second.headers)).toBe(idOf(first.headers));
  });
});

test('what a customer who left the chat has not read follows by a letter, and their answer to it goes on in the chat', async () => {
  const team = await server.world.team();
  const daniel = await server.world.agent({ teams: [team], name: 'Daniel' });
  const inbox = await server.world.inbox({ team });
  const customer = await server.world.customer(inbox.key);
  const { conversation } = await customer.call(endpoints.chat.start, {
    body: { key: 'a-first-key', text: 'Is my deposit lost?', attachmentIds: [], topic: null, locale: 'en' },
  });
  await customer.call(endpoints.chat.leaveAddress, { body: { email: 'left@example.com' } });
  await daniel.call(conversations.post, {
    params: { id: conversation.id },
    body: { key: 'an-answer-1', text: 'No, it has arrived.', kind: 'text', attachmentIds: [], seenSeq: 99 },
  });
  const row = await server.platform.database
    .reader()
    .sql.selectFrom('conversations')
    .selectAll()
    .where('id', '=', conversation.id)
    .executeTakeFirstOrThrow();
  await sendFollowUp(server.platform, recordOf(row), 'left@example.com', {
    subject: 'Your answer',
    text: '> No, it has arrived.',
    upTo: 2,
  });
  const letter = await desk.mailbox.next();
  expect(letter.to).toBe('left@example.com');
  await write({
    from: 'left@example.com',
    to: /^reply-to:\s+(\S+)/im.exec(letter.headers)?.[1] ?? '',
    subject: 'Re: Your answer',
    text: 'Thank you, I see it now.',
  });
  const thread = await threadOf('Thank you, I see it now.');
  expect(thread.conversation).toMatchObject({ id: conversation.id, channel: 'chat' });
});

test('letters are signed so that others can check it (DKIM)', async () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const dkimKey = privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
  const { email } = await desk.setUp({
    dkim: { domain: 'harbour.example', selector: 's1' },
    secrets: { dkimKey },
  });
  expect(email.dkimRecord?.name).toBe('s1._domainkey.harbour.example');
  expect(email.dkimRecord?.value).toContain(
    publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
  );
  await write({ from: 'c@example.com', subject: 'Sign', text: 'Sign what you send' });
  const { conversation } = await threadOf('Sign what you send');
  const { raw } = await answer(conversation.id, 'Signed', conversation.lastSeq);
  const { results } = await dkimVerify(raw, {
    resolver: async () => [[email.dkimRecord?.value ?? '']],
  });
  expect(results.map((it) => [it.signingDomain, it.status.result])).toEqual([['harbour.example', 'pass']]);
});

describe('a conversation of letters', () => {
  const ticketOf = async (conversationId: string) => {
    await server.settle();
    const query = { conversationId };
    const { items } = await admin.call(tickets.list, { query });
    return Promise.all(items.map(({ id }) => admin.call(tickets.get, { params: { id } })));
  };

  test('has one ticket, named as the letter is, sorted by what it says, with its evidence', async () => {
    const txid = '8f5b0d2f1a0c4a6e9b1d7c3e5f7a9b1c3d5e7f9a1b3c5d7e9f1a3b5c7d9e1f3a';
    await write({
      from: 'evidence@example.com',
      subject: 'My deposit has not arrived',
      text: `I sent 850 XRP.\n\nTXID ${txid}`,
      messageId: '<case1@example.com>',
    });
    const { conversation } = await threadOf(`I sent 850 XRP.\n\nTXID ${txid}`);
    expect(conversation.topic).toBe('deposit_withdrawal');
    const [ticket, ...others] = await ticketOf(conversation.id);
    expect(others).toEqual([]);
    expect(ticket).toMatchObject({
      subject: 'My deposit has not arrived',
      category: 'deposit_withdrawal.deposit_not_credited',
      source: 'email',
      channel: 'email',
      fields: { txid, amount: '850', asset: 'XRP' },
    });
    const [sent] = (await threadOf(`I sent 850 XRP.\n\nTXID ${txid}`)).messages;
    const at = { params: { id: conversation.id, messageId: sent?.id ?? '' } };
    expect(await agent.call(conversations.readLetter, at)).toMatchObject({
      direction: 'in',
      subject: 'My deposit has not arrived',
      from: { address: 'evidence@example.com' },
      to: [{ address: deskAddress }],
      history: '',
    });
    const stranger = await server.world.agent({ name: 'Eve' });
    expect(await stranger.refused(conversations.readLetter, at)).toBe('conversation.not_found');
    const elsewhere = { params: { ...at.params, messageId: conversation.id } };
    expect(await agent.refused(conversations.readLetter, elsewhere)).toBe('conversation.message_not_found');
    await write({
      from: 'evidence@example.com',
      subject: 'Re: My deposit has not arrived',
      text: 'Any news?',
      inReplyTo: '<case1@example.com>',
    });
    await threadOf('Any news?');
    expect(await ticketOf(conversation.id)).toHaveLength(1);
  });

  test('has a ticket of its own, and one only, when many come at once', async () => {
    const subjects = Array.from({ length: 30 }, (_, index) => `Crowded ${index}`);
    await Promise.all(
      subjects.map((subject, index) =>
        write({
          from: { name: `Crowd ${index}`, address: `crowd${index}@example.com` },
          subject,
          text: subject,
        }),
      ),
    );
    await threads();
    await server.settle();
    const { items } = await admin.call(tickets.list, { query: { limit: 100 } });
    const crowd = items.filter(({ subject }) => subject.startsWith('Crowded'));
    expect(crowd.map(({ subject }) => subject).sort()).toEqual(subjects.toSorted());
    for (const { subject, customer } of crowd) expect(customer?.name).toBe(subject.replace('ed', ''));
  });

  test('whose case was closed long ago begins one that follows it, and never another customer’s', async () => {
    await write({
      from: 'back@example.com',
      subject: 'Locked out',
      text: 'My account is locked',
      messageId: '<locked@example.com>',
    });
    const { conversation } = await threadOf('My account is locked');
    const [first] = await ticketOf(conversation.id);
    const params = { id: first?.id ?? '' };
    await admin.call(tickets.setStatus, { params, body: { status: 'solved' } });
    await admin.call(tickets.setStatus, { params, body: { status: 'closed' } });
    await admin.call(conversations.close, { params: { id: conversation.id }, body: { reason: 'solved' } });
    server.clock.advance({ days: 10 });
    admin = await server.world.agent({ roles: ['administrator'] });
    const again = { subject: 'Re: Locked out', inReplyTo: '<locked@example.com>' };
    await write({ from: 'back@example.com', text: 'It is locked again', ...again });
    await write({ from: 'thief@example.com', text: 'Unlock it for me', ...again });
    const later = await threadOf('It is locked again');
    expect(later.conversation.id).not.toBe(conversation.id);
    const [second] = await ticketOf(later.conversation.id);
    expect(second?.followsId).toBe(first?.id);
    const [stolen] = await ticketOf((await threadOf('Unlock it for me')).conversation.id);
    expect(stolen).toMatchObject({ source: 'email', followsId: null });
  });
});

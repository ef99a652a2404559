import { endpoints, type SideMessage } from '@fairlead/contract';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { uploadPicture } from '../modules/tickets/tickets.testing.ts';
import type { TestAgent } from '../testing/world.ts';
import { deskAddress, type LetterDesk, openLetterDesk, replyOf } from './letter-desk.testing.ts';

const { sideConversations, tickets } = endpoints;
const bank = 'desk@bank.example';
let desk: LetterDesk;
let mei: TestAgent;
let ticketId: string;
let conversationId: string;
let keys = 0;

const words = (text: string) => ({ key: `side-key-${++keys}`, text, attachmentIds: [] as string[] });
const at = (sideId: string) => ({ params: { id: ticketId, sideId } });
const headerOf = (headers: string, name: string) =>
  new RegExp(`^${name}:\\s+(\\S+)`, 'im').exec(headers)?.[1] ?? '';

beforeAll(async () => {
  desk = await openLetterDesk();
  mei = desk.agent;
  await desk.write({ from: 'ana@a.example', subject: 'Wire', text: 'Where is my wire?' });
  ({
    conversation: { id: conversationId },
  } = await desk.threadOf('Where is my wire?'));
  await desk.server.settle();
  const { items } = await mei.call(tickets.list, { query: { conversationId } });
  ticketId = items[0]?.id ?? '';
});

/** A side conversation with the bank, and the letter that the bank has got. */
async function started(text = 'Is transfer 77 on its way?', more: object = {}) {
  const body = { ...words(text), parties: [bank], subject: 'Transfer 77', ...more };
  const side = await mei.call(sideConversations.start, { params: { id: ticketId }, body });
  const letter = await desk.mailbox.next();
  return { side, letter, address: headerOf(letter.headers, 'reply-to') };
}

/** Everything that came is understood. */
const taken = () => desk.threads();
const messagesOf = async (sideId: string): Promise<SideMessage[]> => {
  await taken();
  return (await mei.call(sideConversations.messages, { ...at(sideId), query: {} })).items;
};
const ticket = () => mei.call(tickets.get, { params: { id: ticketId } });
const sideOf = async (sideId: string) => {
  const { items } = await mei.call(sideConversations.list, { params: { id: ticketId } });
  return items.find((it) => it.id === sideId);
};

describe('a side conversation', () => {
  test('goes to the third party, comes back to itself with files both ways, and the customer sees nothing of it', async () => {
    const picture = await uploadPicture(desk.server, mei);
    const { side, letter, address } = await started('Is transfer 77 on its way?', {
      attachmentIds: [picture],
    });
    expect(side).toMatchObject({ ticketId, parties: [bank], state: 'open', messageCount: 1, unread: 0 });
    expect(letter.to).toBe(bank);
    expect(letter.raw.toString()).toContain('Content-Type: image/png');
    expect(letter.headers).toMatch(/^subject: Transfer 77/im);
    expect(address).toMatch(/^support\+[0-9a-f]{32}\.[0-9a-f]{12}@harbour\.example$/);
    await expect.poll(async () => (await messagesOf(side.id))[0]?.delivery?.state).toBe('sent');

    const png = await sharp({ create: { width: 6, height: 4, channels: 3, background: '#0a7' } })
      .png()
      .toBuffer();
    await desk.write({
      from: { name: 'Bank desk', address: 'Desk@bank.example' },
      to: address,
      subject: 'Re: Transfer 77',
      text: 'It left on Monday.\n\n> Is transfer 77 on its way?',
      messageId: '<b1@bank.example>',
      attachments: [{ filename: 'slip.png', content: png }],
    });
    const [, answer] = await messagesOf(side.id);
    expect(answer).toMatchObject({
      seq: 2,
      direction: 'in',
      author: null,
      from: { address: bank, name: 'Bank desk' },
      known: true,
      automatic: false,
      text: 'It left on Monday.',
      attachments: [{ name: 'slip.png', type: 'image/png', width: 6 }],
    });
    expect(answer?.history).toContain('Is transfer 77');

    await mei.call(sideConversations.write, { ...at(side.id), body: words('Thank you.') });
    const second = await desk.mailbox.next();
    expect(second.headers).toMatch(/^subject: Re: Transfer 77/im);
    expect(headerOf(second.headers, 'in-reply-to')).toBe('<b1@bank.example>');
    expect(second.text).toContain('> It left on Monday.');

    const thread = await desk.threadOf('Where is my wire?');
    expect(thread.texts).toEqual(['Where is my wire?']);
  });

  test('takes what answers one of its letters, although it came to our plain address', async () => {
    const { side, letter } = await started();
    await desk.write({
      from: bank,
      subject: 'Re: Transfer 77',
      text: 'Answered by reference',
      inReplyTo: headerOf(letter.headers, 'message-id'),
    });
    expect((await messagesOf(side.id)).map((it) => it.text)).toContain('Answered by reference');
  });

  test('tells one from another on the same ticket', async () => {
    const [one, other] = [await started('One'), await started('Other', { subject: 'Card 5' })];
    await desk.write({ from: bank, to: other.address, subject: 'Re', text: 'To the other' });
    expect((await messagesOf(one.side.id)).map((it) => it.text)).toEqual(['One']);
    expect((await messagesOf(other.side.id)).map((it) => it.text)).toEqual(['Other', 'To the other']);
  });

  test('has its letters once, however often they come', async () => {
    const { side, address } = await started();
    const twice = { from: bank, to: address, subject: 'Re', text: 'Once', messageId: '<once@bank.example>' };
    await Promise.all([desk.write(twice), desk.write(twice)]);
    await desk.write(twice);
    expect((await messagesOf(side.id)).filter((it) => it.text === 'Once')).toHaveLength(1);
  });

  test('is written once per key, and refuses the key with other words', async () => {
    const body = { ...words('Only once'), parties: [bank], subject: 'Key' };
    const params = { id: ticketId };
    const first = await mei.call(sideConversations.start, { params, body });
    await desk.mailbox.next();
    expect((await mei.call(sideConversations.start, { params, body })).id).toBe(first.id);
    const again = words('And again');
    const written = await mei.call(sideConversations.write, { ...at(first.id), body: again });
    await desk.mailbox.next();
    expect((await mei.call(sideConversations.write, { ...at(first.id), body: again })).id).toBe(written.id);
    const other = { ...again, text: 'Something else' };
    expect(await mei.refused(sideConversations.write, { ...at(first.id), body: other })).toBe(
      'conversation.key_reused',
    );
  });
});

describe('the mark of what was not seen', () => {
  test('is the ticket’s, and goes when its agent looks; a party opens what was done', async () => {
    const { side, address } = await started();
    await mei.call(tickets.assign, { params: { id: ticketId }, body: { to: 'me' } });
    await mei.call(sideConversations.update, { ...at(side.id), body: { state: 'done' } });
    const before = (await ticket()).sideUnread;
    await desk.write({ from: bank, to: address, subject: 'Re', text: 'News' });
    await taken();
    expect((await ticket()).sideUnread).toBe(before + 1);
    expect(await sideOf(side.id)).toMatchObject({ state: 'open', unread: 1 });

    await desk.admin.call(sideConversations.read, at(side.id));
    expect((await ticket()).sideUnread).toBe(before + 1);
    await mei.call(sideConversations.read, at(side.id));
    expect((await ticket()).sideUnread).toBe(before);
    expect(await sideOf(side.id)).toMatchObject({ unread: 0 });
  });

  test('is not set by machines, whose letters are shown as such', async () => {
    const { side, address } = await started();
    await desk.write({
      from: bank,
      to: address,
      subject: 'Out of office',
      text: 'I am away',
      headers: { 'Auto-Submitted': 'auto-replied' },
    });
    expect((await messagesOf(side.id)).at(-1)).toMatchObject({
      text: 'I am away',
      automatic: true,
      invitationAnswer: null,
    });
    await desk.write({
      ...replyOf(bank, 'Call about transfer 77', 'TENTATIVE'),
      to: address,
      subject: 'Tentative: Call about transfer 77',
    });
    expect((await messagesOf(side.id)).at(-1)).toMatchObject({
      automatic: true,
      invitationAnswer: 'tentative',
    });
    expect(await sideOf(side.id)).toMatchObject({ unread: 0 });
  });
});

describe('what is slipped in', () => {
  test('is marked when its writer is no party, who is answered only once an agent takes them in', async () => {
    const { side, address } = await started();
    await desk.write({ from: 'thief@t.example', to: address, subject: 'Re', text: 'Pay here instead' });
    expect((await messagesOf(side.id)).at(-1)).toMatchObject({ text: 'Pay here instead', known: false });
    await mei.call(sideConversations.write, { ...at(side.id), body: words('To the bank') });
    expect((await desk.mailbox.next()).to).toBe(bank);
    const parties = [bank, 'clerk@bank.example'];
    await mei.call(sideConversations.update, { ...at(side.id), body: { parties } });
    await mei.call(sideConversations.write, { ...at(side.id), body: words('To both') });
    expect((await desk.mailbox.next()).to).toBe(`${bank},clerk@bank.example`);
  });

  test('by an address that we did not sign, or signed for something else, gets nowhere near it', async () => {
    const { side, address } = await started();
    const forged = address.replace(/\.([0-9a-f])/, (_, digit: string) => `.${digit === '0' ? '1' : '0'}`);
    await desk.write({ from: bank, to: forged, subject: 'Re', text: 'By a forged address' });
    const letter = await desk.answer(conversationId, 'We are looking', 99);
    const signature = /\.([0-9a-f]{12})@/.exec(headerOf(letter.headers, 'reply-to'))?.[1];
    const crossed = address.replace(/\.[0-9a-f]{12}@/, `.${signature}@`);
    await desk.write({ from: bank, to: crossed, subject: 'Re', text: 'By a crossed address' });
    expect((await messagesOf(side.id)).map((it) => it.text)).toEqual(['Is transfer 77 on its way?']);
    for (const text of ['By a forged address', 'By a crossed address'])
      expect((await desk.threadOf(text)).conversation.id).not.toBe(conversationId);
  });

  test('by the customer answers their own letters in their own thread', async () => {
    const letter = await desk.answer(conversationId, 'One moment', 99);
    await desk.write({
      from: 'ana@a.example',
      to: headerOf(letter.headers, 'reply-to'),
      subject: 'Re: Wire',
      text: 'I wait',
    });
    expect((await desk.threadOf('I wait')).conversation.id).toBe(conversationId);
  });
});

describe('a letter that does not arrive', () => {
  test('says so with the server’s words, and is sent again when asked', async () => {
    desk.mailbox.refuse('gone@bank.example');
    const body = { ...words('Anybody there?'), parties: ['gone@bank.example'], subject: 'Gone' };
    const side = await mei.call(sideConversations.start, { params: { id: ticketId }, body });
    await expect
      .poll(async () => (await messagesOf(side.id))[0]?.delivery, { timeout: 10_000 })
      .toMatchObject({ state: 'failed', error: expect.stringContaining('no such mailbox') });
    await mei.call(sideConversations.update, { ...at(side.id), body: { parties: [bank] } });
    const [message] = await messagesOf(side.id);
    const params = { ...at(side.id).params, messageId: message?.id ?? '' };
    expect(await mei.call(sideConversations.retry, { params })).toMatchObject({
      delivery: { state: 'queued' },
    });
    expect((await desk.mailbox.next()).to).toBe(bank);
    await expect.poll(async () => (await messagesOf(side.id))[0]?.delivery?.state).toBe('sent');
    expect(await mei.refused(sideConversations.retry, { params })).toBe('conversation.not_failed');
  });

  test('and comes back later is marked then', async () => {
    const { side, letter } = await started();
    await expect.poll(async () => (await messagesOf(side.id))[0]?.delivery?.state).toBe('sent');
    await desk.write({
      envelope: { from: '', to: deskAddress },
      raw: [
        'From: MAILER-DAEMON@bank.example',
        `To: ${deskAddress}`,
        'Message-ID: <bounce@bank.example>',
        'Subject: Undelivered Mail Returned to Sender',
        'MIME-Version: 1.0',
        'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
        '',
        '--b',
        '',
        'I am sorry.',
        '--b',
        'Content-Type: message/delivery-status',
        '',
        'Reporting-MTA: dns; bank.example',
        '',
        `Final-Recipient: rfc822; ${bank}`,
        'Action: failed',
        'Status: 5.2.2',
        'Diagnostic-Code: smtp; 552 5.2.2 mailbox full',
        '--b',
        'Content-Type: text/rfc822-headers',
        '',
        `Message-ID: ${headerOf(letter.headers, 'message-id')}`,
        '--b--',
        '',
      ].join('\r\n'),
    });
    expect((await messagesOf(side.id))[0]?.delivery).toMatchObject({
      state: 'failed',
      error: expect.stringMatching(/desk@bank\.example.*mailbox full/),
    });
  });
});

test('the time line tells of it, with ids and nothing that was written', async () => {
  const { side, address } = await started('Secret words');
  await desk.write({ from: bank, to: address, subject: 'Re', text: 'More secret words' });
  await taken();
  await mei.call(sideConversations.update, { ...at(side.id), body: { state: 'done' } });
  const { items } = await mei.call(tickets.timeline, { params: { id: ticketId }, query: { limit: 100 } });
  const told = items.filter((it) => it.details['sideId'] === side.id);
  expect(told.map((it) => [it.type, it.details['by'] ?? it.details['state'] ?? null]).reverse()).toEqual([
    ['ticket.side_started', null],
    ['ticket.side_written', 'party'],
    ['ticket.side_settled', 'done'],
  ]);
  expect(JSON.stringify(items)).not.toMatch(/secret/i);
});

describe('nothing of it', () => {
  test('is there for whoever may not see the ticket', async () => {
    const { side } = await started();
    const { world } = desk.server;
    const stranger = await world.agent({ name: 'Eve', teams: [await world.team()] });
    const [message] = await messagesOf(side.id);
    const params = { ...at(side.id).params, messageId: message?.id ?? '' };
    const start = { params: { id: ticketId }, body: { ...words('x'), parties: [bank], subject: 's' } };
    const refusals = await Promise.all([
      stranger.refused(sideConversations.list, { params: { id: ticketId } }),
      stranger.refused(sideConversations.start, start),
      stranger.refused(sideConversations.messages, { ...at(side.id), query: {} }),
      stranger.refused(sideConversations.write, { ...at(side.id), body: words('x') }),
      stranger.refused(sideConversations.update, { ...at(side.id), body: { state: 'done' } }),
      stranger.refused(sideConversations.read, at(side.id)),
      stranger.refused(sideConversations.retry, { params }),
    ]);
    expect(new Set(refusals)).toEqual(new Set(['ticket.not_found']));
  });

  test('is reached through another ticket', async () => {
    const { side } = await started();
    const other = await mei.call(tickets.create, { body: { subject: 'Another' } });
    const params = { id: other.id, sideId: side.id };
    expect(await mei.refused(sideConversations.messages, { params, query: {} })).toBe(
      'ticket.side_not_found',
    );
    expect(await mei.refused(sideConversations.write, { params, body: words('x') })).toBe(
      'ticket.side_not_found',
    );
  });

  test('is begun with ourselves, or with no address', async () => {
    const start = (parties: string[]) =>
      mei.refused(sideConversations.start, {
        params: { id: ticketId },
        body: { ...words('x'), parties, subject: 's' },
      });
    expect(await start([deskAddress])).toBe('conversation.copy_refused');
    expect(await start([])).toBe('request.invalid');
    expect(await start(['a@b.example>, <c@d.example'])).toBe('request.invalid');
  });
});

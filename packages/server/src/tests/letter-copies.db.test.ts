import { endpoints } from '@fairlead/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { type LetterDesk, openLetterDesk } from './letter-desk.testing.ts';

const { conversations } = endpoints;
let desk: LetterDesk;
let place: { id: string };
let seenSeq: number;

beforeAll(async () => {
  desk = await openLetterDesk();
  await desk.write({
    from: { name: 'Ana', address: 'ana@a.example' },
    to: ['support@harbour.example', 'wife@a.example'],
    cc: ['lawyer@l.example', 'support+vip@harbour.example'],
    envelope: { from: 'ana@a.example', to: 'support@harbour.example' },
    subject: 'Inheritance',
    text: 'We inherited an account',
    messageId: '<inherit@a.example>',
  });
  const { conversation } = await desk.threadOf('We inherited an account');
  place = { id: conversation.id };
  seenSeq = conversation.lastSeq;
});

const draftOf = async () => (await desk.agent.call(conversations.draftLetter, { params: place })).draft;
const headersOf = (headers: string, name: string) =>
  new RegExp(`^${name}: (.*(?:\\r\\n .*)*)`, 'im').exec(headers)?.[1];

describe('a reply by letter', () => {
  test('is proposed to all who had the letter, never to us, with the thread’s subject and the signature', async () => {
    expect(await draftOf()).toEqual({
      from: { address: 'support@harbour.example', name: 'Harbour support' },
      to: { address: 'ana@a.example', name: 'Ana' },
      cc: ['wife@a.example', 'lawyer@l.example'],
      doubtful: [],
      subject: 'Re: Inheritance',
      subjectFixed: true,
      signature: 'Harbour Exchange',
    });
  });

  test('reaches everybody; hidden copies stand in no header; agents read on the message who had it', async () => {
    const letter = {
      cc: ['Lawyer@l.example'],
      bcc: ['file@l.example', 'lawyer@l.example'],
      subject: 'Other',
    };
    const sent = await desk.answer(place.id, 'We need the certificate', seenSeq, { letter });
    expect(sent.to.split(',').toSorted()).toEqual(['ana@a.example', 'file@l.example', 'lawyer@l.example']);
    expect(headersOf(sent.headers, 'to')).toBe('ana@a.example');
    expect(headersOf(sent.headers, 'cc')).toBe('lawyer@l.example');
    expect(headersOf(sent.headers, 'subject')).toBe('Re: Inheritance');
    expect(sent.raw.toString()).not.toContain('file@l.example');
    const { messages } = await desk.threadOf('We need the certificate');
    expect(messages.find((it) => it.text === 'We need the certificate')?.letter).toEqual({
      cc: ['lawyer@l.example'],
      bcc: ['file@l.example'],
      subject: null,
    });
  });

  test('is not proposed to whom somebody slipped in, until an agent chose them', async () => {
    await desk.write({
      from: 'ana@a.example',
      to: ['support@harbour.example', 'wife@a.example'],
      cc: 'thief@t.example',
      envelope: { from: 'ana@a.example', to: 'support@harbour.example' },
      subject: 'Re: Inheritance',
      text: 'Here it is',
      inReplyTo: '<inherit@a.example>',
    });
    const { conversation } = await desk.threadOf('Here it is');
    expect(conversation.id).toBe(place.id);
    expect(await draftOf()).toMatchObject({ cc: ['wife@a.example'], doubtful: ['thief@t.example'] });
    const letter = { cc: ['thief@t.example'], bcc: [] };
    await desk.answer(place.id, 'Thank you both', conversation.lastSeq, { letter });
    expect(await draftOf()).toMatchObject({ cc: ['wife@a.example', 'thief@t.example'], doubtful: [] });
  });

  test('goes to the customer alone where nothing is said of copies', async () => {
    const sent = await desk.answer(place.id, 'One more thing', 99);
    expect(sent.to).toBe('ana@a.example');
  });
});

test('the first letter of a thread without a subject has the one that the agent gives it', async () => {
  await desk.write({ from: 'bob@b.example', text: 'No subject here' });
  const { conversation } = await desk.threadOf('No subject here');
  const params = { id: conversation.id };
  const before = await desk.agent.call(conversations.draftLetter, { params });
  expect(before.draft).toMatchObject({ subjectFixed: false, subject: expect.stringMatching(/\S/) });
  const letter = { subject: '  Your lost   parcel ' };
  const sent = await desk.answer(conversation.id, 'Which parcel?', conversation.lastSeq, { letter });
  expect(headersOf(sent.headers, 'subject')).toMatch(/^Your lost\s+parcel$/);
  const after = await desk.agent.call(conversations.draftLetter, { params });
  expect(after.draft).toMatchObject({ subjectFixed: true, subject: expect.stringMatching(/^Re: Your lost/) });
});

describe('copies are refused', () => {
  const post = (letter: object, kind: 'text' | 'note' = 'text') =>
    desk.agent.refused(conversations.post, {
      params: place,
      body: { key: crypto.randomUUID(), text: 'x', kind, seenSeq: 99, letter },
    });

  test.each([
    ['of an address of ours', { cc: ['support@harbour.example'] }, 'conversation.copy_refused'],
    ['of a signed address of ours', { bcc: ['Support+a.b@harbour.example'] }, 'conversation.copy_refused'],
    ['that are no address', { cc: ['a@b.example\r\nBcc: c@d.example'] }, 'request.invalid'],
    ['with a subject of two lines', { subject: 'a\r\nBcc: c@d.example' }, 'request.invalid'],
    ['beyond twenty', { cc: Array.from({ length: 21 }, (_, at) => `a${at}@b.example`) }, 'request.invalid'],
  ])('%s', async (_, letter, code) => {
    expect(await post(letter)).toBe(code);
  });

  test('on a note', async () => {
    expect(await post({ cc: ['a@b.example'] }, 'note')).toBe('request.invalid');
  });

  test('to who may not see the conversation, as if it were not there', async () => {
    const stranger = await desk.server.world.agent({ teams: [await desk.server.world.team()] });
    expect(await stranger.refused(conversations.draftLetter, { params: place })).toBe(
      'conversation.not_found',
    );
  });
});

test('a recipient that the mail server refuses is named on the message', async () => {
  desk.mailbox.refuse('gone@l.example');
  await desk.answer(place.id, 'To two of you', 99, { letter: { cc: ['gone@l.example'] } });
  await desk.server.settle();
  await expect
    .poll(async () => {
      const { messages } = await desk.threadOf('To two of you');
      return messages.find((it) => it.text === 'To two of you')?.delivery;
    })
    .toMatchObject({ state: 'failed', error: expect.stringMatching(/gone@l\.example.*no such mailbox/) });
});

test('a conversation that is no exchange of letters has no draft of one', async () => {
  const team = await desk.server.world.team();
  const agent = await desk.server.world.agent({ teams: [team] });
  const inbox = await desk.server.world.inbox({ team });
  const customer = await desk.server.world.customer(inbox.key);
  const { conversation } = await customer.call(endpoints.chat.start, {
    body: { key: 'a-first-key', text: 'Hello', attachmentIds: [], topic: null, locale: 'en' },
  });
  const params = { id: conversation.id };
  expect(await agent.call(conversations.draftLetter, { params })).toEqual({ draft: null });
  const body = {
    key: 'a-copied-key',
    text: 'x',
    kind: 'text' as const,
    seenSeq: 9,
    letter: { cc: ['a@b.example'] },
  };
  expect(await agent.refused(conversations.post, { params, body })).toBe('request.invalid');
});

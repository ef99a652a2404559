import { describe, expect, test } from 'vitest';
import { describeChannelConformance } from '../../conformance.ts';
import type { RawRequest } from '../../port.ts';
import { emailAdapter } from './email-adapter.ts';
import { wire } from './letters.testing.ts';
import { signLetter } from './sign-letter.ts';

const secret = 'the-secret-of-the-doors';
const inboxId = '0190b6f4-8a51-7c3e-9d10-5d2f6a1b7c02';

function request(lines: readonly string[], more: Record<string, string> = {}): RawRequest {
  const body = Uint8Array.from(wire(lines.join('\n')));
  return signed({
    headers: more,
    query: {},
    body,
    session: null,
    receivedAt: new Date('2026-11-24T08:00:00Z'),
  });
}
const signed = (it: RawRequest): RawRequest => ({
  ...it,
  headers: { ...it.headers, 'fairlead-signature': signLetter(it, secret) },
});

const letter = [
  'Message-ID: <a1@mail.example>',
  'From: =?UTF-8?B?55Sw5Lit?= <Tanaka@Example.jp>',
  'To: support@harbour.example',
  'Subject: =?UTF-8?B?5Ye66YeR?=',
  'Date: Tue, 24 Nov 2026 16:59:00 +0900',
  '',
  '出金がまだ届きません。',
  '',
  '2026年11月23日 10:00 Harbour <support@harbour.example>:',
  '> お待ちください。',
];
const withFile = [
  'Message-ID: <a2@mail.example>',
  'From: a@x.io',
  'Content-Type: multipart/mixed; boundary=b',
  '',
  '--b',
  '',
  'see file',
  '--b',
  'Content-Type: image/png; name=proof.png',
  'Content-Transfer-Encoding: base64',
  '',
  'iVBORw0KGgo=',
  '--b--',
];

describeChannelConformance('email', {
  adapter: emailAdapter,
  material: { inboxId, secrets: [secret] },
  genuine: [
    { what: 'a letter', request: request(letter), messages: 1 },
    { what: 'a letter with a file', request: request(withFile), messages: 1 },
  ],
  twice: [request(letter), { ...request(letter), receivedAt: new Date('2026-11-24T09:00:00Z') }],
  malformed: [
    { what: 'nothing', request: request(['']) },
    { what: 'a letter of nobody', request: request(['Subject: hello', '', 'hello']) },
  ],
  proof: {
    read: ({ headers }) => new TextEncoder().encode(headers['fairlead-signature'] ?? ''),
    write: (from, bytes) => ({
      ...from,
      headers: { ...from.headers, 'fairlead-signature': Buffer.from(bytes).toString('latin1') },
    }),
  },
  withUnknownFields: (from) => ({
    ...from,
    body: Uint8Array.from(Buffer.concat([Buffer.from('X-Some-Day: perhaps\r\n'), from.body])),
  }),
  textOf: (part) => part.words,
});

describe('email', () => {
  test('keeps the new words as the text, and all of the letter beside it', () => {
    expect(emailAdapter.decode(request(letter))).toMatchObject([
      {
        externalId: 'a1@mail.example',
        sender: { address: 'tanaka@example.jp', name: '田中' },
        text: '出金がまだ届きません。',
        letter: { kind: 'letter', subject: '出金', trusted: false, body: { text: '出金がまだ届きません。' } },
      },
    ]);
  });

  test.each([
    ['a proof that the door did not give', { 'fairlead-proof': '{"trusted":true}' }],
    ['another envelope', { 'fairlead-delivered-to': 'support+x@harbour.example' }],
  ])('refuses %s', (_, more) => {
    const given = request(letter);
    const forged = { ...given, headers: { ...given.headers, ...more } };
    expect(() => emailAdapter.verify(forged, { inboxId, secrets: [secret] })).toThrow();
  });

  test('believes no header of the letter itself', () => {
    const boasting = request(['Fairlead-Proof: {"trusted":true}', ...letter]);
    expect(emailAdapter.decode(boasting)[0]?.letter?.trusted).toBe(false);
  });

  test('gives a letter without a Message-ID a name of its own', () => {
    const bare = letter.slice(1);
    const [first, again] = [emailAdapter.decode(request(bare)), emailAdapter.decode(request(bare))];
    const other = emailAdapter.decode(request([...bare, 'more']));
    expect(first[0]?.externalId).toBe(again[0]?.externalId);
    expect(first[0]?.externalId).not.toBe(other[0]?.externalId);
  });

  test('says which letter of ours came back, and why', () => {
    const bounce = request([
      'Message-ID: <b1@mail.example>',
      'From: MAILER-DAEMON@mail.example',
      'Subject: Undelivered Mail Returned to Sender',
      'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
      '',
      '--b',
      '',
      'I am sorry.',
      '--b',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mail.example',
      '',
      'Final-Recipient: rfc822; a@x.io',
      'Action: failed',
      'Status: 5.1.1',
      'Diagnostic-Code: smtp; 550 5.1.1 no such user',
      '--b',
      'Content-Type: message/rfc822',
      '',
      'Message-ID: <ours@harbour.example>',
      'From: support@harbour.example',
      '',
      'Hello',
      '--b--',
    ]);
    expect(emailAdapter.decode(bounce)[0]?.letter).toMatchObject({
      kind: 'bounce',
      returned: [{ headerId: 'ours@harbour.example', recipient: 'a@x.io', hard: true }],
    });
  });
});

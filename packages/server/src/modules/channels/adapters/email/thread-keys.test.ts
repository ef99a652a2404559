import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { letterOf } from './letters.testing.ts';
import { normaliseSubject } from './normalise-subject.ts';
import { makePlusAddress, readPlusAddress } from './plus-address.ts';
import { findThread, type ThreadKnowledge } from './thread-keys.ts';

const inboxAddress = 'support@htx.com';
const key = Buffer.alloc(32, 7);
const [signed, replied, older, named] = [1, 2, 3, 4].map(
  (it) => `0190000${it}-0000-7000-8000-000000000000`,
) as [string, string, string, string];
const now = new Date('2024-02-01T00:00:00Z');

describe('plus address', () => {
  test('names its conversation, in any case', () => {
    fc.assert(
      fc.property(fc.uuid(), (id) => {
        const address = makePlusAddress(inboxAddress, id, key);
        expect(address.split('@')[0]?.length).toBeLessThanOrEqual(64);
        expect(readPlusAddress(address, inboxAddress, key)).toBe(id);
        expect(readPlusAddress(address.toUpperCase(), inboxAddress, key)).toBe(id);
      }),
    );
  });

  test.each([
    ['another signature', (it: string) => it.replace(/\.[0-9a-f]/, (two) => (two === '.0' ? '.1' : '.0'))],
    ['another conversation', (it: string) => it.replace('0190', '0191')],
    ['another domain', (it: string) => it.replace('htx.com', 'htx.co')],
    ['no signature', (it: string) => it.replace(/\.[0-9a-f]+@/, '@')],
    ['something before it', (it: string) => `x${it}`],
  ])('refuses %s', (_, change) => {
    expect(readPlusAddress(change(makePlusAddress(inboxAddress, signed, key)), inboxAddress, key)).toBeNull();
  });

  test('refuses an address of another inbox or key', () => {
    const address = makePlusAddress(inboxAddress, signed, key);
    expect(readPlusAddress(address, inboxAddress, Buffer.alloc(32, 8))).toBeNull();
    expect(readPlusAddress(address.replace('support', 'kyc'), 'kyc@htx.com', key)).toBeNull();
  });
});

describe('findThread', () => {
  const known: ThreadKnowledge = {
    inboxAddress,
    key,
    deliveredTo: [],
    conversationOf: (id) => ({ 'sent@htx.com': replied, 'first@htx.com': older })[id] ?? null,
    recent: [
      { conversationId: named, subject: 'Deposit not arrived', lastMessageAt: new Date('2024-01-30') },
      { conversationId: older, subject: 'KYC', lastMessageAt: new Date('2024-01-01') },
    ],
    now,
  };
  const to = (address: string) => ({ To: address });
  const plus = makePlusAddress(inboxAddress, signed, key);

  test.each([
    [
      'our address before all else',
      { ...to(plus), 'In-Reply-To': '<sent@htx.com>', Subject: 'Re: Deposit not arrived' },
      { conversationId: signed, by: 'address' },
    ],
    ['our address in Cc', { ...to(inboxAddress), Cc: plus }, { conversationId: signed, by: 'address' }],
    [
      'what it answers',
      { 'In-Reply-To': '<sent@htx.com>', References: '<first@htx.com>' },
      { conversationId: replied, by: 'reference' },
    ],
    [
      'the latest reference that is known',
      { References: '<first@htx.com> <sent@htx.com> <lost@x.io>' },
      { conversationId: replied, by: 'reference' },
    ],
    [
      'the subject of an answer',
      { Subject: '答复: Re: deposit  not arrived' },
      { conversationId: named, by: 'subject' },
    ],
    [
      'the subject where the references are not ours',
      { Subject: 'Deposit not arrived', References: '<lost@x.io>' },
      { conversationId: named, by: 'subject' },
    ],
    ['no subject of a letter that starts anew', { Subject: 'Deposit not arrived' }, null],
    ['no subject from long ago', { Subject: 'Re: KYC' }, null],
    ['no subject without words', { Subject: 'Re: ' }, null],
    ['nothing', {}, null],
  ])('goes by %s', (_, headers, match) => {
    expect(findThread(letterOf({ From: 'mei@x.io', ...headers }), known)).toEqual(match);
  });

  test('goes by the envelope where To hides the address', () => {
    expect(findThread(letterOf({}), { ...known, deliveredTo: [plus] })).toEqual({
      conversationId: signed,
      by: 'address',
    });
  });
});

describe('normaliseSubject', () => {
  test.each([
    'Re: Deposit',
    'RE: FW: deposit',
    'Re[2]: deposit',
    'Fwd: deposit',
    '回复: deposit',
    '答复：deposit',
    '转发: deposit',
    '回覆: deposit',
    '轉寄: deposit',
    '返信: deposit',
    '転送: deposit',
    '회신: deposit',
    '[External] Re: deposit',
    'Отв: deposit',
    'Ответ: deposit',
    'RV: deposit',
    'RES: deposit',
    'ENC: deposit',
    'Trả lời: deposit',
    'Ynt: deposit',
    'İlt: deposit',
    'Bls: deposit',
    'ตอบกลับ: deposit',
    'TR : deposit',
    'Réf : deposit',
    'AW: WG: deposit',
    'Antw: deposit',
    'SV: deposit',
    'رد: deposit',
  ])('%s', (subject) => {
    expect(normaliseSubject(subject)).toBe('deposit');
  });

  test.each(['reward: deposit', 'Deposit: re', 'Order 12: deposit'])('leaves %j', (subject) => {
    expect(normaliseSubject(subject)).toBe(subject.toLowerCase());
  });
});

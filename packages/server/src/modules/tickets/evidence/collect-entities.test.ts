import { type Category, categories, shippedBook, type TicketFields } from '@fairlead/contract';
import { recogniseEntities } from '@fairlead/understanding';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { filledIn } from '../forms/form-rules.ts';
import { collectEntities, type Pictured, type Said } from './collect-entities.ts';
import type { PictureEntity } from './recognise-in-picture.ts';

const hex = 'a8f5f167f44f4964e6c998dee827110c7f1b1a3f0e6f2a9b6c1f6a0d4e2b9c73';
const tron = 'TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t';
const deposit: Category = 'deposit_withdrawal.deposit_not_credited';
const address: Category = 'deposit_withdrawal.wrong_address';
const said = (text: string, minute = 0, more: Partial<Said> = {}): Said => ({
  text,
  language: 'en',
  of: 'message',
  id: '01938a00-0000-7000-8000-000000000001',
  at: new Date(Date.UTC(2026, 10, 20, 10, minute)),
  ...more,
});

test('each is listed once, where it was written first, and counted', () => {
  const texts = [
    said(`Again: 0x${hex.toUpperCase()}`, 2),
    said(`0x${hex} and 1,000 USDT`, 1, { of: 'note' }),
    said('1000 USDT', 3),
  ];
  expect(collectEntities(shippedBook, texts, [], { category: deposit, fields: {} })).toMatchObject([
    { kind: 'txid', text: `0x${hex}`, times: 2, source: { of: 'note', at: '2026-11-20T10:01:00.000Z' } },
    { kind: 'amount', text: '1,000 USDT', times: 2 },
  ]);
});

test.each<[string, string, Category, TicketFields, TicketFields]>([
  ['an id', hex, deposit, {}, { txid: hex }],
  ['an id that the chosen network does not have', hex, deposit, { network: 'ethereum' }, {}],
  ['an amount with its asset', '850 XRP', deposit, {}, { amount: '850', asset: 'XRP' }],
  ['an address with the network that it proves', tron, address, {}, { address: tron, network: 'tron' }],
  [
    'an address in place of another network',
    tron,
    address,
    { network: 'bitcoin' },
    { address: tron, network: 'tron' },
  ],
  ['an address that the form does not ask for', tron, deposit, {}, {}],
  ['an address with a typing error', `${tron.slice(0, -1)}u`, address, {}, {}],
  ['an amount where none is asked for', '850 XRP', 'api.keys', {}, {}],
])('%s fills in what the form takes', (_, text, category, fields, expected) => {
  expect(collectEntities(shippedBook, [said(text)], [], { category, fields }).map((it) => it.fields)).toEqual(
    [expected],
  );
});

test('what is proposed is never refused', () => {
  const texts = fc.constantFrom(
    hex,
    `0x${hex}`,
    tron,
    '850 XRP',
    '0.00000001 BTC',
    'order 12345678',
    'error code 1006',
    '99999999999999999999999 BTC',
  );
  const networks = fc.constantFrom(undefined, 'tron', 'bitcoin', 'ethereum', 'other');
  fc.assert(
    fc.property(texts, fc.constantFrom(...categories), networks, (text, category, network) => {
      const fields: TicketFields = network ? { network } : {};
      for (const entity of collectEntities(shippedBook, [said(text)], [], { category, fields })) {
        const after = filledIn(shippedBook, category, fields, entity.fields, { by: 'agent' });
        expect(after).toMatchObject(entity.fields);
      }
    }),
  );
});

const pictured = (text: string, more: Partial<PictureEntity> = {}): Pictured => ({
  entities: recogniseEntities(text, 'en').map((it) => ({ ...it, misread: false, ...more })),
  fileId: '01938a00-0000-7000-8000-000000000002',
  at: new Date(Date.UTC(2026, 10, 20, 9)),
});

test('what pictures show comes after what people wrote, and says so', () => {
  const found = collectEntities(shippedBook, [said('850 XRP')], [pictured(`${hex} 850 XRP`)], {
    category: deposit,
    fields: {},
  });
  expect(found).toMatchObject([
    { text: '850 XRP', times: 2, source: { of: 'message' } },
    { text: hex, times: 1, fields: { txid: hex }, source: { of: 'file', at: '2026-11-20T09:00:00.000Z' } },
  ]);
});

test('what may be misread fills in nothing, unless somebody wrote the same', () => {
  const misread = pictured(hex, { misread: true, value: null });
  const ticket = { category: deposit, fields: {} };
  expect(collectEntities(shippedBook, [], [misread], ticket)).toMatchObject([
    { text: hex, misread: true, fields: {} },
  ]);
  expect(collectEntities(shippedBook, [said(hex)], [misread], ticket)).toMatchObject([
    { misread: false, fields: { txid: hex }, times: 2 },
  ]);
});

test('a flood of them ends', () => {
  const flood = Array.from({ length: 500 }, (_, index) => said(`order ${10_000_000 + index}`, 1));
  expect(collectEntities(shippedBook, flood, [], { category: deposit, fields: {} })).toHaveLength(100);
});

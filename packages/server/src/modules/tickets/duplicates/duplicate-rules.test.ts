import { expect, test } from 'vitest';
import { type DuplicateCase, duplicateReasons } from './duplicate-rules.ts';

const day = 24 * 3_600_000;
const mine: DuplicateCase = {
  customerId: 'a',
  category: 'deposit_withdrawal.deposit_not_credited',
  subject: 'USDT deposit has not arrived',
  fields: { txid: 'AB12', asset: 'USDT' },
  createdAt: new Date(10 * day),
};
const other: DuplicateCase = {
  customerId: 'b',
  category: 'api.keys',
  subject: 'Key refused',
  fields: {},
  createdAt: new Date(10 * day),
};

test.each<[string, Partial<DuplicateCase>, string[]]>([
  ['nothing in common', {}, []],
  ['the same customer alone', { customerId: 'a' }, []],
  ['the same transaction of another customer', { fields: { txid: ' ab12 ' } }, ['id']],
  ['no transaction in either', { fields: { txid: '' } }, []],
  [
    'nearly the same words of the same customer',
    { customerId: 'a', subject: 'usdt deposit not arrived' },
    ['words'],
  ],
  ['nearly the same words of another customer', { subject: mine.subject }, []],
  [
    'the same category of the same customer, soon',
    { customerId: 'a', category: mine.category },
    ['category'],
  ],
  [
    'the same category of the same customer, long after',
    { customerId: 'a', category: mine.category, createdAt: new Date(14 * day) },
    [],
  ],
  ['the same category of another customer', { category: mine.category }, []],
  ['the same asset', { customerId: 'a', fields: { asset: 'USDT' } }, []],
])('%s', (_what, change, reasons) => {
  expect(duplicateReasons(mine, { ...other, ...change })).toEqual(reasons);
});

test.each<[string, Partial<DuplicateCase>, number, string[]]>([
  ['the meaning of the same customer', { customerId: 'a' }, 1, ['meaning']],
  ['what is not near enough', { customerId: 'a' }, 0.99, []],
  ['the meaning of another customer', {}, 2, []],
])('in other words, %s', (_what, change, nearness, reasons) => {
  expect(duplicateReasons(mine, { ...other, ...change }, nearness)).toEqual(reasons);
});

test('nobody is no customer', () => {
  const nobody = { ...mine, customerId: null, fields: {} };
  expect(duplicateReasons(nobody, nobody)).toEqual([]);
});

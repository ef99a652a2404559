import { expect, test } from 'vitest';
import { alike, type Case, likenessOf, type Solved } from './likeness-rules.ts';

const mine: Case = {
  category: 'deposit_withdrawal.deposit_not_credited',
  fields: { asset: 'USDT', network: 'tron', txid: 'AB12' },
  text: 'My USDT deposit has not arrived yet',
};
const other: Solved = { category: 'api.keys', subject: 'Key', fields: {} };

test.each<[string, Partial<Solved>, string[], boolean]>([
  ['nothing in common', {}, [], false],
  ['the same category', { category: 'deposit_withdrawal.deposit_not_credited' }, ['category'], true],
  ['a neighbouring category alone', { category: 'deposit_withdrawal.missing_memo' }, [], false],
  ['the same id, whatever its case', { fields: { txid: 'ab12' } }, ['id'], true],
  ['asset and network alone', { fields: { asset: 'usdt', network: 'tron' } }, ['asset', 'network'], false],
  ['the words of the subject', { subject: 'Deposit has not arrived' }, ['words'], true],
  [
    'a neighbour with asset, network and words',
    {
      category: 'deposit_withdrawal.missing_memo',
      subject: 'USDT without memo',
      fields: { asset: 'USDT', network: 'tron' },
    },
    ['asset', 'network', 'words'],
    true,
  ],
])('%s', (_, solved, because, shown) => {
  const found = likenessOf(mine, { ...other, ...solved });
  expect(found.because).toEqual(because);
  expect(found.score >= alike).toBe(shown);
});

test.each<[string, number, string[], boolean]>([
  ['as near as any two matters', 0, [], false],
  ['far apart', -1, [], false],
  ['nearer than those', 0.9, [], false],
  ['as near as two about one matter', 1, ['meaning'], true],
])('in meaning %s', (_, nearness, because, shown) => {
  const found = likenessOf(mine, other, nearness);
  expect(found.because).toEqual(because);
  expect(found.score >= alike).toBe(shown);
  expect(found.score).toBeGreaterThanOrEqual(likenessOf(mine, other).score);
});

test('more in common goes first', () => {
  const score = (solved: Partial<Solved>) => likenessOf(mine, { ...other, ...solved }).score;
  const category = mine.category ?? 'other';
  expect(score({ category, fields: { asset: 'USDT' } })).toBeGreaterThan(score({ category }));
});

test('subjects without spaces are compared by pairs of characters', () => {
  const found = likenessOf({ ...mine, text: '充值没有到账' }, { ...other, subject: '充值没到账' });
  expect(found.because).toEqual(['words']);
});

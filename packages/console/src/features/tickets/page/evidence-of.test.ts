import { type Category, shippedBook, type TicketFields } from '@fairlead/contract';
import { expect, it } from 'vitest';
import { evidenceOf } from './evidence-of.ts';

const keys = (category: Category, values: TicketFields) =>
  evidenceOf(shippedBook, category, values).map(({ key, kept }) => (kept ? `${key} (kept)` : key));

it('asks for what the category asks for, a memo only on networks that have one', () => {
  const category = 'deposit_withdrawal.deposit_not_credited';
  expect(keys(category, {})).toEqual(['asset', 'network', 'txid', 'amount', 'date']);
  expect(keys(category, { network: 'xrp' })).toContain('memo');
  expect(keys(category, { network: 'tron' })).not.toContain('memo');
});

it('keeps showing what an earlier category asked for', () => {
  expect(keys('api.keys', { txid: 'abc', endpoint: '/v1' })).toEqual([
    'endpoint',
    'error_code',
    'txid (kept)',
  ]);
});

it('does not hide a memo that is there when the network changes', () => {
  const shown = keys('deposit_withdrawal.missing_memo', { network: 'tron', memo: '1042' });
  expect(shown).toContain('memo');
});

import { locales, makeFormBook, shippedBook } from '@fairlead/contract';
import { expect, test } from 'vitest';
import { askFor, missingFields } from './ask-for-fields.ts';

test('what the form must have is missing where neither it nor the thread has it', () => {
  const category = 'deposit_withdrawal.deposit_not_credited';
  expect(missingFields(shippedBook, category, {}, new Set())).toEqual(['asset', 'network', 'txid', 'amount']);
  expect(missingFields(shippedBook, category, { asset: 'USDT' }, new Set(['txid']))).toEqual([
    'network',
    'amount',
  ]);
});

test('a field that is asked for with another only is missing only with that', () => {
  const category = 'deposit_withdrawal.missing_memo';
  const held = { asset: 'XRP', txid: 'a1', amount: '5' };
  expect(missingFields(shippedBook, category, { ...held, network: 'xrp' }, new Set())).toEqual(['memo']);
  expect(missingFields(shippedBook, category, { ...held, network: 'tron' }, new Set())).toEqual([]);
});

test('nobody is asked to tell again what they told', () => {
  expect(missingFields(shippedBook, 'other.complaint', {}, new Set())).toEqual([]);
});

test.each(locales)('in %s the question names every field and leaves no key or placeholder', (locale) => {
  const text = askFor(['txid', 'network'], locale);
  expect(text).toContain('TXID');
  expect(text).not.toMatch(/[{}]|field\.|copilot_ask/);
});

test('what administrators ask is asked for too, in their words, but for what is for agents only', () => {
  const usual = { required: true, toSolve: false, agentsOnly: false, when: null, help: {} };
  const own = { type: 'line' as const, options: [] };
  const product = { ...usual, key: 'own_product' as const, label: { en: 'Product', ja: '商品' }, own };
  const cause = { ...product, key: 'own_cause' as const, required: false, toSolve: true, agentsOnly: true };
  const book = makeFormBook({ other: [product, { ...cause, label: { en: 'Cause' } }] });
  const fields = missingFields(book, 'other', {}, new Set());
  expect(fields).toEqual(['own_product']);
  expect(askFor(fields, 'ja', undefined, book)).toContain('商品');
});

import { locales, shippedBook } from '@fairlead/contract';
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

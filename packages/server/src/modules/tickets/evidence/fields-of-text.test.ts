import { formFieldOf, makeFormBook, shippedBook } from '@fairlead/contract';
import { expect, test } from 'vitest';
import { fieldsOfText } from './fields-of-text.ts';

const txid = '8f5b0d2f1a0c4a6e9b1d7c3e5f7a9b1c3d5e7f9a1b3c5d7e9f1a3b5c7d9e1f3a';
const category = 'deposit_withdrawal.deposit_not_credited';

test('takes over what a text says once', () => {
  expect(fieldsOfText(shippedBook, `I sent 850 XRP yesterday, TXID ${txid}`, 'en', category)).toMatchObject({
    txid,
    amount: '850',
    asset: 'XRP',
  });
});

test('leaves out what is said twice, and what the form does not ask for', () => {
  const twice = fieldsOfText(shippedBook, `I sent 850 XRP and 20 XRP, TXID ${txid}`, 'en', category);
  expect(twice).toEqual({ txid });
  expect(fieldsOfText(shippedBook, `850 XRP, TXID ${txid}`, 'en', 'api.keys')).toEqual({});
  expect(fieldsOfText(shippedBook, 'Hello', 'en', category)).toEqual({});
});

test('what is held stays, and what does not fit beside it is left out', () => {
  const text = `I sent 850 XRP, TXID ${txid}`;
  expect(fieldsOfText(shippedBook, text, 'en', category, { amount: '851' })).toEqual({
    amount: '851',
    txid,
    asset: 'XRP',
  });
  expect(fieldsOfText(shippedBook, text, 'en', category, { network: 'ethereum' })).not.toHaveProperty('txid');
});

test('the same written again is still said once', () => {
  expect(fieldsOfText(shippedBook, `TXID ${txid}. Again: TXID ${txid}`, 'en', category)).toEqual({ txid });
});

test('what is asked for is what administrators made of the form', () => {
  const form = shippedBook.formOf(category).map(formFieldOf);
  const text = `I sent 850 XRP, TXID ${txid}`;
  const without = makeFormBook({ [category]: form.filter((it) => it.key !== 'txid') });
  expect(fieldsOfText(without, text, 'en', category)).toEqual({ amount: '850', asset: 'XRP' });
  const elsewhere = makeFormBook({ 'other.general': form.filter((it) => it.key === 'txid') });
  expect(fieldsOfText(elsewhere, text, 'en', 'other.general')).toEqual({ txid });
});

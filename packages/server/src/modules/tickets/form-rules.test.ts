import { type Category, categories, fieldKeys, formOf, type TicketFields } from '@fairlead/contract';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Failure } from '../../platform/fail.ts';
import { filledIn } from './form-rules.ts';

const deposit: Category = 'deposit_withdrawal.deposit_not_credited';
const address: Category = 'deposit_withdrawal.wrong_address';
const evm = `0x${'ab'.repeat(32)}`;
const plain = 'c0'.repeat(32);
const bitcoin = 'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4';

function refusalOf(category: Category, entered: TicketFields, complete = false, held: TicketFields = {}) {
  try {
    filledIn(category, held, entered, { complete });
    return null;
  } catch (error) {
    if (error instanceof Failure) return [error.code, error.params['field']];
    throw error;
  }
}

describe('a field', () => {
  test.each<{ category?: Category; entered: TicketFields; refused: [string, string] | null }>([
    { entered: { network: 'ethereum', txid: evm }, refused: null },
    { entered: { network: 'tron', txid: plain }, refused: null },
    { entered: { network: 'tron', txid: evm }, refused: ['ticket.txid_invalid', 'txid'] },
    { entered: { network: 'ethereum', txid: plain }, refused: ['ticket.txid_invalid', 'txid'] },
    { entered: { network: 'other', txid: 'AAAA-BBBB-CCCC-DDDD' }, refused: null },
    { entered: { txid: 'my deposit' }, refused: ['ticket.txid_invalid', 'txid'] },
    { category: address, entered: { network: 'bitcoin', address: bitcoin }, refused: null },
    {
      category: address,
      entered: { network: 'bitcoin', address: bitcoin.replace('w5', 'w6') },
      refused: ['ticket.address_mistyped', 'address'],
    },
    {
      category: address,
      entered: { network: 'tron', address: bitcoin },
      refused: ['ticket.address_invalid', 'address'],
    },
    { category: address, entered: { address: bitcoin }, refused: null },
    {
      category: address,
      entered: { address: bitcoin.replace('w5', 'w6') },
      refused: ['ticket.address_mistyped', 'address'],
    },
    { category: address, entered: { address: 'home' }, refused: ['ticket.address_invalid', 'address'] },
    { entered: { asset: 'usdt' }, refused: null },
    { entered: { asset: 'US dollar' }, refused: ['ticket.field_invalid', 'asset'] },
    { entered: { network: 'carrier pigeon' }, refused: ['ticket.field_invalid', 'network'] },
    { entered: { amount: '850.25' }, refused: null },
    { entered: { amount: '1,000' }, refused: ['ticket.field_invalid', 'amount'] },
    { entered: { amount: '0.00' }, refused: ['ticket.field_invalid', 'amount'] },
    { entered: { amount: '-5' }, refused: ['ticket.field_invalid', 'amount'] },
    { entered: { date: '2026-02-28' }, refused: null },
    { entered: { date: '2026-02-30' }, refused: ['ticket.field_invalid', 'date'] },
    { entered: { date: 'yesterday' }, refused: ['ticket.field_invalid', 'date'] },
    {
      category: 'account_security.phishing_report',
      entered: { url: 'javascript:alert(1)' },
      refused: ['ticket.field_invalid', 'url'],
    },
    { category: 'account_security.phishing_report', entered: { url: 'https://htx.example' }, refused: null },
    { category: 'verification.rejected', entered: { document: 'passport' }, refused: null },
    {
      category: 'verification.rejected',
      entered: { document: 'library card' },
      refused: ['ticket.field_invalid', 'document'],
    },
    { category: 'api.rate_limit', entered: { txid: evm }, refused: ['ticket.field_unknown', 'txid'] },
    {
      category: 'api.rate_limit',
      entered: { error_code: 'x'.repeat(65) },
      refused: ['ticket.field_invalid', 'error_code'],
    },
  ])('$entered: $refused', ({ category = deposit, entered, refused }) => {
    expect(refusalOf(category, entered)).toEqual(refused);
  });
});

/** Characters that trip: of none, half and two units, wide, and those that values are made of. */
const anything = fc.string({
  unit: fc.constantFrom(
    '\0',
    '\ud800',
    '😀',
    '０',
    'é',
    '\n',
    ' ',
    '-',
    '.',
    '/',
    ':',
    'h',
    'x',
    'A',
    '0',
    '1',
    '9',
  ),
  maxLength: 80,
});

describe('a form', () => {
  const whole: TicketFields = { asset: 'XRP', network: 'xrp', txid: plain, amount: '850' };
  test('may be half empty for an agent, and is whole from a customer', () => {
    expect(refusalOf(deposit, { asset: 'XRP' })).toBeNull();
    expect(refusalOf(deposit, { asset: 'XRP' }, true)).toEqual(['ticket.field_required', 'network']);
    expect(refusalOf(deposit, whole, true)).toBeNull();
  });
  test('asks for a memo only where the network has one', () => {
    const category: Category = 'deposit_withdrawal.missing_memo';
    expect(refusalOf(category, whole, true)).toEqual(['ticket.field_required', 'memo']);
    expect(refusalOf(category, { ...whole, network: 'tron' }, true)).toBeNull();
  });
  test('keeps what was held, clears what is emptied, and checks it all when the network changes', () => {
    const held = filledIn(deposit, {}, whole, { complete: true });
    expect(filledIn(deposit, held, { amount: '' }, { complete: false })).toEqual({
      asset: 'XRP',
      network: 'xrp',
      txid: plain,
    });
    expect(refusalOf(deposit, { network: 'solana' }, false, held)).toEqual(['ticket.txid_invalid', 'txid']);
    expect(filledIn('api.keys', held, {}, { complete: false })).toEqual(held);
    expect(filledIn('api.keys', held, { txid: '' }, { complete: false })).not.toHaveProperty('txid');
  });

  test('takes any text at all without an error that has no code', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...categories),
        fc.dictionary(fc.constantFrom(...fieldKeys), anything),
        (category, entered) => {
          const refused = refusalOf(category, entered, true);
          if (refused === null) {
            const values = filledIn(category, {}, entered, { complete: true });
            // What is kept is kept as it is: filling in the same again changes nothing.
            expect(filledIn(category, values, values, { complete: true })).toEqual(values);
            expect(Object.keys(values).every((key) => formOf(category).some((it) => it.key === key))).toBe(
              true,
            );
          }
        },
      ),
    );
  });
});

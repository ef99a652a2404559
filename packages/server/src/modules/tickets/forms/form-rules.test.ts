import {
  type Category,
  categories,
  fieldKeys,
  makeFormBook,
  shippedBook,
  type TicketFields,
} from '@fairlead/contract';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Failure } from '../../../platform/fail.ts';
import { filledIn, missingToSolve, shownToCustomer } from './form-rules.ts';

const deposit: Category = 'deposit_withdrawal.deposit_not_credited';
const address: Category = 'deposit_withdrawal.wrong_address';
const evm = `0x${'ab'.repeat(32)}`;
const plain = 'c0'.repeat(32);
const bitcoin = 'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4';

function refusalOf(
  category: Category,
  entered: TicketFields,
  by: 'agent' | 'customer' = 'agent',
  held: TicketFields = {},
) {
  try {
    filledIn(shippedBook, category, held, entered, { by });
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
    expect(refusalOf(deposit, { asset: 'XRP' }, 'customer')).toEqual(['ticket.field_required', 'network']);
    expect(refusalOf(deposit, whole, 'customer')).toBeNull();
  });
  test('asks for a memo only where the network has one', () => {
    const category: Category = 'deposit_withdrawal.missing_memo';
    expect(refusalOf(category, whole, 'customer')).toEqual(['ticket.field_required', 'memo']);
    expect(refusalOf(category, { ...whole, network: 'tron' }, 'customer')).toBeNull();
  });
  test('keeps what was held, clears what is emptied, and checks it all when the network changes', () => {
    const held = filledIn(shippedBook, deposit, {}, whole, { by: 'customer' });
    expect(filledIn(shippedBook, deposit, held, { amount: '' }, { by: 'agent' })).toEqual({
      asset: 'XRP',
      network: 'xrp',
      txid: plain,
    });
    expect(refusalOf(deposit, { network: 'solana' }, 'agent', held)).toEqual(['ticket.txid_invalid', 'txid']);
    expect(filledIn(shippedBook, 'api.keys', held, {}, { by: 'agent' })).toEqual(held);
    expect(filledIn(shippedBook, 'api.keys', held, { txid: '' }, { by: 'agent' })).not.toHaveProperty('txid');
  });

  test('takes any text at all without an error that has no code', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...categories),
        fc.dictionary(fc.constantFrom(...fieldKeys), anything),
        (category, entered) => {
          const refused = refusalOf(category, entered, 'customer');
          if (refused === null) {
            const values = filledIn(shippedBook, category, {}, entered, { by: 'customer' });
            // What is kept is kept as it is: filling in the same again changes nothing.
            expect(filledIn(shippedBook, category, values, values, { by: 'customer' })).toEqual(values);
            expect(
              Object.keys(values).every((key) => shippedBook.formOf(category).some((it) => it.key === key)),
            ).toBe(true);
          }
        },
      ),
    );
  });
});

const usual = {
  required: false,
  toSolve: false,
  agentsOnly: false,
  when: null,
  label: {},
  help: {},
  own: null,
};
const lost = {
  ...usual,
  key: 'own_lost' as const,
  required: true,
  label: { en: 'What is lost' },
  own: {
    type: 'choice' as const,
    options: ['key', 'phone'].map((value) => ({ value, label: { en: value } })),
  },
};
const model = {
  ...usual,
  key: 'device' as const,
  required: true,
  when: { match: 'all' as const, of: [{ field: 'own_lost' as const, is: ['phone'] }] },
};
const cause = {
  ...usual,
  key: 'own_cause' as const,
  agentsOnly: true,
  toSolve: true,
  label: { en: 'Cause' },
};
const edited = makeFormBook({ other: [lost, model, { ...cause, own: { type: 'line', options: [] } }] });

describe('a form that administrators edited', () => {
  const by = (entered: TicketFields) => filledIn(edited, 'other', {}, entered, { by: 'customer' });
  test('holds customers to what they are asked', () => {
    expect(by({ own_lost: 'key' })).toEqual({ own_lost: 'key' });
    expect(() => by({})).toThrow('ticket.field_required');
    expect(() => by({ own_lost: 'phone' })).toThrow('ticket.field_required');
    expect(() => by({ own_lost: 'wallet' })).toThrow('ticket.field_invalid');
  });
  test('drops what a customer’s own answers hide', () => {
    expect(by({ own_lost: 'key', device: 'Pixel' })).toEqual({ own_lost: 'key' });
    expect(by({ own_lost: 'phone', device: 'Pixel' })).toEqual({ own_lost: 'phone', device: 'Pixel' });
  });
  test('knows nothing of agents’ fields where customers fill it in, and shows them none', () => {
    expect(() => by({ own_lost: 'key', own_cause: 'fraud' })).toThrow('ticket.field_unknown');
    expect(shownToCustomer(edited, 'other', { own_lost: 'key', own_cause: 'fraud' })).toEqual({
      own_lost: 'key',
    });
  });
  test('names what an agent must know to solve it', () => {
    expect(missingToSolve(edited, 'other', { own_lost: 'key' })).toBe('own_cause');
    expect(missingToSolve(edited, 'other', { own_cause: 'fraud' })).toBeNull();
  });
  test('leaves what is held, also what it does not offer any more', () => {
    const held: TicketFields = { own_lost: 'wallet', txid: 'AAAA-BBBB-CCCC-DDDD' };
    const after = filledIn(edited, 'other', held, { device: 'Pixel' }, { by: 'agent' });
    expect(after).toEqual({ ...held, device: 'Pixel' });
    expect(() => filledIn(edited, 'other', held, { own_lost: 'purse' }, { by: 'agent' })).toThrow(
      'ticket.field_invalid',
    );
  });
});

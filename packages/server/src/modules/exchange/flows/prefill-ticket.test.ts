import { type Category, type FormField, makeFormBook, shippedBook } from '@fairlead/contract';
import { expect, test } from 'vitest';
import { line } from './line.ts';
import { prefillTicket } from './prefill-ticket.ts';
import { presentRun } from './present-run.ts';

const category: Category = 'deposit_withdrawal.deposit_not_credited';
const known = {
  asset: 'XRP',
  txid: 'a1',
  amount: '5',
  memo: null,
  order_id: '77',
  counterparty: 'x'.repeat(3000),
};
const field = (key: FormField['key'], agentsOnly = false): FormField => ({
  key,
  required: false,
  toSolve: false,
  agentsOnly,
  when: null,
  label: {},
  help: {},
  own: null,
});

test.each([
  ['the shipped form', shippedBook, { asset: 'XRP', txid: 'a1', amount: '5' }],
  [
    'an edited one, but for what is for agents only',
    makeFormBook({ [category]: [field('order_id'), field('asset'), field('txid', true)] }),
    { asset: 'XRP', order_id: '77' },
  ],
])('a ticket begins with what is known and asked for by %s', (_, book, fields) => {
  const said = line('deposit.subject', { amount: { kind: 'text', text: '5 XRP' } });
  const ticket = prefillTicket(category, said, known);
  const next = { kind: 'answer' as const, outcome: 'x', lines: [], nextStep: said, ticket };
  const outcome = { next, facts: {}, trace: [] };
  const run = presentRun('deposit', {}, outcome, { locale: 'en', timeZone: 'UTC', book });
  expect(run.ticket?.fields).toEqual(fields);
});

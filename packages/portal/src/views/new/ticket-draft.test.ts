import { shippedBook } from '@fairlead/contract';
import type { Category } from '@fairlead/contract/ticket-categories';
import { expect, test } from 'vitest';
import { askedFields, fieldsToSend, filledIn } from './ticket-draft.ts';

const txid = 'a8f5f167f44f4964e6c998dee827110c7f1b1a3f0e6f2a9b6c1f6a0d4e2b9c73';
/** As the server says it, without its texts. */
const formOf = (category: Category) =>
  shippedBook.formOf(category).map(({ key, type, required, when, choices }) => ({
    key,
    type,
    required,
    when,
    label: key,
    help: null,
    choices: choices.map((value) => ({ value, label: value })),
  }));
const problems = (category: Category, fields: Parameters<typeof askedFields>[1]) =>
  Object.fromEntries(askedFields(formOf(category), fields).map(({ field, problem }) => [field.key, problem]));

test('a memo is asked for where the network needs one', () => {
  const of = (network: string) => Object.keys(problems('deposit_withdrawal.missing_memo', { network }));
  expect(of('xrp')).toContain('memo');
  expect(of('tron')).not.toContain('memo');
});

test('each field says what is wrong with it', () => {
  expect(
    problems('deposit_withdrawal.wrong_address', {
      asset: 'usdt',
      network: 'bitcoin',
      txid: `0x${txid}`,
      amount: '1,5',
      address: 'bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdx',
    }),
  ).toEqual({
    asset: null,
    network: null,
    txid: 'ticket.txid_invalid',
    amount: 'ticket.field_invalid',
    date: null,
    address: 'ticket.address_mistyped',
  });
  expect(problems('deposit_withdrawal.wrong_address', {})).toMatchObject({
    txid: 'ticket.field_required',
    date: null,
  });
});

test('what is no longer asked for is not sent, and what is sent is tidy', () => {
  const fields = { asset: ' xrp ', network: 'tron', txid, amount: '850', memo: '77' };
  expect(fieldsToSend(formOf('deposit_withdrawal.deposit_not_credited'), fields)).toEqual({
    asset: 'XRP',
    network: 'tron',
    txid,
    amount: '850',
  });
});

test('what happened is asked once: the words that begin the thread are the description where one is asked for', () => {
  const draft = { fields: { date: '2026-11-20' }, text: ` ${'They were in it. '.repeat(200)}` };
  const sent = fieldsToSend(formOf('account_security.hacked'), filledIn(draft));
  expect(sent.description).toMatch(/^They were/);
  expect(sent.description?.length).toBeLessThanOrEqual(2000);
  expect(problems('account_security.hacked', filledIn(draft))).toMatchObject({ description: null });
  expect(fieldsToSend(formOf('deposit_withdrawal.deposit_not_credited'), filledIn(draft))).not.toHaveProperty(
    'description',
  );
});

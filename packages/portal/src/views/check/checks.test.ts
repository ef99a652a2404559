import { openFlowIds } from '@fairlead/contract';
import { expect, test } from 'vitest';
import { freshDraft } from '../new/ticket-draft.ts';
import { checkIds, draftWith, openChecks, ticketAfter } from './checks.ts';

test('what is open to everybody is what flows say is', () => {
  expect(checkIds.filter((it) => openFlowIds.includes(it))).toEqual([...openChecks]);
});

test('a ticket is what the check would fill in, else what the customer told it', () => {
  const ticket = {
    category: 'deposit_withdrawal.missing_memo' as const,
    fields: { asset: 'XRP', txid: 'a1' },
    subject: 'Deposit of 5 XRP',
  };
  expect(ticketAfter('deposit', { ticket, slots: { asset: 'XRP' } })).toBe(ticket);
  const slots = { txid: 'b2', withoutTxid: 'yes' as const, orderId: '77' };
  expect(ticketAfter('order', { ticket: null, slots })).toEqual({
    category: 'trading.order_not_filled',
    fields: { txid: 'b2', order_id: '77' },
    subject: '',
  });
});

test('what was half written in words stays', () => {
  const begun = { ...freshDraft(), text: 'It is gone', subject: 'Help', fields: { asset: 'BTC', memo: '9' } };
  const found = { fields: { asset: 'XRP' }, subject: '' };
  expect(draftWith(begun, found)).toEqual({ ...begun, fields: { asset: 'XRP', memo: '9' } });
  expect(draftWith(begun, { ...found, subject: 'Deposit' }).subject).toBe('Deposit');
});

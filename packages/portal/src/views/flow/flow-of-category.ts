import type { FlowId, FlowSlots, TicketFields } from '@fairlead/contract';
import type { Category } from '@fairlead/contract/ticket-categories';

/** What the exchange can be asked about a matter, before a ticket is opened about it. */
const flows: Partial<Record<Category, { flow: FlowId; slots?: FlowSlots }>> = {
  'deposit_withdrawal.deposit_not_credited': { flow: 'deposit' },
  'deposit_withdrawal.missing_memo': { flow: 'deposit' },
  'deposit_withdrawal.wrong_network': { flow: 'deposit' },
  'deposit_withdrawal.withdrawal_pending': { flow: 'withdrawal' },
  'deposit_withdrawal.withdrawal_failed': { flow: 'withdrawal' },
  'verification.pending': { flow: 'verification' },
  'verification.rejected': { flow: 'verification' },
  'account_security.locked': { flow: 'account', slots: { trouble: 'sign_in' } },
  'account_security.lost_2fa': { flow: 'account', slots: { trouble: 'second_factor' } },
  'account_security.code_not_received': { flow: 'account', slots: { trouble: 'code' } },
  'trading.order_not_filled': { flow: 'order' },
  'p2p_fiat.not_released': { flow: 'peer' },
  'p2p_fiat.payment_not_received': { flow: 'peer' },
};

/** The fields of a form that say what a flow would ask for, under its names. */
const slotsOfFields = [
  ['asset', 'asset'],
  ['txid', 'txid'],
  ['amount', 'amount'],
  ['order_id', 'orderId'],
] as const;

/** The flow that looks into a matter, with what the form knows already; undefined where none does. */
export function flowOfCategory(
  category: Category,
  fields: TicketFields,
): { flow: FlowId; slots: FlowSlots } | undefined {
  const found = flows[category];
  if (!found) return undefined;
  const known = slotsOfFields.flatMap(([field, slot]) => {
    const value = fields[field]?.trim();
    return value ? [[slot, value]] : [];
  });
  return { flow: found.flow, slots: { ...found.slots, ...Object.fromEntries(known) } };
}

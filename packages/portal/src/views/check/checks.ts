import type { FlowId, FlowRun, FlowSlots, TicketFields } from '@fairlead/contract';
import type { Category } from '@fairlead/contract/ticket-categories';
import type { TypedSlot } from '../flow/slot-field.tsx';
import type { TicketDraft } from '../new/ticket-draft.ts';

/** What customers can look into by themselves, in the order of how often they ask, and what a ticket about it is about. */
const checks = {
  deposit: 'deposit_withdrawal.deposit_not_credited',
  withdrawal: 'deposit_withdrawal.withdrawal_pending',
  verification: 'verification',
  order: 'trading.order_not_filled',
  peer: 'p2p_fiat',
  account: 'account_security',
  fees: 'deposit_withdrawal.limits_fees',
  price: 'trading',
} as const satisfies Partial<Record<FlowId, Category>>;
export type CheckId = keyof typeof checks;
export const checkIds = Object.keys(checks) as CheckId[];

/** Those that tell of nothing that is the customer's own: whoever has signed in by e-mail may use them, too. */
export const openChecks: ReadonlySet<CheckId> = new Set(['account', 'fees', 'price']);

/** By what customers name another one than the check found by itself. */
export const namedBy: Partial<Record<CheckId, TypedSlot>> = {
  deposit: 'txid',
  withdrawal: 'txid',
  order: 'orderId',
  peer: 'orderId',
  fees: 'asset',
  price: 'asset',
};

const fieldOfSlot = { asset: 'asset', txid: 'txid', amount: 'amount', orderId: 'order_id' } as const;

/** What a ticket says where a check did not end the matter: as the check would fill it in, else what the customer told it. Pure. */
export function ticketAfter(
  check: CheckId,
  { ticket, slots }: Pick<FlowRun, 'ticket' | 'slots'>,
): { category: Category; fields: TicketFields; subject: string } {
  if (ticket) return ticket;
  return { category: checks[check], fields: fieldsOf(slots), subject: '' };
}

const fieldsOf = (slots: FlowSlots): TicketFields =>
  Object.fromEntries(
    Object.entries(fieldOfSlot).flatMap(([slot, field]) => {
      const value = slots[slot as keyof typeof fieldOfSlot];
      return value === undefined ? [] : [[field, value]];
    }),
  );

/** A half-written ticket with that put into it; what was written in words stays. Pure. */
export const draftWith = (
  draft: TicketDraft,
  { fields, subject }: { fields: TicketFields; subject: string },
): TicketDraft => ({ ...draft, fields: { ...draft.fields, ...fields }, subject: subject || draft.subject });

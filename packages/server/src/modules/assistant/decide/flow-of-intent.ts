import type { FlowId, FlowSlots } from '@fairlead/contract';

/** Which flow looks into what an intent is about. What is missing here is answered from articles. */
export const flowOfIntent: Readonly<Record<string, FlowId>> = {
  'deposit.not_credited': 'deposit',
  'deposit.missing_memo': 'deposit',
  'deposit.wrong_network': 'deposit',
  'deposit.below_minimum': 'deposit',
  'deposit.suspended': 'fees',
  'withdrawal.pending': 'withdrawal',
  'withdrawal.failed': 'withdrawal',
  'withdrawal.security_hold': 'withdrawal',
  'withdrawal.fee': 'fees',
  'withdrawal.suspended': 'fees',
  'market.price': 'price',
  'market.risk_alert': 'alerts',
  'kyc.pending': 'verification',
  'kyc.rejected': 'verification',
  'account.locked': 'account',
  'account.login_failed': 'account',
  'account.lost_2fa': 'account',
  'account.code_not_received': 'account',
  'account.official_check': 'official',
  'trade.order_not_filled': 'order',
  'p2p.not_released': 'peer',
  'p2p.payment_not_received': 'peer',
};

/** Which flow looks a transaction up that is named with such an intent, where the intent has none of its own: also of who sent to a wrong address. */
export function flowOfTransfer(intent: string): FlowId | undefined {
  if (intent.startsWith('deposit.')) return 'deposit';
  return intent.startsWith('withdrawal.') ? 'withdrawal' : undefined;
}

/** What an intent says already of what its flow would ask. */
export const slotsOfIntent: Readonly<Record<string, FlowSlots>> = {
  'account.locked': { trouble: 'sign_in' },
  'account.login_failed': { trouble: 'sign_in' },
  'account.lost_2fa': { trouble: 'second_factor' },
  'account.code_not_received': { trouble: 'code' },
};

/** What is asked of the very thing that a flow has just told of, where the words name no other: the flow tells this too. */
export const askedOfTheSame: Readonly<Partial<Record<FlowId, ReadonlySet<string>>>> = {
  withdrawal: new Set(['withdrawal.cancel', 'withdrawal.fee', 'trade.fee']),
};

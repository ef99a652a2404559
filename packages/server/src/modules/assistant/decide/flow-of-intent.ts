import type { FlowId } from '@fairlead/contract';

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
};

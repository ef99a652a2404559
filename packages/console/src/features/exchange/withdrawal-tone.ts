import type { ExchangeWithdrawal } from '@fairlead/contract';
import type { Tone } from '../../ui/badge.tsx';

const ended: ReadonlySet<ExchangeWithdrawal['state']> = new Set([
  'failed',
  'reject',
  'wallet-reject',
  'confirm-error',
]);
const takenBack: ReadonlySet<ExchangeWithdrawal['state']> = new Set(['canceled', 'repealed']);
const waiting: ReadonlySet<ExchangeWithdrawal['state']> = new Set(['reexamine', 'under_review']);

/** How a withdrawal stands, at a glance: done, gone wrong, taken back, held up, or on its way. */
export function toneOfWithdrawal(state: ExchangeWithdrawal['state']): Tone {
  if (state === 'confirmed') return 'success';
  if (ended.has(state)) return 'danger';
  if (takenBack.has(state)) return 'neutral';
  return waiting.has(state) ? 'warning' : 'accent';
}

import type { TicketStatus } from '@fairlead/contract';
import type { AlertRecord } from './alert-store.ts';
import { isOpen, type Measured } from './measure-clocks.ts';

/**
 * Whether there is nothing left to look at: the promise was kept, late or not, it is promised no longer, or the ticket is solved. A call to who is on
 * call ends with an acknowledgement only: that is what it asks for.
 */
export function hasCleared(
  alert: Pick<AlertRecord, 'kind' | 'round' | 'onCallPlace' | 'acknowledgedAt' | 'clearedAt'>,
  status: TicketStatus,
  clocks: ReadonlyArray<Pick<Measured, 'kind' | 'round' | 'state'>>,
): boolean {
  if (alert.onCallPlace !== null || alert.acknowledgedAt || alert.clearedAt) return false;
  if (status === 'solved' || status === 'closed') return true;
  return !clocks.some((it) => it.kind === alert.kind && it.round === alert.round && isOpen(it));
}

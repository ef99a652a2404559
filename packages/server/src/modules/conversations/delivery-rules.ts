import type { DeliveryResult } from '../channels/index.ts';

/** What follows an attempt to send a message: how far it has come, or when the next attempt is and what it need not send again. */
export type NextStep =
  | { readonly delivery: { state: 'sent' | 'failed'; error: string | null } }
  | { readonly retryIn: number; readonly partsSent: number };

/** Seconds until the next attempt after the first, second ... one, where the platform does not say; after the last the message has failed. */
export const retryDelays = [5, 30, 120, 600, 1_800, 3_600] as const;

/** Decides what follows the attempt of this number (from 1). */
export function afterAttempt(result: DeliveryResult, attempt: number): NextStep {
  if (result.state === 'sent') return { delivery: { state: 'sent', error: null } };
  if (result.state === 'failed') return { delivery: { state: 'failed', error: result.reason } };
  const delay = retryDelays[attempt - 1];
  if (delay === undefined) return { delivery: { state: 'failed', error: result.reason } };
  return { retryIn: result.after ?? delay, partsSent: result.partsSent };
}

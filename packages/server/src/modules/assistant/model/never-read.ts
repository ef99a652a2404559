import type { ModelOutcome } from '@fairlead/contract';

/** Outcomes of which no model read anything, and nothing is to be paid. */
export const neverRead: ReadonlySet<ModelOutcome> = new Set([
  'rate_limited',
  'denied',
  'unreachable',
  'refused_address',
]);

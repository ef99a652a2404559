import { expect, test } from 'vitest';
import type { DeliveryResult } from '../channels/index.ts';
import { afterAttempt, type NextStep, retryDelays } from './delivery-rules.ts';

const retry = (after: number | null): DeliveryResult => ({
  state: 'retry',
  after,
  reason: 'bad gateway',
  partsSent: 2,
});
const last = retryDelays.length + 1;

test.each<[string, DeliveryResult, number, NextStep]>([
  ['sent', { state: 'sent', externalIds: ['1'] }, 1, { delivery: { state: 'sent', error: null } }],
  [
    'refused for good',
    { state: 'failed', reason: 'blocked' },
    1,
    { delivery: { state: 'failed', error: 'blocked' } },
  ],
  ['not sent', retry(null), 1, { retryIn: 5, partsSent: 2 }],
  ['not sent again', retry(null), 2, { retryIn: 30, partsSent: 2 }],
  ['told when to come back', retry(7), 2, { retryIn: 7, partsSent: 2 }],
  ['told to come back at once', retry(0), 2, { retryIn: 0, partsSent: 2 }],
  [
    'not sent at the last attempt',
    retry(null),
    last,
    { delivery: { state: 'failed', error: 'bad gateway' } },
  ],
  [
    'told to come back after the last',
    retry(7),
    last,
    { delivery: { state: 'failed', error: 'bad gateway' } },
  ],
])('a message that was %s', (_, result, attempt, step) => {
  expect(afterAttempt(result, attempt)).toEqual(step);
});

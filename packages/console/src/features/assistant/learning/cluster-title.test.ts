import { expect, test } from 'vitest';
import { clusterTitle, trendOf } from './cluster-title.ts';

const t = (key: string) => `<${key}>`;
const sample = { locale: 'en' as const, text: 'where is it' };

test.each([
  [
    { intent: 'withdrawal.fee' as const, terms: ['fee', 'TRC20'], sample },
    '<intent.withdrawal.fee> · fee · TRC20',
  ],
  [{ intent: null, terms: ['staking'], sample }, 'staking'],
  [{ intent: null, terms: [], sample }, '“where is it”'],
])('a cluster is called by what is known of it', (cluster, title) => {
  expect(clusterTitle(t, cluster)).toBe(title);
});

test.each([
  [3, 1, 'more'],
  [1, 3, 'less'],
  [2, 2, 'same'],
])('%i after %i is %s', (lately, before, trend) => {
  expect(trendOf({ lately, before })).toBe(trend);
});

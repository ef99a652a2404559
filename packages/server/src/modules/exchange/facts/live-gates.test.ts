import { expect, test } from 'vitest';
import type { Asset, AssetNetwork, Gate } from '../connector/asset.ts';
import { gatesOfAssets } from './live-gates.ts';

const open: Gate = { state: 'open' };
const closed = (state: 'suspended' | 'under_review'): Gate => ({ state, since: null, reason: null });
const network = (name: string, deposits: Gate, withdrawals: Gate): AssetNetwork => ({
  id: name,
  name,
  baseChain: null,
  protocol: null,
  deposits,
  withdrawals,
  leastDeposit: null,
  leastWithdrawal: null,
  mostWithdrawal: null,
  fee: null,
  confirmations: { tradable: null, withdrawable: null },
  needsMemo: null,
  quota: { perDay: null, perYear: null, total: null },
});
const asOf = new Date('2026-11-24T10:00:00Z');
const value: Asset[] = [
  {
    code: 'USDT',
    listing: 'listed',
    networks: [
      network('TRC20', closed('suspended'), open),
      network('Arbitrum One', open, closed('under_review')),
    ],
  },
];

test('each gate of which the exchange says whether it is open', () => {
  const sheet = gatesOfAssets({ value, asOf, stale: false });
  expect([...sheet].map(([name, { fact }]) => [name, fact.open])).toEqual([
    ['gate.deposits.USDT.TRC20', false],
    ['gate.withdrawals.USDT.TRC20', true],
    ['gate.deposits.USDT.ArbitrumOne', true],
  ]);
});

test('what the exchange said too long ago says nothing', () => {
  expect(gatesOfAssets({ value, asOf, stale: true }).size).toBe(0);
});

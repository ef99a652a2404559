import { expect, test } from 'vitest';
import type { Fact, FactSheet } from '../facts/live-facts.ts';
import { driftsOf } from './notice-drift.ts';

const usdt = (amount: string): Fact => ({ kind: 'amount', amount, asset: 'USDT' });
const sheet = (day: number, facts: Record<string, Fact>): FactSheet =>
  new Map(
    Object.entries(facts).map(([name, fact]) => [name, { fact, asOf: new Date(Date.UTC(2026, 10, day)) }]),
  );

const fee = 'fee.withdraw.USDT.TRC20';
test.each<[string, FactSheet, FactSheet, string[]]>([
  ['the same', sheet(1, { [fee]: usdt('1') }), sheet(2, { [fee]: usdt('1') }), []],
  ['another', sheet(1, { [fee]: usdt('1') }), sheet(2, { [fee]: usdt('2') }), [fee]],
  ['another of the same day', sheet(1, { [fee]: usdt('1') }), sheet(1, { [fee]: usdt('2') }), [fee]],
  ['an older one', sheet(2, { [fee]: usdt('1') }), sheet(1, { [fee]: usdt('2') }), []],
  ['new and missing ones', sheet(1, { a: usdt('1') }), sheet(2, { b: usdt('1') }), []],
  [
    'one with two names',
    sheet(1, { 'fee.withdraw.BTC': usdt('1'), 'fee.withdraw.BTC.Bitcoin': usdt('1') }),
    sheet(2, { 'fee.withdraw.BTC': usdt('2'), 'fee.withdraw.BTC.Bitcoin': usdt('2') }),
    ['fee.withdraw.BTC'],
  ],
  [
    'two networks of one asset',
    sheet(1, { 'fee.withdraw.ETH': usdt('1'), 'fee.withdraw.ETH.ARB': usdt('1') }),
    sheet(2, { 'fee.withdraw.ETH': usdt('2'), 'fee.withdraw.ETH.ARB': usdt('3') }),
    ['fee.withdraw.ETH', 'fee.withdraw.ETH.ARB'],
  ],
])('%s', (_, known, now, names) => {
  expect(driftsOf(known, now).map((it) => it.name)).toEqual(names);
});

import { type AssetPrices, categories, takeoverSignals, tier } from '@fairlead/contract';
import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type Stake, weigh } from './risk-rules.ts';

const now = new Date('2026-11-24T12:00:00Z');
const hour = 3_600_000;
const prices: AssetPrices = { asOf: '2025-12-01', usd: { BTC: 90_000, USDT: 1, XRP: 2 } };
const stake = (more: Partial<Stake> = {}): Stake => ({
  category: 'other',
  fields: {},
  tier: 'standard',
  signals: [],
  waitingSince: null,
  ...more,
});
const ago = (hours: number) => new Date(now.getTime() - hours * hour);
const usdt = (amount: string) => ({ amount, asset: 'USDT' });

describe('what asks for which priority', () => {
  test.each<[string, Partial<Stake>, string, string[]]>([
    ['nothing', {}, 'normal', []],
    ['a question of a VIP', { tier: 'vip', waitingSince: ago(100) }, 'normal', ['waiting', 'tier']],
    [
      'a small deposit',
      { category: 'deposit_withdrawal.deposit_not_credited', fields: usdt('90') },
      'normal',
      [],
    ],
    [
      'a million on its way in',
      { category: 'deposit_withdrawal.deposit_not_credited', fields: usdt('1000000') },
      'high',
      ['value'],
    ],
    [
      'five million that have not left yet',
      { category: 'deposit_withdrawal.large_withdrawal', fields: usdt('5000000') },
      'urgent',
      ['value', 'not_broadcast'],
    ],
    [
      'the same, sent',
      {
        category: 'deposit_withdrawal.large_withdrawal',
        fields: { ...usdt('5000000'), txid: 'a'.repeat(64) },
      },
      'high',
      ['value'],
    ],
    ['a stolen account', { category: 'account_security.hacked' }, 'urgent', ['account_taken']],
    [
      'a sign-in that was not theirs',
      { category: 'account_security', signals: ['strange_sign_in', 'access_changed'] },
      'high',
      ['strange_sign_in', 'access_changed'],
    ],
    ['a phrase that was written down', { signals: ['wallet_exposed'] }, 'urgent', ['wallet_exposed']],
    [
      'an order that is not released',
      { category: 'p2p_fiat.not_released', fields: { amount: '70000' } },
      'high',
      ['order_clock', 'unpriced'],
    ],
    ['an amount of nothing known', { category: 'trading', fields: { amount: '5' } }, 'normal', []],
    [
      'a coin without a price',
      { category: 'deposit_withdrawal', fields: { amount: '5', asset: 'NEW' } },
      'normal',
      ['unpriced'],
    ],
  ])('%s', (_, more, priority, reasons) => {
    const weighed = weigh(stake(more), prices, now);
    expect(weighed.priority).toBe(priority);
    expect(weighed.reasons.map(({ key }) => key)).toEqual(reasons);
  });

  test('says what an amount is worth, at the price of which day', () => {
    const { reasons } = weigh(stake({ fields: { amount: '2.5', asset: 'BTC' } }), prices, now);
    const params = { amount: '2.5', asset: 'BTC', usd: 225_000, date: '2025-12-01' };
    expect(reasons).toEqual([{ key: 'value', points: 33, params }]);
  });

  test('waiting weighs more by steps, and says when the next one comes', () => {
    const at = (hours: number) => weigh(stake({ waitingSince: ago(hours) }), prices, now);
    expect([0, 1, 5, 13, 25, 80].map((hours) => at(hours).score)).toEqual([0, 3, 6, 10, 15, 20]);
    expect(at(5).again).toEqual(new Date(now.getTime() + 7 * hour));
    expect(at(80).again).toBeNull();
  });
});

const anyStake = fc.record({
  category: fc.constantFrom(...categories),
  fields: fc.record(
    {
      amount: fc.double({ min: 0.01, max: 1e8, noNaN: true }).map((it) => it.toFixed(2)),
      asset: fc.constantFrom('BTC', 'USDT', 'XRP', 'NEW'),
      txid: fc.constant('a'.repeat(64)),
    },
    { requiredKeys: [] },
  ),
  tier: fc.constantFrom(...tier.options),
  signals: fc.subarray([...takeoverSignals]),
  waitingSince: fc.option(fc.nat(200).map(ago)),
});

describe('whatever the ticket', () => {
  const score = (it: Stake) => weigh(it, prices, now).score;

  it('weighs no less for more money of the same asset', () => {
    fc.assert(
      fc.property(anyStake, fc.double({ min: 1, max: 1000, noNaN: true }), (it, times) => {
        fc.pre(it.fields.amount !== undefined);
        const more = (Number(it.fields.amount) * times).toFixed(2);
        expect(score({ ...it, fields: { ...it.fields, amount: more } })).toBeGreaterThanOrEqual(score(it));
      }),
    );
  });

  it('weighs no less for longer waiting', () => {
    fc.assert(
      fc.property(anyStake, fc.nat(500), (it, hours) => {
        const longer = new Date((it.waitingSince ?? now).getTime() - hours * hour);
        expect(score({ ...it, waitingSince: longer })).toBeGreaterThanOrEqual(score(it));
      }),
    );
  });

  it('weighs no less for another signal', () => {
    fc.assert(
      fc.property(anyStake, fc.constantFrom(...takeoverSignals), (it, signal) => {
        expect(score({ ...it, signals: [...it.signals, signal] })).toBeGreaterThanOrEqual(score(it));
      }),
    );
  });

  it('is explained: the reasons add up to the score, and the next look is ahead', () => {
    fc.assert(
      fc.property(anyStake, (it) => {
        const weighed = weigh(it, prices, now);
        const sum = weighed.reasons.reduce((points, reason) => points + reason.points, 0);
        expect(weighed.score).toBe(Math.min(100, sum));
        expect(weighed.again === null || weighed.again > now).toBe(true);
      }),
    );
  });
});

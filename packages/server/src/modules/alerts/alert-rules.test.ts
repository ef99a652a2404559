import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AlertRecord, FigureKind } from './alert.ts';
import { afterFiring, isMet, judge, stateOf } from './alert-rules.ts';
import { gateChanges, mergedGates, quotesOf } from './market-view.ts';

const now = new Date('2026-11-26T12:00:00Z');
const alert: AlertRecord = {
  id: 'alert',
  customerId: 'customer',
  kind: 'price_above',
  asset: 'BTC',
  threshold: '60000',
  network: null,
  repeats: true,
  cooldownMinutes: 60,
  endsAt: null,
  state: 'active',
  armed: true,
  firings: 0,
  lastFiredAt: null,
  createdAt: now,
};
const at = (price: string, hour: number | null = null, day: number | null = null) => ({ price, hour, day });
const after = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

test.each<[FigureKind, string, ReturnType<typeof at>, boolean | null]>([
  ['price_above', '60000', at('60000'), true],
  ['price_above', '60000', at('59999.99'), false],
  ['price_above', '0.00000001', at('0.000000011'), true],
  ['price_below', '60000', at('60000'), true],
  ['price_below', '60000', at('60000.01'), false],
  ['moved_hour', '5', at('1', 5), true],
  ['moved_hour', '5', at('1', -5.1), true],
  ['moved_hour', '5', at('1', 4.9), false],
  ['moved_hour', '5', at('1', null, 90), null],
  ['moved_day', '5', at('1', 90, -4), false],
])('%s %s at %o is met: %s', (kind, threshold, figures, met) => {
  expect(isMet(kind, threshold, figures)).toBe(met);
});

test.each<[string, Partial<AlertRecord>, string, 'fire' | 'arm' | null]>([
  ['reaches the level', {}, '60000', 'fire'],
  ['stays below', {}, '59000', null],
  ['stays above after it was told of', { armed: false, lastFiredAt: after(-600) }, '61000', null],
  ['goes back', { armed: false, lastFiredAt: now }, '59000', 'arm'],
  ['crosses again while it rests', { lastFiredAt: after(-59) }, '61000', null],
  ['crosses again after its rest', { lastFiredAt: after(-60) }, '61000', 'fire'],
  ['is paused', { state: 'paused' }, '61000', null],
  ['is done', { state: 'done' }, '61000', null],
  ['has come to its end', { endsAt: now }, '61000', null],
  ['has an end to come', { endsAt: after(1) }, '61000', 'fire'],
  ['is about networks', { kind: 'networks', threshold: null }, '61000', null],
])('an alert that %s', (_, change, price, verdict) => {
  expect(judge({ ...alert, ...change }, at(price), now)).toBe(verdict);
});

test('one that does not repeat is done once it was told of', () => {
  expect(afterFiring({ ...alert, repeats: false }, now)).toMatchObject({ state: 'done', firings: 1 });
  expect(stateOf(afterFiring(alert, now), now)).toBe('resting');
  expect(stateOf(afterFiring({ ...alert, kind: 'networks' }, now), now)).toBe('active');
});

test('never are there two tellings without the market going back between them, nor within the rest', () => {
  const prices = fc.array(
    fc.tuple(fc.integer({ min: 59_990, max: 60_010 }), fc.integer({ min: 1, max: 90 })),
    {
      maxLength: 80,
    },
  );
  fc.assert(
    fc.property(prices, fc.constantFrom<FigureKind>('price_above', 'price_below'), (path, kind) => {
      let state = { ...alert, kind };
      let time = 0;
      let wentBack = true;
      let told: number | null = null;
      for (const [price, minutes] of path) {
        time += minutes;
        const figures = at(`${price}`);
        const met = isMet(kind, '60000', figures);
        if (!met) wentBack = true;
        const verdict = judge(state, figures, after(time));
        if (verdict === 'arm') state = { ...state, armed: true };
        if (verdict !== 'fire') continue;
        expect(met && wentBack).toBe(true);
        if (told !== null) expect(time - told).toBeGreaterThanOrEqual(60);
        told = time;
        wentBack = false;
        state = { ...afterFiring(state, after(time)), kind };
      }
    }),
  );
});

describe('what the exchange says', () => {
  const ticker = {
    pair: { base: 'BTC', quote: 'USDT' },
    last: '66',
    open: '60',
    high: '67',
    low: '59',
    amount: '1',
    turnover: '9',
    bid: null,
    ask: null,
  };
  test('counts while it is new', () => {
    const dated = { value: [ticker], asOf: now, stale: false };
    expect(quotesOf(dated, after(1))?.of.get('BTC')).toMatchObject({ price: '66', day: 10 });
    expect(quotesOf(dated, after(2))).toBeNull();
    expect(quotesOf({ ...dated, stale: true }, now)).toBeNull();
  });

  const gates = (deposits: boolean | null, withdrawals: boolean | null = true) => ({
    trc20: { name: 'TRC20', deposits, withdrawals },
  });
  test.each([
    [gates(true), gates(true), []],
    [gates(true), gates(false), [['deposits', false]]],
    [
      gates(false, false),
      gates(true, true),
      [
        ['deposits', true],
        ['withdrawals', true],
      ],
    ],
    [gates(null), gates(false), []],
    [gates(true), gates(null), []],
    [{}, gates(false), []],
  ])('%o then %o is %o', (before, then, changes) => {
    expect(gateChanges(before, then).map(({ gate, open }) => [gate, open])).toEqual(changes);
  });

  test('is remembered over a look at which it says nothing', () => {
    const between = mergedGates(gates(true), gates(null));
    expect(gateChanges(between, gates(false))).toHaveLength(1);
  });
});

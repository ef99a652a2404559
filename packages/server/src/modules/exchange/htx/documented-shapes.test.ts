import { describe, expect, test } from 'vitest';
import {
  addressesAnswer,
  chainsAnswer,
  currenciesAnswer,
  depositsAnswer,
  haltedAnswer,
  klineAnswer,
  mergedAnswer,
  ordersAnswer,
  quotaAnswer,
  summaryAnswer,
  symbolsAnswer,
  tickersAnswer,
  withdrawsAnswer,
} from './documented-shapes.testing.ts';
import { openEnvelope } from './envelope.ts';
import { readAssets, readSuspensions } from './read-assets.ts';
import { readJson } from './read-json.ts';
import {
  readCandles,
  readMarketStatus,
  readPairs,
  readSystemStatus,
  readTicker,
  readTickers,
} from './read-market.ts';
import { readAccounts, readOrders } from './read-trading.ts';
import { readAddresses, readDeposits, readQuota, readWithdrawals } from './read-transfers.ts';

const open = (answer: unknown) => openEnvelope({ text: JSON.stringify(answer), status: 200 });

describe('assets', () => {
  const assets = readAssets(open(currenciesAnswer), readSuspensions(open(chainsAnswer)));

  test('one that cannot be read hides no other', () => {
    expect(assets.map(({ code, listing, networks }) => [code, listing, networks.length])).toEqual([
      ['USDT', 'listed', 2],
      ['GONE', 'delisted', 0],
      ['ODD', 'under_review', 0],
    ]);
  });

  test('a network with its doors, minima, fee and confirmations', () => {
    expect(assets[0]?.networks).toMatchObject([
      {
        id: 'trc20usdt',
        name: 'TRC20',
        baseChain: 'TRX',
        protocol: 'TRC20',
        deposits: { state: 'open' },
        withdrawals: { state: 'open' },
        leastDeposit: '0.1',
        leastWithdrawal: '0.01',
        mostWithdrawal: '280000',
        fee: { kind: 'tiered', least: '0.1', most: '1' },
        confirmations: { tradable: 99, withdrawable: 999 },
        needsMemo: null,
      },
      {
        id: 'usdt',
        deposits: {
          state: 'suspended',
          since: null,
          reason: 'Deposits over OMNI are suspended for an upgrade.',
        },
        withdrawals: { state: 'under_review', since: null, reason: null },
        fee: { kind: 'ratio', share: '0.001', least: null, most: null },
      },
    ]);
  });
});

describe('market', () => {
  const pairs = readPairs(open(symbolsAnswer));

  test('pairs', () => {
    expect([...pairs.values()]).toEqual([
      { base: 'BTC', quote: 'USDT', state: 'online', leastOrder: '5' },
      { base: 'OLD', quote: 'USDT', state: 'under_review', leastOrder: null },
    ]);
  });

  test.each([
    ['tick', mergedAnswer],
    ['data, as the documentation prints it', { status: 'ok', data: mergedAnswer.tick }],
  ])('a ticker under %s', (_, answer) => {
    expect(readTicker(open(answer), { base: 'BTC', quote: 'USDT' })).toMatchObject({
      last: '49820.92',
      open: '50080',
      amount: '12055.365781937457',
      turnover: '598561868.5709001',
      bid: '49819.48',
      ask: '49819.49',
    });
  });

  test('tickers of the pairs that are known', () => {
    expect(readTickers(open(tickersAnswer), pairs)).toMatchObject([
      { pair: { base: 'BTC', quote: 'USDT' }, last: '0.0447', bid: '0.0446', ask: '0.0448' },
    ]);
  });

  test('candles begin at seconds', () => {
    expect(readCandles(open(klineAnswer))).toMatchObject([
      { start: new Date('2021-08-24T01:40:00Z'), open: '49056.37', turnover: '193489.67275732' },
    ]);
  });

  test('a market that is halted, and one of a kind that we do not know', () => {
    expect(readMarketStatus(open(haltedAnswer))).toEqual({
      state: 'halted',
      reason: 'maintenance',
      since: new Date(1495501800000),
      until: new Date(1495505400000),
      symbols: ['btcusdt', 'ethusdt'],
    });
    expect(readMarketStatus({ marketStatus: '1' })).toMatchObject({ state: 'normal', symbols: null });
    expect(readMarketStatus({ marketStatus: '9' })).toMatchObject({ state: 'under_review' });
  });

  test('the status page: incidents, and maintenance to come', () => {
    const status = readSystemStatus(readJson(JSON.stringify(summaryAnswer)));
    expect(status.level).toBe('minor');
    expect(status.incidents).toEqual([
      {
        kind: 'incident',
        name: 'Delayed withdrawals',
        state: 'investigating',
        from: new Date('2026-11-25T08:00:00Z'),
        until: null,
        latest: 'We look into it.',
      },
      {
        kind: 'maintenance',
        name: 'Upgrade of the matching engine',
        state: 'scheduled',
        from: new Date('2026-11-30T02:00:00Z'),
        until: new Date('2026-11-30T03:00:00Z'),
        latest: null,
      },
    ]);
  });

  test('orders, also of a pair that is gone', () => {
    expect(readOrders(open(ordersAnswer), new Map())).toMatchObject([
      {
        id: '357630527817871',
        pair: { base: 'OLD', quote: 'USDT' },
        side: 'buy',
        kind: 'limit',
        price: '0.5',
        amount: '23',
        filled: '11.5',
        state: 'partial-filled',
        finishedAt: null,
      },
      { kind: 'market', price: null, filled: '0.002', turnover: '99.64', state: 'filled' },
    ]);
  });
});

describe('a customer’s', () => {
  test('withdrawals: a state that we do not know is under review', () => {
    expect(readWithdrawals(open(withdrawsAnswer))).toMatchObject([
      {
        id: '101544846',
        asset: 'USDT',
        network: 'usdterc20',
        txid: null,
        memo: null,
        state: 'reexamine',
        error: null,
      },
      { asset: 'XRP', amount: '0.000001', memo: '100892', state: 'under_review' },
    ]);
  });

  test('a deposit within the exchange has neither network nor transaction', () => {
    expect(readDeposits(open(depositsAnswer))).toMatchObject([
      { network: null, txid: null, address: null, amount: '3000', state: 'safe', confirmations: null },
    ]);
  });

  test('quota without a limit, addresses with a tag, accounts that are locked', () => {
    expect(readQuota(open(quotaAnswer))).toEqual([
      { network: 'btc', most: '200', perDay: '200', leftToday: '120.5' },
    ]);
    expect(readAddresses(open(addressesAnswer))).toEqual([
      { asset: 'XRP', network: 'xrp', address: 'rBWpYJhuJWBPAkzJ4kYQqHShSkkF3rgeD', memo: '100892' },
    ]);
    expect(
      readAccounts(open({ status: 'ok', data: [{ id: 1, type: 'spot', subtype: '', state: 'lock' }] })),
    ).toEqual([{ id: '1', kind: 'spot', state: 'locked' }]);
  });
});

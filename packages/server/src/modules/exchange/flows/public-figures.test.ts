import { describe, expect, test } from 'vitest';
import type { AssetNetwork } from '../connector/asset.ts';
import { assetsWith, runOf, tickerOf } from './flows.testing.ts';

/** Fees and prices are public: nobody is signed in here. */
const fees = (slots: object, trc20: Partial<AssetNetwork> = {}) =>
  runOf('fees', slots, { assets: assetsWith(trc20) }, false);

describe('fees', () => {
  test('asks for the asset, then for one of its real networks', async () => {
    expect((await fees({})).choices).toEqual([
      { text: 'USDT', slots: { asset: 'USDT' } },
      { text: 'XRP', slots: { asset: 'XRP' } },
    ]);
    const network = await fees({ asset: 'usdt' });
    expect(network).toMatchObject({ kind: 'asks', outcome: 'network' });
    expect(network.choices.map((it) => it.text)).toEqual(['TRC20', 'ERC20']);
    const other = await fees({ asset: 'usdt', network: 'BEP20' });
    expect(other.text).toContain('USDT is not available over BEP20 here');
  });
  test('an asset with one network needs no question', async () => {
    const run = await fees({ asset: 'xrp' });
    expect(run.outcome).toBe('figures');
    expect(run.text).toContain('A memo or tag is required.');
  });
  test.each(['TRC20', 'trc-20', 'tron', 'TRX'])('%s is TRC20', async (network) => {
    const run = await fees({ asset: 'USDT', network });
    expect(run.text.split('\n')).toEqual([
      'USDT over TRC20:',
      'Withdrawal fee: 1 USDT',
      'Minimum withdrawal: 5 USDT',
      'Maximum for one withdrawal: 2,000,000 USDT',
      'Daily limit: 2,000,000 USDT',
      'Minimum deposit: 1 USDT',
      'Confirmations until you can trade: 20',
      'Confirmations until you can withdraw: 27',
      'Deposits and withdrawals are open.',
      'As of Nov 21, 2026, 8:00 PM (GMT+8).',
      'The deposit and withdrawal pages show the figures that apply before you confirm.',
    ]);
  });
  test.each<[Partial<AssetNetwork>, string]>([
    [
      { fee: { kind: 'ratio', share: '0.0015', least: '1', most: '40' } },
      'fee: 0.15% of the amount, at least 1 USDT, at most 40 USDT',
    ],
    [{ fee: { kind: 'ratio', share: '0.0015', least: null, most: null } }, 'fee: 0.15% of the amount'],
    [{ fee: { kind: 'tiered', least: '1', most: '40' } }, 'from 1 USDT to 40 USDT'],
    [
      { fee: { kind: 'tiered', least: null, most: null } },
      'depends on the amount; the withdrawal page shows it',
    ],
    [
      { withdrawals: { state: 'suspended', since: null, reason: 'Maintenance.' } },
      'Withdrawals are suspended at present. The exchange says: Maintenance.',
    ],
    [
      { deposits: { state: 'under_review', since: null, reason: null } },
      'Whether deposits are open is under review.',
    ],
    [{ deposits: { state: 'suspended', since: null, reason: null } }, 'Open both ways at present: ERC20.'],
  ])('%j', async (given, says) => {
    expect((await fees({ asset: 'USDT', network: 'TRC20' }, given)).text).toContain(says);
  });
  test('a figure that the exchange does not give is left out', async () => {
    const bare = { fee: null, leastDeposit: null, confirmations: { tradable: null, withdrawable: null } };
    const { text } = await fees({ asset: 'USDT', network: 'TRC20' }, bare);
    expect(text).not.toMatch(/fee|Minimum deposit|Confirmations/);
  });
  test('what is not listed', async () => {
    expect((await fees({ asset: 'abc' })).text).toContain('ABC is not listed here.');
  });
});

describe('price', () => {
  const tickers = [
    tickerOf('BTC', 'USDT'),
    tickerOf('ETH', 'BTC'),
    tickerOf('ETH', 'USDT', { turnover: '9', open: '98000' }),
  ];
  const price = (slots: object, marketStatus?: object) =>
    runOf(
      'price',
      slots,
      { tickers, ...(marketStatus ? { marketStatus: marketStatus as never } : {}) },
      false,
    );
  test('in what an asset is mostly traded for', async () => {
    expect((await price({ asset: 'btc' })).text.split('\n')).toEqual([
      'BTC/USDT: 96,500.5 USDT',
      '24 hours: +1.58%',
      '24-hour high 97,000 USDT, low 94,000.25 USDT',
      'As of Nov 21, 2026, 8:00 PM (GMT+8).',
      'Prices change all the time; the trading page shows them live. This is no advice.',
    ]);
    expect((await price({ asset: 'eth' })).text).toContain('24 hours: -1.53%');
  });
  test.each(['ETH/BTC', 'ethbtc', 'eth-btc'])('%s is a pair', async (pair) => {
    expect((await price({ pair })).text).toContain('ETH/BTC: 96,500.5 BTC');
  });
  test('asks with what is traded most', async () => {
    expect((await price({})).choices.map((it) => it.text)).toEqual(['BTC', 'ETH']);
    expect((await price({ pair: 'abc/xyz' })).outcome).toBe('unknown_pair');
    // What prices are told in is traded all the time, against others.
    const inIt = await price({ asset: 'USDT' });
    expect(inIt.kind).toBe('asks');
    expect(inIt.choices.map((it) => it.text)).toEqual(['BTC', 'ETH']);
  });
  test('that trading is halted is said of the pairs that it concerns', async () => {
    const status = { state: 'halted', reason: null, since: null, until: null, symbols: ['btcusdt'] };
    expect((await price({ asset: 'BTC' }, status)).outcome).toBe('halted');
    expect((await price({ asset: 'ETH' }, status)).outcome).toBe('price');
  });
});

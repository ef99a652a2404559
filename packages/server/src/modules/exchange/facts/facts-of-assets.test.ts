import { expect, test } from 'vitest';
import type { Asset, AssetNetwork } from '../connector/asset.ts';
import { factsOfAssets } from './facts-of-assets.ts';

const asOf = new Date('2026-11-26T08:00:00Z');

const network = (name: string, given: Partial<AssetNetwork> = {}): AssetNetwork => ({
  id: name.toLowerCase(),
  name,
  baseChain: null,
  protocol: null,
  deposits: { state: 'open' },
  withdrawals: { state: 'open' },
  leastDeposit: '0.1',
  leastWithdrawal: '2',
  mostWithdrawal: null,
  fee: { kind: 'fixed', amount: '1' },
  confirmations: { tradable: 1, withdrawable: 20 },
  needsMemo: null,
  quota: { perDay: null, perYear: null, total: null },
  ...given,
});

const factsOf = (code: string, ...networks: AssetNetwork[]) => {
  const asset: Asset = { code, listing: 'listed', networks };
  const sheet = factsOfAssets({ value: [asset], asOf, stale: false });
  return Object.fromEntries([...sheet].map(([name, { fact }]) => [name, fact]));
};

test('where there are several networks each is named', () => {
  expect(
    factsOf('USDT', network('TRC20'), network('ERC20', { fee: { kind: 'fixed', amount: '3' } })),
  ).toMatchObject({
    'fee.withdraw.USDT.TRC20': { kind: 'amount', amount: '1', asset: 'USDT' },
    'fee.withdraw.USDT.ERC20': { kind: 'amount', amount: '3', asset: 'USDT' },
    'minDeposit.USDT.TRC20': { kind: 'amount', amount: '0.1', asset: 'USDT' },
    'confirmations.USDT.TRC20': { kind: 'count', count: 1 },
    'confirmations.withdraw.USDT.TRC20': { kind: 'count', count: 20 },
  });
  expect(factsOf('USDT', network('TRC20'), network('ERC20'))).not.toHaveProperty(['fee.withdraw.USDT']);
});

test.each([
  ['the only one', 'LINK', [network('ERC20')]],
  ['a coin’s own chain', 'ETH', [network('ARBITRUM', { fee: null }), network('ETH')]],
])('%s goes without saying', (_, code, networks) => {
  expect(factsOf(code, ...networks)).toMatchObject({
    [`fee.withdraw.${code}`]: { kind: 'amount', amount: '1', asset: code },
    [`minWithdraw.${code}`]: { kind: 'amount', amount: '2', asset: code },
  });
});

test('a share is said in percent, exactly; what the exchange does not say is no fact', () => {
  const facts = factsOf(
    'X',
    network('X', {
      fee: { kind: 'ratio', share: '0.00125', least: null, most: null },
      confirmations: { tradable: null, withdrawable: null },
    }),
  );
  expect(facts['fee.withdraw.X']).toEqual({ kind: 'percent', percent: '0.125' });
  expect(Object.keys(facts).filter((name) => /confirmations|maxWithdraw/.test(name))).toEqual([]);
});

test('a name has no characters that a text could not hold', () => {
  expect(factsOf('BNB', network('BEP20(BSC)'), network('BEP2'))).toHaveProperty([
    'fee.withdraw.BNB.BEP20BSC',
  ]);
});

import type { Fact, FactSheet } from '../../helpcenter/index.ts';
import type { Dated } from '../connector/answer.ts';
import type { Asset, AssetNetwork } from '../connector/asset.ts';
import { type Decimal, readDecimal } from '../connector/decimal.ts';

/**
 * What articles may name of the exchange's assets, such as `fee.withdraw.USDT.TRC20`. Of an asset with one network, and of a chain's own coin on its
 * own chain, the network goes without saying (`fee.withdraw.BTC`).
 */
export function factsOfAssets({ value: assets, asOf }: Dated<readonly Asset[]>): FactSheet {
  return new Map(
    assets.flatMap((asset) =>
      asset.networks.flatMap((network) => {
        const facts = factsOf(asset, network);
        const named = `${asset.code}.${network.name.replace(/[^A-Za-z0-9]/g, '')}`;
        const names = goesWithoutSaying(asset, network) ? [asset.code, named] : [named];
        return names.flatMap((of) => facts.map(([what, fact]) => [`${what}.${of}`, { fact, asOf }] as const));
      }),
    ),
  );
}

const goesWithoutSaying = (asset: Asset, network: AssetNetwork): boolean =>
  asset.networks.length === 1 || network.name === asset.code;

function factsOf(asset: Asset, network: AssetNetwork): Array<[string, Fact]> {
  const { fee, confirmations } = network;
  const amount = (value: Decimal | null): Fact | null =>
    value === null ? null : { kind: 'amount', amount: value, asset: asset.code };
  const count = (value: number | null): Fact | null =>
    value === null ? null : { kind: 'count', count: value };
  const facts: Array<[string, Fact | null]> = [
    ['minDeposit', amount(network.leastDeposit)],
    ['minWithdraw', amount(network.leastWithdrawal)],
    ['maxWithdraw', amount(network.mostWithdrawal)],
    [
      'fee.withdraw',
      fee?.kind === 'fixed' ? amount(fee.amount) : fee?.kind === 'ratio' ? percent(fee.share) : null,
    ],
    ['confirmations', count(confirmations.tradable)],
    ['confirmations.withdraw', count(confirmations.withdrawable)],
  ];
  return facts.flatMap(([name, fact]) => (fact ? [[name, fact] as [string, Fact]] : []));
}

function percent(share: Decimal): Fact | null {
  const value = readDecimal(`${share}e2`);
  return value === null ? null : { kind: 'percent', percent: value };
}

import type { Fact, FactSheet, FactSource } from './live-facts.ts';

/** Of when the figures below are. */
export const recordedAt = new Date('2026-11-01T00:00:00Z');

/** asset, network (null where there is one), least deposit, least and most withdrawn, fee, confirmations until it counts and until it can be withdrawn */
type Row = readonly [string, string | null, string, string, string, string, number, number];

/**
 * Figures of the demo exchange, in what `/v2/reference/currencies` of HTX gives for each chain: minDepositAmt, minWithdrawAmt,
 * maxWithdrawAmt, transactFeeWithdraw, numOfFastConfirmations, numOfConfirmations. They stand in for a connected exchange.
 */
const rows: readonly Row[] = [
  ['BTC', null, '0.0001', '0.001', '1000', '0.0002', 1, 2],
  ['ETH', null, '0.005', '0.01', '10000', '0.0015', 12, 32],
  ['USDT', 'TRC20', '0.1', '2', '5000000', '1', 1, 20],
  ['USDT', 'ERC20', '1', '10', '5000000', '3', 12, 32],
  ['USDT', 'SOL', '0.1', '2', '3000000', '1', 1, 32],
  ['USDT', 'TON', '0.1', '2', '1000000', '0.2', 1, 10],
  ['USDC', 'ERC20', '1', '10', '5000000', '3', 12, 32],
  ['USDC', 'SOL', '0.1', '2', '3000000', '1', 1, 32],
  ['TRX', null, '1', '10', '50000000', '1', 1, 20],
  ['XRP', null, '0.1', '20', '5000000', '0.2', 1, 1],
  ['SOL', null, '0.01', '0.1', '200000', '0.01', 1, 32],
  ['LTC', null, '0.01', '0.02', '100000', '0.001', 3, 6],
  ['DOGE', null, '1', '20', '30000000', '4', 20, 40],
  ['TON', null, '0.05', '0.5', '1000000', '0.05', 1, 10],
];

const rates: ReadonlyArray<readonly [string, string]> = [
  ['fee.trade.spot.maker', '0.2'],
  ['fee.trade.spot.taker', '0.2'],
  ['fee.trade.futures.maker', '0.02'],
  ['fee.trade.futures.taker', '0.06'],
];

function* factsOf([asset, network, least, out, most, fee, fast, safe]: Row): Iterable<[string, Fact]> {
  const of = network ? `${asset}.${network}` : asset;
  const amount = (value: string): Fact => ({ kind: 'amount', amount: value, asset });
  yield [`minDeposit.${of}`, amount(least)];
  yield [`minWithdraw.${of}`, amount(out)];
  yield [`maxWithdraw.${of}`, amount(most)];
  yield [`fee.withdraw.${of}`, amount(fee)];
  yield [`confirmations.${of}`, { kind: 'count', count: fast }];
  yield [`confirmations.withdraw.${of}`, { kind: 'count', count: safe }];
}

/** Live facts where no exchange is connected: recorded ones, which say of when they are. */
export const recordedFacts: FactSource = async (): Promise<FactSheet> => {
  const facts: Array<[string, Fact]> = [
    ...rows.flatMap((row) => [...factsOf(row)]),
    ...rates.map(([name, percent]): [string, Fact] => [name, { kind: 'percent', percent }]),
  ];
  return new Map(facts.map(([name, fact]) => [name, { fact, asOf: recordedAt }]));
};

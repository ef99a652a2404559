import { type FlowId, type FlowSlots, locales } from '@fairlead/contract';
import type { ExplorerChain } from '../../../platform/config/read-explorers.ts';
import type { Dated } from '../connector/answer.ts';
import type { Asset, AssetNetwork } from '../connector/asset.ts';
import type { Ticker } from '../connector/market.ts';
import type { Order, PeerOrder } from '../connector/trading.ts';
import type { Arrival, Deposit, Withdrawal } from '../connector/transfers.ts';
import type { ChainAnswer, ChainTransaction } from '../explorer/chain-explorer.ts';
import { allFlows } from './all-flows.ts';
import type { FactName, Facts, FactTable, Question } from './flow.ts';
import { runFlow } from './flow-runner.ts';
import { type FlowRun, presentRun } from './present-run.ts';

const now = new Date('2026-11-21T12:00:00Z');
export const hoursAgo = (hours: number): Date => new Date(now.getTime() - hours * 3_600_000);

export const txids = {
  tron: 'a8f5f167f44f4964e6c998dee827110c7f1b1a3f0e6f2a9b6c1f6a0d4e2b9c73',
  evm: `0x${'5b'.repeat(32)}`,
  xrp: '5B'.repeat(32),
} as const;

export const networkNamed = (
  id: string,
  name: string,
  baseChain: string,
  given: Partial<AssetNetwork> = {},
): AssetNetwork => ({
  id,
  name,
  baseChain,
  protocol: name,
  deposits: { state: 'open' },
  withdrawals: { state: 'open' },
  leastDeposit: '1',
  leastWithdrawal: '5',
  mostWithdrawal: '2000000',
  fee: { kind: 'fixed', amount: '1' },
  confirmations: { tradable: 20, withdrawable: 27 },
  needsMemo: false,
  quota: { perDay: '2000000', perYear: null, total: null },
  ...given,
});
export const assetsWith = (trc20: Partial<AssetNetwork> = {}): Asset[] => [
  {
    code: 'USDT',
    listing: 'listed',
    networks: [
      networkNamed('trc20usdt', 'TRC20', 'TRX', trc20),
      networkNamed('usdterc20', 'ERC20', 'ETH', { confirmations: { tradable: 12, withdrawable: 64 } }),
    ],
  },
  { code: 'XRP', listing: 'listed', networks: [networkNamed('xrp', 'XRP', 'XRP', { needsMemo: true })] },
];

export const depositOf = (given: Partial<Deposit> = {}): Deposit => ({
  id: '1',
  asset: 'USDT',
  network: 'trc20usdt',
  amount: '1200',
  address: 'TJRabPrwbZy45sbavfcjinPJC18kjpRTv8',
  memo: null,
  txid: txids.tron,
  fee: '0',
  confirmations: 7,
  createdAt: hoursAgo(1),
  updatedAt: hoursAgo(1),
  state: 'confirming',
  ...given,
});
export const arrivalOf = (given: Partial<Arrival> = {}): Arrival => ({
  txid: txids.tron,
  asset: 'USDT',
  network: 'trc20usdt',
  amount: '500',
  address: 'TJRabPrwbZy45sbavfcjinPJC18kjpRTv8',
  memo: null,
  confirmations: 128,
  at: hoursAgo(3),
  of: 'customer',
  problem: null,
  ...given,
});

/** What an explorer says: that it has such a transaction, or why not. */
export const chainAnswerOf = (
  chain: ExplorerChain,
  given: Partial<ChainTransaction> | 'not_found' | 'silent',
): ChainAnswer => {
  const common = { chain, source: `${chain}.example.com`, asOf: hoursAgo(0.1), stale: false };
  if (typeof given === 'string') return { ...common, state: given, found: null };
  const found: ChainTransaction = {
    chain,
    txid: txids.evm,
    state: 'succeeded',
    confirmations: 128,
    at: hoursAgo(3),
    transfers: [],
    complete: true,
    ...given,
  };
  return { ...common, state: 'found', found };
};

export const withdrawalOf = (given: Partial<Withdrawal> = {}): Withdrawal => ({
  ...depositOf(),
  txid: null,
  confirmations: null,
  fee: '1',
  state: 'submitted',
  error: null,
  ...given,
});
export const tickerOf = (base: string, quote: string, given: Partial<Ticker> = {}): Ticker => ({
  pair: { base, quote },
  last: '96500.5',
  open: '95000',
  high: '97000',
  low: '94000.25',
  amount: '1200',
  turnover: '115000000',
  bid: null,
  ask: null,
  ...given,
});

export const orderOf = (given: Partial<Order> = {}): Order => ({
  id: '884119002711',
  pair: { base: 'BTC', quote: 'USDT' },
  side: 'sell',
  kind: 'limit',
  price: '98000',
  amount: '2',
  filled: '0',
  turnover: '0',
  fees: '0',
  state: 'submitted',
  createdAt: hoursAgo(2),
  finishedAt: null,
  canceledAt: null,
  ...given,
});
export const peerOrderOf = (given: Partial<PeerOrder> = {}): PeerOrder => ({
  id: 'P2P-77120934',
  side: 'buy',
  asset: 'USDT',
  amount: '1000',
  currency: 'MYR',
  total: '4420.00',
  state: 'paid',
  createdAt: hoursAgo(0.4),
  payBy: hoursAgo(0.1),
  paidAt: hoursAgo(0.2),
  releaseBy: hoursAgo(-0.2),
  appeal: null,
  ...given,
});

/** What the exchange would answer; what is not named is refused as `not_found`. */
export type Answers = { [N in FactName]?: FactTable[N] | { refused: 'not_found' | 'unavailable' } };

const answered = (answers: Answers, { about }: Question): Facts[FactName] => {
  const answer = answers[about];
  if (answer === undefined) return { refused: 'not_found' };
  if ('refused' in answer) return answer;
  return { value: answer, asOf: now, stale: false } as Dated<never>;
};

/** Runs a flow over what the exchange would answer. */
export const outcomeOf = (flow: FlowId, slots: FlowSlots, answers: Answers, signedIn = true) =>
  runFlow(allFlows[flow], slots, {
    now,
    signedIn,
    mayDo: true,
    lookUp: async (questions) => Object.fromEntries(questions.map((it) => [it.about, answered(answers, it)])),
  });
/** The same, in English and Singapore's time. */
export async function runOf(
  flow: FlowId,
  slots: FlowSlots,
  answers: Answers,
  signedIn = true,
): Promise<FlowRun> {
  const outcome = await outcomeOf(flow, slots, answers, signedIn);
  return presentRun(flow, slots, outcome, { locale: 'en', timeZone: 'Asia/Singapore' });
}
/** The same in every language. */
export async function inEveryLanguage(flow: FlowId, slots: FlowSlots, answers: Answers): Promise<FlowRun[]> {
  const outcome = await outcomeOf(flow, slots, answers);
  return locales.map((locale) => presentRun(flow, slots, outcome, { locale, timeZone: 'Asia/Singapore' }));
}

import { type FlowId, type FlowSlots, locales } from '@fairlead/contract';
import fc from 'fast-check';
import type { Dated } from '../connector/answer.ts';
import type { Asset, AssetNetwork, Gate } from '../connector/asset.ts';
import { type Arrival, arrivalProblems, type Deposit, depositStates } from '../connector/transfers.ts';
import { allFlows } from './all-flows.ts';
import type { FactName, Facts, FactTable, Question } from './flow.ts';
import { runFlow } from './flow-runner.ts';
import { type FlowRun, presentRun } from './present-run.ts';

const now = new Date('2026-11-21T12:00:00Z');
export const hoursAgo = (hours: number): Date => new Date(now.getTime() - hours * 3_600_000);

export const txids = {
  tron: 'a8f5f167f44f4964e6c998dee827110c7f1b1a3f0e6f2a9b6c1f6a0d4e2b9c73',
  evm: `0x${'5b'.repeat(32)}`,
} as const;

const networkNamed = (
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

const refused = fc.constantFrom({ refused: 'not_found' as const }, { refused: 'unavailable' as const });
const perhaps = <T>(value: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 9, arbitrary: value }, { weight: 1, arbitrary: refused });
const some = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const said = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const moments = fc.constantFrom(0.2, 3, 30, 200, 2_000).map(hoursAgo);
const gates: fc.Arbitrary<Gate> = fc.oneof(
  fc.constant({ state: 'open' as const }),
  fc.record({
    state: fc.constantFrom('suspended' as const, 'under_review' as const),
    since: some(moments),
    reason: some(fc.constant('Our wallet is upgraded.')),
  }),
);
const amounts = fc.constantFrom('0.00000001', '0.5', '1200', '123456789012345678.5');
const blocks = some(fc.constantFrom(0, 1, 2, 5, 19, 26, 128));
const id = fc.constantFrom(...Object.values(txids));

const network = (id: string, name: string, baseChain: string) =>
  fc
    .record({
      deposits: gates,
      withdrawals: gates,
      leastDeposit: some(amounts),
      leastWithdrawal: some(amounts),
      mostWithdrawal: some(amounts),
      confirmations: fc.record({ tradable: blocks, withdrawable: blocks }),
      needsMemo: some(fc.boolean()),
    })
    .map((given) => networkNamed(id, name, baseChain, given));
const assets = fc.record({
  listing: fc.constantFrom('listed' as const, 'delisted' as const, 'under_review' as const),
  networks: fc.tuple(network('trc20usdt', 'TRC20', 'TRX'), network('usdterc20', 'ERC20', 'ETH')),
});

const where = fc.constantFrom(
  { asset: 'USDT', network: 'trc20usdt' },
  { asset: 'USDT', network: 'usdterc20' },
  { asset: 'OLD', network: 'old' },
);
const transfer = {
  id: fc.constantFrom('1', '2', '3'),
  amount: amounts,
  txid: some(id),
  confirmations: blocks,
  createdAt: moments,
  updatedAt: moments,
};

/** Whatever the exchange may answer. */
export const anyAnswers: fc.Arbitrary<Answers> = fc.record({
  assets: perhaps(assets.map((it) => [{ code: 'USDT', ...it }])),
  deposits: perhaps(
    fc.array(
      fc
        .tuple(
          fc.oneof(where, fc.constant({ asset: 'USDT', network: null })),
          fc.record({ ...transfer, state: fc.constantFrom(...depositStates, 'under_review' as const) }),
        )
        .map(([at, it]) => depositOf({ ...at, ...it })),
      { maxLength: 4 },
    ),
  ),
  arrival: perhaps(
    fc
      .tuple(
        where,
        fc.record({
          amount: amounts,
          memo: some(fc.constant('100892')),
          confirmations: blocks,
          at: moments,
          of: fc.constantFrom('customer' as const, 'somebody_else' as const, 'nobody' as const),
          problem: fc.constantFrom(null, null, null, ...arrivalProblems, 'under_review' as const),
        }),
      )
      .map(([at, it]) => arrivalOf({ ...at, ...it })),
  ),
  addresses: perhaps(
    fc.constantFrom(
      [],
      [
        {
          asset: 'USDT',
          network: 'trc20usdt',
          address: 'TJRabPrwbZy45sbavfcjinPJC18kjpRTv8',
          memo: '300117',
        },
      ],
    ),
  ),
});

/** Whatever a customer may have said. */
export const anySlots: fc.Arbitrary<FlowSlots> = fc.record({
  asset: said(fc.constantFrom('usdt', 'XRP', 'nonsense')),
  network: said(fc.constantFrom('TRC-20', 'tron', 'bep20', '??')),
  txid: said(fc.oneof(id, fc.constant('not a txid'))),
  amount: said(fc.constantFrom('1200', '0.5', 'much')),
  at: said(fc.constantFrom('2026-11-20', 'yesterday')),
  transferId: said(fc.constantFrom('1', '9')),
  another: said(fc.constant('yes' as const)),
  ownAddress: said(fc.constantFrom('yes' as const, 'no' as const, 'unknown' as const)),
  withoutTxid: said(fc.constant('yes' as const)),
});

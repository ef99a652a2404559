import { alertKinds, type FlowSlots, officialReasons, officialVerdicts } from '@fairlead/contract';
import fc from 'fast-check';
import type { Gate, WithdrawalFee } from '../connector/asset.ts';
import {
  restrictionKinds,
  restrictionReasons,
  securityChangeKinds,
  verificationReasons,
  verificationStates,
} from '../connector/standing.ts';
import { orderStates, peerOrderStates } from '../connector/trading.ts';
import { arrivalProblems, depositStates, withdrawalStates } from '../connector/transfers.ts';
import {
  type Answers,
  arrivalOf,
  chainAnswerOf,
  depositOf,
  hoursAgo,
  networkNamed,
  orderOf,
  peerOrderOf,
  tickerOf,
  txids,
  withdrawalOf,
} from './flows.testing.ts';

const refused = fc.constantFrom({ refused: 'not_found' as const }, { refused: 'unavailable' as const });
const perhaps = <T>(value: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 9, arbitrary: value }, { weight: 1, arbitrary: refused });
const some = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const said = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const moments = fc.constantFrom(0.2, 3, 30, 200, 2_000).map(hoursAgo);
const untils = fc.constantFrom(-2, 7, 40).map((hours) => hoursAgo(-hours));
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

const bounds = { least: some(amounts), most: some(amounts) };
const fees: fc.Arbitrary<WithdrawalFee> = fc.oneof(
  fc.record({ kind: fc.constant('fixed' as const), amount: amounts }),
  fc.record({ kind: fc.constant('ratio' as const), share: fc.constant('0.0015'), ...bounds }),
  fc.record({ kind: fc.constant('tiered' as const), ...bounds }),
);
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
      fee: some(fees),
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

const orders = fc
  .record({
    id: fc.constantFrom('884119002711', '884119002712'),
    side: fc.constantFrom('buy' as const, 'sell' as const),
    kind: fc.constantFrom('limit', 'market'),
    price: some(fc.constant('98000')),
    filled: fc.constantFrom('0', '0.4'),
    state: fc.constantFrom(...orderStates, 'under_review' as const),
  })
  .map(orderOf);

const evmAddress = '0x52908400098527886E0F7030069857D2E4169EE7';
const onChain = fc.record({
  state: fc.constantFrom(
    'waiting' as const,
    'succeeded' as const,
    'succeeded' as const,
    'succeeded' as const,
    'reverted' as const,
  ),
  confirmations: fc.constantFrom(1, 1, 128),
  at: some(moments),
  transfers: fc.array(
    fc.record({
      to: fc.constantFrom(evmAddress, evmAddress.toLowerCase(), '0xde709f2102306220921060314715629080e2fb77'),
      asset: fc.constantFrom('USDT', 'USDT', 'ETH', 'FREE'),
      amount: amounts,
      kind: fc.constantFrom('plain' as const, 'token' as const, 'internal' as const),
      memo: fc.constantFrom(null, '300117', '4711'),
    }),
    { minLength: 1, maxLength: 2 },
  ),
  complete: fc.boolean(),
});

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
  withdrawals: perhaps(
    fc.array(
      fc
        .tuple(
          fc.oneof(where, fc.constant({ asset: 'USDT', network: null })),
          fc.record({
            ...transfer,
            state: fc.constantFrom(...withdrawalStates, 'under_review' as const),
            error: some(fc.constant({ code: 'chain-maintenance', message: '' })),
          }),
        )
        .map(([at, it]) => withdrawalOf({ ...at, ...it })),
      { maxLength: 3 },
    ),
  ),
  standing: perhaps(
    fc.record({
      frozenAt: fc.constantFrom(null, null, null, hoursAgo(5)),
      openedAt: fc.constantFrom(null, hoursAgo(9_000)),
      restrictions: fc.array(
        fc.record({
          kind: fc.constantFrom(...restrictionKinds, 'other' as const),
          reason: fc.constantFrom(...restrictionReasons, 'other' as const),
          since: moments,
          until: some(untils),
        }),
        { maxLength: 2 },
      ),
      secondFactor: fc.constantFrom(
        'set' as const,
        'missing' as const,
        'reset_requested' as const,
        'under_review' as const,
      ),
    }),
  ),
  securityChanges: perhaps(
    fc.array(
      fc.record({
        kind: fc.constantFrom(...securityChangeKinds, 'other' as const),
        at: moments,
        withdrawalsFrom: some(untils),
      }),
      { maxLength: 2 },
    ),
  ),
  tickers: perhaps(
    fc.constantFrom(
      [],
      [
        tickerOf('BTC', 'USDT', { open: '0' }),
        tickerOf('USDT', 'USDC', { last: '1.0001', open: '1.0002' }),
        tickerOf('XRP', 'USDT'),
      ],
    ),
  ),
  marketStatus: perhaps(
    fc.record({
      state: fc.constantFrom(
        'normal' as const,
        'halted' as const,
        'cancel_only' as const,
        'under_review' as const,
      ),
      reason: fc.constant(null),
      since: fc.constant(null),
      until: some(untils),
      symbols: some(fc.constant(['btcusdt'])),
    }),
  ),
  verification: perhaps(
    fc.record({
      state: fc.constantFrom(...verificationStates, 'under_review' as const),
      level: some(fc.constantFrom(0, 1, 2, 3)),
      reasons: fc.array(fc.constantFrom(...verificationReasons, 'other' as const), { maxLength: 2 }),
      submittedAt: some(moments),
      decidedAt: some(moments),
    }),
  ),
  orders: perhaps(fc.array(orders, { maxLength: 3 })),
  order: perhaps(orders.map((order) => ({ order, fills: [] }))),
  peerOrders: perhaps(
    fc.array(
      fc
        .record({
          id: fc.constantFrom('P2P-1', 'P2P-2'),
          side: fc.constantFrom('buy' as const, 'sell' as const),
          state: fc.constantFrom(...peerOrderStates, 'under_review' as const),
          payBy: some(untils),
          releaseBy: some(untils),
          appeal: some(
            fc.record({
              openedAt: moments,
              by: fc.constantFrom('customer' as const, 'counterparty' as const),
            }),
          ),
        })
        .map(peerOrderOf),
      { maxLength: 2 },
    ),
  ),
  // Often not: then the chains are asked.
  arrival: fc.oneof(
    refused,
    perhaps(
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
  ),
  onChain: perhaps(
    fc
      .array(
        fc.tuple(
          fc.constantFrom('ethereum' as const, 'bsc' as const),
          fc.constantFrom('found' as const, 'not_found' as const, 'silent' as const),
          onChain,
        ),
        { minLength: 1, maxLength: 2 },
      )
      .map((it) => ({
        answers: it.map(([chain, state, given]) => chainAnswerOf(chain, state === 'found' ? given : state)),
      })),
  ),
  alerts: perhaps(
    fc.record({
      items: fc.array(
        fc.oneof(
          fc.record({
            kind: fc.constantFrom(
              'price_above' as const,
              'moved_hour' as const,
              'moved_day' as const,
              'price_below' as const,
            ),
            asset: fc.constant('BTC'),
            threshold: fc.constantFrom('60000', '5'),
          }),
          fc.record({
            kind: fc.constant('networks' as const),
            asset: fc.constant('BTC'),
            threshold: fc.constant(null),
          }),
        ),
        { maxLength: 3 },
      ),
      most: fc.constantFrom(3, 20),
      kinds: fc.subarray([...alertKinds]),
      enabled: fc.constantFrom(true, true, true, false),
      brief: fc.boolean(),
      stopped: fc.boolean(),
      held: fc.constantFrom(null, null, null, 'customer_request' as const, 'compliance' as const),
    }),
  ),
  official: perhaps(
    fc
      .record({
        readAs: fc.constantFrom(
          { kind: 'domain' as const, value: 'htx.example', platform: null },
          { kind: 'handle' as const, value: 'htx_example', platform: 'telegram' as const },
          null,
        ),
        verdict: fc.constantFrom(...officialVerdicts),
        label: some(fc.constant('Website')),
        reasons: fc.array(
          fc.record({ code: fc.constantFrom(...officialReasons), of: some(fc.constant('htx.example')) }),
          { maxLength: 2 },
        ),
      })
      .map((it) => ({ verdict: it.verdict, findings: [{ ...it, input: 'htx.example' }] })),
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
      [{ asset: 'USDT', network: 'usdterc20', address: evmAddress, memo: null }],
      [{ asset: 'USDT', network: 'usdterc20', address: evmAddress, memo: null }],
    ),
  ),
});

/** Whatever a customer may have said. */
export const anySlots: fc.Arbitrary<FlowSlots> = fc.record({
  asset: said(fc.constantFrom('usdt', 'XRP', 'nonsense')),
  network: said(fc.constantFrom('TRC-20', 'tron', 'erc20', 'bep20', '??')),
  txid: said(fc.oneof(id, fc.constant('not a txid'))),
  amount: said(fc.constantFrom('1200', '0.5', 'much')),
  at: said(fc.constantFrom('2026-11-20', 'yesterday')),
  pair: said(fc.constantFrom('btc/usdt', 'BTCUSDT', 'ABC/XYZ')),
  orderId: said(fc.constantFrom('884119002711', 'P2P-1', '7')),
  trouble: said(
    fc.constantFrom('sign_in' as const, 'second_factor' as const, 'code' as const, 'stolen' as const),
  ),
  transferId: said(fc.constantFrom('1', '9')),
  another: said(fc.constant('yes' as const)),
  ownAddress: said(fc.constantFrom('yes' as const, 'no' as const, 'unknown' as const)),
  withoutTxid: said(fc.constant('yes' as const)),
  contact: said(fc.constantFrom('htx.example', '@htx_example', '???')),
  alert: said(
    fc.constantFrom(
      'above' as const,
      'below' as const,
      'hour' as const,
      'day' as const,
      'networks' as const,
      'list' as const,
      'stop' as const,
    ),
  ),
  level: fc.constantFrom('60000', '0.5', 'much', undefined),
  confirmed: fc.constantFrom('yes' as const, 'no' as const, undefined),
});

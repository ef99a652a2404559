import type { Account } from './account.ts';
import { arrival, deposit, iso, order, withdrawal } from './lines.ts';
import type { TimeLine } from './time-line.ts';

type Story = (at: TimeLine) => Partial<Account>;

const minute = 60_000;

const everyState = [
  'verifying',
  'failed',
  'submitted',
  'reexamine',
  'canceled',
  'pass',
  'reject',
  'pre-transfer',
  'wallet-transfer',
  'wallet-reject',
  'confirmed',
  'confirm-error',
  'repealed',
];

export const moreStories: Readonly<Record<string, Story>> = {
  // Carlos Méndez: refused twice, then approved; too many wrong passwords since.
  '41773205': (at) => {
    const { begun } = at.round(12 * 60);
    return {
      verification: {
        state: 'approved',
        level: 2,
        reasons: [],
        submittedAt: iso(at.before(27)),
        decidedAt: iso(at.before(26)),
      },
      standing: {
        frozenAt: null,
        restrictions: [
          {
            kind: 'sign_in',
            reason: 'wrong_passwords',
            since: iso(begun),
            until: iso(begun + 12 * 60 * minute),
          },
        ],
        secondFactor: 'set',
      },
      arrivals: [
        arrival('carlos gone', {
          asset: 'HUSD',
          network: 'husd',
          amount: '75',
          of: 'customer',
          problem: 'asset_delisted',
          at: iso(at.before(90)),
        }),
      ],
    };
  },

  // 이지우: sent over the wrong network, and with somebody else's tag.
  '33861092': (at) => ({
    withdrawals: [
      withdrawal('jiwoo eth', {
        currency: 'eth',
        chain: 'eth',
        amount: 1.2,
        fee: 0.0009,
        state: 'confirmed',
        confirmations: 9_000,
        address: '0xde709f2102306220921060314715629080e2fb77',
        'created-at': at.before(31),
      }),
    ],
    arrivals: [
      arrival('jiwoo bsc', {
        asset: 'USDT',
        network: 'bep20usdt',
        amount: '500',
        of: 'nobody',
        problem: 'wrong_network',
        at: iso(at.before(15)),
      }),
      arrival('jiwoo tag', {
        asset: 'XRP',
        network: 'xrp',
        amount: '2400',
        memo: '100892',
        of: 'somebody_else',
        problem: 'memo_wrong',
        at: iso(at.before(44)),
      }),
      arrival('jiwoo contract', {
        asset: 'ETH',
        network: 'eth',
        amount: '0.8',
        of: 'customer',
        problem: 'sent_by_contract',
        at: iso(at.before(10)),
      }),
    ],
    verification: {
      state: 'approved',
      level: 3,
      reasons: [],
      submittedAt: iso(at.before(7_000)),
      decidedAt: iso(at.before(6_990)),
    },
  }),

  // Amelia Hart: 12,000 USDT that move on while one looks.
  '27745510': (at) => {
    const { begun, elapsed } = at.round(6 * 60);
    const hours = elapsed / (60 * minute);
    const state =
      hours < 2
        ? 'submitted'
        : hours < 4
          ? 'reexamine'
          : hours < 5
            ? 'pass'
            : hours < 5.5
              ? 'pre-transfer'
              : 'wallet-transfer';
    return {
      withdrawals: [
        withdrawal(`amelia ${begun}`, {
          currency: 'usdt',
          chain: 'trc20usdt',
          amount: 12_000,
          fee: 1,
          state,
          address: 'TJRabPrwbZy45sbavfcjinPJC18kjpRTv8',
          'created-at': begun,
          'updated-at': begun + Math.floor(hours) * 60 * minute,
        }),
      ],
      orders: [
        order({
          id: 884_119_002_711,
          symbol: 'btcusdt',
          type: 'buy-market',
          price: '0',
          amount: '5000',
          'field-amount': '0.0518',
          'field-cash-amount': '4999.2',
          'field-fees': '0.0001036',
          state: 'filled',
          source: 'api',
          'created-at': at.before(5),
          'finished-at': at.before(5) + 40,
        }),
      ],
    };
  },

  // 王佳怡: an order that is filled in part, and a seller who does not release.
  '50112938': (at) => {
    const { begun } = at.round(30);
    return {
      orders: [
        order({
          id: 884_120_937_715,
          symbol: 'solusdt',
          type: 'buy-limit',
          price: '168.5',
          amount: '20',
          'field-amount': '6.4',
          'field-cash-amount': '1078.4',
          'field-fees': '0.0128',
          state: 'partial-filled',
          'created-at': at.before(2),
        }),
      ],
      peerOrders: [
        {
          id: 'P2P-77120934',
          side: 'buy',
          asset: 'USDT',
          amount: '1000',
          currency: 'MYR',
          total: '4420.00',
          state: 'paid',
          createdAt: iso(begun - 12 * minute),
          payBy: iso(begun + 3 * minute),
          paidAt: iso(begun - 2 * minute),
          releaseBy: iso(begun + 13 * minute),
          appeal: null,
        },
      ],
      verification: {
        state: 'pending',
        level: 1,
        reasons: [],
        submittedAt: iso(at.before(4)),
        decidedAt: null,
      },
      deposits: [
        deposit('wang usdt', {
          currency: 'usdt',
          chain: 'usdterc20',
          amount: 300,
          state: 'safe',
          confirmations: 800,
          'created-at': at.before(28),
        }),
      ],
    };
  },

  // Elif Kaya: frozen at her own wish.
  '46602781': (at) => ({
    standing: {
      frozenAt: iso(at.before(40)),
      restrictions: [
        { kind: 'sign_in', reason: 'customer_request', since: iso(at.before(40)), until: null },
        { kind: 'withdrawals', reason: 'customer_request', since: iso(at.before(40)), until: null },
      ],
      secondFactor: 'set',
    },
    accounts: [{ id: 446_602_781, type: 'spot', subtype: '', state: 'lock' }],
    peerOrders: [
      {
        id: 'P2P-77001266',
        side: 'buy',
        asset: 'USDT',
        amount: '250',
        currency: 'TRY',
        total: '10420.00',
        state: 'released',
        createdAt: iso(at.before(96)),
        payBy: iso(at.before(95.75)),
        paidAt: iso(at.before(95.9)),
        releaseBy: iso(at.before(95.65)),
        appeal: null,
      },
    ],
  }),

  // Nobody of the demo: a withdrawal in every state there is, and one that nobody knows yet.
  '90000013': (at) => ({
    withdrawals: [...everyState, 'state-of-tomorrow'].map((state, index) =>
      withdrawal(`every ${state}`, {
        currency: 'usdt',
        chain: 'trc20usdt',
        amount: 100 + index,
        fee: 1,
        state,
        address: 'TJRabPrwbZy45sbavfcjinPJC18kjpRTv8',
        'created-at': at.before(index + 1),
      }),
    ),
  }),
};

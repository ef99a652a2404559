import type { Account } from './account.ts';
import { arrival, deposit, iso, order, withdrawal } from './lines.ts';
import { moreStories } from './more-stories.ts';
import { quietAccount } from './quiet-account.ts';
import type { TimeLine } from './time-line.ts';

type Story = (at: TimeLine) => Partial<Account>;

/**
 * A Bitcoin deposit whose blocks come every twenty minutes: seen, then tradable after one, and withdrawable after two, when the next one
 * comes in. So there is always one that is not credited yet, and one that is.
 */
function slowDeposits(at: TimeLine) {
  return [0, 1, 2].map((back) => {
    const { begun, elapsed, number } = at.round(40, back);
    const confirmations = Math.floor(elapsed / (20 * 60_000));
    const state = confirmations >= 2 ? 'safe' : confirmations === 1 ? 'confirmed' : 'confirming';
    return deposit(`slow ${number}`, {
      currency: 'btc',
      chain: 'btc',
      amount: 0.0125,
      state,
      confirmations,
      'created-at': begun,
      'updated-at': begun + Math.min(confirmations, 2) * 20 * 60_000,
    });
  });
}

const stories: Readonly<Record<string, Story>> = {
  // Nguyễn Thùy Linh: XRP without a destination tag, ETH that came back, a deposit that waits for blocks.
  '40218831': (at) => ({
    deposits: [
      ...slowDeposits(at),
      deposit('linh inside', {
        currency: 'usdt',
        chain: '',
        amount: 120,
        state: 'safe',
        'created-at': at.before(30),
      }),
    ],
    withdrawals: [
      withdrawal('linh eth again', {
        currency: 'eth',
        chain: 'eth',
        amount: 0.05,
        fee: 0.0009,
        state: 'confirmed',
        address: '0xde709f2102306220921060314715629080e2fb77',
        confirmations: 4_210,
        'created-at': at.before(48),
      }),
      withdrawal('linh eth', {
        currency: 'eth',
        chain: 'eth',
        amount: 0.05,
        fee: 0.0009,
        state: 'wallet-reject',
        'error-code': 'chain-maintenance',
        'error-msg': 'The network was under maintenance',
        address: '0xde709f2102306220921060314715629080e2fb77',
        'created-at': at.before(50),
      }),
    ],
    arrivals: [
      arrival('linh xrp', {
        txid: '4F1A6C0D9B7E35A28C60F1D94E7B02A35C8D6E19F0B4A7C2D3E58F6071B9A4C6',
        asset: 'XRP',
        network: 'xrp',
        amount: '850',
        of: 'nobody',
        problem: 'memo_missing',
        at: iso(at.before(3)),
      }),
      arrival('linh ton', {
        asset: 'TON',
        network: 'ton',
        amount: '40',
        of: 'nobody',
        problem: 'memo_missing',
        at: iso(at.before(20)),
      }),
    ],
  }),

  // 陈志远: three bitcoins held for a day, since the password was changed.
  '18826077': (at) => {
    const { begun: changed, elapsed } = at.round(24 * 60);
    const until = iso(changed + 24 * 3_600_000);
    return {
      withdrawals: [
        withdrawal('chen btc', {
          currency: 'btc',
          chain: 'btc',
          amount: 3,
          fee: 0.0004,
          state: 'reexamine',
          address: 'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4',
          'created-at': changed + Math.min(elapsed, 20 * 60_000),
        }),
        withdrawal('chen sol', {
          currency: 'usdt',
          chain: 'trc20usdt',
          amount: 20_000,
          fee: 1,
          state: 'confirmed',
          address: 'TJRabPrwbZy45sbavfcjinPJC18kjpRTv8',
          confirmations: 48_000,
          'created-at': at.before(80),
        }),
      ],
      verification: {
        state: 'approved',
        level: 3,
        reasons: [],
        submittedAt: iso(at.before(9_000)),
        decidedAt: iso(at.before(8_980)),
      },
      standing: {
        frozenAt: null,
        restrictions: [{ kind: 'withdrawals', reason: 'security_change', since: iso(changed), until }],
        secondFactor: 'set',
      },
      securityChanges: [{ kind: 'password_changed', at: iso(changed), withdrawalsFrom: until }],
    };
  },

  // 田中 美咲: a new telephone, and the authenticator is gone.
  '29077164': (at) => ({
    standing: {
      frozenAt: null,
      openedAt: iso(at.before(24 * 1_900)),
      restrictions: [
        { kind: 'sign_in', reason: 'second_factor_lost', since: iso(at.before(8)), until: null },
      ],
      secondFactor: 'reset_requested',
    },
    deposits: [
      deposit('tanaka old network', {
        currency: 'link',
        chain: 'link',
        amount: 12,
        state: 'orphan',
        'created-at': at.before(60),
      }),
      deposit('tanaka savings', {
        currency: 'eth',
        chain: 'eth',
        amount: 4.2,
        state: 'safe',
        confirmations: 900_000,
        'created-at': at.before(24 * 130),
      }),
    ],
    withdrawals: [
      withdrawal('tanaka wallet', {
        currency: 'eth',
        chain: 'eth',
        amount: 1,
        fee: 0.0009,
        state: 'confirmed',
        confirmations: 800_000,
        address: '0xde709f2102306220921060314715629080e2fb77',
        'created-at': at.before(24 * 90),
      }),
    ],
    orders: [
      order({
        id: 884_120_400_218,
        symbol: 'ethusdt',
        type: 'sell-limit',
        price: '3900',
        amount: '2',
        state: 'submitted',
        'created-at': at.before(11),
      }),
    ],
  }),

  // Иван Петров: level two refused; what was sent to a network that is closed, and too little.
  '35190446': (at) => ({
    deposits: [
      deposit('ivan usdt', {
        currency: 'usdt',
        chain: 'trc20usdt',
        'tx-hash': 'a8f5f167f44f4964e6c998dee827110c7f1b1a3f0e6f2a9b6c1f6a0d4e2b9c73',
        amount: 1_200,
        state: 'safe',
        confirmations: 4_000,
        'created-at': at.before(20),
      }),
    ],
    arrivals: [
      arrival('ivan ada', {
        asset: 'ADA',
        network: 'ada',
        amount: '310',
        of: 'customer',
        problem: 'deposits_suspended',
        at: iso(at.before(6)),
      }),
      arrival('ivan little', {
        asset: 'XRP',
        network: 'xrp',
        amount: '0.4',
        of: 'customer',
        problem: 'below_minimum',
        at: iso(at.before(40)),
      }),
    ],
    verification: {
      state: 'rejected',
      level: 1,
      reasons: ['document_expired', 'name_differs'],
      submittedAt: iso(at.before(30)),
      decidedAt: iso(at.before(26)),
    },
  }),
  ...moreStories,
};

/** Who has a story. */
export const storyUids: readonly string[] = Object.keys(stories);

/** An account of the exchange at a moment. Of a UID without a story there is nothing special to tell. */
export function accountOf(uid: string, at: TimeLine): Account {
  return { ...quietAccount(uid, at), ...stories[uid]?.(at) };
}

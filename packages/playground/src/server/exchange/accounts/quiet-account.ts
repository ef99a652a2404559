import type { Account } from './account.ts';
import { iso, numberOf, walletOf } from './lines.ts';
import type { TimeLine } from './time-line.ts';

const memos = new Set(['xrp', 'ton']);
const networks = [
  ['usdt', 'trc20usdt'],
  ['usdt', 'usdterc20'],
  ['btc', 'btc'],
  ['eth', 'eth'],
  ['xrp', 'xrp'],
  ['ton', 'ton'],
  ['ltc', 'ltc'],
  ['doge', 'doge'],
] as const;

/** An account of which nothing special is to be told. */
export function quietAccount(uid: string, at: TimeLine): Account {
  return {
    deposits: [],
    withdrawals: [],
    addresses: networks.map(([currency, chain]) => ({
      currency,
      chain,
      address: walletOf(chain),
      addressTag: memos.has(chain) ? String(numberOf(`memo ${uid}`)) : '',
    })),
    orders: [],
    accounts: [{ id: numberOf(`spot ${uid}`), type: 'spot', subtype: '', state: 'working' }],
    arrivals: [],
    verification: {
      state: 'approved',
      level: 2,
      reasons: [],
      submittedAt: iso(at.before(24 * 200)),
      decidedAt: iso(at.before(24 * 199)),
    },
    standing: { frozenAt: null, restrictions: [], secondFactor: 'set' },
    securityChanges: [],
    peerOrders: [],
  };
}

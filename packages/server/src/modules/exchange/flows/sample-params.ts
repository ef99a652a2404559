import type { Locale, MessageParams } from '@fairlead/contract';
import type { Value } from './flow.ts';
import { valueSayer } from './say-line.ts';

const at: Value = { kind: 'moment', at: new Date('2026-11-21T09:30:00Z') };
const usdt = (amount: string): Value => ({ kind: 'amount', amount, asset: 'USDT' });
const text = (of: string): Value => ({ kind: 'text', text: of });
const count = (of: number): Value => ({ kind: 'count', count: of });

/** What may be filled into texts of flows, each with a value as it might come. */
const samples: Readonly<Record<string, Value>> = {
  at,
  since: at,
  until: at,
  by: at,
  amount: usdt('1200.5'),
  least: usdt('10'),
  most: usdt('100000'),
  price: usdt('67250.5'),
  last: usdt('67301'),
  high: usdt('68040'),
  low: usdt('66120'),
  turnover: usdt('3362.5'),
  filled: { kind: 'amount', amount: '0.05', asset: 'BTC' },
  total: { kind: 'amount', amount: '8640', asset: 'CNY' },
  asset: text('USDT'),
  network: text('TRC20'),
  networks: { kind: 'list', items: ['TRC20', 'ERC20'] },
  address: text('TJRabP…pRTv8'),
  txid: { kind: 'txid', txid: 'a8f5f167f44f4964e6c998dee827110c7f1b1a3f0e6f2a9b6c1f6a0d4e2b9c73' },
  memo: text('300117'),
  pair: text('BTC/USDT'),
  id: text('987654321'),
  level: text('2'),
  source: text('etherscan.io'),
  reason: text('Our wallet is upgraded.'),
  error: text('The network was under maintenance.'),
  count: count(20),
  blocks: count(7),
  needed: count(20),
  left: count(13),
  share: { kind: 'share', share: '0.0015' },
  change: { kind: 'change', share: 0.0312 },
  side: { kind: 'words', key: 'order.buy' },
  cause: { kind: 'words', key: 'cause.password_changed' },
  what: { kind: 'words', key: 'restriction.withdrawals' },
};

/** Gives values as they might be filled in, in a language; a name that is not known stands for itself. */
export function sampler(locale: Locale): (names: Iterable<string>) => MessageParams {
  const say = valueSayer(locale, 'UTC');
  return (names) =>
    Object.fromEntries(
      [...names].map((name) => {
        const value = samples[name];
        return [name, value ? say(value) : name];
      }),
    );
}

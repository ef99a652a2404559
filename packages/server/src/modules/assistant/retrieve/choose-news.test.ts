import type { AnnouncementKind, FlowSlots } from '@fairlead/contract';
import { expect, test } from 'vitest';
import type { NewsItem } from '../../announcements/index.ts';
import { chooseNews } from './choose-news.ts';

const item = (id: string, kind: AnnouncementKind, plain: string, day: number): NewsItem => ({
  id,
  kind,
  title: plain,
  summary: '',
  plain,
  locale: 'en',
  address: `/announcements/en/${id}`,
  publishedAt: new Date(Date.UTC(2026, 10, day)),
});
const current = [
  item('engine', 'maintenance', 'Upgrade of the matching engine on Sunday', 20),
  item('wallets', 'maintenance', 'Maintenance of wallets', 25),
  item('xrp', 'suspension', 'XRP withdrawals pause', 24),
  item('sol', 'suspension', 'Deposits of SOL are suspended', 21),
  item('sea', 'listing', 'HTX lists SEA', 23),
  item('old', 'delisting', 'HTX delists LUNC', 22),
];
const guess = (label: string, probability = 0.8) => [{ label, probability }];

test.each<[string, string, number, FlowSlots, string[]]>([
  ['when is maintenance?', 'out_of_scope', 0.9, {}, ['wallets', 'engine']],
  ['什么时候维护', 'out_of_scope', 0.9, {}, ['wallets', 'engine']],
  ['is deposit of XRP suspended?', 'deposit.suspended', 0.9, { asset: 'XRP' }, ['xrp']],
  ['are SOL deposits open', 'deposit.suspended', 0.9, { asset: 'SOL' }, ['sol']],
  ['are TRX deposits paused', 'deposit.suspended', 0.9, { asset: 'TRX' }, []],
  ['which withdrawals are suspended', 'withdrawal.suspended', 0.9, {}, ['wallets', 'xrp']],
  ['my XRP deposit has not arrived', 'deposit.not_credited', 0.9, { asset: 'XRP' }, ['xrp']],
  ['my deposit has not arrived', 'deposit.not_credited', 0.9, {}, []],
  ['upcoming listings', 'listing.new', 0.9, {}, ['sea']],
  ['was LUNC delisted', 'listing.delisted', 0.9, { asset: 'LUNC' }, ['old']],
  ['how do I reset my password', 'account.password_reset', 0.9, {}, []],
  ['is USDT on TRC20 suspended', 'deposit.suspended', 0.9, { asset: 'USDT', network: 'TRC20' }, []],
  ['WHEN IS MAINTENANCE', 'out_of_scope', 0.9, {}, ['wallets', 'engine']],
  ['is SEA listed', 'out_of_scope', 0.9, {}, ['sea']],
  ['is TON listed', 'listing.new', 0.9, {}, []],
  ['what is your fee', 'deposit.suspended', 0.1, {}, []],
])('“%s” (%s %d)', (text, label, probability, slots, ids) => {
  expect(chooseNews({ text, guesses: guess(label, probability), slots }, current).map((it) => it.id)).toEqual(
    ids,
  );
});

import type {
  ExchangeDeposit,
  ExchangeOrder,
  ExchangePeerOrder,
  ExchangeQuota,
  ExchangeStanding,
  ExchangeVerification,
  ExchangeWithdrawal,
} from '@fairlead/contract';
import type { Asset } from './connector/asset.ts';
import type { SecurityChange, Standing, Verification } from './connector/standing.ts';
import type { Account, Order, PeerOrder } from './connector/trading.ts';
import type { Deposit, Withdrawal, WithdrawalQuota } from './connector/transfers.ts';
import { maskAddress } from './mask-address.ts';

const written = (at: Date | null): string | null => at?.toISOString() ?? null;

const networkOf = (assets: readonly Asset[], id: string) =>
  assets.flatMap((it) => it.networks).find((it) => it.id === id);

const nameOf = (assets: readonly Asset[], id: string): string =>
  networkOf(assets, id)?.name ?? id.toUpperCase();

const transferOf = (it: Deposit | Withdrawal, assets: readonly Asset[]) => ({
  id: it.id,
  asset: it.asset,
  network: it.network === null ? null : nameOf(assets, it.network),
  amount: it.amount,
  address: it.address === null ? null : maskAddress(it.address),
  memo: it.memo,
  txid: it.txid,
  confirmations: it.confirmations,
  createdAt: it.createdAt.toISOString(),
  updatedAt: it.updatedAt.toISOString(),
});

/** As agents read them; `assets` name the networks. */
export const presentDeposit = (it: Deposit, assets: readonly Asset[]): ExchangeDeposit => ({
  ...transferOf(it, assets),
  state: it.state,
  needed: it.network === null ? null : (networkOf(assets, it.network)?.confirmations.withdrawable ?? null),
});

export const presentWithdrawal = (it: Withdrawal, assets: readonly Asset[]): ExchangeWithdrawal => ({
  ...transferOf(it, assets),
  fee: it.fee,
  state: it.state,
  error: it.error ? it.error.message || it.error.code : null,
});

export const presentOrder = (it: Order): ExchangeOrder => ({
  id: it.id,
  pair: `${it.pair.base}/${it.pair.quote}`,
  side: it.side,
  kind: it.kind,
  price: it.price,
  amount: it.amount,
  filled: it.filled,
  state: it.state,
  createdAt: it.createdAt.toISOString(),
});

/** The clock that runs is the buyer's until they have paid, and then the seller's. */
export const presentPeerOrder = (it: PeerOrder): ExchangePeerOrder => ({
  id: it.id,
  side: it.side,
  asset: it.asset,
  amount: it.amount,
  currency: it.currency,
  total: it.total,
  state: it.state,
  createdAt: it.createdAt.toISOString(),
  actBy: written(it.state === 'unpaid' ? it.payBy : it.state === 'paid' ? it.releaseBy : null),
});

export const presentVerification = (it: Verification): ExchangeVerification => ({
  state: it.state,
  level: it.level,
  reasons: [...new Set(it.reasons)],
  decidedAt: written(it.decidedAt),
});

export const presentStanding = (
  it: Standing,
  accounts: readonly Account[],
  changes: readonly SecurityChange[],
): ExchangeStanding => ({
  frozenAt: written(it.frozenAt),
  restrictions: it.restrictions.map(({ kind, reason, since, until }) => ({
    kind,
    reason,
    since: since.toISOString(),
    until: written(until),
  })),
  secondFactor: it.secondFactor,
  accounts: accounts.map(({ kind, state }) => ({ kind, state })),
  changes: changes.map(({ kind, at }) => ({ kind, at: at.toISOString() })),
});

export const presentQuota = (
  asset: string,
  networks: readonly WithdrawalQuota[],
  assets: readonly Asset[],
): ExchangeQuota => ({
  asset,
  networks: networks.map(({ network, perDay, leftToday }) => ({
    network: nameOf(assets, network),
    perDay,
    leftToday,
  })),
});

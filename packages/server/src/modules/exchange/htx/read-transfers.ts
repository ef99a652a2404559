import { z } from 'zod';
import {
  type Deposit,
  type DepositAddress,
  depositStates,
  type Withdrawal,
  type WithdrawalQuota,
  withdrawalStates,
} from '../connector/transfers.ts';
import { decimal, moment, perhapsCount, perhapsDecimal, perhapsText, wordOf } from './shapes.ts';

const transfer = {
  id: z.string(),
  currency: z.string(),
  chain: perhapsText,
  amount: decimal,
  address: perhapsText,
  'address-tag': perhapsText,
  'tx-hash': perhapsText,
  fee: perhapsDecimal,
  'created-at': moment,
  'updated-at': moment,
  // No part of the public API: a gateway may add it.
  confirmations: perhapsCount,
};
const deposits = z.array(z.object({ ...transfer, state: wordOf(depositStates) }));
const withdrawals = z.array(
  z.object({
    ...transfer,
    state: wordOf(withdrawalStates),
    'error-code': perhapsText,
    'error-msg': perhapsText,
    blockchain_confirm: perhapsCount,
  }),
);

const common = (it: z.output<typeof deposits>[number] | z.output<typeof withdrawals>[number]) => ({
  id: it.id,
  asset: it.currency.toUpperCase(),
  network: it.chain,
  amount: it.amount,
  address: it.address,
  memo: it['address-tag'],
  txid: it['tx-hash'],
  fee: it.fee ?? '0',
  createdAt: it['created-at'],
  updatedAt: it['updated-at'],
});

/** `/v1/query/deposit-withdraw?type=deposit`. */
export const readDeposits = (data: unknown): Deposit[] =>
  deposits.parse(data).map((it) => ({ ...common(it), confirmations: it.confirmations, state: it.state }));

/** `/v1/query/deposit-withdraw?type=withdraw`. */
export const readWithdrawals = (data: unknown): Withdrawal[] =>
  withdrawals.parse(data).map((it) => ({
    ...common(it),
    confirmations: it.confirmations ?? it.blockchain_confirm,
    state: it.state,
    error:
      it['error-code'] || it['error-msg']
        ? { code: it['error-code'] ?? '', message: it['error-msg'] ?? '' }
        : null,
  }));

const addresses = z.array(
  z.object({ currency: z.string(), chain: z.string(), address: z.string(), addressTag: perhapsText }),
);

/** `/v2/account/deposit/address`. */
export const readAddresses = (data: unknown): DepositAddress[] =>
  addresses.parse(data).map(({ currency, chain, address, addressTag }) => ({
    asset: currency.toUpperCase(),
    network: chain,
    address,
    memo: addressTag,
  }));

/** `-1` is without a limit. */
const limit = perhapsDecimal.transform((it) => (it?.startsWith('-') ? null : it));
const quota = z.object({
  chains: z.array(
    z.object({
      chain: z.string(),
      maxWithdrawAmt: limit,
      withdrawQuotaPerDay: limit,
      remainWithdrawQuotaPerDay: limit,
    }),
  ),
});

/** `/v2/account/withdraw/quota`. */
export const readQuota = (data: unknown): WithdrawalQuota[] =>
  quota.parse(data).chains.map((it) => ({
    network: it.chain,
    most: it.maxWithdrawAmt,
    perDay: it.withdrawQuotaPerDay,
    leftToday: it.remainWithdrawQuotaPerDay,
  }));

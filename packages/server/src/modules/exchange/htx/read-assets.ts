import { z } from 'zod';
import type { Asset, AssetNetwork, Gate, WithdrawalFee } from '../connector/asset.ts';
import { perhapsCount, perhapsDecimal, perhapsText } from './shapes.ts';

const status = z
  .unknown()
  .optional()
  .transform((given): Gate['state'] => {
    if (given === 'allowed') return 'open';
    return given === 'prohibited' ? 'suspended' : 'under_review';
  });

/** A chain of `/v2/reference/currencies`. */
const chain = z.object({
  chain: z.string(),
  displayName: perhapsText,
  baseChain: perhapsText,
  baseChainProtocol: perhapsText,
  depositStatus: status,
  withdrawStatus: status,
  numOfConfirmations: perhapsCount,
  numOfFastConfirmations: perhapsCount,
  minDepositAmt: perhapsDecimal,
  minWithdrawAmt: perhapsDecimal,
  maxWithdrawAmt: perhapsDecimal,
  withdrawFeeType: perhapsText,
  transactFeeWithdraw: perhapsDecimal,
  transactFeeRateWithdraw: perhapsDecimal,
  minTransactFeeWithdraw: perhapsDecimal,
  maxTransactFeeWithdraw: perhapsDecimal,
  withdrawQuotaPerDay: perhapsDecimal,
  withdrawQuotaPerYear: perhapsDecimal,
  withdrawQuotaTotal: perhapsDecimal,
  addrWithTag: z.boolean().nullish(),
  addrDepositTag: z.boolean().nullish(),
});
type Chain = z.output<typeof chain>;

const currency = z.object({
  currency: z.string(),
  instStatus: z.unknown().optional(),
  chains: z.array(z.unknown()).nullish(),
});

/** A line of `/v1/settings/common/chains`: the texts with which the exchange says why a network is suspended. */
const chainText = z.object({
  chain: z.string(),
  suspend_deposit_desc: perhapsText,
  suspend_withdraw_desc: perhapsText,
});
export type SuspensionTexts = ReadonlyMap<string, { deposits: string | null; withdrawals: string | null }>;

/** The texts by the exchange's name of the network. Lines that cannot be read are left out. */
export function readSuspensions(data: unknown): SuspensionTexts {
  return new Map(
    z
      .array(z.unknown())
      .parse(data)
      .flatMap((line) => {
        const { data: read } = chainText.safeParse(line);
        return read
          ? [[read.chain, { deposits: read.suspend_deposit_desc, withdrawals: read.suspend_withdraw_desc }]]
          : [];
      }),
  );
}

/** The assets of `/v2/reference/currencies`. One that cannot be read is left out, so that it hides no other. */
export function readAssets(data: unknown, texts: SuspensionTexts): Asset[] {
  return z
    .array(z.unknown())
    .parse(data)
    .flatMap((entry): Asset[] => {
      const { data: read } = currency.safeParse(entry);
      if (!read) return [];
      const networks = (read.chains ?? []).flatMap((it) => {
        const { data: known } = chain.safeParse(it);
        return known ? [networkOf(known, texts)] : [];
      });
      const listing =
        read.instStatus === 'normal'
          ? 'listed'
          : read.instStatus === 'delisted'
            ? 'delisted'
            : 'under_review';
      return [{ code: read.currency.toUpperCase(), listing, networks }];
    });
}

function networkOf(it: Chain, texts: SuspensionTexts): AssetNetwork {
  const text = texts.get(it.chain);
  return {
    id: it.chain,
    name: it.displayName ?? it.chain.toUpperCase(),
    baseChain: it.baseChain,
    protocol: it.baseChainProtocol,
    deposits: gateOf(it.depositStatus, text?.deposits ?? null),
    withdrawals: gateOf(it.withdrawStatus, text?.withdrawals ?? null),
    leastDeposit: it.minDepositAmt,
    leastWithdrawal: it.minWithdrawAmt,
    mostWithdrawal: it.maxWithdrawAmt,
    fee: feeOf(it),
    confirmations: { tradable: it.numOfFastConfirmations, withdrawable: it.numOfConfirmations },
    needsMemo: it.addrDepositTag ?? it.addrWithTag ?? null,
    quota: { perDay: it.withdrawQuotaPerDay, perYear: it.withdrawQuotaPerYear, total: it.withdrawQuotaTotal },
  };
}

const gateOf = (state: Gate['state'], reason: string | null): Gate =>
  state === 'open' ? { state } : { state, since: null, reason };

function feeOf(it: Chain): WithdrawalFee | null {
  const [least, most] = [it.minTransactFeeWithdraw, it.maxTransactFeeWithdraw];
  if (it.withdrawFeeType === 'fixed' && it.transactFeeWithdraw)
    return { kind: 'fixed', amount: it.transactFeeWithdraw };
  if (it.withdrawFeeType === 'ratio' && it.transactFeeRateWithdraw)
    return { kind: 'ratio', share: it.transactFeeRateWithdraw, least, most };
  return it.withdrawFeeType === 'circulated' ? { kind: 'tiered', least, most } : null;
}

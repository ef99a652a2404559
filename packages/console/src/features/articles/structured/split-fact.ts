const kinds = [
  'minDeposit',
  'minWithdraw',
  'maxWithdraw',
  'fee.withdraw',
  'confirmations.withdraw',
  'confirmations',
  'fee.trade.spot.maker',
  'fee.trade.spot.taker',
  'fee.trade.futures.maker',
  'fee.trade.futures.taker',
  'exchange',
] as const;

export type FactKind = (typeof kinds)[number];

/** What a live fact is, and of what: `fee.withdraw.USDT.TRC20` is the fee of `USDT TRC20`. A kind that is not known has no name here. */
export function splitFact(name: string): { kind: FactKind | null; of: string } {
  const kind = kinds.find((it) => name === it || name.startsWith(`${it}.`)) ?? null;
  return { kind, of: kind ? name.slice(kind.length + 1).replaceAll('.', ' ') : '' };
}

/** The figures of an asset that articles can name. */
const assetFacts = [
  'minDeposit',
  'minWithdraw',
  'maxWithdraw',
  'fee.withdraw',
  'confirmations',
  'confirmations.withdraw',
] as const;

/** Those that are of no asset. */
const plainFacts = [
  'fee.trade.spot.maker',
  'fee.trade.spot.taker',
  'fee.trade.futures.maker',
  'fee.trade.futures.taker',
  'exchange',
] as const;

export type FactKind = (typeof assetFacts)[number] | (typeof plainFacts)[number];
export const factKinds: readonly FactKind[] = [...assetFacts, ...plainFacts];

/** Whether a figure is one of an asset. */
export const isOfAsset = (kind: FactKind): boolean => assetFacts.some((it) => it === kind);

/** The name of a figure; null while the asset that it needs is missing. An asset with one network goes without it. */
export function factName(kind: FactKind, asset: string, network: string): string | null {
  if (!isOfAsset(kind)) return kind;
  const of = [asset, network].map((it) => it.trim().toUpperCase()).filter((it) => it !== '');
  return asset.trim() === '' ? null : [kind, ...of].join('.');
}

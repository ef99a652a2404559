import type { AssetPrices } from '@fairlead/contract';

/** A line of the table of prices as it is typed. */
export interface PriceRow {
  /** Names the line while it is edited. */
  readonly id: number;
  readonly asset: string;
  readonly usd: string;
}

/** The table, line by line. */
export const rowsOf = ({ usd }: AssetPrices): PriceRow[] =>
  Object.entries(usd).map(([asset, price], id) => ({ id, asset, usd: String(price) }));

const assetOf = ({ asset }: PriceRow) => asset.trim().toUpperCase();

/** What is wrong with a line among the others: its asset, its price, or nothing. */
export function wrongWith(row: PriceRow, rows: readonly PriceRow[]): 'asset' | 'usd' | null {
  const asset = assetOf(row);
  const again = rows.some((other) => other.id !== row.id && assetOf(other) === asset);
  if (!/^[A-Z0-9]{1,20}$/.test(asset) || again) return 'asset';
  const price = Number(row.usd.trim() || 'nothing');
  return price > 0 && price <= 1e9 ? null : 'usd';
}

/** The table that the lines make. */
export const usdOf = (rows: readonly PriceRow[]): AssetPrices['usd'] =>
  Object.fromEntries(rows.map((row) => [assetOf(row), Number(row.usd)]));

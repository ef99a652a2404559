import { type AssetPrices, assetPrices } from '@fairlead/contract';
import type { Reader, Tx } from '../../../platform/database/database.ts';
import { readSetting, writeSetting } from '../../../platform/setting-store.ts';

const key = 'tickets.asset_prices';

/** Round figures of the day they name, so that sums can be told apart until somebody writes the table anew. */
const shipped: AssetPrices = {
  asOf: '2025-12-01',
  usd: {
    USDT: 1,
    USDC: 1,
    USD: 1,
    EUR: 1.16,
    BTC: 90_000,
    ETH: 3000,
    BNB: 850,
    SOL: 135,
    XRP: 2,
    TRX: 0.28,
    TON: 1.6,
    DOGE: 0.14,
    LTC: 80,
    BCH: 540,
    ADA: 0.4,
    AVAX: 13,
    DOT: 2.2,
    LINK: 12.5,
  },
};

/**
 * What assets are taken to be worth. This table is the port for prices: whoever knows them writes it, with the day they are of.
 */
export async function readPrices(reader: Reader): Promise<AssetPrices> {
  const kept = assetPrices.safeParse(await readSetting(reader, key));
  return kept.success ? kept.data : shipped;
}

/** Writes the table anew. Tickets are weighed by it from their next change on. */
export async function savePrices(tx: Tx, prices: AssetPrices): Promise<AssetPrices> {
  await writeSetting(tx, key, prices);
  return prices;
}

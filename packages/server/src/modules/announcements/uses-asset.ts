import type { AnnouncementAudience } from '@fairlead/contract';
import type { Platform } from '../../platform/platform.ts';
import { compareDecimals, type ExchangeConnector } from '../exchange/index.ts';
import { verifiedCustomer } from '../people/index.ts';

type OfAsset = Omit<Extract<AnnouncementAudience, { who: 'asset' }>, 'who'>;

/** Whether an asset concerns a customer. Throws an ExchangeRefusal where the exchange does not say. */
export type AssetCheck = (customerId: string, of: OfAsset) => Promise<boolean>;

const day = 86_400_000;

/**
 * Asks the exchange each time, for this one customer; nobody who is not verified holds anything. Where the exchange tells balances it concerns who holds
 * enough, otherwise who has moved it in or out in the last days.
 */
export const assetCheck =
  (
    { clock, database }: Pick<Platform, 'clock' | 'database'>,
    { customers, holders }: ExchangeConnector,
  ): AssetCheck =>
  async (customerId, { asset, atLeast, days }) => {
    const customer = await verifiedCustomer(database.reader(), customerId);
    if (!customer) return false;
    if (await holders.offered()) {
      const { value } = await customers.holding(customer, asset);
      return compareDecimals(value, '0') > 0 && compareDecimals(value, atLeast) >= 0;
    }
    const since = new Date(clock.now().getTime() - days * day);
    const lately = (it: { createdAt: Date }) => it.createdAt >= since;
    if ((await customers.deposits(customer, asset)).value.some(lately)) return true;
    return (await customers.withdrawals(customer, asset)).value.some(lately);
  };

import type { Database } from '../../platform/database/database.ts';
import type { ExchangeConnector } from '../exchange/index.ts';
import { verifiedCustomer } from '../people/index.ts';

/** Whether a customer has deposited or withdrawn an asset. Throws an ExchangeRefusal where the exchange does not say. */
export type AssetCheck = (customerId: string, asset: string) => Promise<boolean>;

/**
 * Asks the exchange each time, for this one customer; nobody who is not verified uses anything. The exchange tells no balances: who has moved an asset in or
 * out is whom it concerns.
 */
export const assetCheck =
  (database: Database, { customers }: ExchangeConnector): AssetCheck =>
  async (customerId, asset) => {
    const customer = await verifiedCustomer(database.reader(), customerId);
    if (!customer) return false;
    if ((await customers.deposits(customer, asset)).value.length > 0) return true;
    return (await customers.withdrawals(customer, asset)).value.length > 0;
  };

import { ExchangeRefusal } from './answer.ts';
import type { CustomerFacts, MarketFacts } from './connector.ts';
import type { HolderFacts } from './holders.ts';

const refuse = (): Promise<never> =>
  Promise.reject(new ExchangeRefusal('not_connected', 'no exchange is connected'));

/** Where no exchange is configured. */
export const noMarketFacts: MarketFacts = {
  pairs: refuse,
  ticker: refuse,
  tickers: refuse,
  candles: refuse,
  status: refuse,
  system: refuse,
  assets: refuse,
  asset: refuse,
};

/** Where the exchange has no gateway for its customers' facts, or none is configured. */
export const noCustomerFacts: CustomerFacts = {
  deposits: refuse,
  withdrawals: refuse,
  arrival: refuse,
  addresses: refuse,
  quota: refuse,
  accounts: refuse,
  orders: refuse,
  order: refuse,
  verification: refuse,
  standing: refuse,
  securityChanges: refuse,
  peerOrders: refuse,
  holding: refuse,
  freeze: refuse,
};

/** Where there is no back office to ask. */
export const noHolderFacts: HolderFacts = { offered: async () => false, page: refuse };
